"""How dense a journey is: what the width of its timeline depends on. Counts and times only, never words."""

from __future__ import annotations

from functools import partial
from itertools import accumulate, chain
from operator import sub

from app.layout.memory import Memory, Row
from app.layout.shown import Shown, Stop
from app.layout.sizes import Sizes
from app.model.journey import Journey
from app.model.records import Touchpoint

_CAPSULE = 90.0  # map units of a lane that a passing capsule takes
_RUN = 1.12  # widths of cards that three touchpoints of a role need
_PART = 1 << 20  # shares of a card are counted in parts so small, so that sums are exact


class Density:
    """The density of what is shown."""

    def __init__(self, journey: Journey, shown: Shown, groups: Row[tuple[Stop, ...]], memory: Memory) -> None:
        self._journey, self._shown, self._memory = journey, shown, memory
        self._groups = groups

    def crowding(self, sizes: Sizes) -> float:
        """Return map units per unit of time at which most runs of three touchpoints of a role have room."""
        lines = [self._journey.touchpoints_of(role.id) for role in self._shown.roles]
        runs = tuple(
            self._memory.recall(("runs", role.id), (line,), partial(_runs, line))
            for role, line in zip(self._shown.roles, lines, strict=True)
        )
        shortest: float = self._memory.recall(("shortest runs",), runs, lambda: _tenth(runs))
        if not shortest:
            return 0.0
        few_lanes = min(1.0, (len(self._shown.roles) + 5) / 10)  # of few lanes each may rather grow
        return few_lanes * sizes.card_text * _RUN / shortest

    def fullest(self, sizes: Sizes) -> float:
        """Return how long the fullest lane's cards are side by side, a shared one counted in parts.

        A capsule that passes a lane cuts it in two and counts as well.
        """
        count = len(self._shown.roles)
        groups = self._groups
        loads = self._memory.row(
            "load",
            (),
            groups.fresh,
            lambda place: (groups[place],),
            lambda place, _notes: _loads(groups[place]),
        )
        totals = self._memory.totals("load", loads)
        load = [totals.get((lane, "cards"), 0) / _PART for lane in range(count)]
        passing = [totals.get((lane, "passing"), 0) for lane in range(count)]
        lengths = zip(load, accumulate(passing), strict=True)
        return max((sizes.card_text * cards + _CAPSULE * passed for cards, passed in lengths), default=0.0)


def _runs(line: tuple[Touchpoint, ...]) -> tuple[float, ...]:
    starts = [touchpoint.start for touchpoint in line]
    spans = map(sub, starts[2:], starts)
    return tuple(sorted(span for span in spans if span > 0))  # no width parts what happens at once


def _tenth(runs: tuple[tuple[float, ...], ...]) -> float:
    """Return the span of which a tenth are shorter, 0 where there are too few to say."""
    spans = sorted(chain.from_iterable(runs))  # each of them is in order
    return spans[int(len(spans) * 0.1)] if len(spans) > 3 else 0.0


def _loads(group: tuple[Stop, ...]) -> dict[tuple[int, str], int]:
    """Return by lane: cards in parts, and how many more capsules pass from here on down."""
    found: dict[tuple[int, str], int] = {}

    def add(lane: int, what: str, number: int) -> None:
        found[lane, what] = found.get((lane, what), 0) + number

    for stop in group:
        for lane in stop.lanes:
            add(lane, "cards", _PART // len(stop.lanes))
        if len(stop.lanes) > 1:
            add(stop.lanes[0], "passing", 1)
            add(stop.lanes[-1], "passing", -1)
    return found
