"""Headers for a zoom other than the map's: boxes follow the lanes and phases, what is written in them keeps its shape.

Layers are stretched by a factor along one axis and then painted at the headers' zoom, so that they meet the map again.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.shapes import Group, Path, Rect, Segment, Shape, Text

Axis = Literal["x", "y"]
_ROOM = 6.0  # between a label and the edge of its phase
_LEAST_ROOM = 3.0  # beside a number


def stretched(shape: Shape, factor: float, axis: Axis) -> Shape:
    """Return the shape with its place multiplied by `factor` along the axis; words that lose their room are left out.

    A group with a title is a header: its first rectangle or path is its ground and is stretched, the rest moves along.
    """
    if factor == 1.0:
        return shape
    if isinstance(shape, Group):
        return _stretched_group(shape, factor, axis)
    if isinstance(shape, Rect):
        return _stretched_rect(shape, factor, axis)
    if isinstance(shape, Path):
        return _scaled(shape, factor, axis)
    box = bounds(shape)
    if box is None:
        return shape
    if axis == "x":
        return shifted(shape, (factor - 1) * (box.x + box.width / 2), 0.0)
    return shifted(shape, 0.0, (factor - 1) * (box.y + box.height / 2))


def _stretched_group(group: Group, factor: float, axis: Axis) -> Group:
    if not group.title:
        children = tuple(stretched(shape, factor, axis) for shape in group.children)
    else:
        children = _row(group, factor) if axis == "y" else _column(group, factor)
    dx = group.dx * factor if axis == "x" else group.dx
    dy = group.dy * factor if axis == "y" else group.dy
    return replace(group, children=children, dx=dx, dy=dy)


def _stretched_rect(rect: Rect, factor: float, axis: Axis) -> Rect:
    if axis == "x":
        return replace(rect, x=rect.x * factor, width=rect.width * factor)
    return replace(rect, y=rect.y * factor, height=rect.height * factor)


def _row(header: Group, factor: float) -> tuple[Shape, ...]:
    """Stretch the header of a lane along y."""
    ground = next((shape for shape in header.children if isinstance(shape, Rect)), None)
    if ground is None:
        return tuple(stretched(shape, factor, "y") for shape in header.children)
    down = (factor - 1) * (ground.y + ground.height / 2)
    return tuple(_in_row(shape, factor, ground, down) for shape in header.children)


def _in_row(shape: Shape, factor: float, ground: Rect, down: float) -> Shape:
    if isinstance(shape, Rect) and shape.height >= ground.height:
        return _stretched_rect(shape, factor, "y")
    if isinstance(shape, Group) and shape.dy and shape.min_zoom > 0:  # a sign that marks a height of the lane
        return replace(shape, dy=shape.dy * factor)
    return shifted(shape, 0.0, down)


def _column(header: Group, factor: float) -> tuple[Shape, ...]:
    """Stretch the arrow of a phase along x."""
    ground = next((shape for shape in header.children if isinstance(shape, Path)), None)
    if ground is None:
        return tuple(stretched(shape, factor, "x") for shape in header.children)
    xs = [float(segment[-2]) for segment in ground.segments if len(segment) > 1]
    middle, width = (min(xs) + max(xs)) / 2, (max(xs) - min(xs)) * factor
    words = [shape for shape in header.children if isinstance(shape, Text)]
    kept = _fitting(words, width - 2 * _ROOM) or _fitting(
        _number_alone(header, words), width - 2 * _LEAST_ROOM
    )
    right = middle * factor - _middle(kept)
    ground_and_signs = (shape for shape in header.children if not isinstance(shape, Text))
    return (
        *(
            _scaled(s, factor, "x") if isinstance(s, Path) else shifted(s, right, 0.0)
            for s in ground_and_signs
        ),
        *(shifted(word, right, 0.0) for word in kept),
    )


def _number_alone(header: Group, words: list[Text]) -> list[Text]:
    """Return the phase's number, with which its title begins, in the manner of its name."""
    number = str(header.title).partition(" ")[0]
    if not words or not number.isdecimal():
        return []
    name = max(words, key=lambda word: word.width)
    width = name.width * len(number) / max(len(name.text), 1)
    return [replace(name, text=number, width=width)]


def _fitting(words: list[Text], room: float) -> list[Text]:
    """Return all words where they fit, else the longest (the name), else the shortest (the number), else none."""
    for kept in (words, *([word] for word in sorted(words, key=lambda word: -word.width))):
        if kept and max(right_of(word) for word in kept) - min(left_of(word) for word in kept) <= room:
            return kept
    return []


def _middle(words: list[Text]) -> float:
    if not words:
        return 0.0
    return (min(left_of(word) for word in words) + max(right_of(word) for word in words)) / 2


def left_of(word: Text) -> float:
    """Return the left end of a word."""
    return word.x - {"start": 0.0, "middle": word.width / 2, "end": word.width}[word.anchor]


def right_of(word: Text) -> float:
    """Return the right end of a word."""
    return left_of(word) + word.width


def shifted(shape: Shape, right: float, down: float) -> Shape:
    """Return the shape moved, its form as it was."""
    if isinstance(shape, Group):
        return replace(shape, dx=shape.dx + right, dy=shape.dy + down)
    if isinstance(shape, Path):
        return Group((shape,), right, down)
    return replace(shape, x=shape.x + right, y=shape.y + down)


def _scaled(path: Path, factor: float, axis: Axis) -> Path:
    odd = 1 if axis == "y" else 0
    segments: list[Segment] = []
    for segment in path.segments:
        numbers = [
            float(number) * factor if place % 2 == odd else float(number)
            for place, number in enumerate(segment[1:])
        ]
        segments.append((segment[0], *numbers))  # type: ignore[arg-type]
    return replace(path, segments=tuple(segments))
