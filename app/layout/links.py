"""Links as curves: vertical at both ends, so that they never merge with the lines, which run horizontally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from app.layout.lanes import LaneShape
from app.layout.result import Point, Segments
from app.layout.shown import Stop
from app.model.records import Link

_STUB = 22.0
_HANDLES = ((0.55, 0.55), (0.35, 0.75), (0.75, 0.35), (0.8, 0.8), (0.3, 0.3))


Part = Literal[
    "whole", "ends", "source", "target"
]  # all of a link, its two ends, the end at its source, at its target


class Port(NamedTuple):
    """Where one end of a link leaves its marker: the lane, up (-1) or down (+1), and how far beside the centre."""

    lane: int
    direction: int
    dx: float


class Curve(NamedTuple):
    """A link's curve with points along it, x in the leaf of its left end."""

    link: Link
    is_forward: bool  # the target is not before the source
    source_lane: int
    target_lane: int
    controls: tuple[Point, Point, Point, Point]
    points: tuple[tuple[float, float], ...]
    part: Part  # what of it is drawn

    @property
    def left(self) -> float:
        """The least x."""
        return min(self.controls[0].x, self.controls[3].x)

    @property
    def right(self) -> float:
        """The greatest x."""
        return max(self.controls[0].x, self.controls[3].x)

    def segments(self) -> Segments:
        """Return the curve as path segments."""
        if self.part == "whole":
            start, c1, c2, end = self.controls
            return (("M", *start), ("C", *c1, *c2, *end))
        pairs = [self.points[n : n + 2] for n in range(0, len(self.points), 2)]
        return tuple(segment for (x0, y0), (x1, y1) in pairs for segment in (("M", x0, y0), ("L", x1, y1)))


def lanes_of(link: Link, source: Stop, target: Stop, lane_by_role: Mapping[str, int]) -> tuple[int, int]:
    """Return the lanes a link runs between: as it states them, else the nearest pair; the leaders' first."""
    sources = _stated(link.source_role, source, lane_by_role)
    targets = _stated(link.target_role, target, lane_by_role)
    pairs = [(a, b) for a in sources for b in targets]
    return min(
        pairs, key=lambda pair: (abs(pair[0] - pair[1]), pair[0] != source.lead, pair[1] != target.lead)
    )


def _stated(role: str, stop: Stop, lane_by_role: Mapping[str, int]) -> tuple[int, ...]:
    lane = lane_by_role.get(role) if role else None
    return (lane,) if lane in stop.lanes and lane is not None else stop.lanes


def directions(source: Stop, target: Stop, source_lane: int, target_lane: int) -> tuple[int, int]:
    """Return how the link leaves its source and its target, -1 up, +1 down."""
    if source_lane != target_lane:
        down = 1 if target_lane > source_lane else -1
        return down, -down
    height = _feeling(source, source_lane) + _feeling(target, target_lane)
    side = 1 if height > 0 else -1
    return side, side


def _feeling(stop: Stop, lane: int) -> int:
    return stop.feelings[stop.lanes.index(lane)] or 0


def ports(
    stop: Stop, links: Sequence[tuple[Link, Stop, bool]], lane_by_role: Mapping[str, int]
) -> dict[str, Port]:
    """Return where each link of a stop leaves it; links come with their other end and whether they start here."""
    sides: dict[tuple[int, int], list[tuple[float, str, bool]]] = {}
    for link, other, starts_here in links:
        source, target = (stop, other) if starts_here else (other, stop)
        lanes = lanes_of(link, source, target, lane_by_role)
        ways = directions(source, target, *lanes)
        side = (lanes[0], ways[0]) if starts_here else (lanes[1], ways[1])
        sides.setdefault(side, []).append((other.start, link.id, starts_here))
    found: dict[str, Port] = {}
    for (lane, direction), ends in sides.items():
        ends.sort()
        has_rod = stop.lanes[-1] > lane if direction > 0 else stop.lanes[0] < lane
        for (_, link_id, _), dx in zip(ends, _offsets(ends, has_rod), strict=True):
            found[link_id] = Port(lane, direction, dx)
    return found


def _offsets(ends: Sequence[tuple[float, str, bool]], has_rod: bool) -> list[float]:
    count = len(ends)
    if not has_rod:
        return [0.0] if count == 1 else [-11.0 + 22.0 * place / (count - 1) for place in range(count)]
    if count == 1:
        return [12.0 if ends[0][2] else -13.0]
    half = count // 2
    lefts = [-13.0 + 3.0 * place / max(half - 1, 1) for place in range(half)]
    rights = [9.0 + 4.0 * place / max(count - half - 1, 1) for place in range(count - half)]
    return lefts + rights


