"""What must be painted again when one drawing follows another."""

from __future__ import annotations

from app.drawing.bounds import bounds, moved
from app.drawing.shapes import Drawing, Group, Layer, Shape
from app.layout.cut import difference
from app.layout.result import Box

MOST_CELLS = 600  # more than so many are not looked at one by one


def damage(old: Drawing, new: Drawing) -> list[Box] | None:
    """Return the boxes in map units where pixels may differ; none where it is too much to say: then everything.

    Cells that are the same object are skipped; in the others only the children count that differ.
    """
    if old.background != new.background or [layer.name for layer in old.layers] != [
        layer.name for layer in new.layers
    ]:
        return None
    boxes: list[Box] = []
    looked_at = 0
    for before, after in zip(old.layers, new.layers, strict=True):
        gone, come = _changed_cells(before, after)
        looked_at += len(gone) + len(come)
        if looked_at > MOST_CELLS:
            return None
        boxes += _changed_boxes(gone, come)
    return boxes


def _changed_cells(old: Layer, new: Layer) -> tuple[list[Group], list[Group]]:
    return difference(old.cells, new.cells)


def _changed_boxes(gone: list[Group], come: list[Group]) -> list[Box]:
    boxes: list[Box] = []
    left = {(cell.dx, cell.dy): cell for cell in gone}
    for cell in come:
        twin = left.pop((cell.dx, cell.dy), None)
        boxes += _boxes(cell, twin)
        if twin is not None:
            boxes += _boxes(twin, cell)
    for cell in gone:
        if left.get((cell.dx, cell.dy)) is cell:
            boxes += _boxes(cell, None)
    return boxes


def _boxes(cell: Group, other: Group | None) -> list[Box]:
    children = cell.children
    if other is not None and _is_alike(cell, other):
        known = set(map(id, other.children))
        children = tuple(child for child in children if id(child) not in known)
        mine = set(map(id, cell.children))
        same = (
            set(map(_look, (child for child in other.children if id(child) not in mine)))
            if children
            else set()
        )
        children = tuple(child for child in children if _look(child) not in same)
    found = (moved(bounds(child), cell.dx, cell.dy) for child in children)
    return [box for box in found if box is not None]


def _look(shape: Shape) -> object:
    """Return what of a shape is seen: without a group's words and tags."""
    if not isinstance(shape, Group):
        return shape
    return shape.children, shape.dx, shape.dy, shape.min_zoom, shape.max_zoom, shape.opacity


def _is_alike(cell: Group, other: Group) -> bool:
    return (cell.min_zoom, cell.max_zoom, cell.opacity) == (other.min_zoom, other.max_zoom, other.opacity)
