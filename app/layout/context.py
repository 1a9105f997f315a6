"""What a leaf sees of each lane's line beyond its borders: two points on either side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from app.layout.lines import Knot, knots_by_lane
from app.layout.memory import Memory
from app.layout.shown import Leaf, Shown, Stop
from app.layout.skeleton import LineContext
from app.layout.spacing import Spacing, quantised
from app.model.journey import Journey
from app.model.view import View

Tail = tuple[tuple[float, Knot], ...]  # points nearest to a border, each with the left edge its x counts from
_LATE = 0.5  # of the timeline without contact makes a role late


class Seen:
    """The lines around one leaf, cheap to compare with those of an earlier layout."""

    def __init__(
        self, before: tuple[Tail, ...], after: tuple[Tail, ...], left: float, origin: float, is_shifting: bool
    ) -> None:
        self.left, self.origin = left, origin
        self.before, self.after = before, after
        self.key: tuple[object, ...] = (before, after, left, origin)
        if is_shifting:
            self.key = (_relative(before, left), _relative(after, left), origin - left)

    def contexts(self, late: Sequence[bool]) -> list[LineContext]:
        """Return the context of each lane, x in the leaf."""
        return [
            LineContext(self._moved(before), self._moved(after), self.origin - self.left if is_late else None)
            for before, after, is_late in zip(self.before, self.after, late, strict=True)
        ]

    def _moved(self, tail: Tail) -> tuple[Knot, ...]:
        return tuple(Knot(knot.x + (x - self.left), knot.time, knot.feeling) for x, knot in tail)


def seen(
    journey: Journey, shown: Shown, view: View, cut: Sequence[Leaf], groups: Sequence[tuple[Stop, ...]],
    spacing: Spacing, memory: Memory,
) -> list[Seen]:  # fmt: skip
    """Return for each leaf what it sees of the lines around it."""
    ends = [
        memory.recall(("knots", leaf.key), (group, xs), _knots(group, xs))
        for leaf, group, xs in zip(cut, groups, spacing.xs, strict=True)
    ]
    count = len(shown.roles)
    befores = _sweep(_outside(journey, shown, view.first, spacing, True), ends, spacing.lefts, count, True)
    afters = _sweep(_outside(journey, shown, view.last, spacing, False), ends, spacing.lefts, count, False)
    origin = spacing.lefts[0]
    is_shifting = view.spacing == "even"  # an edit moves whatever stands to the right of it
    return [
        Seen(b, a, left, origin, is_shifting)
        for b, a, left in zip(befores, afters, spacing.lefts, strict=True)
    ]


def _relative(tails: tuple[Tail, ...], left: float) -> tuple[Tail, ...]:
    return tuple(tuple((x - left, knot) for x, knot in tail) for tail in tails)


def _knots(group: tuple[Stop, ...], xs: tuple[float, ...]) -> Callable[[], dict[int, list[Knot]]]:
    return lambda: knots_by_lane(group, xs)


def _outside(
    journey: Journey, shown: Shown, edge: float | None, spacing: Spacing, is_left: bool
) -> list[Tail]:
    """Return the two points of each role beyond the edge of a window."""
    if edge is None:
        return [()] * len(shown.roles)
    found: list[Tail] = []
    for role in shown.roles:
        line = journey.touchpoints_of(role.id)
        if is_left:
            end = bisect_left(line, edge, key=lambda touchpoint: touchpoint.start)
            points = line[max(end - 2, 0) : end]
        else:
            begin = bisect_right(line, edge, key=lambda touchpoint: touchpoint.start)
            points = line[begin : begin + 2]
        tail = []
        for touchpoint in points:
            part = touchpoint.participation(role.id)
            x = quantised(spacing.scale.x(touchpoint.start))
            tail.append((0.0, Knot(x, touchpoint.start, (part.feeling if part else 0) or 0)))
        found.append(tuple(tail))
    return found


def _sweep(
    start: list[Tail],
    ends: Sequence[dict[int, list[Knot]]],
    lefts: Sequence[float],
    count: int,
    forward: bool,
) -> list[tuple[Tail, ...]]:
    state = list(start)
    del count
    found: list[tuple[Tail, ...]] = []
    order = range(len(ends)) if forward else range(len(ends) - 1, -1, -1)
    for place in order:
        found.append(tuple(state))
        left = lefts[place]
        for lane, knots in ends[place].items():
            if forward:
                state[lane] = (*state[lane], *((left, knot) for knot in knots[-2:]))[-2:]
            else:
                state[lane] = (*((left, knot) for knot in knots[:2]), *state[lane])[:2]
    return found if forward else found[::-1]


def late_lanes(journey: Journey, shown: Shown) -> tuple[bool, ...]:
    """Tell which roles have no contact for the first half of the timeline."""
    span = shown.whole_last - shown.whole_first
    found = []
    for role in shown.roles:
        line = journey.touchpoints_of(role.id)
        found.append(bool(line) and line[0].start - shown.whole_first > _LATE * span)
    return tuple(found)
