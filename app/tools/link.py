"""Links by hand: pulled from a marker's handle, and their ends dragged to other touchpoints."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.drawing.look import FAR
from app.i18n import tr
from app.layout.places import Spot
from app.layout.result import Point, Segments
from app.model.edits import links
from app.model.names import called
from app.model.records import Link, Touchpoint
from app.model.vocabulary import link_kinds, name_in
from app.tools.ghost import Ghost, GhostCurve, GhostMarker
from app.tools.ground import Ground
from app.tools.move import shared_at
from app.tools.pointer import Pointer
from app.tools.tool import Cursor, Outcome, Typing

HANDLE = 18.0  # right of and below the marker's centre
HANDLE_RADIUS = 7.5
LEAST_PX = 6.5  # the handle's radius on the screen
LEAST_OFFSET_PX = 12.0
REACH_PX = 3.0  # a press beside a handle still means it
MAGNET_PX = 22.0  # a marker so near is meant
END_PX = 9.0
KIND = "kind"  # the field that is asked for after the drop
_BEND = 0.55  # of the height, where the handles of the curve are (VISUAL.md, handoff)
_LEAST_BEND = 30.0
_MOST_SELECTED = 60  # of more the ends are no handles
_LEAVES, _ARRIVES = 15.0, 21.0  # from the markers' centres (VISUAL.md)


def pull_at(ground: Ground, pointer: Pointer) -> Pull | None:
    """Begin to pull a link from the handle at the pointer."""
    spot = handle_at(ground, pointer)
    return None if spot is None else Pull(spot)


def handle_at(ground: Ground, pointer: Pointer) -> Spot | None:
    """Return the marker whose handle is at the pointer: of what is selected, or of a marker the pointer came from."""
    spot = offered_at(ground, pointer)
    if spot is None:
        return None
    offset = handle_offset(pointer.zoom)
    away = _away(pointer, spot.x + offset, spot.y + offset)
    is_grasped = away <= handle_radius(pointer.zoom) + REACH_PX / pointer.zoom
    return spot if is_grasped and away < _away(pointer, spot.x, spot.y) else None


def handle_radius(zoom: float) -> float:
    """Return the radius of the handle on the map: it stays large enough for a hand where markers get small."""
    return max(HANDLE_RADIUS, LEAST_PX / zoom)


def handle_offset(zoom: float) -> float:
    """Return how far right of and below the marker's centre the handle is: never under a hand on the marker."""
    return max(HANDLE, LEAST_OFFSET_PX / zoom)


def offered_at(ground: Ground, pointer: Pointer) -> Spot | None:
    """Return the marker that offers its handle while the pointer is here: on the marker, on the handle, or between."""
    offset = handle_offset(pointer.zoom)
    lanes = [lane for y in (pointer.y, pointer.y - offset) if (lane := ground.lane_at(y)) is not None]
    roles = dict.fromkeys(lane.role for lane in lanes if ground.is_on_lanes(pointer.x, lane.y))
    near = [spot for role in roles for spot in _near(ground, role, pointer) if _offers(ground, pointer, spot)]
    return min(near, key=lambda spot: _away(pointer, spot.x + offset / 2, spot.y + offset / 2), default=None)


def _offers(ground: Ground, pointer: Pointer, spot: Spot) -> bool:
    """Tell whether the pointer is near the way from the marker to its handle; another's card in the way is meant itself."""
    offset = handle_offset(pointer.zoom)
    along = min(max((pointer.x - spot.x + pointer.y - spot.y) / (2 * offset), 0.0), 1.0)
    away = _away(pointer, spot.x + along * offset, spot.y + along * offset)
    marker, handle = ground.layout.sizes.marker, handle_radius(pointer.zoom)
    if away > marker + (handle - marker) * along + REACH_PX:
        return False
    if spot.touchpoint in ground.selection:
        return True
    return pointer.zoom >= FAR and not _is_covered(ground, pointer, spot)


def _is_covered(ground: Ground, pointer: Pointer, spot: Spot) -> bool:
    """Tell whether another touchpoint's card is where the pointer or the handle is."""
    places = ((pointer.x, pointer.y), (spot.x + HANDLE, spot.y + HANDLE))
    hits = [ground.hit(*place, pointer.zoom) for place in places]
    return any(hit is not None and hit.layer == "cards" and hit.record != spot.touchpoint for hit in hits)


def _near(ground: Ground, role: str, pointer: Pointer) -> Sequence[Spot]:
    """Return the role's markers that may be reached from the pointer. O(log n)."""
    line, reach = ground.places.line(role), handle_offset(pointer.zoom) * 2 + MAGNET_PX / pointer.zoom
    first = bisect_left(line, pointer.x - reach, key=attrgetter("x"))
    return line[first : bisect_right(line, pointer.x + reach, key=attrgetter("x"))]


def _away(pointer: Pointer, x: float, y: float) -> float:
    return math.hypot(pointer.x - x, pointer.y - y)


def target_at(ground: Ground, pointer: Pointer, without: str) -> Spot | None:
    """Return the marker that is meant: of the touchpoint under the pointer, or one very near."""
    hit = ground.hit(pointer.x, pointer.y, pointer.zoom)
    if hit is not None and hit.record != without and isinstance(ground.journey.get(hit.record), Touchpoint):
        return ground.spot(hit.record, hit.role or _role_at(ground, pointer))
    lane = ground.lane_at(pointer.y)
    if lane is None:
        return None
    near = [spot for spot in _near(ground, lane.role, pointer) if spot.touchpoint != without]
    found = min(near, key=lambda spot: _away(pointer, spot.x, spot.y), default=None)
    if found is None or _away(pointer, found.x, found.y) * pointer.zoom > MAGNET_PX:
        return None
    return found


