"""Whether a point touches a shape, as precisely as the hand can tell."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from app.drawing.shapes import Circle, Group, Path, Rect, Segment, Shape, Text

Polyline = tuple[tuple[float, float], ...]
_PIECES = 12  # straight pieces a curve is taken for


def touches(shape: Shape, x: float, y: float, reach: float = 0.0) -> bool:
    """Tell whether a point is on a shape or nearer to it than `reach`; a group is touched where a shape of it is."""
    if isinstance(shape, Group):
        return any(touches(child, x - shape.dx, y - shape.dy, reach) for child in shape.children)
    if isinstance(shape, Circle):
        return _touches_circle(shape, x, y, reach)
    if isinstance(shape, Path):
        return _touches_path(shape, x, y, reach)
    if isinstance(shape, Text):
        left = shape.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * shape.width
        top, height = shape.y - shape.font.size * 0.9, shape.font.size * 1.15
        return not shape.angle and _inside(left, top, shape.width, height, x, y, reach)
    if isinstance(shape, Rect) and not shape.fill:
        return False
    return _inside(shape.x, shape.y, shape.width, shape.height, x, y, reach)


def _inside(left: float, top: float, width: float, height: float, x: float, y: float, reach: float) -> bool:
    return left - reach <= x <= left + width + reach and top - reach <= y <= top + height + reach


def _touches_circle(circle: Circle, x: float, y: float, reach: float) -> bool:
    away = math.hypot(x - circle.x, y - circle.y)
    half = circle.stroke.width / 2 if circle.stroke else 0.0
    if circle.fill:
        return away <= circle.radius + half + reach
    return abs(away - circle.radius) <= half + reach


def _touches_path(path: Path, x: float, y: float, reach: float) -> bool:
    lines = polylines(path.segments)
    if path.fill and sum(_winding(line, x, y) for line in lines):
        return True
    near = reach + (path.stroke.width / 2 if path.stroke else 0.0)
    return bool(path.stroke or path.fill) and any(_is_near(line, x, y, near) for line in lines)


@lru_cache(maxsize=4096)
def polylines(segments: tuple[Segment, ...]) -> tuple[Polyline, ...]:
    """Return the path as straight pieces, one polyline a subpath."""
    lines: list[list[tuple[float, float]]] = []
    for segment in segments:
        if segment[0] == "M":
            lines.append([(segment[1], segment[2])])  # type: ignore[misc]
        elif segment[0] == "Z":
            lines[-1].append(lines[-1][0])
        elif len(segment) == 7:
            lines[-1].extend(_flattened(lines[-1][-1], segment))
        elif len(segment) == 3:
            lines[-1].append((segment[1], segment[2]))
    return tuple(tuple(line) for line in lines)


def _flattened(
    start: tuple[float, float], curve: tuple[str, float, float, float, float, float, float]
) -> list[tuple[float, float]]:
    _name, x1, y1, x2, y2, x, y = curve
    points: list[tuple[float, float]] = []
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        points.append((a * start[0] + b * x1 + c * x2 + d * x, a * start[1] + b * y1 + c * y2 + d * y))
    return points


def _winding(line: Polyline, x: float, y: float) -> int:
    turns = 0
    for (ax, ay), (bx, by) in zip(line, (*line[1:], line[0]), strict=True):
        side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        if ay <= y < by and side > 0:
            turns += 1
        elif by <= y < ay and side < 0:
            turns -= 1
    return turns


def _is_near(line: Polyline, x: float, y: float, reach: float) -> bool:
    if len(line) == 1:
        return math.hypot(line[0][0] - x, line[0][1] - y) <= reach
    for (ax, ay), (bx, by) in pairwise(line):
        if min(ax, bx) - reach > x or max(ax, bx) + reach < x:
            continue
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
        if math.hypot(ax + t * dx - x, ay + t * dy - y) <= reach:
            return True
    return False
