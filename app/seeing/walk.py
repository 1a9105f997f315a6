"""Walking over the map by arrow keys: along a role's line, and across the roles of a shared touchpoint. No Qt."""

from __future__ import annotations

from typing import Literal

from app.layout.places import Places, Spot
from app.layout.result import Box

Direction = Literal["left", "right", "up", "down", "first", "last"]


def walked(places: Places, spot: Spot, direction: Direction) -> Spot | None:
    """Return the marker one step away, none at the end of the way."""
    if direction in ("up", "down"):
        return _across(places, spot, -1 if direction == "up" else 1)
    line = places.line(spot.role)
    if not line:
        return None
    if direction in ("first", "last"):
        end = line[0 if direction == "first" else -1]
        return None if end == spot else end
    here = next((index for index, other in enumerate(line) if other.touchpoint == spot.touchpoint), None)
    if here is None:
        return min(line, key=lambda other: abs(other.x - spot.x))
    there = here + (1 if direction == "right" else -1)
    return line[there] if 0 <= there < len(line) else None


def _across(places: Places, spot: Spot, step: int) -> Spot | None:
    shared = places.spots(spot.touchpoint)
    here = next((index for index, other in enumerate(shared) if other.role == spot.role), None)
    if here is not None and 0 <= here + step < len(shared):
        return shared[here + step]
    lanes = places.lanes
    if spot.role not in lanes:
        return None
    lane = lanes.index(spot.role) + step
    while 0 <= lane < len(lanes):
        line = places.line(lanes[lane])
        if line:
            return min(line, key=lambda other: abs(other.x - spot.x))
        lane += step
    return None


def found(places: Places, touchpoint: str, role: str = "") -> Spot | None:
    """Return the touchpoint's marker on the role's line, or else its uppermost."""
    spots = places.spots(touchpoint)
    return next((spot for spot in spots if spot.role == role), spots[0] if spots else None)


def entered(places: Places, seen: Box) -> Spot | None:
    """Return where a walk begins: the first marker in sight of the uppermost lane that has one, else the very first."""
    first: Spot | None = None
    for role in places.lanes:
        for spot in places.line(role):
            first = first or spot
            if seen.x <= spot.x <= seen.right and seen.y <= spot.y <= seen.bottom:
                return spot
    return first
