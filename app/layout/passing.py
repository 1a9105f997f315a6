"""What of the links reaches which leaf: the curves that run through it, and the words that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from app.layout.crossings import Drawn
from app.layout.cut import Cut
from app.layout.field import REACH
from app.layout.memory import Memory, Row
from app.layout.spacing import Spacing, is_moved
from app.layout.strips import Strips

Passing = list[
    tuple[float, Strips]
]  # links that run through a leaf: the shift of their x into it, their strips
Reached = dict[int, tuple[Any, ...]]  # what of one leaf reaches others, by place


class Reach:
    """What of each leaf's links reaches which leaf; `fresh` are those that something else reaches than before."""

    def __init__(
        self, by_leaf: list[dict[str, tuple[Any, ...]]], by_owner: dict[str, dict[str, tuple[Any, ...]]]
    ) -> None:
        self.by_leaf = by_leaf  # by owner's key
        self.by_owner = by_owner  # by reached leaf's key
        self.fresh: set[int] = set()

    def at(self, place: int, place_of_key: dict[str, int]) -> list[tuple[int, tuple[Any, ...]]]:
        """Return what reaches a leaf, from left to right: the owner's place and the things."""
        reached = self.by_leaf[place]
        return sorted(
            [(place_of_key[key], things) for key, things in reached.items()], key=lambda pair: pair[0]
        )

    def changed(
        self, cut: Cut, memory: Memory, owners: Iterable[int], reached_by: Callable[[int], Reached]
    ) -> Reach:
        """Return this as it is when some owners' links are others; what of them reaches where is asked for anew."""
        former_place = {key: place for place, key in enumerate(memory.former_keys)}
        leaves = cut.leaves
        by_leaf = [
            self.by_leaf[former_place[leaf.key]] if leaf.key in former_place else {} for leaf in leaves
        ]
        found = Reach(by_leaf, dict(self.by_owner))
        for key in memory.gone:
            found._put(key, {}, cut)
            del found.by_owner[key]
        for place in sorted(memory.new_places.union(owners)):
            reached = {leaves[other].key: things for other, things in reached_by(place).items()}
            found._put(leaves[place].key, reached, cut)
        found.fresh |= memory.new_places
        return found

    def _put(self, owner: str, reached: dict[str, tuple[Any, ...]], cut: Cut) -> None:
        before = self.by_owner.pop(owner, {})
        self.by_owner[owner] = reached
        for key in {*before, *reached}:
            place = cut.place_of_key.get(key)
            if place is None or before.get(key) == reached.get(key):
                continue
            here = dict(self.by_leaf[place])
            here.pop(owner, None)
            if key in reached:
                here[owner] = reached[key]
            self.by_leaf[place] = here
            self.fresh.add(place)


def _reach(
    name: tuple[Any, ...], cut: Cut, spacing: Spacing, links: Row[tuple[Drawn, ...]], memory: Memory,
    reached_by: Callable[[int], Reached],
) -> Reach:  # fmt: skip
    former: Reach | None = memory.before(name)
    if former is None or is_moved(spacing.frames, memory) or len(links.fresh) * 3 > len(cut):
        found = Reach([{} for _ in cut.leaves], {})
        for place, leaf in enumerate(cut.leaves):
            reached = reached_by(place)
            found.by_owner[leaf.key] = {cut.leaves[other].key: things for other, things in reached.items()}
            for other, things in reached.items():
                found.by_leaf[other][leaf.key] = things
        before = former.by_leaf if former is not None and not memory.is_recut else []
        found.fresh = {n for n, reached in enumerate(found.by_leaf) if not before or before[n] != reached}
    else:
        found = former.changed(
            cut, memory, links.fresh | _beside_others(former, cut, spacing, memory), reached_by
        )
    memory.keep(name, found)
    return found


def _beside_others(former: Reach, cut: Cut, spacing: Spacing, memory: Memory) -> set[int]:
    """Return the leaves whose links reached leaves that are gone, or such as end elsewhere now, or the ones after these."""
    ends = dict(zip(memory.former_keys, memory.before("ends") or (), strict=False))
    keys = set(memory.gone)
    for place, leaf in enumerate(cut.leaves):
        if ends.get(leaf.key) != spacing.ends[place]:
            keys.update(near.key for near in cut.leaves[place : place + 2])
    reached = zip(memory.former_keys, former.by_leaf, strict=True)
    owners = {owner for key, by_owner in reached if key in keys for owner in by_owner}
    return {cut.place_of_key[owner] for owner in owners if owner in cut.place_of_key}


def passing(
    cut: Cut, spacing: Spacing, links: Row[tuple[Drawn, ...]], memory: Memory, round_number: int
) -> Reach:
    """Return for each leaf the strips of the links that run through it or near it."""
    lefts, ends = spacing.lefts, spacing.ends

    def reached_by(place: int) -> Reached:
        found: dict[int, list[Strips]] = {}
        left = lefts[place]
        for link in links[place]:
            last = -1
            for begin, end in _spans(link):
                first = max(min(bisect_right(ends, left + begin), len(ends) - 1), last + 1)
                last = bisect_right(lefts, left + end) - 1
                for other in range(first, last + 1):
                    found.setdefault(other, []).append(link.strips)
        return {other: tuple(strips) for other, strips in found.items()}

    return _reach(("passing", round_number), cut, spacing, links, memory, reached_by)


def _spans(link: Drawn) -> tuple[tuple[float, float], ...]:
    """Return where labels may meet a link."""
    x0, x1 = link.curve.left, link.curve.right
    spans = ((x0, x1),) if link.curve.part != "ends" else ((x0, x0), (x1, x1))
    return tuple((begin - REACH, end + REACH) for begin, end in spans)


def homes(
    cut: Cut, spacing: Spacing, links: Row[tuple[Drawn, ...]], memory: Memory, round_number: int
) -> Reach:
    """Return for each leaf the links with words whose middle stands in it."""
    lefts = spacing.lefts

    def reached_by(place: int) -> Reached:
        found: dict[int, list[Drawn]] = {}
        for link in links[place]:
            if link.words is not None:
                found.setdefault(home_of(link, lefts[place], lefts), []).append(link)
        return {home: tuple(own) for home, own in found.items()}

    return _reach(("homes", round_number), cut, spacing, links, memory, reached_by)


def home_of(link: Drawn, left: float, lefts: Sequence[float]) -> int:
    """Return the leaf in which the middle of a link stands: there its words are placed."""
    controls = link.curve.controls
    middle = controls[3].x if link.curve.part == "ends" else (controls[0].x + controls[3].x) / 2
    return max(bisect_right(lefts, left + middle) - 1, 0)
