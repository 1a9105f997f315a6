"""Which long curves really cross a box: the box around an arc is mostly empty, and stroking an arc that is not seen is slow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from app.drawing.bounds import bounds, moved
from app.drawing.shapes import Group, Path, Segment, Shape
from app.layout.result import Box

REMEMBERED = 30_000
STEPS = 8  # pieces a curve is cut into to see whether it is crossed
_SHORT = 48.0  # map units of a piece where the boxes are painted again
_Point = tuple[float, float]
_Piece = tuple[list[_Point], bool]  # whether it is bent between its points
LONG = 160.0  # map units; below it is not worth the while


class Sweeps:
    """Remembers the boxes along each curve by the shape's identity."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Shape, tuple[Box, ...]]] = {}

    def crosses(self, shape: Shape, around: Box, box: Box) -> bool:
        """Tell whether what a shape strokes may be seen in a box; all boxes in the shape's coordinates."""
        if around.width < LONG and around.height < LONG:
            return True
        known = self._known.get(id(shape))
        if known is None or known[0] is not shape:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[id(shape)] = (shape, tuple(_boxes(shape, 0.0, 0.0)))
        return not known[1] or any(piece.overlaps(box) for piece in known[1])


def along(shape: Shape) -> list[Box]:
    """Return boxes that hold all of a shape: along a long curve several that are small."""
    box = bounds(shape)
    if box is None:
        return []
    if box.width < LONG or box.height < LONG:
        return [box]
    if isinstance(shape, Group):
        boxes = [
            moved(part, shape.dx, shape.dy) for child in _widest(shape.children) for part in along(child)
        ]
        return [box for box in boxes if box is not None]
    steps = max(STEPS, min(round(max(box.width, box.height) / _SHORT), 3 * STEPS))
    return _boxes(shape, 0.0, 0.0, steps) if isinstance(shape, Path) else [box]


def _widest(shapes: Iterable[Shape]) -> list[Shape]:
    """Return the shapes, of several strokes along one path only the widest."""
    found: dict[int, Shape] = {}
    for shape in shapes:
        key = id(shape.segments) if isinstance(shape, Path) and not shape.fill else id(shape)
        known = found.setdefault(key, shape)
        if isinstance(known, Path) and isinstance(shape, Path) and _width(shape) > _width(known):
            found[key] = shape
    return list(found.values())


def _width(path: Path) -> float:
    return path.stroke.width if path.stroke else 0.0


def _boxes(shape: Shape, dx: float, dy: float, steps: int = STEPS) -> list[Box]:
    if isinstance(shape, Group):
        return [box for child in shape.children for box in _boxes(child, dx + shape.dx, dy + shape.dy)]
    if not isinstance(shape, Path):
        return []
    reach = shape.stroke.width / 2 if shape.stroke else 0.0
    pieces = list(_pieces(shape.segments, steps))
    if shape.fill:
        pieces = [([point for points, _ in pieces for point in points], any(bent for _, bent in pieces))]
    return [_around(points, is_bent, dx, dy, reach) for points, is_bent in pieces if points]


def _pieces(segments: tuple[Segment, ...], steps: int) -> Iterator[_Piece]:
    """Yield short pieces of a path: both ends of a straight line, neighbouring points of a curve."""
    here: _Point = (0.0, 0.0)
    for segment in segments:
        if len(segment) == 7:
            *_controls, x, y = segment
            points = _along(here, segment, steps)
            yield from (([before, after], True) for before, after in pairwise(points))
        elif len(segment) == 3:
            name, x, y = segment
            if name == "L":
                yield [here, (x, y)], False
        else:
            continue
        here = (float(x), float(y))


def _along(
    start: _Point, segment: tuple[str, float, float, float, float, float, float], steps: int
) -> list[_Point]:
    """Return points along a curve so near each other that the box around two of them nearly holds what is between."""
    _name, x1, y1, x2, y2, x3, y3 = segment
    points = [start]
    for step in range(1, steps + 1):
        t, u = step / steps, 1 - step / steps
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return points


def _around(points: list[_Point], is_bent: bool, dx: float, dy: float, reach: float) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if is_bent:  # between two points an arc stands out of their box by less than an eighth of its length
        reach += (max(xs) - min(xs) + max(ys) - min(ys)) / 8
    x, y = min(xs) - reach + dx, min(ys) - reach + dy
    return Box(x, y, max(xs) - min(xs) + 2 * reach, max(ys) - min(ys) + 2 * reach)
