"""Dragging touchpoints: along the timeline, up and down for the feeling, and into another role's lane."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from app.i18n import tr, trn
from app.layout.places import Spot
from app.layout.result import Lane, Point
from app.model.edits.participations import share
from app.model.edits.placing import place_touchpoint
from app.model.edits.touchpoints import move_touchpoints
from app.model.records import Touchpoint
from app.tools.ghost import (
    Ghost,
    GhostBox,
    GhostCurve,
    GhostGone,
    GhostMarker,
    GhostRod,
    GhostRule,
    GhostShape,
)
from app.tools.ground import Ground
from app.tools.landing import landing_words, landing_x
from app.tools.pointer import Pointer
from app.tools.snap import REACH_PX, Snapped, snapped
from app.tools.tool import MOST_TRIED, Cursor, Outcome

DRIFT = 0.3  # a drag that strays less from an axis, over its length, is meant along it ...
LEAST_STEPS, MOST_STEPS = 0.6, 0.9  # ... where that is between so many steps of feeling
MOST_PX = 14.0  # ... or at most so far in time
_MOST_GHOSTS = 200  # markers shown while many are dragged together


def move_at(ground: Ground, pointer: Pointer) -> Move | None:
    """Begin to drag the touchpoint at the pointer, with all that is selected where it is."""
    hit = ground.hit(pointer.x, pointer.y, pointer.zoom)
    record = ground.journey.get(hit.record) if hit is not None else None
    if hit is None or not isinstance(record, Touchpoint):
        return None
    spot = ground.spot(record.id, hit.role)
    if spot is None:
        return None
    together = ground.selection if record.id in ground.selection else frozenset({record.id})
    return Move(spot, pointer.x, pointer.y, together)


class Move(Struct, frozen=True):
    """A drag of the marker `spot`, grasped at (x, y), and of all touchpoints among `ids` with it."""

    spot: Spot
    x: float
    y: float
    ids: frozenset[str]
    cursor: Cursor = "hand"
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show and plan where it would land."""
        dx, dy = self._way(ground, pointer)
        touchpoint = ground.journey.the(Touchpoint, self.spot.touchpoint)
        start = self._start(ground, touchpoint, dx, pointer)
        if len(self.ids) > 1:
            return self._together(ground, pointer, start, touchpoint)
        own = ground.lane(self.spot.role)
        lane = ground.lane_nearest(self.spot.y + dy)
        if lane is None or own is None:
            return Outcome()
        if lane.role != own.role and pointer.modifiers.control:
            return shared_at(ground, pointer, self.spot, lane, self.spot.y + dy)
        return self._alone(ground, pointer, touchpoint, start, lane, dy)

    def _way(self, ground: Ground, pointer: Pointer) -> tuple[float, float]:
        """Return how far it was dragged: along one axis alone where the hand means one, or Shift says so."""
        dx, dy = pointer.x - self.x, pointer.y - self.y
        if pointer.modifiers.shift:
            return (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        own = ground.lane(self.spot.role)
        is_home = own is not None and own.y <= self.spot.y + dy < own.y + own.height
        if (
            own is not None
            and is_home
            and abs(dy) < _drift(dx, own.step * LEAST_STEPS, own.step * MOST_STEPS)
        ):
            dy = 0.0
        if not pointer.modifiers.alt and abs(dx) < _drift(
            dy, REACH_PX / pointer.zoom, MOST_PX / pointer.zoom
        ):
            dx = 0.0
        return dx, dy

    def _start(self, ground: Ground, touchpoint: Touchpoint, dx: float, pointer: Pointer) -> Snapped:
        if dx == 0:
            return Snapped(touchpoint.start)
        begun = self.spot.x if len(self.ids) == 1 else ground.x_of(touchpoint.start)
        x = begun + dx  # a marker may stand beside its time: alone it lands where the eye sees it
        return snapped(ground, x, pointer.zoom, is_free=pointer.modifiers.alt, without=self.ids)

    def _alone(
        self, ground: Ground, pointer: Pointer, touchpoint: Touchpoint, start: Snapped, lane: Lane, dy: float
    ) -> Outcome:
        part = touchpoint.participation(self.spot.role)
        before = part.feeling if part is not None else None
        feeling: int | None = ground.feeling_at(lane, self.spot.y + dy)
        if before is None and feeling == 0:
            feeling = None  # it was only moved along or to another lane
        change = place_touchpoint(
            ground.journey, touchpoint.id, self.spot.role, start.time, feeling, lane.role
        )
        spots = [spot for spot in ground.places.spots(touchpoint.id) if spot.role != self.spot.role]
        placed = change.put[0]
        assert isinstance(placed, Touchpoint)
        x = landing_x(ground, placed, self.ids)
        marker = GhostMarker(x, ground.y_of(lane, feeling), lane.role, feeling is None)
        others = [GhostMarker(x, spot.y, spot.role) for spot in spots]
        at = ground.x_of(start.time)
        gone = [GhostGone(spot.x, spot.y, spot.role) for spot in (self.spot, *spots)]
        shapes: list[GhostShape] = [*gone, *_rules(start, at), *_lane_box(ground, lane, self.spot.role)]
        if others:
            ys = [marker.y, *(other.y for other in others)]
            shapes.append(GhostRod(x, min(ys), max(ys)))
        shapes += [_line(ground, lane, touchpoint.id, x, marker.y), *others, marker]
        words = landing_words(ground.journey, start.time, lane.role, feeling)
        ghost = Ghost(tuple(shapes), words, Point(pointer.x, pointer.y), goes_on=True)
        held = Point(at, marker.y)
        return Outcome(ghost, change, at=(touchpoint.id, lane.role), cursor="grab", held=held)

    def _together(self, ground: Ground, pointer: Pointer, start: Snapped, touchpoint: Touchpoint) -> Outcome:
        delta = start.time - touchpoint.start
        ids, count = self.ids, len(self.ids)
        change = None
        if delta and (count <= MOST_TRIED or not pointer.is_down):
            moved = sorted(i for i in ids if isinstance(ground.journey.get(i), Touchpoint))
            count = len(moved)
            change = move_touchpoints(ground.journey, moved, delta)
        carried = self._in_sight(ground)
        shapes: list[GhostShape] = [GhostGone(spot.x, spot.y, spot.role) for spot in carried]
        shapes += _rules(start, ground.x_of(start.time))
        for spot in carried:
            begun = ground.journey.the(Touchpoint, spot.touchpoint).start
            x = spot.x + ground.x_of(begun + delta) - ground.x_of(begun)  # what is beside its time stays so
            shapes.append(GhostMarker(x, spot.y, spot.role))
        words = tr(
            "{what} · {when}",
            what=trn("{count} touchpoint", "{count} touchpoints", count),
            when=landing_words(ground.journey, start.time),
        )
        ghost = Ghost(tuple(shapes), words, Point(pointer.x, pointer.y), goes_on=True)
        held = Point(ground.x_of(start.time), self.spot.y)
        return Outcome(ghost, change, cursor="grab", held=held)

    def _in_sight(self, ground: Ground) -> list[Spot]:
        """Return markers that are dragged along: those in sight, of many only some, and always the grasped one's."""
        found = [spot for spot in ground.spots_in(ground.seen) if spot.touchpoint in self.ids][:_MOST_GHOSTS]
        own = [spot for spot in ground.places.spots(self.spot.touchpoint) if spot not in found]
        return [*found, *own]


def _drift(along: float, least: float, most: float) -> float:
    """Return how far a hand strays that moves so far along the other axis."""
    return min(max(DRIFT * abs(along), least), most)


def shared_at(ground: Ground, pointer: Pointer, spot: Spot, lane: Lane, y: float) -> Outcome:
    """Let the role of another lane take part in the touchpoint, at the feeling of the height `y`."""
    feeling = ground.feeling_at(lane, y)
    change = share(ground.journey, spot.touchpoint, lane.role, feeling=feeling)
    shared = change.put[0]
    assert isinstance(shared, Touchpoint)
    x = landing_x(ground, shared, frozenset())
    marker = GhostMarker(x, ground.y_of(lane, feeling), lane.role)
    rod = GhostRod(x, min(spot.y, marker.y), max(spot.y, marker.y))
    shapes = (*_lane_box(ground, lane, spot.role), rod, GhostMarker(x, spot.y, spot.role), marker)
    words = tr("Share with {where}", where=landing_words(ground.journey, None, lane.role, feeling))
    ghost = Ghost(shapes, words, Point(pointer.x, pointer.y))
    return Outcome(ghost, change, cursor="copy", held=Point(ground.x_of(shared.start), marker.y))


def _rules(start: Snapped, x: float) -> list[GhostShape]:
    return [GhostRule(x)] if start.is_held else []


def _lane_box(ground: Ground, lane: Lane, from_role: str) -> list[GhostShape]:
    """Mark the lane where it is another one."""
    if lane.role == from_role:
        return []
    box = ground.layout.map_box
    return [GhostBox(box._replace(y=lane.y, height=lane.height), lane.role)]


def _line(ground: Ground, lane: Lane, touchpoint: str, x: float, y: float) -> GhostCurve:
    """Preview how the lane's line would run to its neighbours' markers: level where it meets them."""
    before, after = ground.neighbours(lane.role, x, touchpoint)
    beside = ground.layout.sizes.marker
    points = [Point(spot.x + beside, spot.y) for spot in (before,) if spot is not None]
    points.append(Point(x, y))
    points += [Point(spot.x - beside, spot.y) for spot in (after,) if spot is not None]
    segments: list[tuple[str, float, float] | tuple[str, float, float, float, float, float, float]]
    segments = [("M", *points[0])]
    for start, end in pairwise(points):
        middle = (start.x + end.x) / 2
        segments.append(("C", middle, start.y, middle, end.y, *end))
    return GhostCurve(tuple(segments), lane.role, is_dashed=True)
