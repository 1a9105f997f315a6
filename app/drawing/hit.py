"""What is where in a drawing: what a point touches, what a rectangle shows, where a record is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace

from app.collector import quiet_collector
from app.drawing.bounds import around, bounds, moved, union
from app.drawing.shapes import Drawing, Group, Layer, Shape
from app.drawing.touch import touches
from app.layout.cut import difference
from app.layout.result import Box

_COLUMN = 256.0  # width of a column of the grid over cells, map units


class Hit(NamedTuple):
    """What a point touches: the record, the role it is touched for ("" where it is shared), and the layer's name."""

    record: str
    role: str
    layer: str


class Item(NamedTuple):
    """One child of a cell: what a painter draws as a whole. Its box is absolute; it stands at the cell's offset."""

    layer: Layer  # without its cells
    cell: Group
    shape: Shape
    box: Box


class _Entry(NamedTuple):
    shape: Shape
    box: Box  # in the cell's coordinates
    records: dict[str, Box]  # likewise


_Known = dict[int, tuple[tuple[Shape, ...], Box | None]]  # boxes of shared shapes by identity


class _Cell:
    """The boxes in a cell, in its own coordinates, so that a moved cell keeps them; those of a former cell are kept.

    A cell that tells its reach is measured when somebody looks into it.
    """

    def __init__(self, group: Group, known: _Known, former: _Cell | None) -> None:
        self.children = group.children
        self._former = former.measured if former is not None else None
        self.measured: list[_Entry] | None = None  # the entries, once somebody has asked
        self._known: _Known = {}
        if group.reach is None:
            self._known = known
            self.box = around([entry.box for entry in self.entries])
        else:
            self.box = group.reach

    @property
    def entries(self) -> list[_Entry]:
        """What is in the cell, in paint order."""
        if self.measured is None:
            former = {id(entry.shape): entry for entry in self._former or ()}
            found = (former.get(id(child)) or self._entry(child) for child in self.children)
            self.measured = [entry for entry in found if entry is not None]
            self._former = None
        return self.measured

    def records(self) -> dict[str, Box]:
        """Return the boxes of what shows each record."""
        found: dict[str, Box] = {}
        for entry in self.entries:
            for name, box in entry.records.items():
                found[name] = union(found.get(name), box) or box
        return found

    def _entry(self, child: Shape) -> _Entry | None:
        records: dict[str, Box] = {}
        box = self._measured(child, 0.0, 0.0, records)
        return _Entry(child, box, records) if box is not None else None

    def _measured(self, shape: Shape, dx: float, dy: float, records: dict[str, Box]) -> Box | None:
        if not isinstance(shape, Group):
            return moved(bounds(shape), dx, dy)
        x, y = dx + shape.dx, dy + shape.dy
        if (shape.dx or shape.dy) and not _holds_record(shape.children):
            box = moved(self._shared(shape.children), x, y)
        else:
            box = self._around(shape.children, x, y, records)
        if shape.record and box:
            records[shape.record] = union(records.get(shape.record), box) or box
        return box

    def _shared(self, children: tuple[Shape, ...]) -> Box | None:
        """Return the box of shapes about their own (0, 0); markers, glyphs and signs are measured once."""
        known = self._known.get(id(children))
        if known is None:
            known = self._known[id(children)] = children, self._around(children, 0.0, 0.0, {})
        return known[1]

    def _around(self, children: tuple[Shape, ...], x: float, y: float, records: dict[str, Box]) -> Box | None:
        boxes = [self._measured(child, x, y, records) for child in children]
        return around([box for box in boxes if box])


def _holds_record(shapes: tuple[Shape, ...]) -> bool:
    return any(
        isinstance(shape, Group) and (shape.record or _holds_record(shape.children)) for shape in shapes
    )


class _Row(NamedTuple):
    order: tuple[int, float]  # the layer's place, the cell's offset: paint order
    layer: Layer
    group: Group
    cell: _Cell
    box: Box


_order_of = attrgetter("order")


