"""The handle of a marker, a + beside it that links are pulled from: where it is, and which marker offers it."""

from __future__ import annotations

from app.drawing.look import FAR
from app.layout.places import Spot
from app.tools.ground import Ground
from app.tools.pointer import Pointer

OFFSET = 18.0  # right of and below the marker's centre
RADIUS = 7.5
LEAST_PX = 6.5  # the handle's radius on the screen
LEAST_OFFSET_PX = 12.0
REACH_PX = 3.0  # a press beside a handle still means it


def handle_at(ground: Ground, pointer: Pointer) -> Spot | None:
    """Return the marker whose handle is at the pointer: of what is selected, or of a marker the pointer came from."""
    spot = offered_at(ground, pointer)
    if spot is None:
        return None
    offset = handle_offset(pointer.zoom)
    away = pointer.away(spot.x + offset, spot.y + offset)
    is_grasped = away <= handle_radius(pointer.zoom) + REACH_PX / pointer.zoom
    return spot if is_grasped and away < pointer.away(spot.x, spot.y) else None


def handle_radius(zoom: float) -> float:
    """Return the radius of the handle on the map: it stays large enough for a hand where markers get small."""
    return max(RADIUS, LEAST_PX / zoom)


def handle_offset(zoom: float) -> float:
    """Return how far right of and below the marker's centre the handle is: never under a hand on the marker."""
    return max(OFFSET, LEAST_OFFSET_PX / zoom)


def offered_at(ground: Ground, pointer: Pointer) -> Spot | None:
    """Return the marker that offers its handle while the pointer is here: on the marker, on the handle, or between."""
    offset = handle_offset(pointer.zoom)
    lanes = [lane for y in (pointer.y, pointer.y - offset) if (lane := ground.lane_at(y)) is not None]
    roles = dict.fromkeys(lane.role for lane in lanes if ground.is_on_lanes(pointer.x, lane.y))
    reach = 2 * offset
    near = [
        spot
        for role in roles
        for spot in ground.spots_near(role, pointer.x, reach)
        if _offers(ground, pointer, spot)
    ]
    return min(near, key=lambda spot: pointer.away(spot.x + offset / 2, spot.y + offset / 2), default=None)


def _offers(ground: Ground, pointer: Pointer, spot: Spot) -> bool:
    """Tell whether the pointer is near the way from the marker to its handle; another's card in the way is meant itself."""
    offset = handle_offset(pointer.zoom)
    along = min(max((pointer.x - spot.x + pointer.y - spot.y) / (2 * offset), 0.0), 1.0)
    away = pointer.away(spot.x + along * offset, spot.y + along * offset)
    marker, handle = ground.layout.sizes.marker, handle_radius(pointer.zoom)
    if away > marker + (handle - marker) * along + REACH_PX:
        return False
    if spot.touchpoint in ground.selection:
        return True
    return pointer.zoom >= FAR and not _is_covered(ground, pointer, spot)


def _is_covered(ground: Ground, pointer: Pointer, spot: Spot) -> bool:
    """Tell whether another touchpoint's card is where the pointer or the handle is."""
    places = ((pointer.x, pointer.y), (spot.x + OFFSET, spot.y + OFFSET))
    hits = [ground.hit(*place, pointer.zoom) for place in places]
    return any(hit is not None and hit.layer == "cards" and hit.record != spot.touchpoint for hit in hits)
