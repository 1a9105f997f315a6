"""What is where in a drawing: what a point touches, what a rectangle shows, where a record is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from app.collector import quiet_collector
from app.drawing.bounds import around, bounds, moved, union
from app.drawing.shapes import Drawing, Group, Layer, Shape
from app.drawing.touch import touches
from app.layout.result import Box

_COLUMN = 256.0  # width of a column of the grid over cells, map units


class Hit(NamedTuple):
    """What a point touches: the record, the role it is touched for ("" where it is shared), and the layer's name."""

    record: str
    role: str
    layer: str


class Item(NamedTuple):
    """One child of a cell: what a painter draws as a whole. Its box is absolute; it stands at the cell's offset."""

    layer: Layer
    cell: Group
    shape: Shape
    box: Box


class _Entry(NamedTuple):
    shape: Shape
    box: Box  # in the cell's coordinates


_Known = dict[int, tuple[tuple[Shape, ...], Box | None]]  # boxes of shared shapes by identity


class _Cell:
    """The boxes in a cell, in its own coordinates, so that a moved cell keeps them."""

    def __init__(self, children: tuple[Shape, ...], known: _Known) -> None:
        self.children = children
        self.records: dict[str, Box] = {}
        self._known = known
        boxes = [(child, self._measured(child, 0.0, 0.0)) for child in children]
        self.entries = [_Entry(child, box) for child, box in boxes if box]
        self.box = around([entry.box for entry in self.entries])

    def _measured(self, shape: Shape, dx: float, dy: float) -> Box | None:
        if not isinstance(shape, Group):
            return moved(bounds(shape), dx, dy)
        x, y = dx + shape.dx, dy + shape.dy
        if (shape.dx or shape.dy) and not _holds_record(shape.children):
            box = moved(self._shared(shape.children), x, y)
        else:
            box = self._around(shape.children, x, y)
        if shape.record and box:
            self.records[shape.record] = union(self.records.get(shape.record), box) or box
        return box

    def _shared(self, children: tuple[Shape, ...]) -> Box | None:
        """Return the box of shapes about their own (0, 0); markers, glyphs and signs are measured once."""
        known = self._known.get(id(children))
        if known is None:
            known = self._known[id(children)] = children, self._around(children, 0.0, 0.0)
        return known[1]

    def _around(self, children: tuple[Shape, ...], x: float, y: float) -> Box | None:
        boxes = [self._measured(child, x, y) for child in children]
        return around([box for box in boxes if box])


def _holds_record(shapes: tuple[Shape, ...]) -> bool:
    return any(
        isinstance(shape, Group) and (shape.record or _holds_record(shape.children)) for shape in shapes
    )


class Index:
    """Finds things in a drawing; unchanged cells are taken over from the index of an earlier drawing."""

    def __init__(self, drawing: Drawing, previous: Index | None = None) -> None:
        self.drawing = drawing
        former = previous.cells if previous else {}
        self.cells: dict[int, _Cell] = {}
        self._columns: dict[int, list[tuple[Layer, Group, _Cell, Box]]] = {}
        self._known: _Known = {}
        self._record_cells: dict[str, list[tuple[Group, _Cell]]] | None = None
        with quiet_collector():
            for layer in drawing.layers:
                for group in layer.cells:
                    self._add(layer, group, former)
        self._known.clear()

    def _add(self, layer: Layer, group: Group, former: dict[int, _Cell]) -> None:
        key = id(group.children)
        cell = former.get(key)
        if cell is None or cell.children is not group.children:
            cell = self.cells.get(key) or _Cell(group.children, self._known)
        self.cells[key] = cell
        box = moved(cell.box, group.dx, group.dy)
        if box is None:
            return
        for column in range(int(box.x // _COLUMN), int(box.right // _COLUMN) + 1):
            self._columns.setdefault(column, []).append((layer, group, cell, box))

    def at(self, x: float, y: float, reach: float = 2.0, zoom: float = 1.0) -> Hit | None:
        """Return the topmost record that shows within `reach` of a point at this zoom, or none."""
        for layer, group, cell, box in reversed(self._columns.get(int(x // _COLUMN), ())):
            if not _holds(box, x, y, reach):
                continue
            for entry in reversed(cell.entries):
                if _holds(entry.box, x - group.dx, y - group.dy, reach):
                    hit = _hit(entry.shape, x - group.dx, y - group.dy, reach, zoom, ("", ""))
                    if hit:
                        return Hit(*hit, layer.name)
        return None

    def items(self, box: Box) -> list[Item]:
        """Return what shows in a rectangle, in paint order."""
        found: list[Item] = []
        seen: set[int] = set()
        columns = range(int(box.x // _COLUMN), int(box.right // _COLUMN) + 1)
        places = {id(layer): place for place, layer in enumerate(self.drawing.layers)}
        cells = sorted(
            chain.from_iterable(self._columns.get(column, ()) for column in columns),
            key=lambda row: places[id(row[0])],
        )
        for layer, group, cell, extent in cells:
            if id(group) in seen or not extent.overlaps(box):
                continue
            seen.add(id(group))
            for entry in cell.entries:
                placed = moved(entry.box, group.dx, group.dy)
                if placed and placed.overlaps(box):
                    found.append(Item(layer, group, entry.shape, placed))
        return found

    def bounds(self, record: str) -> Box | None:
        """Return the box around everything that shows a record, or none where nothing does."""
        around: Box | None = None
        for group, cell in self._cells_of(record):
            around = union(around, moved(cell.records[record], group.dx, group.dy))
        return around

    def records(self) -> Iterator[str]:
        """Return the ids of all records that show."""
        self._cells_of("")
        return iter(self._record_cells or ())

    def _cells_of(self, record: str) -> list[tuple[Group, _Cell]]:
        if self._record_cells is None:
            self._record_cells = {}
            for layer in self.drawing.layers:
                for group in layer.cells:
                    cell = self.cells[id(group.children)]
                    for name in cell.records:
                        self._record_cells.setdefault(name, []).append((group, cell))
        return self._record_cells.get(record, [])


def _holds(box: Box, x: float, y: float, reach: float) -> bool:
    return box.x - reach <= x <= box.right + reach and box.y - reach <= y <= box.bottom + reach


def _hit(
    shape: Shape, x: float, y: float, reach: float, zoom: float, inside: tuple[str, str]
) -> tuple[str, str] | None:
    """Return record and role of the innermost record group whose shape is touched, topmost first."""
    if not isinstance(shape, Group):
        return inside if inside[0] and touches(shape, x, y, reach) else None
    if not shape.min_zoom <= zoom < shape.max_zoom:
        return None
    if shape.record:
        inside = (shape.record, shape.role)
    for child in reversed(shape.children):
        hit = _hit(child, x - shape.dx, y - shape.dy, reach, zoom, inside)
        if hit:
            return hit
    return None