class Index:
    """Finds things in a drawing; unchanged cells are taken over from the index of an earlier drawing."""

    def __init__(self, drawing: Drawing, previous: Index | None = None) -> None:
        self.drawing = drawing
        self._layers = [replace(layer, cells=()) for layer in drawing.layers]
        self.columns: dict[int, list[_Row]] = {}
        self.cells: dict[int, _Row] = {}  # by the group's identity
        self._fresh: set[int] = set()  # columns that are this index's own
        self._known: _Known = {}
        self._record_cells: dict[str, list[_Row]] | None = None
        with quiet_collector():
            if previous is not None and _names(previous.drawing) == _names(drawing):
                self._follow(previous)
            else:
                for place, layer in enumerate(drawing.layers):
                    for group in layer.cells:
                        self._add(place, group, None)
        self._known.clear()
        self._fresh.clear()

    def _follow(self, previous: Index) -> None:
        self.columns, self.cells = dict(previous.columns), dict(previous.cells)
        layers = zip(previous.drawing.layers, self.drawing.layers, strict=True)
        for place, (before, after) in enumerate(layers):
            gone, come = difference(before.cells, after.cells)
            former = {group.dx: self._remove(group) for group in gone}
            by_children = {id(row.cell.children): row.cell for row in former.values()}
            for group in come:
                row = former.get(group.dx)
                same = by_children.get(id(group.children))
                self._add(place, group, same or (row.cell if row is not None else None))

    def _add(self, place: int, group: Group, former: _Cell | None) -> None:
        is_same = former is not None and former.children is group.children
        cell = former if former is not None and is_same else _Cell(group, self._known, former)
        box = moved(cell.box, group.dx, group.dy)
        row = _Row((place, group.dx), self._layers[place], group, cell, box or Box(0.0, 0.0, 0.0, 0.0))
        self.cells[id(group)] = row
        for column in _columns(box):
            insort(self._own(column), row, key=_order_of)

    def _remove(self, group: Group) -> _Row:
        row = self.cells.pop(id(group))
        for column in _columns(moved(row.cell.box, group.dx, group.dy)):
            rows = self._own(column)
            del rows[next(n for n, other in enumerate(rows) if other.group is group)]
        return row

    def _own(self, column: int) -> list[_Row]:
        """Return a column's rows that may be changed: those of a former index may not."""
        rows = self.columns.get(column, [])
        if column not in self._fresh:
            self._fresh.add(column)
            rows = self.columns[column] = list(rows)
        return rows

    def at(self, x: float, y: float, reach: float = 2.0, zoom: float = 1.0) -> Hit | None:
        """Return the topmost record that shows within `reach` of a point at this zoom, or none."""
        for row in reversed(self.columns.get(int(x // _COLUMN), ())):
            if not _holds(row.box, x, y, reach):
                continue
            group = row.group
            for entry in reversed(row.cell.entries):
                if _holds(entry.box, x - group.dx, y - group.dy, reach):
                    hit = _hit(entry.shape, x - group.dx, y - group.dy, reach, zoom, ("", ""))
                    if hit:
                        return Hit(*hit, row.layer.name)
        return None

    def items(self, box: Box) -> list[Item]:
        """Return what shows in a rectangle, in paint order."""
        found: list[Item] = []
        seen: set[int] = set()
        rows = sorted(chain.from_iterable(self.columns.get(n, ()) for n in _columns(box)), key=_order_of)
        for _, layer, group, cell, extent in rows:
            if id(group) in seen or not extent.overlaps(box):
                continue
            seen.add(id(group))
            dx, dy = group.dx, group.dy
            left, top = box.x - dx, box.y - dy
            right, bottom = left + box.width, top + box.height
            for entry in cell.entries:
                x, y, width, height = entry.box
                if x < right and y < bottom and x + width > left and y + height > top:
                    found.append(Item(layer, group, entry.shape, Box(x + dx, y + dy, width, height)))
        return found

    def bounds(self, record: str) -> Box | None:
        """Return the box around everything that shows a record, or none where nothing does."""
        around: Box | None = None
        for row in self._cells_of(record):
            around = union(around, moved(row.cell.records().get(record), row.group.dx, row.group.dy))
        return around

    def records(self) -> Iterator[str]:
        """Return the ids of all records that show."""
        self._cells_of("")
        return iter(self._record_cells or ())

    def _cells_of(self, record: str) -> list[_Row]:
        if self._record_cells is None:
            self._record_cells = {}
            for row in self.cells.values():
                for name in row.cell.records():
                    self._record_cells.setdefault(name, []).append(row)
        return self._record_cells.get(record, [])


def _names(drawing: Drawing) -> list[str]:
    return [layer.name for layer in drawing.layers]


def _columns(box: Box | None) -> range:
    if box is None:
        return range(0)
    return range(int(box.x // _COLUMN), int(box.right // _COLUMN) + 1)


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
