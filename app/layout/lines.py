"""Journey lines: monotone cubics through a role's feelings (Fritsch and Carlson 1980), cut at leaf borders.

A cubic is monotone between two touchpoints and horizontal at local extremes: it never overshoots a feeling.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from app.layout.result import LinePiece, Point, Segments
from app.layout.shown import Stop

_TAIL = 45.0  # solid part of an idle stretch at each end


class Knot(NamedTuple):
    """A point of a role's line: x in the leaf, its time, its feeling (none is neutral)."""

    x: float
    time: float
    feeling: int


def knots_by_lane(group: tuple[Stop, ...], xs: tuple[float, ...]) -> dict[int, list[Knot]]:
    """Return the points of each lane of a leaf, in x order."""
    found: dict[int, list[Knot]] = {}
    for stop, x in zip(group, xs, strict=True):
        for lane, feeling in zip(stop.lanes, stop.feelings, strict=True):
            found.setdefault(lane, []).append(Knot(x, stop.start, feeling or 0))
    return found


def slopes(points: Sequence[Point]) -> list[float]:
    """Return the tangents of a monotone cubic: zero at local extremes and at both ends.

    >>> slopes([Point(0, 0), Point(10, 5), Point(20, 0)])
    [0.0, 0.0, 0.0]
    """
    count = len(points)
    found = [0.0] * count
    for place in range(1, count - 1):
        (x0, y0), (x1, y1), (x2, y2) = points[place - 1 : place + 2]
        before = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
        after = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
        if before * after > 0:
            w1, w2 = 2 * (x2 - x1) + (x1 - x0), (x2 - x1) + 2 * (x1 - x0)
            found[place] = (w1 + w2) / (w1 / before + w2 / after)
    return found


class Stretch(NamedTuple):
    """A cubic from `start` to `end` with its tangents."""

    start: Point
    end: Point
    slope_0: float
    slope_1: float
    is_idle: bool

    def at(self, x: float) -> tuple[float, float]:
        """Return y and the tangent at x."""
        width = self.end.x - self.start.x
        if width <= 0:
            return self.end.y, 0.0
        t = min(max((x - self.start.x) / width, 0.0), 1.0)
        d0, d1 = self.slope_0 * width, self.slope_1 * width
        rise = self.end.y - self.start.y
        a, b = d0 + d1 - 2 * rise, 3 * rise - 2 * d0 - d1
        y = self.start.y + t * (d0 + t * (b + t * a))
        return y, (d0 + t * (2 * b + 3 * t * a)) / width

    def piece(
        self, left: float, right: float
    ) -> tuple[Point, tuple[str, float, float, float, float, float, float]]:
        """Return the part between two x as its start and a Bezier curve."""
        y0, slope_0 = self.at(left)
        y1, slope_1 = self.at(right)
        third = (right - left) / 3
        curve = ("C", left + third, y0 + slope_0 * third, right - third, y1 - slope_1 * third, right, y1)
        return Point(left, y0), curve


class RoleLine:
    """The line of one lane as seen from one leaf: its points there and two on either side."""

    def __init__(self, knots: Sequence[Knot], neutral: float, step: float, idle: float) -> None:
        self.neutral = neutral
        points = [Point(knot.x, neutral - knot.feeling * step) for knot in knots]
        tangents = slopes(points)
        self.stretches = [
            Stretch(
                points[i],
                points[i + 1],
                tangents[i],
                tangents[i + 1],
                knots[i + 1].time - knots[i].time > idle,
            )
            for i in range(len(points) - 1)
        ]

    def lead_in(self, border: float) -> None:
        """Come from far on the neutral line: the role was not involved until late."""
        first = self.stretches[0].start if self.stretches else None
        if first is None:
            return
        turn = Point(first.x - _TAIL, self.neutral)
        rise = Stretch(turn, first, 0.0, 0.0, False)
        self.stretches[:0] = [Stretch(Point(border, self.neutral), turn, 0.0, 0.0, True), rise]


