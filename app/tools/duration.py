"""Dragging the right edge of a touchpoint: how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from app.drawing.look import FAR
from app.i18n import tr
from app.layout.result import Point
from app.model.duration_text import duration_text
from app.model.edits.touchpoints import stretch
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.time_units import in_unit
from app.tools.ghost import Ghost, GhostBar, GhostRule
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.snap import snapped
from app.tools.tool import Cursor, Outcome

MOST_SELECTED = 8  # more at once show no edges
GAP = 7.0  # from a marker without duration to its edge, map units
HALF_HEIGHT = 9.0
REACH_PX = 5.0


class Edge(Struct, frozen=True):
    """The right edge of a selected touchpoint, beside the marker of its first role in sight."""

    touchpoint: str
    role: str
    left: float  # of the marker
    x: float
    y: float


def edges(ground: Ground) -> Iterator[Edge]:
    """Yield the right edges that can be dragged: of what is selected, while that is little."""
    if len(ground.selection) > MOST_SELECTED:
        return
    for record in sorted(ground.selection):
        touchpoint = ground.journey.get(record)
        if not isinstance(touchpoint, Touchpoint):
            continue
        spot = next(
            (s for role in touchpoint.roles for s in ground.places.spots(record) if s.role == role), None
        )
        if spot is None:
            continue
        length = length_of(ground.journey, touchpoint)
        end = spot.x + ground.layout.sizes.marker + GAP
        if length:
            end = max(end, spot.x + ground.x_of(touchpoint.start + length) - ground.x_of(touchpoint.start))
        yield Edge(record, spot.role, spot.x, end, spot.y)


def length_of(journey: Journey, touchpoint: Touchpoint) -> float:
    """Return how long a touchpoint lasts, in the timeline's unit; 0 where that is not known."""
    duration = touchpoint.duration
    return (in_unit(duration, journey.info.unit) or 0.0) if duration is not None else 0.0


def stretch_at(ground: Ground, pointer: Pointer) -> Stretch | None:
    """Begin to drag the edge at the pointer."""
    if pointer.zoom < FAR:
        return None
    reach = REACH_PX / pointer.zoom
    for edge in edges(ground):
        if abs(pointer.x - edge.x) <= reach and abs(pointer.y - edge.y) <= HALF_HEIGHT + reach:
            return Stretch(edge, pointer.x - edge.x)
    return None


class Stretch(Struct, frozen=True):
    """A drag of an edge, grasped `off` its middle."""

    edge: Edge
    off: float
    cursor: Cursor = "across"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show and plan how long the touchpoint would last."""
        touchpoint = ground.journey.the(Touchpoint, self.edge.touchpoint)
        start_x = ground.x_of(touchpoint.start)
        shift = self.edge.left - start_x  # a marker may stand beside its time
        end = snapped(ground, pointer.x - self.off - shift, pointer.zoom, is_free=pointer.modifiers.alt)
        change = stretch(ground.journey, touchpoint.id, end.time)
        changed = change.put[0]
        duration = changed.duration if isinstance(changed, Touchpoint) else None
        words = tr("Lasts {duration}", duration=duration_text(duration)) if duration else tr("No duration")
        right = max(ground.x_of(end.time) + shift, self.edge.left)
        shapes = (GhostBar(self.edge.left, right, self.edge.y, self.edge.role),)
        rules = (GhostRule(ground.x_of(end.time)),) if end.is_held and duration else ()
        ghost = Ghost((*shapes, *rules), words, Point(pointer.x, pointer.y), goes_on=True)
        return Outcome(ghost, change, cursor="across")
