"""The tight box around a shape."""

from __future__ import annotations

import math
from operator import add

from app.drawing.shapes import Circle, Group, Image, Path, Segment, Shape, Text
from app.layout.result import Box

_SEVERAL = 2
_ASCENT, _DESCENT = 0.97, 0.25  # of a text's size, above and below the baseline


def bounds(shape: Shape) -> Box | None:
    """Return the box around a shape with its stroke, in the coordinates it stands in; none where it draws nothing."""
    if isinstance(shape, Group):
        return moved(bounds_of(shape.children), shape.dx, shape.dy)
    if isinstance(shape, Path):
        return widened(_path_box(shape.segments), shape.stroke.width / 2 if shape.stroke else 0.0)
    if isinstance(shape, Text):
        return _text_box(shape)
    if isinstance(shape, Circle):
        grown = shape.radius + (shape.stroke.width / 2 if shape.stroke else 0.0)
        return Box(shape.x - grown, shape.y - grown, 2 * grown, 2 * grown)
    box = Box(shape.x, shape.y, shape.width, shape.height)
    return box if isinstance(shape, Image) or not shape.stroke else widened(box, shape.stroke.width / 2)


def bounds_of(shapes: tuple[Shape, ...]) -> Box | None:
    """Return the box around all of the shapes."""
    return around([box for box in map(bounds, shapes) if box])


def around(boxes: list[Box]) -> Box | None:
    """Return the box around all boxes."""
    if len(boxes) < _SEVERAL:
        return boxes[0] if boxes else None
    lefts, tops, widths, heights = zip(*boxes, strict=True)
    x, y = min(lefts), min(tops)
    return Box(x, y, max(map(add, lefts, widths)) - x, max(map(add, tops, heights)) - y)


def union(one: Box | None, other: Box | None) -> Box | None:
    """Return the box around both.

    >>> union(Box(0, 0, 1, 1), Box(4, 0, 1, 2))
    Box(x=0, y=0, width=5, height=2)
    """
    if one is None or other is None:
        return one or other
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def moved(box: Box | None, dx: float, dy: float) -> Box | None:
    """Return the box moved."""
    if box is None or (dx == 0 and dy == 0):
        return box
    x, y, width, height = box
    return Box(x + dx, y + dy, width, height)


def widened(box: Box | None, by: float) -> Box | None:
    """Return the box with so much more on each side."""
    if box is None or by == 0:
        return box
    x, y, width, height = box
    return Box(x - by, y - by, width + 2 * by, height + 2 * by)


def _text_box(text: Text) -> Box:
    left = {"start": 0.0, "middle": -text.width / 2, "end": -text.width}[text.anchor]
    top, height = -text.font.size * _ASCENT, text.font.size * (_ASCENT + _DESCENT)
    if not text.angle:
        return Box(text.x + left, text.y + top, text.width, height)
    cos, sin = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
    corners = [(x, y) for x in (left, left + text.width) for y in (top, top + height)]
    xs, ys = [cos * x - sin * y for x, y in corners], [sin * x + cos * y for x, y in corners]
    return Box(text.x + min(xs), text.y + min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _path_box(segments: tuple[Segment, ...]) -> Box | None:
    xs = [value for segment in segments for value in segment[1::2]]
    ys = [value for segment in segments for value in segment[2::2]]
    if not xs:
        return None
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if len(xs) > len(segments):  # there are curves
        end_xs = [segment[-2] for segment in segments if len(segment) > 1]
        end_ys = [segment[-1] for segment in segments if len(segment) > 1]
        if left < min(end_xs) or right > max(end_xs) or top < min(end_ys) or bottom > max(end_ys):
            return _curved_box(segments, end_xs, end_ys)  # the handles reach farther than the ends
    return Box(left, top, right - left, bottom - top)


def _curved_box(segments: tuple[Segment, ...], xs: list[float], ys: list[float]) -> Box:
    x = y = 0.0
    for segment in segments:
        if len(segment) == 7:
            _name, x1, y1, x2, y2, end_x, end_y = segment
            xs.extend(_turning_points(x, x1, x2, end_x))
            ys.extend(_turning_points(y, y1, y2, end_y))
        if len(segment) > 1:
            x, y = segment[-2], segment[-1]
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)


def _turning_points(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Return where a cubic curve turns between its ends, along one axis."""
    low, high = min(p0, p3), max(p0, p3)
    if low <= p1 <= high and low <= p2 <= high:
        return []
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) < 1e-12:
        roots = [-c / b] if b else []
    else:
        under = b * b - 4 * a * c
        roots = [(-b + side * math.sqrt(under)) / (2 * a) for side in (-1, 1)] if under >= 0 else []
    return [
        (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3
        for t in roots
        if 0 < t < 1
    ]
