"""Layout: a journey and a view to places. A pure function; what it remembers changes its speed and never its answer."""

from __future__ import annotations

from app.collector import quiet_collector
from app.i18n import speaking, spoken
from app.layout.measure import Measure
from app.layout.memory import Memory, Progress
from app.layout.picture import Picture
from app.layout.result import Layout
from app.layout.typeset import Typesetter
from app.model.journey import Journey
from app.model.view import View


def layout(
    journey: Journey,
    view: View,
    measure: Measure,
    previous: Layout | None = None,
    progress: Progress | None = None,
    at_once: bool = False,
) -> Layout:
    """Place everything a view shows of a journey.

    `previous` is an earlier layout, of whatever journey and view: what is equal in both is taken over as the same
    objects. The result equals that of a layout without it. `progress` is told from time to time what part (0 to 1) is
    done; what it raises ends the work.

    `at_once` asks for a layout that may be shown while there is no time for the best one: lanes are as high as before, and
    labels stay where they still may stand. Where that is another one than the best, it is not settled.
    """
    former = previous.memory if previous is not None and isinstance(previous.memory, Memory) else None
    if former is not None and not at_once:
        former = former.settled
    with quiet_collector(), speaking(journey.info.language):
        if former is not None and (former.typesetter.measure is not measure or former.spoken is not spoken()):
            former = None
        memory = Memory(former.typesetter if former is not None else Typesetter(measure), former, progress)
        result = Picture(journey, view, memory, at_once).layout()
        if not result.is_settled and former is not None:
            memory.follow(former.settled)
    memory.close()
    return result