def _role_at(ground: Ground, pointer: Pointer) -> str:
    lane = ground.lane_at(pointer.y)
    return "" if lane is None else lane.role


class Pull(Struct, frozen=True):
    """A drag from a marker's handle: onto another touchpoint it links, onto another role's lane it shares."""

    spot: Spot
    kind: str = "handoff"
    cursor: Cursor = "cross"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the arrow and plan the link."""
        target = target_at(ground, pointer, self.spot.touchpoint)
        if target is not None:
            return linked(ground, self.spot, target, self.kind, Point(pointer.x, pointer.y))
        lane = ground.lane_at(pointer.y)
        touchpoint = ground.journey.the(Touchpoint, self.spot.touchpoint)
        is_on_lanes = ground.is_on_lanes(pointer.x, pointer.y)
        if lane is not None and is_on_lanes and touchpoint.participation(lane.role) is None:
            return shared_at(ground, pointer, self.spot, lane, pointer.y)
        here = Point(pointer.x, pointer.y)
        curve = GhostCurve(arrow_segments(Point(self.spot.x, self.spot.y), here), has_arrow=True)
        words = tr("Drop it on a touchpoint to link, on a lane to share")
        return Outcome(Ghost((curve,), words, here), cursor="cross")


def linked(ground: Ground, source: Spot, target: Spot, kind: str, at: Point) -> Outcome:
    """Link two markers, and then ask for the kind."""
    journey = ground.journey
    roles = {"source_role": _named(ground, source), "target_role": _named(ground, target)}
    change = links.link(journey, source.touchpoint, target.touchpoint, kind, **roles)
    new = change.put[0].id
    curve = GhostCurve(arrow_segments(Point(source.x, source.y), Point(target.x, target.y)), has_arrow=True)
    title = called(journey.the(Touchpoint, target.touchpoint))
    words = tr("{kind} to {title}", kind=name_in(link_kinds(), kind), title=title)
    return Outcome(
        Ghost((curve, GhostMarker(target.x, target.y, target.role)), words, at),
        replace(change, merge_key=f"link {new} {KIND}"),
        selection=frozenset({new}),
        typing=Typing(new, KIND),
        cursor="cross",
    )


def _named(ground: Ground, spot: Spot) -> str:
    """Return the role at an end, where the touchpoint has several."""
    return spot.role if ground.journey.the(Touchpoint, spot.touchpoint).is_shared else ""


def reattach_at(ground: Ground, pointer: Pointer) -> Reattach | None:
    """Begin to drag an end of a selected link."""
    if len(ground.selection) > _MOST_SELECTED:
        return None
    reach = END_PX / pointer.zoom
    for record in ground.selection:
        if isinstance(ground.journey.get(record), Link):
            for side, end in ends_of(ground, record).items():
                if _away(pointer, end.x, end.y) <= reach:
                    return Reattach(record, side)
    return None


End = Literal["source", "target"]


def ends_of(ground: Ground, link: str) -> dict[End, Point]:
    """Return where the ends of a link are on the map; nothing where it is not shown."""
    points = [
        Point(float(segment[-2]) + x, float(segment[-1]))
        for x, segments in ground.places.curves(link)
        for segment in segments
        if len(segment) > 1
    ]
    return {"source": points[0], "target": points[-1]} if points else {}


class Reattach(Struct, frozen=True):
    """A drag of one end of a link to another touchpoint."""

    link: str
    side: End
    cursor: Cursor = "hand"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the arrow, and plan where it is attached."""
        link = ground.journey.the(Link, self.link)
        far, near = (link.target, link.source) if self.side == "source" else (link.source, link.target)
        ends = ends_of(ground, self.link)
        fixed = ends.get("target" if self.side == "source" else "source", Point(pointer.x, pointer.y))
        target = target_at(ground, pointer, "")
        here = Point(pointer.x, pointer.y) if target is None else Point(target.x, target.y)
        pair = (here, fixed) if self.side == "source" else (fixed, here)
        ghost = Ghost((GhostCurve(arrow_segments(*pair), has_arrow=True),), "", Point(pointer.x, pointer.y))
        if target is None:
            return Outcome(replace(ghost, words=tr("Drop it on a touchpoint")), cursor="grab")
        if target.touchpoint == near:
            return Outcome(ghost, cursor="grab")
        role = _named(ground, target)
        change = links.reattach(ground.journey, self.link, **{self.side: target.touchpoint, "role": role})
        source, goal = (target.touchpoint, far) if self.side == "source" else (far, target.touchpoint)
        words = tr(
            "{source} to {title}",
            source=called(ground.journey.the(Touchpoint, source)),
            title=called(ground.journey.the(Touchpoint, goal)),
        )
        marker = GhostMarker(target.x, target.y, target.role)
        return Outcome(replace(ghost, shapes=(*ghost.shapes, marker), words=words), change, cursor="grab")


def arrow_segments(start: Point, end: Point) -> Segments:
    """Return a curve between two markers that leaves and arrives as links are drawn: upright between lanes.

    It keeps clear of the markers themselves.
    """
    across, down = end.x - start.x, end.y - start.y
    if abs(down) >= _LEAST_BEND or abs(down) >= abs(across):
        way = math.copysign(1.0, down)
        first, last = start.y + _LEAVES * way, end.y - _ARRIVES * way
        bend = (last - first) * _BEND
        return (("M", start.x, first), ("C", start.x, first + bend, end.x, last - bend, end.x, last))
    first, last = start.y - _LEAVES, end.y - _ARRIVES
    lift = -min(max(abs(across) * 0.25, _LEAST_BEND), 70.0)
    return (
        ("M", start.x, first),
        ("C", start.x + across * 0.15, first + lift, end.x - across * 0.15, last + lift, end.x, last),
    )
