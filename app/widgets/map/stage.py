"""One drawing made ready for the screen: its planes, what is where in it, and the headers that stay in sight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.drawing.hit import Hit, Index, Item
from app.drawing.look import FAR
from app.drawing.shapes import Drawing, Group, Shape
from app.drawing.tokens import Theme
from app.layout.places import Places
from app.layout.result import Box, Layout
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.model.references import belongs_to
from app.seeing.lighting import Light
from app.seeing.pins import Pins
from app.seeing.sweep import Sweeps
from app.widgets.map.headers import Headers
from app.widgets.map.surface import Piece, Plane

CURVED_LAYERS = frozenset({"links", "lines"})
CHOSEN_LAYERS = frozenset({"markers", "cards"})  # where a touchpoint is meant itself
SAID_LAYERS = frozenset({"note"})  # said over the map instead, where one looks
LIFTED_LAYERS = frozenset({"title"})
GROUND_LAYERS = frozenset({"lanes", "background"})  # where a click is a click on empty ground
REACH_PX = 4.0  # a pointer touches what is so near


class Stage:
    """A layout and its drawing, ready to be shown and touched; what a former stage had ready is taken over."""

    def __init__(
        self,
        journey: Journey,
        layout: Layout,
        drawing: Drawing,
        theme: Theme,
        previous: Stage | None = None,
        index: Index | None = None,
        places: Places | None = None,
    ) -> None:
        self.journey = journey
        self.layout = layout
        self.drawing = drawing
        self.theme = theme
        self.index: Index = index or Index(drawing, previous.index if previous else None)
        self.places: Places = places or Places(layout, previous.places if previous else None)
        self.box = Box(0, 0, drawing.width, drawing.height)
        kept = previous is not None and previous.headers.is_of(drawing)
        self.headers: Headers = previous.headers if previous is not None and kept else Headers(drawing)
        self.sweeps: Sweeps = previous.sweeps if previous else Sweeps()

    @property
    def pins(self) -> Pins:
        """Where the headers are."""
        return self.headers.pins

    def map_plane(self, zoom: float, roles: frozenset[str] = frozenset()) -> Plane:
        """Return all that scrolls, or of it what belongs to these roles, for one zoom."""
        if roles:
            return Plane(" ".join(("map", *sorted(roles))), partial(self._lit_pieces, roles))
        return Plane("map", partial(self._pieces, self.pins.lift(zoom)), self.drawing.background)

    def light_plane(self, light: Light) -> Plane:
        """Return of all that scrolls what a light leaves lit."""
        return Plane(light.name, partial(self._lighted_pieces, light.records))

    def hit(self, x: float, y: float, zoom: float) -> Hit | None:
        """Return what stands at a point of the drawing, none on empty ground."""
        reach = REACH_PX / zoom
        found = self.index.at(x, y, reach, zoom)
        if zoom < FAR and (found is None or found.layer not in CHOSEN_LAYERS):
            marker = self.index.at(
                x, y, reach, FAR
            )  # from far a shared one is its rod alone, and as good to grasp
            found = marker if marker is not None and marker.layer == "markers" else found
        return None if found is None or found.layer in GROUND_LAYERS else found

    def roles_of(self, hit: Hit) -> frozenset[str]:
        """Return the roles that what was touched belongs to."""
        if hit.role:
            return frozenset({hit.role})
        return frozenset(spot.role for spot in self.places.spots(hit.record))

    def title_at(self, hit: Hit, x: float, y: float, zoom: float) -> str:
        """Return the words of what was touched."""
        reach = REACH_PX / zoom
        for item in reversed(self.index.items(Box(x - reach, y - reach, 2 * reach, 2 * reach))):
            title = _title(item.shape, hit.record) if item.layer.name == hit.layer else ""
            if title:
                return title
        return ""

    def time_at(self, x: float) -> float:
        """Return the time at a place of the map."""
        return self.layout.scale.time(x)

    def x_of(self, time: float) -> float:
        """Return the place of a time."""
        return self.layout.scale.x(time)

    def y_like(self, other: Stage, y: float) -> float:
        """Return where the feeling of a lane stands here that is at `y` in another stage; the same y outside all lanes."""
        lanes = {lane.role: lane for lane in self.layout.lanes}
        for lane in other.layout.lanes:
            if lane.y <= y < lane.y + lane.height and lane.role in lanes:
                mine = lanes[lane.role]
                grown = mine.step / lane.step if lane.step else 1.0
                return mine.neutral_y + (y - lane.neutral_y) * grown
        return y

    def _pieces(self, lift: float, box: Box) -> list[Piece]:
        """Return what scrolls; what stands above the band of phases is lifted by so much."""
        pieces = [
            (item.shape, item.cell.dx, item.cell.dy)
            for item in self._items(box)
            if item.layer.name not in SAID_LAYERS and (not lift or item.layer.name not in LIFTED_LAYERS)
        ]
        if lift and box.y < self.pins.band_box.y:
            lower = Box(box.x, box.y + lift, box.width, box.height)
            pieces += [
                (item.shape, item.cell.dx, item.cell.dy - lift)
                for item in self._items(lower)
                if item.layer.name in LIFTED_LAYERS
            ]
        return pieces

    def _lit_pieces(self, roles: frozenset[str], box: Box) -> list[Piece]:
        return [
            (item.shape, item.cell.dx, item.cell.dy) for item in self._items(box) if self._is_lit(item, roles)
        ]

    def _lighted_pieces(self, records: frozenset[str], box: Box) -> list[Piece]:
        return [
            (item.shape, item.cell.dx, item.cell.dy)
            for item in self._items(box)
            if self._is_lighted(item, records)
        ]

    def _items(self, box: Box) -> Iterator[Item]:
        for item in self.index.items(box):
            if item.layer.pinned:
                continue
            dx, dy = item.cell.dx, item.cell.dy
            here = Box(box.x - dx, box.y - dy, box.width, box.height)
            if item.layer.name not in CURVED_LAYERS or self.sweeps.crosses(item.shape, item.box, here):
                yield item

    def _is_lit(self, item: Item, roles: frozenset[str]) -> bool:
        """Tell whether something belongs to the roles: their lines, all of the touchpoints they take part in, their links."""
        shape = item.shape
        if not isinstance(shape, Group) or item.layer.name in GROUND_LAYERS:
            return False
        if shape.role in roles:
            return True
        record = self.journey.get(shape.record) if shape.record else None
        if isinstance(record, Touchpoint):
            return not roles.isdisjoint(record.roles)
        return isinstance(record, Link) and not roles.isdisjoint(self._link_roles(record))

    def _is_lighted(self, item: Item, records: frozenset[str]) -> bool:
        """Tell whether something shows one of the records, joins two of them, or is pinned to one."""
        shape = item.shape
        if not isinstance(shape, Group) or not shape.record or item.layer.name in GROUND_LAYERS:
            return False
        record = self.journey.get(shape.record)
        return record is not None and belongs_to(record, records)

    def _link_roles(self, link: Link) -> set[str]:
        roles: set[str] = set()
        for role, end in ((link.source_role, link.source), (link.target_role, link.target)):
            roles.update({role} if role else {spot.role for spot in self.places.spots(end)[:1]})
        return roles


def _title(shape: Shape, record: str) -> str:
    """Return the title of the record's group in a shape, the outermost that has one."""
    if not isinstance(shape, Group):
        return ""
    if shape.record == record and shape.title:
        return str(shape.title)
    return next((title for child in shape.children if (title := _title(child, record))), "")
