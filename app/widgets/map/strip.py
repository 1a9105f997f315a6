"""A pinned layer made ready for the headers' zoom, and what of it stands in a box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import isfinite

from app.drawing.bounds import bounds, union
from app.drawing.shapes import Group, Layer, Shape
from app.layout.result import Box
from app.widgets.map.stretch import Axis, stretched


class Strip:
    """The shapes of some pinned layers, stretched by a factor along one axis."""

    def __init__(self, layers: Iterable[Layer], factor: float, axis: Axis) -> None:
        self._shapes: list[tuple[Shape, Box]] = []
        for layer in layers:
            for cell in layer.cells:
                for shape in stretched(_without_ground(cell), factor, axis).children:
                    self._add(shape, cell, factor, axis)

    def _add(self, shape: Shape, cell: Group, factor: float, axis: Axis) -> None:
        dx, dy = cell.dx * (factor if axis == "x" else 1), cell.dy * (factor if axis == "y" else 1)
        placed = shape if not (dx or dy) else Group((shape,), dx, dy)
        box = bounds(placed)
        if box is not None:
            self._shapes.append((placed, box))

    def shapes_in(self, box: Box, roles: frozenset[str] = frozenset()) -> list[Shape]:
        """Return what shows in a box, in paint order; of these roles alone where some are named."""
        return [
            shape
            for shape, around in self._shapes
            if around.overlaps(box) and (not roles or (isinstance(shape, Group) and shape.role in roles))
        ]


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
