"""The field around a leaf in which labels look for a place: what stands there, lane by lane.

Cards keep inside a lane and mostly beside their marker, so a question is about one lane and a short range of x:
for a card of some width at some height, what stands in the lane forbids intervals of its left edge.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import NamedTuple

from app.layout.lanes import LaneShape
from app.layout.lines import Stretch, crossing
from app.layout.links import Curve
from app.layout.result import Point
from app.layout.skeleton import Skeleton

REACH = 360.0  # no label of a leaf reaches farther beyond its border
_CARD_GAP = 5.0
_ROD_GAP = 8.5
_DOT_GAP = 4.0
_CURVE_GAP = 6.5
_EDGE = 3.0  # card to lane edge


class Strip(NamedTuple):
    """A part of a link's curve within one lane."""

    left: float
    right: float
    points: tuple[Point, ...]
    link: str


class Solid(NamedTuple):
    """A text's box."""

    left: float
    top: float
    right: float
    bottom: float


class Field:
    """Obstacles by lane, x in one leaf."""

    def __init__(self, shapes: Sequence[LaneShape], left: float, right: float, marker: float) -> None:
        self.shapes = shapes
        self.left, self.right = left, right
        self.marker = marker
        self.spots: dict[int, list[tuple[float, float, str]]] = {}
        self.bars: dict[int, list[tuple[float, float, float]]] = {}
        self.dots: dict[int, list[tuple[float, float, float]]] = {}
        self.strips: dict[int, list[Strip]] = {}
        self.solids: dict[int, list[Solid]] = {}
        self.stretches: dict[int, tuple[Stretch, ...]] = {}
        self._widest = 0.0

    def add_skeleton(self, skeleton: Skeleton, dx: float, left: float, right: float) -> None:
        """Add the markers and rods of a leaf that starts at dx, where they stand between left and right."""
        for lane, spots in skeleton.spots.items():
            found = [(x + dx, y, who) for x, y, who in spots if left < x + dx < right]
            if found:
                self.spots.setdefault(lane, []).extend(found)
        for source, own in ((skeleton.bars, self.bars), (skeleton.dots, self.dots)):
            for lane, bars in source.items():
                near = [(x + dx, top, bottom) for x, top, bottom in bars if left < x + dx < right]
                if near:
                    own.setdefault(lane, []).extend(near)

    def add_strips(self, strips: dict[int, tuple[Strip, ...]], dx: float, left: float, right: float) -> None:
        """Add a curve cut into lanes, where it runs between left and right."""
        for lane, parts in strips.items():
            for part in parts:
                if part.right + dx > left and part.left + dx < right:
                    moved = tuple(Point(x + dx, y) for x, y in part.points) if dx else part.points
                    self.strips.setdefault(lane, []).append(Strip(part.left + dx, part.right + dx, moved, part.link))

    def add_solid(self, solid: Solid) -> None:
        """Add a text's box to every lane that it touches."""
        self._widest = max(self._widest, solid.right - solid.left)
        for lane in self.lanes_between(solid.top, solid.bottom):
            insort(self.solids.setdefault(lane, []), solid)

    def add_leader(self, lane: int, leader: tuple[Point, Point]) -> None:
        """Add the line from a marker to its card."""
        (x0, y0), (x1, y1) = leader
        points = tuple(Point(x0 + (x1 - x0) * k / 4, y0 + (y1 - y0) * k / 4) for k in range(5))
        self.strips.setdefault(lane, []).append(Strip(min(x0, x1), max(x0, x1), points, ""))

    def lanes_between(self, top: float, bottom: float) -> list[int]:
        """Return the lanes that a range of y touches."""
        return [lane for lane, shape in enumerate(self.shapes) if shape.y < bottom and shape.bottom > top]

    def fits(self, lane: int, top: float, height: float) -> bool:
        """Tell whether a card at this height stays inside its lane."""
        shape = self.shapes[lane]
        return top >= shape.y + _EDGE and top + height <= shape.y + shape.height - _EDGE

    def free(self, lane: int, low: float, high: float, size: tuple[float, float], top: float, over_dots: bool = False) -> list[tuple[float, float]]:
        """Return the intervals within [low, high] where the left edge of a card of this size may stand."""
        width, height = size
        low, high = max(low, self.left), min(high, self.right - width)
        if high < low:
            return []
        bottom = top + height
        barred = self._barred(lane, low, high, width, top, bottom)
        if not over_dots:
            self._bar_dots(lane, low, high, width, top, bottom, barred)
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

    def _barred(
        self, lane: int, low: float, high: float, width: float, top: float, bottom: float
    ) -> list[tuple[float, float]]:
        barred: list[tuple[float, float]] = []
        end = high + width
        solids = self.solids.get(lane)
        if solids:
            begin = bisect_left(solids, (low - self._widest - _CARD_GAP,))
            for left, above, right, below in solids[begin:]:
                if left > end + _CARD_GAP:
                    break
                if above < bottom + _CARD_GAP and below > top - _CARD_GAP and right > low - _CARD_GAP:
                    barred.append((left - width - _CARD_GAP, right + _CARD_GAP))
        reach = self.marker + 3.6 + 2.4
        for x, y, _ in self.spots.get(lane, ()):
            if low - reach < x < end + reach and top - reach < y < bottom + reach:
                away = top - y if y < top else y - bottom if y > bottom else 0.0
                half = (reach * reach - away * away) ** 0.5
                barred.append((x - width - half, x + half))
        for x, above, below in self.bars.get(lane, ()):
            if low - _ROD_GAP < x < end + _ROD_GAP and above < bottom + _ROD_GAP and below > top - _ROD_GAP:
                barred.append((x - width - _ROD_GAP, x + _ROD_GAP))
        for strip in self.strips.get(lane, ()):
            if strip.right > low - _CURVE_GAP and strip.left < end + _CURVE_GAP:
                self._bar_strip(strip, width, top, bottom, barred)
        return barred

    def _bar_dots(
        self, lane: int, low: float, high: float, width: float, top: float, bottom: float,
        barred: list[tuple[float, float]],
    ) -> None:  # fmt: skip
        for x, above, below in self.dots.get(lane, ()):
            if low - _DOT_GAP < x < high + width + _DOT_GAP and above < bottom and below > top:
                barred.append((x - width - _DOT_GAP, x + _DOT_GAP))

    @staticmethod
    def _bar_strip(strip: Strip, width: float, top: float, bottom: float, barred: list[tuple[float, float]]) -> None:
        above, below = top - _CURVE_GAP, bottom + _CURVE_GAP
        least = most = None
        for x, y in strip.points:
            if above < y < below:
                if least is None or most is None:
                    least = most = x
                elif x < least:
                    least = x
                elif x > most:
                    most = x
            elif least is not None and most is not None:
                barred.append((least - width - _CURVE_GAP, most + _CURVE_GAP))
                least = most = None
        if least is not None and most is not None:
            barred.append((least - width - _CURVE_GAP, most + _CURVE_GAP))

    def line_cost(self, lane: int, solid: Solid) -> float:
        """Return what it costs to stand on the lane's own line: 11 for 5 map units, where idle 3.5."""
        stretches = self.stretches.get(lane)
        if not stretches:
            return 0.0
        active, idle = crossing(stretches, (solid.left - 2, solid.top - 4, solid.right + 2, solid.bottom + 4))
        return active * 2.2 + idle * 0.7

    def has_nearer(self, lane: int, solid: Solid, own: str, distance: float) -> bool:
        """Tell whether another marker of the lane stands nearer to a card than its own."""
        return any(
            who != own and gap_to(solid, x, y) < distance for x, y, who in self.spots.get(lane, ()) if abs(x - solid.left) < REACH
        )

    def is_blocked(self, lane: int, leader: tuple[Point, Point]) -> bool:
        """Tell whether a leader would run through a text or another marker."""
        (x0, y0), (x1, y1) = leader
        points = [(x0 + (x1 - x0) * k / 6, y0 + (y1 - y0) * k / 6) for k in range(1, 6)]
        for solid in self.solids.get(lane, ()):
            if any(solid.left - 2 < x < solid.right + 2 and solid.top - 2 < y < solid.bottom + 2 for x, y in points):
                return True
        reach = (self.marker + 4) ** 2
        spots = [(x, y) for x, y, _ in self.spots.get(lane, ()) if abs(x - x0) + abs(y - y0) > 1]
        return any((x - px) ** 2 + (y - py) ** 2 < reach for px, py in points for x, y in spots)


def gap_to(solid: Solid, x: float, y: float) -> float:
    """Return how far a point is from a box."""
    dx = max(solid.left - x, 0.0, x - solid.right)
    dy = max(solid.top - y, 0.0, y - solid.bottom)
    return float((dx * dx + dy * dy) ** 0.5)


def strips_of(curve: Curve, shapes: Sequence[LaneShape]) -> dict[int, tuple[Strip, ...]]:
    """Cut a curve into the parts that run within each lane."""
    found: dict[int, tuple[Strip, ...]] = {}
    low, high = sorted((curve.source_lane, curve.target_lane))
    for lane in range(low, high + 1):
        top, bottom = shapes[lane].y - 8, shapes[lane].bottom + 8
        inside = tuple(point for point in curve.points if top <= point.y <= bottom)
        if inside:
            xs = [point.x for point in inside]
            found[lane] = (Strip(min(xs), max(xs), inside, curve.link.id),)
    return found
