"""What a leaf sees of each lane's line beyond its borders: two points on either side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from app.layout.cut import Cut
from app.layout.lines import Knot, knots_by_lane
from app.layout.memory import Memory, Row
from app.layout.shown import Shown
from app.layout.skeleton import LineContext
from app.layout.spacing import Spacing, is_moved, quantised
from app.model.journey import Journey
from app.model.view import View

Tail = tuple[tuple[float, Knot], ...]  # points nearest to a border, each with the left edge its x counts from
Knots = dict[int, list[Knot]]  # of a leaf by lane
_SEEN = 2  # points of a line that matter beyond a border
_LATE = 0.5  # of the timeline without contact makes a role late


class Seen:
    """The lines around one leaf; all x count from it, so that it is the same wherever the leaf stands."""

    def __init__(
        self, before: tuple[Tail, ...], after: tuple[Tail, ...], border: float, late: Sequence[bool]
    ) -> None:
        self.before, self.after = before, after
        is_awaited = any(is_late and not tail for is_late, tail in zip(late, before, strict=True))
        self.border = border if is_awaited else None  # where lines of late roles begin, if one is seen
        self.key: tuple[object, ...] = (before, after, self.border)

    def contexts(self, late: Sequence[bool]) -> list[LineContext]:
        """Return the context of each lane, x in the leaf."""
        return [
            LineContext(_joined(before), _joined(after), self.border if is_late else None)
            for before, after, is_late in zip(self.before, self.after, late, strict=True)
        ]


def _joined(tail: Tail) -> tuple[Knot, ...]:
    return tuple(Knot(knot.x + x, knot.time, knot.feeling) for x, knot in tail)


def seen(
    journey: Journey, shown: Shown, view: View, cut: Cut, spacing: Spacing, late: tuple[bool, ...], memory: Memory
) -> Row[Seen]:  # fmt: skip
    """Return for each leaf what it sees of the lines around it."""
    knots: Row[Knots] = memory.row(
        "knots", (), cut.groups.fresh | spacing.xs.fresh, lambda place: (cut.groups[place], spacing.xs[place]),
        lambda place, _notes: knots_by_lane(cut.groups[place], spacing.xs[place]),
    )  # fmt: skip
    origin = spacing.lefts[0]
    common = (view.first, view.last, tuple(shown.lane), late)
    is_whole = shown.is_windowed or view.spacing == "even" or is_moved(spacing.frames, memory)
    if is_whole or not memory.has_row("seen", common) or len(knots.fresh) * 3 > len(cut):
        lefts = spacing.lefts
        befores = _sweep(_outside(journey, shown, view.first, spacing, True), knots, lefts, True)
        afters = _sweep(_outside(journey, shown, view.last, spacing, False), knots, lefts, False)
        swept = [
            Seen(_relative(b, left), _relative(a, left), origin - left, late)
            for b, a, left in zip(befores, afters, lefts, strict=True)
        ]
        return memory.row(
            "seen", common, None, lambda place: (swept[place].key,), lambda place, _notes: swept[place]
        )
    lanes = _lanes_to_look_at(knots, len(shown.roles), memory.new_places)

    def look(place: int, former: Seen | None) -> Seen:
        befores: list[Tail] = list(former.before) if former is not None else [()] * len(shown.roles)
        afters: list[Tail] = list(former.after) if former is not None else [()] * len(shown.roles)
        for lane in lanes[place]:
            befores[lane] = _tail(knots, spacing.lefts, lane, place, range(place - 1, -1, -1))
            afters[lane] = _tail(knots, spacing.lefts, lane, place, range(place + 1, len(knots)))
        return Seen(tuple(befores), tuple(afters), origin - spacing.lefts[place], late)

    former = memory.former_row("seen")
    made = {place: look(place, former(place)) for place in lanes}
    return memory.row(
        "seen", common, made, lambda place: (made[place].key,), lambda place, _notes: made[place]
    )


def _lanes_to_look_at(knots: Row[Knots], count: int, new_places: frozenset[int]) -> dict[int, set[int]]:
    """Return the lanes of each leaf where something came or went within two points."""
    found: dict[int, set[int]] = {place: set(range(count)) for place in new_places}
    for place in knots.fresh:
        now, before = knots[place], knots.before(place)
        if before is None:
            lanes: Iterable[int] = range(count)
        else:
            lanes = [
                lane for lane in {*now, *before}
                if _ends(now.get(lane, ())) != _ends(before.get(lane, ()))
            ]  # fmt: skip
        for lane in lanes:
            for way in (range(place + 1, len(knots)), range(place - 1, -1, -1)):
                between = 0
                for other in way:
                    found.setdefault(other, set()).add(lane)
                    between += len(knots[other].get(lane, ()))
                    if between >= _SEEN:
                        break
    return found


def _ends(knots: Sequence[Knot]) -> tuple[Sequence[Knot], Sequence[Knot]]:
    return knots[:_SEEN], knots[-_SEEN:]


def _tail(knots: Row[Knots], lefts: Sequence[float], lane: int, of: int, way: range) -> Tail:
    """Return the two points of a lane nearest to a leaf on one side, in time order."""
    found: Tail = ()
    for place in way:
        here, left = knots[place].get(lane), lefts[place] - lefts[of]
        if not here:
            continue
        if way.step < 0:
            found = (*((left, knot) for knot in here[-_SEEN:]), *found)[-_SEEN:]
        else:
            found = (*found, *((left, knot) for knot in here[:_SEEN]))[:_SEEN]
        if len(found) == _SEEN:
            break
    return found


def _relative(tails: tuple[Tail, ...], left: float) -> tuple[Tail, ...]:
    return tuple(tuple((x - left, knot) for x, knot in tail) for tail in tails)


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
    start: list[Tail], ends: Row[Knots], lefts: Sequence[float], forward: bool
) -> list[tuple[Tail, ...]]:
    state = list(start)
    found: list[tuple[Tail, ...]] = []
    order = range(len(ends)) if forward else range(len(ends) - 1, -1, -1)
    for place in order:
        found.append(tuple(state))
        left = lefts[place]
        for lane, knots in ends[place].items():
            if forward:
                state[lane] = (*state[lane], *((left, knot) for knot in knots[-_SEEN:]))[-_SEEN:]
            else:
                state[lane] = (*((left, knot) for knot in knots[:_SEEN]), *state[lane])[:_SEEN]
    return found if forward else found[::-1]


def late_lanes(journey: Journey, shown: Shown) -> tuple[bool, ...]:
    """Tell which roles have no contact for the first half of the timeline."""
    span = shown.whole_last - shown.whole_first
    found = []
    for role in shown.roles:
        line = journey.touchpoints_of(role.id)
        found.append(bool(line) and line[0].start - shown.whole_first > _LATE * span)
    return tuple(found)
