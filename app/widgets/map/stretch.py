"""Headers for a zoom other than the map's: boxes follow the lanes and phases, what is written in them keeps its shape.

Layers are stretched by a factor along one axis and then painted at the headers' zoom, so that they meet the map again.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from app.drawing.shapes import Group, Path, Rect, Segment, Shape, Text

Axis = Literal["x", "y"]
_ROOM = 6.0  # between two labels, and between a label and the edge of its phase


def stretched(group: Group, factor: float, axis: Axis) -> Group:
    """Return the group with places multiplied by `factor` along the axis; labels that lose their room are left out."""
    if math.isclose(factor, 1.0, abs_tol=1e-6):
        return group
    children = _rows(group, factor) if axis == "y" else _columns(group, factor)
    dx = group.dx * factor if axis == "x" else group.dx
    dy = group.dy * factor if axis == "y" else group.dy
    return replace(group, children=children, dx=dx, dy=dy)


def _rows(group: Group, factor: float) -> tuple[Shape, ...]:
    frame = next((shape for shape in group.children if isinstance(shape, Rect)), None)
    if frame is None or not group.title:  # a cell, no header
        return tuple(_moved_row(shape, factor) for shape in group.children)
    down = (factor - 1) * (frame.y + frame.height / 2)
    return tuple(
        replace(shape, y=shape.y * factor, height=shape.height * factor)
        if isinstance(shape, Rect) and shape.height >= frame.height
        else shifted(shape, 0.0, down)
        for shape in group.children
    )


def _moved_row(shape: Shape, factor: float) -> Shape:
    if isinstance(shape, Group):
        return stretched(shape, factor, "y")
    if isinstance(shape, Rect):
        return replace(shape, y=shape.y * factor, height=shape.height * factor)
    if isinstance(shape, Path):
        return _scaled(shape, 1.0, factor)
    return shifted(shape, 0.0, (factor - 1) * shape.y)


def _columns(group: Group, factor: float) -> tuple[Shape, ...]:
    frame = next((shape for shape in group.children if isinstance(shape, Path)), None)
    if not group.record or frame is None:
        return _loose_columns(group, factor)
    xs = [float(segment[-2]) for segment in frame.segments if len(segment) > 1]
    middle, width = (min(xs) + max(xs)) / 2, (max(xs) - min(xs)) * factor
    words = [shape for shape in group.children if isinstance(shape, Text)]
    kept = _fitting(words, width - 2 * _ROOM)
    written = _extent(kept)
    right = middle * factor - written
    return tuple(
        _scaled(shape, factor, 1.0) if isinstance(shape, Path) else shifted(shape, right, 0.0)
        for shape in group.children
        if not isinstance(shape, Text) or shape in kept
    )


def _fitting(words: list[Text], room: float) -> list[Text]:
    """Return all words where they fit, else the longest (the name), else the shortest (the number), else none."""
    for kept in (words, *([word] for word in sorted(words, key=lambda word: -word.width))):
        if kept and max(_right(word) for word in kept) - min(_left(word) for word in kept) <= room:
            return kept
    return []


def _extent(words: list[Text]) -> float:
    if not words:
        return 0.0
    return (min(_left(word) for word in words) + max(_right(word) for word in words)) / 2


def _loose_columns(group: Group, factor: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    end = -math.inf
    for shape in group.children:
        if isinstance(shape, Group):
            shapes.append(stretched(shape, factor, "x"))
        elif isinstance(shape, Path):
            shapes.append(_scaled(shape, factor, 1.0))
        elif isinstance(shape, Rect):
            shapes.append(replace(shape, x=shape.x * factor, width=shape.width * factor))
        elif isinstance(shape, Text):
            middle = (_left(shape) + _right(shape)) / 2
            moved = shifted(shape, middle * (factor - 1), 0.0)
            assert isinstance(moved, Text)
            if _left(moved) >= end + _ROOM:
                shapes.append(moved)
                end = _right(moved)
        else:
            shapes.append(shifted(shape, shape.x * (factor - 1), 0.0))
    return tuple(shapes)


def _left(word: Text) -> float:
    return word.x - {"start": 0.0, "middle": word.width / 2, "end": word.width}[word.anchor]


def _right(word: Text) -> float:
    return _left(word) + word.width


def shifted(shape: Shape, right: float, down: float) -> Shape:
    """Return the shape moved, its form as it was."""
    if isinstance(shape, Group):
        return replace(shape, dx=shape.dx + right, dy=shape.dy + down)
    if isinstance(shape, Path):
        return Group((shape,), right, down)
    return replace(shape, x=shape.x + right, y=shape.y + down)


def _scaled(path: Path, factor_x: float, factor_y: float) -> Path:
    segments: list[Segment] = []
    for segment in path.segments:
        numbers = [float(number) for number in segment[1:]]
        scaled = [number * (factor_y if place % 2 else factor_x) for place, number in enumerate(numbers)]
        segments.append((segment[0], *scaled))  # type: ignore[arg-type]
    return replace(path, segments=tuple(segments))
