"""A pinned layer for any zoom of the headers: what of it stands in a box, stretched along one axis when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple

from msgspec.structs import replace

from app.drawing.bounds import bounds, union
from app.drawing.shapes import Group, Layer, Path, Segment, Shape, Text
from app.layout.result import Box
from app.seeing.stretch import Axis, stretched

REACH = 240.0  # map units by which a word that keeps its size may stand beside its stretched place
ROOM = 6.0  # between two labels
CHUNK = 48  # segments; a longer path of many strokes (the ticks of a ruler) is cut


class _Piece(NamedTuple):
    start: float  # along the axis, as it stands naturally
    end: float
    shape: Shape
    label: int  # its number among the loose labels, -1: it is none


class Strip:
    """The shapes of some pinned layers, to be stretched along an axis."""

    def __init__(self, layers: Iterable[Layer], axis: Axis) -> None:
        self._axis: Axis = axis
        self._pieces: list[_Piece] = []
        self._labels: list[tuple[float, float]] = []  # middle and width of loose labels along x
        self._every: dict[float, int] = {}
        for layer in layers:
            for cell in layer.cells:
                for shape in _cut(_without_ground(cell)):
                    self._add(shape, cell.dx, cell.dy)

    def _add(self, shape: Shape, dx: float, dy: float) -> None:
        placed = Group((shape,), dx, dy) if dx or dy else shape
        box = bounds(placed)
        if box is None:
            return
        label = -1
        if isinstance(shape, Text) and self._axis == "x":
            label = len(self._labels)
            self._labels.append((box.x + box.width / 2, box.width))
        start, end = (box.x, box.right) if self._axis == "x" else (box.y, box.bottom)
        self._pieces.append(_Piece(start, end, placed, label))

    def shapes_in(self, box: Box, factor: float, roles: frozenset[str] = frozenset()) -> list[Shape]:
        """Return what shows in a box of the stretched strip, in paint order; of these roles alone where some are named."""
        start, end = (box.x, box.right) if self._axis == "x" else (box.y, box.bottom)
        reach = 0.0 if factor == 1.0 else REACH
        low, high = (start - reach) / factor, (end + reach) / factor
        every = self._label_step(factor)
        return [
            stretched(piece.shape, factor, self._axis)
            for piece in self._pieces
            if piece.start <= high
            and piece.end >= low
            and (piece.label < 0 or piece.label % every == 0)
            and (not roles or getattr(piece.shape, "role", "") in roles)
        ]

    def _label_step(self, factor: float) -> int:
        """Return how many labels make room for one: 1, 2, 4 ..."""
        step = self._every.get(factor)
        if step is None:
            if len(self._every) > 64:
                self._every.clear()
            step = 1
            while step < len(self._labels) and not self._has_room(self._labels[::step], factor):
                step *= 2
            self._every[factor] = step
        return step

    @staticmethod
    def _has_room(labels: list[tuple[float, float]], factor: float) -> bool:
        end = -float("inf")
        for middle, width in labels:
            start = middle * factor - width / 2
            if start < end + ROOM:
                return False
            end = start + width
        return True


def natural_box(layers: Iterable[Layer]) -> Box | None:
    """Return the box around all that the layers draw, where they stand by themselves."""
    box: Box | None = None
    for layer in layers:
        for cell in layer.cells:
            box = union(box, bounds(_without_ground(cell)))
    return box


def _without_ground(cell: Group) -> Group:
    """Return the cell without the grounds for painters that know nothing of headers that stay in sight."""
    kept = tuple(
        shape for shape in cell.children if not (isinstance(shape, Group) and isfinite(shape.max_zoom))
    )
    return cell if len(kept) == len(cell.children) else replace(cell, children=kept)


def _cut(cell: Group) -> Iterator[Shape]:
    for shape in cell.children:
        if isinstance(shape, Path) and not shape.fill and len(shape.segments) > CHUNK:
            yield from _chunks(shape)
        else:
            yield shape


def _chunks(path: Path) -> Iterator[Path]:
    chunk: list[Segment] = []
    for segment in path.segments:
        if segment[0] == "M" and len(chunk) >= CHUNK:
            yield replace(path, segments=tuple(chunk))
            chunk = []
        chunk.append(segment)
    yield replace(path, segments=tuple(chunk))
