"""The field around a leaf in which labels look for a place: what stands there, lane by lane.

Cards keep inside a lane and mostly beside their marker, so a question is about one lane and a short range of x:
for a card of some width at some height, what stands in the lane forbids intervals of its left edge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple

from app.layout.lanes import LaneShape
from app.layout.lines import Course, Stretch
from app.layout.result import Point
from app.layout.skeleton import Obstacles
from app.layout.strips import Strip, Strips

REACH = 460.0  # no label of a leaf reaches farther beyond its border
_CARD_GAP = 5.0
_ROD_GAP = 8.5
_DOT_GAP = 4.0
_CURVE_GAP = 6.5


class Solid(NamedTuple):
    """A text's box."""

    left: float
    top: float
    right: float
    bottom: float


class Window(NamedTuple):
    """What stands in a lane near a marker."""

    solids: list[Solid]
    spots: list[tuple[float, float, str]]
    bars: list[tuple[float, float, float]]
    dots: list[tuple[float, float, float]]
    strips: list[Strip]


class Field:
    """Obstacles by lane, x in one leaf."""

    def __init__(
        self, shapes: Sequence[LaneShape], left: float, right: float, marker: float, begin: float, end: float
    ) -> None:
        self.shapes = shapes
        self._tops = [shape.y for shape in shapes]
        self._ends = [shape.bottom for shape in shapes]
        self.begin, self.end = begin, end  # nothing farther out matters
        self.left, self.right = left, right
        self.marker = marker
        self.spots: dict[int, list[tuple[float, float, str]]] = {}
        self.bars: dict[int, list[tuple[float, float, float]]] = {}
        self.dots: dict[int, list[tuple[float, float, float]]] = {}
        self._links: list[tuple[float, Strips]] = []
        self._strips: dict[int, list[Strip]] | None = None  # by lane
        self._leaders: dict[int, list[Strip]] = {}
        self.solids: dict[int, list[Solid]] = {}
        self.stretches: dict[int, tuple[Stretch, ...]] = {}
        self._courses: dict[int, Course] = {}
        self._widest = 0.0

    def copy(self) -> Field:
        """Return a field with the same marks and links, to which words may be added; before any stands in this one."""
        field = Field(self.shapes, self.left, self.right, self.marker, self.begin, self.end)
        field.spots, field.bars, field.dots = self.spots, self.bars, self.dots
        field.take_links_of(self)
        return field

    def add_obstacles(self, obstacles: Obstacles, dx: float, left: float, right: float) -> None:
        """Add the markers and rods of a leaf that starts at dx, where they stand between left and right."""
        for lane, spots in obstacles.spots.items():
            found = [(x + dx, y, who) for x, y, who in spots if left < x + dx < right]
            if found:
                self.spots.setdefault(lane, []).extend(found)
        for source, own in ((obstacles.bars, self.bars), (obstacles.dots, self.dots)):
            for lane, bars in source.items():
                near = [(x + dx, top, bottom) for x, top, bottom in bars if left < x + dx < right]
                if near:
                    own.setdefault(lane, []).extend(near)

    def add_link(self, strips: Strips, dx: float) -> None:
        """Add a link's curve cut into lanes."""
        self._links.append((dx, strips))

    def strips(self, lane: int) -> Sequence[Strip]:
        """Return what runs through a lane near the leaf."""
        found = self.strips_by_lane().get(lane, ())
        leaders = self._leaders.get(lane)
        return found if leaders is None else [*found, *leaders]

    def strips_by_lane(self) -> dict[int, list[Strip]]:
        """Return what of the links runs near the leaf."""
        if self._strips is None:
            found: dict[int, list[Strip]] = {}
            for dx, strips in self._links:
                begin, end = self.begin - dx, self.end - dx
                for lane, parts in strips.items():
                    for part in parts:
                        if part.right > begin and part.left < end:
                            found.setdefault(lane, []).append(_shifted(part, dx))
            self._strips = found
        return self._strips

    def take_links_of(self, other: Field) -> None:
        """Take over the links of a field where the same ones run."""
        self._links, self._strips = other._links, other.strips_by_lane()

    def add_solid(self, solid: Solid) -> None:
        """Add a text's box to every lane that it touches."""
        self._widest = max(self._widest, solid.right - solid.left)
        for lane in self.lanes_between(solid.top, solid.bottom):
            insort(self.solids.setdefault(lane, []), solid)

    def add_leader(self, lane: int, leader: tuple[Point, Point]) -> None:
        """Add the line from a marker to its card."""
        (x0, y0), (x1, y1) = leader
        leader_strip = Strip(min(x0, x1), max(x0, x1), ((x0, y0), (x1, y1)), "")
        self._leaders.setdefault(lane, []).append(leader_strip)

    def lanes_between(self, top: float, bottom: float) -> range:
        """Return the lanes that a range of y touches."""
        return range(bisect_right(self._ends, top), bisect_left(self._tops, bottom))

    def window(self, lane: int, low: float, high: float) -> Window:
        """Return what stands in a lane between two x."""
        solids = self.solids.get(lane, [])
        begin = bisect_left(solids, (low - self._widest,))
        end = bisect_left(solids, (high,))
        return Window(
            [solid for solid in solids[begin:end] if solid.right > low],
            [spot for spot in self.spots.get(lane, ()) if low < spot[0] < high],
            [bar for bar in self.bars.get(lane, ()) if low < bar[0] < high],
            [dot for dot in self.dots.get(lane, ()) if low < dot[0] < high],
            [strip for strip in self.strips(lane) if strip.right > low and strip.left < high],
        )

    def free(
        self,
        window: Window,
        low: float,
        high: float,
        size: tuple[float, float],
        top: float,
        over_dots: bool = False,
    ) -> list[tuple[float, float]]:
        """Return the intervals within [low, high] where the left edge of a card of this size may stand."""
        width, height = size
        low, high = max(low, self.left), min(high, self.right - width)
        if high < low:
            return []
        span = low, high, width, top, top + height
        barred = self._barred(window, *span)
        if not over_dots:
            barred += [
                (x - width - _DOT_GAP, x + _DOT_GAP)
                for x, above, below in window.dots
                if above < top + height and below > top
            ]
        found = _between(barred, low, high)
        if found and window.strips:
            runs = _barred_by_strips(window, found[0][0], found[-1][1], *span[2:])
            if runs:
                return _between(barred + runs, low, high)
        return found

    def _barred(
        self, window: Window, low: float, high: float, width: float, top: float, bottom: float
    ) -> list[tuple[float, float]]:
        """Return the intervals of the left edge that texts, markers and rods near [low, high] forbid."""
        above, below = top - _CARD_GAP, bottom + _CARD_GAP
        barred = [
            (left - width - _CARD_GAP, right + _CARD_GAP)
            for left, begin, right, end in window.solids
            if begin < below and end > above
        ]
        reach = self.marker + 3.6 + 2.4
        above, below = top - reach, bottom + reach
        nearest, farthest = low - reach, high + width + reach
        for x, y, _ in window.spots:
            if above < y < below and nearest < x < farthest:
                away = top - y if y < top else y - bottom if y > bottom else 0.0
                half = (reach * reach - away * away) ** 0.5
                barred.append((x - width - half, x + half))
        above, below = top - _ROD_GAP, bottom + _ROD_GAP
        for x, begin, end in window.bars:
            if begin < below and end > above:
                barred.append((x - width - _ROD_GAP, x + _ROD_GAP))
        return barred

    def course(self, lane: int) -> Course:
        """Return the lane's own line."""
        course = self._courses.get(lane)
        if course is None:
            course = self._courses[lane] = Course(self.stretches.get(lane, ()))
        return course

    def crossing(
        self, lane: int, left: float, top: float, right: float, bottom: float
    ) -> tuple[float, float]:
        """Return how many map units of the lane's own line run through a box: active, idle."""
        return self.course(lane).crossing(left, top, right, bottom)

    def stretches_near(self, lane: int, x: float, reach: float) -> list[Stretch]:
        """Return the parts of the lane's own line near an x."""
        low, high = x - reach, x + reach
        return [part for part in self.stretches.get(lane, ()) if part.end.x > low and part.start.x < high]

    def line_cost(self, lane: int, solid: Solid) -> float:
        """Return what it costs to stand on the lane's own line: 11 for 5 map units, where idle 3.5."""
        left, top, right, bottom = solid
        active, idle = self.crossing(lane, left - 2, top - 4, right + 2, bottom + 4)
        return active * 2.2 + idle * 0.7

    @staticmethod
    def has_nearer(window: Window, solid: Solid, own: str, distance: float) -> bool:
        """Tell whether another marker of the lane stands nearer to a card than its own."""
        left, top, right, bottom = solid
        low, high = left - distance, right + distance
        for x, y, who in window.spots:
            if low < x < high and who != own:
                dx = left - x if x < left else x - right if x > right else 0.0
                dy = top - y if y < top else y - bottom if y > bottom else 0.0
                if (dx * dx + dy * dy) ** 0.5 < distance:
                    return True
        return False

    def is_blocked(self, window: Window, leader: tuple[Point, Point]) -> bool:
        """Tell whether a leader would run through a text or another marker."""
        (x0, y0), (x1, y1) = leader
        low, high = (x0, x1) if x0 < x1 else (x1, x0)
        points = [(x0 + (x1 - x0) * k / 6, y0 + (y1 - y0) * k / 6) for k in range(1, 6)]
        for left, top, right, bottom in window.solids:
            if left - 2 < high and right + 2 > low:
                for x, y in points:
                    if left - 2 < x < right + 2 and top - 2 < y < bottom + 2:
                        return True
        near = self.marker + 4
        reach = near**2
        for x, y, _ in window.spots:
            if low - near < x < high + near and abs(x - x0) + abs(y - y0) > 1:
                for px, py in points:
                    if (x - px) ** 2 + (y - py) ** 2 < reach:
                        return True
        return False


