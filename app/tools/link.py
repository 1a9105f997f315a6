"""Links by hand, pulled from a marker's handle: onto another touchpoint, into another lane, onto free ground."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from app.i18n import tr
from app.layout.places import Spot
from app.layout.result import Lane, Point, Segments
from app.model.change import Change
from app.model.edits import links
from app.model.ids import new_id
from app.model.names import called
from app.model.records import Touchpoint
from app.model.vocabulary import link_kinds, name_in
from app.tools.ghost import Ghost, GhostCurve, GhostMarker
from app.tools.ground import Ground
from app.tools.handle import handle_at
from app.tools.landing import landing_words, landing_x
from app.tools.move import shared_at
from app.tools.pointer import Pointer
from app.tools.snap import snapped
from app.tools.tool import Cursor, Outcome, Typing

MAGNET_PX = 22.0  # a marker so near is meant
GIVEN_UP_PX = 40.0  # let go so near to where it began, nothing is meant
ASIDE_PX = 60.0  # so far from its time a touchpoint is hardly meant to be shared
KIND = "kind"  # the field that is asked for after the drop
DEFAULT_KIND = "handoff"  # until it is chosen
_BEND = 0.55  # of the height, where the handles of the curve are (VISUAL.md, handoff)
_LEAST_BEND = 30.0
_LEAVES, _ARRIVES = 15.0, 21.0  # from the markers' centres (VISUAL.md)


def pull_at(ground: Ground, pointer: Pointer) -> Pull | None:
    """Begin to pull a link from the handle at the pointer."""
    spot = handle_at(ground, pointer)
    return None if spot is None else Pull(spot, new_id())


def target_at(ground: Ground, pointer: Pointer, without: str) -> Spot | None:
    """Return the marker that is meant: of the touchpoint under the pointer, or one very near."""
    hit = ground.hit(pointer.x, pointer.y, pointer.zoom)
    if hit is not None and hit.record != without and isinstance(ground.journey.get(hit.record), Touchpoint):
        return ground.spot(hit.record, hit.role or _role_at(ground, pointer))
    lane = ground.lane_at(pointer.y)
    if lane is None:
        return None
    reach = MAGNET_PX / pointer.zoom
    near = [spot for spot in ground.spots_near(lane.role, pointer.x, reach) if spot.touchpoint != without]
    found = min(near, key=lambda spot: pointer.away(spot.x, spot.y), default=None)
    if found is None or pointer.away(found.x, found.y) * pointer.zoom > MAGNET_PX:
        return None
    return found


def _role_at(ground: Ground, pointer: Pointer) -> str:
    lane = ground.lane_at(pointer.y)
    return "" if lane is None else lane.role


class Pull(Struct, frozen=True):
    """A drag from a marker's handle: onto another touchpoint it links, into another role's lane it shares.

    On free ground of its own lanes it makes a linked touchpoint, whose id is `new`; with Shift in any lane.
    """

    spot: Spot
    new: str
    cursor: Cursor = "cross"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the arrow, and plan what it comes to."""
        here = Point(pointer.x, pointer.y)
        target = target_at(ground, pointer, self.spot.touchpoint)
        if target is not None:
            return linked(ground, self.spot, target, here)
        lane = ground.lane_at(pointer.y) if ground.is_on_lanes(pointer.x, pointer.y) else None
        if lane is None or self._is_given_up(ground, pointer):
            curve = GhostCurve(arrow_segments(Point(self.spot.x, self.spot.y), here), has_arrow=True)
            words = tr("Drop it on a touchpoint to link, in another lane to share, in its own for a new one")
            return Outcome(Ghost((curve,), words, here), cursor="cross")
        takes_part = ground.journey.the(Touchpoint, self.spot.touchpoint).participation(lane.role) is not None
        if takes_part or pointer.modifiers.shift:
            return self._onwards(ground, pointer, lane)
        return self._shared(ground, pointer, lane)

    def _is_given_up(self, ground: Ground, pointer: Pointer) -> bool:
        """Tell whether the pointer is back where it began."""
        hit = ground.hit(pointer.x, pointer.y, pointer.zoom)
        is_near = pointer.away(self.spot.x, self.spot.y) * pointer.zoom < GIVEN_UP_PX
        return is_near or (hit is not None and hit.record == self.spot.touchpoint)

    def _shared(self, ground: Ground, pointer: Pointer, lane: Lane) -> Outcome:
        planned = shared_at(ground, pointer, self.spot, lane, pointer.y)
        if planned.ghost is None or abs(pointer.x - self.spot.x) * pointer.zoom < ASIDE_PX:
            return planned
        words = tr("{what} · Shift: a new one here", what=planned.ghost.words)
        return replace(planned, ghost=replace(planned.ghost, words=words))

    def _onwards(self, ground: Ground, pointer: Pointer, lane: Lane) -> Outcome:
        """Link to a touchpoint that is made here, and type its title: one step."""
        rested = snapped(ground, pointer.x, pointer.zoom, is_free=pointer.modifiers.alt)
        role = named_end(ground, self.spot)
        change = links.link_onwards(
            ground.journey, self.spot.touchpoint, lane.role, rested.time, self.new, role
        )
        made = change.put[0]
        assert isinstance(made, Touchpoint)
        goal = Point(landing_x(ground, made, frozenset()), lane.neutral_y)
        curve = GhostCurve(arrow_segments(Point(self.spot.x, self.spot.y), goal), has_arrow=True)
        words = tr("New touchpoint: {where}", where=landing_words(ground.journey, rested.time, lane.role))
        shapes = (curve, GhostMarker(*goal, lane.role, is_hollow=True))
        return Outcome(
            Ghost(shapes, words, Point(pointer.x, pointer.y), goes_on=True),
            replace(change, merge_key=f"retitle {made.id}"),
            selection=frozenset({made.id}),
            at=(made.id, lane.role),
            typing=Typing(made.id, "title", lane.role, is_new=True),
            cursor="cross",
            held=Point(ground.x_of(rested.time), lane.neutral_y),
        )


def linked(ground: Ground, source: Spot, target: Spot, at: Point) -> Outcome:
    """Link two markers, and then ask for the kind; the words stand at `at`."""
    journey = ground.journey
    roles = {"source_role": named_end(ground, source), "target_role": named_end(ground, target)}
    change = links.link(journey, source.touchpoint, target.touchpoint, DEFAULT_KIND, **roles)
    curve = GhostCurve(arrow_segments(Point(source.x, source.y), Point(target.x, target.y)), has_arrow=True)
    words = tr(
        "{kind} to {title}",
        kind=name_in(link_kinds(), DEFAULT_KIND),
        title=called(journey.the(Touchpoint, target.touchpoint)),
    )
    ghost = Ghost((curve, GhostMarker(target.x, target.y, target.role)), words, at)
    return replace(new_link(change), ghost=ghost, cursor="cross")


def new_link(change: Change) -> Outcome:
    """Make the link that is put first, select it, and ask for its kind: one step."""
    new = change.put[0].id
    return Outcome(
        change=replace(change, merge_key=f"link {new} {KIND}"),
        selection=frozenset({new}),
        typing=Typing(new, KIND),
    )


def named_end(ground: Ground, spot: Spot) -> str:
    """Return the role at an end, where the touchpoint has several."""
    return spot.role if ground.journey.the(Touchpoint, spot.touchpoint).is_shared else ""


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
