"""What a double click does: words are typed where they stand, and an empty place of a lane gets a touchpoint."""

from __future__ import annotations

from app.drawing.hit import Hit
from app.model.journey import Journey
from app.model.records import Insight, Link, Phase, Role, Touchpoint
from app.tools.ground import Ground
from app.tools.newcomer import new_touchpoint
from app.tools.pointer import Pointer
from app.tools.snap import snapped
from app.tools.tool import NOTHING, Outcome, Typing

TYPED = {Touchpoint: "title", Role: "name", Phase: "name", Link: "label", Insight: "text"}


def opened(ground: Ground, pointer: Pointer, hit: Hit | None) -> Outcome:
    """Return what a double click at the pointer does."""
    if hit is not None:
        typing = typing_of(ground.journey, hit.record, hit.role)
        return Outcome(typing=typing) if typing is not None else Outcome(opened=hit.record)
    lane = ground.lane_at(pointer.y)
    if lane is None or not ground.is_on_lanes(pointer.x, pointer.y):
        return NOTHING
    time = snapped(ground, pointer.x, pointer.zoom, is_free=pointer.modifiers.alt).time
    return new_touchpoint(ground.journey, time, lane.role)


def typing_of(journey: Journey, record_id: str, role: str = "") -> Typing | None:
    """Return which words of a record are typed on the map, or none."""
    record = journey.get(record_id)
    field = TYPED.get(type(record)) if record is not None else None
    return Typing(record_id, field, role) if field is not None else None
