"""What a double click does: words are typed where they stand, and an empty place of a lane gets a touchpoint."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.hit import Hit
from app.layout.result import Point
from app.model.records import Role
from app.tools.ground import Ground
from app.tools.newcomer import new_touchpoint
from app.tools.phases import phase_in_gap
from app.tools.pointer import Pointer
from app.tools.role_plans import new_role
from app.tools.snap import snapped
from app.tools.tool import NOTHING, Outcome, Typing
from app.tools.words import typing_of


def opened(ground: Ground, pointer: Pointer, hit: Hit | None) -> Outcome:
    """Return what a double click at the pointer does."""
    if hit is not None:
        typing = typing_of(ground.journey, hit.record, hit.role)
        return Outcome(typing=typing) if typing is not None else Outcome(opened=hit.record)
    field = ground.title_field_at(pointer.x, pointer.y)
    if field:
        return Outcome(typing=Typing(ground.journey.info.id, field))
    if ground.is_on_band(pointer.y) and pointer.x >= ground.layout.map_box.x:
        return phase_in_gap(ground, pointer)
    if not ground.journey.all(Role):
        return new_role(ground.journey)
    lane = ground.lane_at(pointer.y)
    if lane is None or not ground.is_on_lanes(pointer.x, pointer.y):
        return NOTHING
    time = snapped(ground, pointer.x, pointer.zoom, is_free=pointer.modifiers.alt).time
    held = Point(ground.x_of(time), lane.neutral_y)
    return replace(new_touchpoint(ground.journey, time, lane.role), held=held)
