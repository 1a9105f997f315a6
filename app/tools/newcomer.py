"""A new touchpoint by hand: made where it is wanted, and its title typed at once."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from app.model.edits.touchpoints import add_touchpoint
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.records import Touchpoint
from app.tools.tool import Outcome, Typing

STEP = 1.0  # of the timeline's unit, to the next touchpoint


def new_touchpoint(journey: Journey, time: float, role: str, channel: str = "") -> Outcome:
    """Make a touchpoint of a role and type its title: one step, which is none where nothing is typed."""
    change = add_touchpoint(journey, [role], time, channel=channel)
    made = change.put[0].id
    return Outcome(
        change=replace(change, merge_key=f"retitle {made}"),
        selection=frozenset({made}),
        at=(made, role),
        typing=Typing(made, "title", role, is_new=True),
    )


def new_touchpoint_after(journey: Journey, touchpoint_id: str, role: str) -> Outcome:
    """Make a touchpoint behind another one of the role: a unit later, or half way to the next where that is nearer."""
    here = journey.the(Touchpoint, touchpoint_id)
    line = journey.touchpoints_of(role)
    place = bisect_right(line, sort_key(here), key=sort_key)
    room = line[place].start - here.start if place < len(line) else 2 * STEP
    step = STEP if room >= 2 * STEP or room <= 0 else room / 2
    return new_touchpoint(journey, round(here.start + step, 6), role)