def curve(
    link: Link, ends: tuple[Stop, Stop], source: tuple[Port, float], target: tuple[Port, float],
    shapes: tuple[LaneShape, ...], marker: float, foreign: Sequence[tuple[float, float]],
    part: Part,
) -> Curve:  # fmt: skip
    """Draw a link between two markers at these x; of several bends the one that meets fewest foreign markers."""
    (port_0, x0), (port_1, x1) = source, target
    is_forward = ends[1].start >= ends[0].start
    lane_0, lane_1 = port_0.lane, port_1.lane
    y0 = shapes[lane_0].feeling_y(_feeling(ends[0], lane_0)) + port_0.direction * (marker + 2)
    y1 = shapes[lane_1].feeling_y(_feeling(ends[1], lane_1)) + port_1.direction * (marker + 8)
    start, end = Point(x0 + port_0.dx, y0), Point(x1 + port_1.dx, y1)
    if part != "whole":
        out = Point(start.x, start.y + port_0.direction * _STUB)
        back = Point(end.x, end.y + port_1.direction * _STUB)
        if part == "source":
            return Curve(link, is_forward, lane_0, lane_0, (start, start, start, out), (start, out), part)
        if part == "target":
            return Curve(link, is_forward, lane_1, lane_1, (back, back, back, end), (back, end), part)
        return Curve(
            link, is_forward, lane_0, lane_1, (start, start, back, end), (start, out, back, end), part
        )
    if lane_0 == lane_1:
        shape = shapes[lane_0]
        options = [_arc(start, end, shape, port_0.direction, room) for room in (18.0, 34.0, 1000.0)]
    else:
        options = [_bend(start, end, handles) for handles in _HANDLES]
    best: tuple[int, Curve] | None = None
    for controls in options:
        points = _along(controls)
        if not foreign:
            return Curve(link, is_forward, lane_0, lane_1, controls, points, "whole")
        hits = _hits(points, foreign, marker + 5)
        if best is None or hits < best[0]:
            best = hits, Curve(link, is_forward, lane_0, lane_1, controls, points, "whole")
        if best[0] == 0:
            break
    assert best is not None
    return best[1]


def _bend(start: Point, end: Point, handles: tuple[float, float]) -> tuple[Point, Point, Point, Point]:
    rise = end.y - start.y
    return start, Point(start.x, start.y + handles[0] * rise), Point(end.x, end.y - handles[1] * rise), end


def _arc(
    start: Point, end: Point, shape: LaneShape, direction: int, room: float
) -> tuple[Point, Point, Point, Point]:
    """Return an arc above or below the line within the lane, at most `room` from its ends."""
    outermost = shape.y + 7 if direction < 0 else shape.bottom - 7
    middle = (start.y + end.y) / 2
    peak = (
        max(outermost, min(start.y, end.y) - room)
        if direction < 0
        else min(outermost, max(start.y, end.y) + room)
    )
    control = (peak - 0.25 * middle) / 0.75
    return start, Point(start.x, control), Point(end.x, control), end


def stub_tips(shape: Curve) -> tuple[tuple[float, float], ...]:
    """Return the loose ends of a broken link, the one at its target first."""
    if shape.part == "ends":
        return (shape.points[2], shape.points[1])
    return (shape.points[1],) if shape.part == "source" else (shape.points[0],)


def _along(controls: tuple[Point, Point, Point, Point]) -> tuple[tuple[float, float], ...]:
    """Return points of the curve, close enough for straight lines between them."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = controls
    length = abs(x3 - x0) + abs(y1 - y0) + abs(y2 - y1) + abs(y3 - y2)
    count = max(10, min(int(length / 30), 160))
    weights = _weights(count)
    return tuple(
        [(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in weights]
    )


@lru_cache(maxsize=256)
def _weights(count: int) -> tuple[tuple[float, float, float, float], ...]:
    found = []
    for place in range(count + 1):
        t = place / count
        s = 1.0 - t
        found.append((s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t))
    return tuple(found)


def _hits(
    points: Sequence[tuple[float, float]], foreign: Sequence[tuple[float, float]], radius: float
) -> int:
    """Count the markers that a curve runs through."""
    count = 0
    for x, y in foreign:
        for (x0, y0), (x1, y1) in pairwise(points):
            low, high = (y0, y1) if y0 < y1 else (y1, y0)
            if low - radius < y < high + radius and _distance(x, y, x0, y0, x1, y1) < radius:
                count += 1
                break
    return count


def _distance(x: float, y: float, x0: float, y0: float, x1: float, y1: float) -> float:
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    t = min(max(((x - x0) * dx + (y - y0) * dy) / square, 0.0), 1.0) if square else 0.0
    return float(((x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2) ** 0.5)


def point_at(controls: tuple[Point, Point, Point, Point], t: float) -> Point:
    """Return the point of a curve at t of 0 to 1."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = controls
    s = 1.0 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return Point(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
