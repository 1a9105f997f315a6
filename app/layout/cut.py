"""The timeline cut into leaves: which touchpoints stand in which, what is different from before, and where a record is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, TypeVar

from app.layout.memory import Memory, Row
from app.layout.newcomers import newcomers
from app.layout.shown import Leaf, Shown, Stop, leaves, stops
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.model.view import View

Item = TypeVar("Item")


class Cut:
    """The leaves of a layout with their touchpoints as stops."""

    def __init__(self, journey: Journey, view: View, shown: Shown, memory: Memory) -> None:
        self._journey, self._shown, self._view = journey, shown, view
        was, now = _difference("touchpoints", shown.everything, memory)
        are_alike = [touchpoint.start for touchpoint in was] == [touchpoint.start for touchpoint in now]
        self.leaves = _leaves(shown, view, are_alike, memory)
        self._firsts = [leaf.first for leaf in self.leaves]
        self.place_of_key = {leaf.key: place for place, leaf in enumerate(self.leaves)}
        memory.cut([leaf.key for leaf in self.leaves])
        self.touched = {touchpoint.id: touchpoint for touchpoint in now}  # those that are different now
        self._gone = {touchpoint.id for touchpoint in was} - set(self.touched)
        self.links_gone, self.links_come = _difference("links", journey.all(Link), memory)
        self.touchpoints = self._slices(memory)
        self.groups = self._groups(memory)
        self.numbers: Row[dict[str, int]] = memory.row(
            "numbers", (), self.groups.fresh, lambda place: (self.groups[place],),
            lambda place, _notes: {stop.id: n for n, stop in enumerate(self.groups[place])},
        )  # fmt: skip
        self._outside: dict[str, Stop | None] = {}

    def __len__(self) -> int:
        return len(self.leaves)

    @property
    def has_other_touchpoints(self) -> bool:
        """Tell whether any touchpoint came, went or is different."""
        return bool(self.touched or self._gone)

    @property
    def changed(self) -> Iterable[str]:
        """The ids of touchpoints that came, went or are different."""
        return (*self.touched, *self._gone)

    def place_at(self, time: float) -> int:
        """Return the leaf that holds a time."""
        return max(bisect_right(self._firsts, time) - 1, 0)

    def place_of(self, touchpoint: str) -> int | None:
        """Return the leaf of a touchpoint, none where it is not shown."""
        record = self._journey.get(touchpoint)
        if not isinstance(record, Touchpoint):
            return None
        place = self.place_at(record.start)
        return place if touchpoint in self.numbers[place] else None

    def stop_of(self, touchpoint: str) -> Stop | None:
        """Return the touchpoint as a stop, also where it is outside the window; none where its roles are hidden."""
        place = self.place_of(touchpoint)
        if place is not None:
            return self.groups[place][self.numbers[place][touchpoint]]
        if not self._shown.is_windowed:
            return None
        if touchpoint not in self._outside:
            record, lane = self._journey.get(touchpoint), self._shown.lane
            is_shown = isinstance(record, Touchpoint) and any(role in lane for role in record.roles)
            self._outside[touchpoint] = stops((record,), lane, {})[0] if is_shown else None  # type: ignore[arg-type]
        return self._outside[touchpoint]

    def places_of(self, touchpoints: Iterable[str]) -> set[int]:
        """Return the leaves of these touchpoints."""
        return {place for place in map(self.place_of, touchpoints) if place is not None}

    def linked_to(self, touchpoints: Iterable[str]) -> set[int]:
        """Return the leaves of these touchpoints and of all that are linked to them."""
        links = [link for touchpoint in touchpoints for link in self._journey.links_of(touchpoint)]
        return self.places_of({end for link in links for end in (link.source, link.target)})

    def places_of_links(self, links: Iterable[str]) -> set[int]:
        """Return the leaves of both ends of links."""
        records = [self._journey.get(link) for link in links]
        ends = [end for link in records if isinstance(link, Link) for end in (link.source, link.target)]
        return self.places_of(ends)

    def _slices(self, memory: Memory) -> Row[tuple[Touchpoint, ...]]:
        everything, leaves_ = self._shown.touchpoints, self.leaves

        def slice_of(place: int) -> tuple[Touchpoint, ...]:
            leaf = leaves_[place]
            return everything[leaf.low : leaf.high]

        dirty: set[int] | None = None if self.has_other_touchpoints or memory.is_recut else set()
        common = (self._view.first, self._view.last, tuple(self._shown.lane))
        return memory.row(
            "touchpoints",
            common,
            dirty,
            lambda place: (slice_of(place),),
            lambda place, _notes: slice_of(place),
        )

    def _groups(self, memory: Memory) -> Row[tuple[Stop, ...]]:
        lane = self._shown.lane
        new = newcomers(self._journey, self._shown.roles, memory)
        former: Mapping[str, frozenset[str]] = memory.before("newcomers") or {}
        memory.keep("newcomers", new)
        renewed = () if new == former else [n for n in {*new, *former} if new.get(n) != former.get(n)]

        def of_leaf(place: int) -> dict[str, frozenset[str]]:
            return {t.id: new[t.id] for t in self.touchpoints[place] if t.id in new} if new else {}

        def at(touchpoint: str) -> int:
            record = self._journey.get(touchpoint)
            return self.place_at(record.start) if isinstance(record, Touchpoint) else 0

        return memory.row(
            "stops", (tuple(lane),), self.touchpoints.fresh.union(map(at, renewed)),
            lambda place: (self.touchpoints[place], of_leaf(place)),
            lambda place, _notes: stops(self.touchpoints[place], lane, of_leaf(place)),
        )  # fmt: skip


def _leaves(shown: Shown, view: View, are_alike: bool, memory: Memory) -> list[Leaf]:
    """Return the leaves, the former ones where all touchpoints stand at the same times as before."""
    bounds = (shown.first, shown.last, view.first, view.last, len(shown.touchpoints))
    former = memory.before("leaves")
    is_known = are_alike and former is not None and former[0] == bounds
    found: list[Leaf] = former[1] if is_known else leaves(shown.touchpoints, shown.first, shown.last)
    memory.keep("leaves", (bounds, found))
    return found


def _difference(name: str, items: tuple[Item, ...], memory: Memory) -> tuple[list[Item], list[Item]]:
    """Return which items are gone since the last layout and which came."""
    former = memory.before(name) or ()
    memory.keep(name, items)
    return difference(former, items)


def difference(former: Sequence[Item], items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Return the items of one sequence that are not in the other, and the other way round, by identity.

    Cheap where the sequences differ in one place.
    """
    if former is items:
        return [], []
    first = _first_other(former, items, len(former), len(items), is_reversed=False)
    most = min(len(former), len(items)) - first
    last = min(_first_other(former, items, len(former), len(items), is_reversed=True), most)
    was, now = former[first : len(former) - last], items[first : len(items) - last]
    if len(was) == len(now) == 1:
        return list(was), list(now)
    old_ids, new_ids = set(map(id, was)), set(map(id, now))
    return [item for item in was if id(item) not in new_ids], [
        item for item in now if id(item) not in old_ids
    ]


def _first_other(a: Sequence[Any], b: Sequence[Any], length_a: int, length_b: int, is_reversed: bool) -> int:
    pairs = map(is_not, reversed(a), reversed(b)) if is_reversed else map(is_not, a, b)
    return next(compress(count(), pairs), min(length_a, length_b))