def pieces(
    role: str, stretches: Sequence[Stretch], neutral: float, left: float, right: float
) -> list[LinePiece]:
    """Return the line between two x, solid where active, dashed where idle."""
    found: list[LinePiece] = []
    run: list[tuple[Point, tuple[str, float, float, float, float, float, float]]] = []

    def flush() -> None:
        if run:
            found.append(_active(role, run, neutral))
            run.clear()

    for stretch in stretches:
        begin, end = max(stretch.start.x, left), min(stretch.end.x, right)
        if end <= begin:
            continue
        if not stretch.is_idle:
            run.append(stretch.piece(begin, end))
            continue
        tail = min(_TAIL, (stretch.end.x - stretch.start.x) / 3)
        is_leading = stretch.slope_0 == 0.0 == stretch.slope_1 and stretch.start.y == stretch.end.y == neutral
        out = stretch.start.x + (0.0 if is_leading and stretch.start.x <= left else tail)
        back = stretch.end.x - tail
        if begin < out:
            run.append(stretch.piece(begin, min(out, end)))
        flush()
        if max(begin, out) < min(back, end):
            start, curve = stretch.piece(max(begin, out), min(back, end))
            found.append(LinePiece(role, True, (("M", *start), curve), ()))
        if end > back:
            run.append(stretch.piece(max(begin, back), end))
    flush()
    return found


def _active(role: str, run: Sequence[tuple[Point, tuple[str, float, float, float, float, float, float]]], neutral: float) -> LinePiece:  # fmt: skip
    start = run[0][0]
    segments: Segments = (("M", *start), *(curve for _, curve in run))
    end_x = run[-1][1][5]
    area: Segments = (("M", start.x, neutral), ("L", *start), *segments[1:], ("L", end_x, neutral), ("Z",))
    return LinePiece(role, False, segments, area)


# a piece of a line: both ends, its coefficients in y(t) = y0 + t * (d0 + t * (b + t * a)), whether it is idle
Cubic = tuple[float, float, float, float, float, float, float, bool]


class Course:
    """A line prepared for many questions about boxes: its cubics with their coefficients, from left to right."""

    __slots__ = ("_cubics", "_ends")

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._cubics: list[Cubic] = []
        for start, end, slope_0, slope_1, is_idle in stretches:
            width = end.x - start.x
            if width > 0:
                d0, d1, rise = slope_0 * width, slope_1 * width, end.y - start.y
                b, a = 3 * rise - 2 * d0 - d1, d0 + d1 - 2 * rise
                self._cubics.append((start.x, start.y, end.x, end.y, d0, b, a, is_idle))
        self._ends = [cubic[2] for cubic in self._cubics]

    def near(self, left: float, top: float, right: float, bottom: float) -> list[Cubic]:
        """Return the pieces of the line that may run through a box."""
        found: list[Cubic] = []
        cubics = self._cubics
        for place in range(bisect_right(self._ends, left), len(cubics)):
            cubic = cubics[place]
            if cubic[0] >= right:
                break
            y0, y1 = cubic[1], cubic[3]
            if not ((y0 < top and y1 < top) or (y0 > bottom and y1 > bottom)):
                found.append(cubic)
        return found

    def crossing(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float]:
        """Return how many map units of the line run through a box: active, idle."""
        return run_through(self.near(left, top, right, bottom), left, top, right, bottom)


def run_through(
    cubics: Sequence[Cubic], left: float, top: float, right: float, bottom: float
) -> tuple[float, float]:
    """Return how many map units of these pieces, each at the height of a box, run through it: active, idle."""
    active = idle = 0.0
    for x0, y0, x1, y1, d0, b, a, is_idle in cubics:
        if x1 <= left:
            continue
        if x0 >= right:
            break
        width, start = x1 - x0, y0
        begin, end = x0 if x0 > left else left, x1 if x1 < right else right
        if begin > x0:
            t = (begin - x0) / width
            y0 = start + t * (d0 + t * (b + t * a))
        if end < x1:
            t = (end - x0) / width
            y1 = start + t * (d0 + t * (b + t * a))
        low, high = (y0, y1) if y0 < y1 else (y1, y0)
        if high < top or low > bottom:
            continue
        share = 1.0
        if low < top or high > bottom:
            fifth = (end - begin) / 6
            inside = 0
            for k in (1, 2, 3, 4, 5):
                t = (begin + fifth * k - x0) / width
                if top <= start + t * (d0 + t * (b + t * a)) <= bottom:
                    inside += 1
            share = inside / 5 or 0.1
        if is_idle:
            idle += share * (end - begin)
        else:
            active += share * (end - begin)
    return active, idle
