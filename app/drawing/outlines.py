"""Outlines of marker shapes: equal weight to the eye at equal radius, few points, so that they are easily edited."""

from __future__ import annotations

import math
from functools import lru_cache

from app.drawing.palette import MarkerShape
from app.drawing.shapes import Circle, Path, Rect, Segment, Shape, Stroke

# Circumscribed radius over the marker's radius, first corner in degrees clockwise from the top, number of corners,
# and how far down it is moved so that it sits centred.
_POLYGONS: dict[MarkerShape, tuple[int, float, float, float]] = {
    "hexagon": (6, 1.123, 0.0, 0.0),
    "diamond": (4, 1.277, 0.0, 0.0),
    "pentagon": (5, 1.15, 0.0, 0.065),
    "octagon": (8, 1.082, 22.5, 0.0),
    "triangle_down": (3, 1.5, 180.0, -0.1),
    "triangle_up": (3, 1.5, 0.0, 0.1),
}
_SOFT = (
    0.37  # radius of a triangle's corners over the marker's radius; other corners are rounded by their stroke
)
_TRIANGLE = 3
_SQUARE = 1.8  # side of the square over the marker's radius


@lru_cache(maxsize=4096)
def outline(shape: MarkerShape, radius: float, fill: str, stroke: Stroke | None, grown: float = 0.0) -> Shape:
    """Return a marker's outline about (0, 0); `grown` moves its sides outwards, for the supplier's second ring."""
    if shape == "circle":
        return Circle(0, 0, radius + grown, fill, stroke=stroke)
    if shape == "square":
        side = radius * _SQUARE + 2 * grown
        corner = radius * 0.23 + grown
        return Rect(-side / 2, -side / 2, side, side, corner, fill, stroke=stroke)
    count, factor, first, down = _POLYGONS[shape]
    soft = radius * _SOFT if count == _TRIANGLE else 0.0
    return Path(_polygon(count, radius * factor, first, radius * down, soft, grown), fill, stroke=stroke)


def glyph_offset(shape: MarkerShape, radius: float) -> float:
    """Return how far below the marker's centre its glyph stands: where the shape is wide."""
    return {"triangle_down": -0.16, "triangle_up": 0.16, "pentagon": 0.03}.get(shape, 0.0) * radius


def reach(shape: MarkerShape, radius: float, grown: float = 0.0) -> float:
    """Return the distance from the centre to the farthest point of the outline, without its stroke."""
    if shape == "circle":
        return radius + grown
    if shape == "square":
        return (radius * _SQUARE / 2 + grown) * math.sqrt(2)
    count, factor, _first, down = _POLYGONS[shape]
    return radius * (factor + abs(down)) + grown / math.cos(math.pi / count)


@lru_cache(maxsize=1024)
def _polygon(
    count: int, size: float, first: float, down: float, soft: float, grown: float
) -> tuple[Segment, ...]:
    half = math.pi / count
    size += grown / math.cos(half)
    corners = [
        (size * math.sin(math.radians(first) + 2 * half * index),
         down - size * math.cos(math.radians(first) + 2 * half * index))
        for index in range(count)
    ]  # fmt: skip
    if soft:
        return softened(corners, soft + grown)
    points = [_rounded(x, y) for x, y in corners]
    return (("M", *points[0]), *(("L", *point) for point in points[1:]), ("Z",))


def softened(corners: list[tuple[float, float]], radius: float) -> tuple[Segment, ...]:
    """Return a closed polygon with its corners rounded by a radius."""
    segments: list[Segment] = []
    for index, (x, y) in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % len(corners)]
        in_x, in_y = _unit(x - before[0], y - before[1])
        out_x, out_y = _unit(after[0] - x, after[1] - y)
        turn = math.acos(max(-1.0, min(1.0, in_x * out_x + in_y * out_y)))
        back = radius * math.tan(turn / 2)
        handle = back - 4 / 3 * math.tan(turn / 4) * radius
        segments.append(("L" if segments else "M", *_rounded(x - in_x * back, y - in_y * back)))
        segments.append((
            "C",
            *_rounded(x - in_x * handle, y - in_y * handle),
            *_rounded(x + out_x * handle, y + out_y * handle),
            *_rounded(x + out_x * back, y + out_y * back),
        ))  # fmt: skip
    return (*segments, ("Z",))


def _unit(x: float, y: float) -> tuple[float, float]:
    length = math.hypot(x, y) or 1.0
    return x / length, y / length


def _rounded(x: float, y: float) -> tuple[float, float]:
    return round(x, 3), round(y, 3)
