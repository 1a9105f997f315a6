"""The legend set anew for a sheet of paper, so that it stands on one sheet whole and not spread over several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.shapes import Drawing, Group, Layer, Shape, Text
from app.layout.legend import ROW
from app.layout.result import Box
from app.layout.rows import evenly

_GAP = 20.0  # between two entries that stood on different lines


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


class _Entry(NamedTuple):
    """A sign with its word, or a rule between groups: what it is drawn as, where, and the gap before it."""

    group: Group
    box: Box
    gap: float
    is_rule: bool


def _in_lines(layer: Layer, right: float) -> tuple[Layer, float]:
    """Return the layer with its entries in shorter lines, and by how much it is higher."""
    were = _lines(layer)
    if not were:
        return layer, 0.0
    left = min(line[0].box.x for line in were)
    room = right - left
    apart = [line for was in were for line in _even(was, room)]
    flowing = _even([entry for line in were for entry in line], room)
    lines = apart if len(apart) <= len(flowing) else flowing
    top = {id(entry): number for number, line in enumerate(were) for entry in line}
    moved: list[Group] = []
    for number, line in enumerate(lines):
        x = left
        for place, entry in enumerate(line):
            x += entry.gap if place else 0.0
            group, down = entry.group, (number - top[id(entry)]) * ROW
            moved.append(replace(group, dx=group.dx + x - entry.box.x, dy=group.dy + down))
            x += entry.box.width
    return replace(layer, cells=(Group(tuple(moved)),)), (len(lines) - len(were)) * ROW


def _lines(layer: Layer) -> list[list[_Entry]]:
    """Return the entries as they stand, line by line."""
    lines: list[list[_Entry]] = []
    before = 0.0
    for cell in layer.cells:
        for child in cell.children:
            group = Group((child,), cell.dx, cell.dy)
            box = bounds(group)
            if box is None:
                continue
            if not lines or box.x < before:
                lines.append([])
            gap = box.x - before if lines[-1] else _GAP
            lines[-1].append(_Entry(group, box, gap, not _has_words((child,))))
            before = box.right
    return lines


def _even(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    return evenly(partial(_flow, entries), room, _GAP)


def _flow(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    """Return the entries in lines; none begins or ends with a rule."""
    lines: list[list[_Entry]] = [[]]
    x = 0.0
    for entry in entries:
        x += (entry.gap if lines[-1] else 0.0) + entry.box.width
        if lines[-1] and x > room:
            if lines[-1][-1].is_rule:
                lines[-1].pop()
            lines.append([])
            x = entry.box.width
        if lines[-1] or not entry.is_rule:
            lines[-1].append(entry)
        else:
            x = 0.0
    return [line for line in lines if line]


def _has_words(shapes: Sequence[Shape]) -> bool:
    return any(
        isinstance(shape, Text) or (isinstance(shape, Group) and _has_words(shape.children))
        for shape in shapes
    )