def _shifted(strip: Strip, dx: float) -> Strip:
    left, right, points, link, _, heights = strip
    return Strip(left + dx, right + dx, points, link, dx, heights)


def _between(barred: list[tuple[float, float]], low: float, high: float) -> list[tuple[float, float]]:
    """Return what intervals leave free of [low, high]."""
    if not barred:
        return [(low, high)]
    barred.sort()
    found: list[tuple[float, float]] = []
    x = low
    for left, right in barred:
        if left > x:
            found.append((x, min(left, high)))
        if right > x:
            x = right
        if x > high:
            return found
    found.append((x, high))
    return found


def _barred_by_strips(
    window: Window, first: float, last: float, width: float, top: float, bottom: float
) -> list[tuple[float, float]]:
    """Return the intervals of the left edge that links forbid, of those between the first and the last that is free."""
    above, below = top - _CURVE_GAP, bottom + _CURVE_GAP
    nearest, farthest = first - _CURVE_GAP, last + width + _CURVE_GAP
    barred: list[tuple[float, float]] = []
    for strip in window.strips:
        if strip[0] <= farthest and strip[1] >= nearest:
            dx = strip.dx
            for least, most in strip.runs(above, below):
                barred.append((least + dx - width - _CURVE_GAP, most + dx + _CURVE_GAP))
    return barred


def gap_to(solid: Solid, x: float, y: float) -> float:
    """Return how far a point is from a box."""
    left, top, right, bottom = solid
    dx = left - x if x < left else x - right if x > right else 0.0
    dy = top - y if y < top else y - bottom if y > bottom else 0.0
    return float((dx * dx + dy * dy) ** 0.5)
