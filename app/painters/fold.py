"""The legend set anew for a sheet of paper, so that it stands on one sheet whole and not spread over several."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.shapes import Drawing, Group, Layer, Shape, Text
from app.layout.legend import ROW
from app.layout.result import Box

_GAP = 12.0  # between two entries that stood on different lines


def legend_box(drawing: Drawing) -> Box | None:
    """Return where the legend is; none where there is none."""
    layer = next((layer for layer in drawing.layers if layer.name == "legend"), None)
    return bounds(Group(layer.cells)) if layer else None


def folded(drawing: Drawing, right: float) -> Drawing:
    """Return the drawing with its legend in lines that end before `right`, as high as these need."""
    layers = []
    grown = 0.0
    for layer in drawing.layers:
        if layer.name == "legend":
            layer, grown = _in_lines(layer, right)
        layers.append(layer)
    return replace(drawing, layers=tuple(layers), height=drawing.height + grown, memory=None)


def _in_lines(layer: Layer, right: float) -> tuple[Layer, float]:
    """Return the layer with its entries in shorter lines, and by how much it is higher."""
    entries = [
        (entry, box)
        for cell in layer.cells
        for child in cell.children
        if (box := bounds(entry := Group((child,), cell.dx, cell.dy)))
    ]
    if not entries:
        return layer, 0.0
    left = min(box.x for _, box in entries)
    moved: list[Group] = []
    x, line, was_line, before = left, 0, 0, entries[0][1].x
    for entry, box in entries:
        if box.x < before:  # here a line began
            was_line += 1
            x += _GAP
        else:
            x += box.x - before
        if x > left and x + box.width > right:
            if moved and not _has_words(moved[-1].children):
                moved.pop()  # a rule between groups ends no line
            x, line = left, line + 1
        if x > left or _has_words(entry.children):  # and begins none
            moved.append(replace(entry, dx=entry.dx + x - box.x, dy=entry.dy + (line - was_line) * ROW))
            x += box.width
        before = box.right
    return replace(layer, cells=(Group(tuple(moved)),)), (line - was_line) * ROW


def _has_words(shapes: Sequence[Shape]) -> bool:
    return any(
        isinstance(shape, Text) or (isinstance(shape, Group) and _has_words(shape.children))
        for shape in shapes
    )
