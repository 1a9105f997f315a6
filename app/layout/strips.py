"""Links cut into strips, the parts that run within each lane, and where a strip runs between two heights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from app.layout.lanes import LaneShape
from app.layout.links import Curve


class Strip(NamedTuple):
    """A part of a link's curve within one lane: a run of straight pieces; x in the leaf after adding `dx`.

    `heights` are the y of its points where they only descend the map, and their x only rises or only falls.
    """

    left: float
    right: float
    points: tuple[tuple[float, float], ...]
    link: str
    dx: float = 0.0
    heights: tuple[float, ...] = ()

    def runs(self, above: float, below: float) -> Sequence[tuple[float, float]]:
        """Return the ranges of x, without `dx`, in which the strip is between two y."""
        if self.heights:
            return _run_between(self.points, self.heights, above, below)
        return _runs_between(self.points, above, below)


Strips = dict[int, tuple[Strip, ...]]  # of one link, by lane


def _run_between(
    points: Sequence[tuple[float, float]], heights: Sequence[float], above: float, below: float
) -> Sequence[tuple[float, float]]:
    """Return the range of x in which a descending run of pieces is between two y, as one or no range."""
    last = len(heights) - 1
    if heights[last] <= above or heights[0] >= below:
        return ()
    first = bisect_right(heights, above) - 1
    x0, y0 = points[first if first > 0 else 0]
    if y0 < above:
        x1, y1 = points[first + 1]
        x0 += (above - y0) * ((x1 - x0) / (y1 - y0))
    end = bisect_left(heights, below)
    x1, y1 = points[end if end < last else last]
    if y1 > below:
        xa, ya = points[end - 1]
        x1 = xa + (below - ya) * ((x1 - xa) / (y1 - ya))
    return ((x0, x1),) if x0 <= x1 else ((x1, x0),)


def _runs_between(
    points: Sequence[tuple[float, float]], above: float, below: float
) -> list[tuple[float, float]]:
    """Return the ranges of x in which a run of straight pieces is between two y."""
    found: list[tuple[float, float]] = []
    least = most = 0.0
    is_open = False
    x0, y0 = points[0]
    for x1, y1 in points[1:]:
        if (y0 > above or y1 > above) and (y0 < below or y1 < below):
            a, b = x0, x1
            if y0 != y1:
                slope = (x1 - x0) / (y1 - y0)
                if y0 < above:
                    a = x0 + (above - y0) * slope
                elif y0 > below:
                    a = x0 + (below - y0) * slope
                if y1 < above:
                    b = x0 + (above - y0) * slope
                elif y1 > below:
                    b = x0 + (below - y0) * slope
            if a > b:
                a, b = b, a
            if not is_open:
                least, most, is_open = a, b, True
            else:
                least, most = min(a, least), max(b, most)
        elif is_open:
            found.append((least, most))
            is_open = False
        x0, y0 = x1, y1
    if is_open:
        found.append((least, most))
    return found


def strips_of(curve: Curve, shapes: Sequence[LaneShape]) -> Strips:
    """Cut a curve into the parts that run within each lane."""
    points = curve.points
    found: Strips = {}
    if curve.part != "whole":
        for stub in (points[:2], points[2:]):
            for lane in _lanes_of_stub(stub, shapes):
                found[lane] = (*found.get(lane, ()), _strip(stub, curve.link.id))
        return found
    if curve.source_lane == curve.target_lane:
        return {curve.source_lane: (_strip(points, curve.link.id),)}
    low, high = sorted((curve.source_lane, curve.target_lane))
    if points[0][1] > points[-1][1]:
        points = points[::-1]
    ys = [point[1] for point in points]
    for lane in range(low, high + 1):
        top, bottom = shapes[lane].y - 8, shapes[lane].y + shapes[lane].height + 8
        begin, end = max(bisect_left(ys, top) - 1, 0), bisect_left(ys, bottom) + 1
        inside = points[begin:end]
        if len(inside) > 1:
            found[lane] = (_strip(inside, curve.link.id, tuple(ys[begin:end])),)
    return found


def _lanes_of_stub(stub: Sequence[tuple[float, float]], shapes: Sequence[LaneShape]) -> list[int]:
    """Return the lanes that an end of a broken link reaches: of a marker near its lane's edge it stands out."""
    if not stub:
        return []
    top, bottom = min(y for _, y in stub), max(y for _, y in stub)
    first = bisect_right(shapes, top - 8.0, key=lambda shape: shape.bottom)
    last = bisect_left(shapes, bottom + 8.0, key=lambda shape: shape.y)
    return list(range(first, last))


def _strip(points: tuple[tuple[float, float], ...], link: str, heights: tuple[float, ...] = ()) -> Strip:
    xs = [x for x, _ in points]
    return Strip(min(xs), max(xs), points, link, 0.0, heights)
