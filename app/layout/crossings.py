"""Links of a layout: who owns which, where they leave their markers, and what runs through which leaf."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.analysis.absence import NOT_WAITING
from app.analysis.service_levels import Breach
from app.analysis.waits import Wait, wait_of
from app.layout.field import REACH, Strips, strips_of
from app.layout.lanes import LaneShape
from app.layout.links import Curve, Part, Port, curve, lanes_of, ports
from app.layout.memory import Memory
from app.layout.pills import PillWords
from app.layout.shown import Leaf, Shown, Stop, stops
from app.layout.skeleton import Skeleton
from app.model.journey import Journey
from app.model.records import Link
from app.model.vocabulary import link_kinds, name_in

LongestWait = tuple[
    bool, float, str, Wait, int, int
]  # over its limit, length, link, wait, lanes of both ends
End = tuple[Link, Stop, bool]  # a link of a stop, its other end, whether it starts here


class Drawn(NamedTuple):
    """A link as a curve with its words; x in the leaf that owns it."""

    curve: Curve
    words: PillWords | None
    is_over: bool
    is_breached: bool
    full_title: str
    span: float  # of the wait
    wait_text: str
    strips: Strips


class Web(NamedTuple):
    """All links between shown touchpoints, by touchpoint, as the leaves see them."""

    ends: tuple[tuple[tuple[End, ...], ...], ...]  # by leaf, by stop
    leaf_of: Mapping[str, int]
    order: Mapping[str, int]  # of a touchpoint in its leaf


def web(
    journey: Journey, shown: Shown, cut: Sequence[Leaf], groups: Sequence[tuple[Stop, ...]], memory: Memory
) -> Web:
    """Return the links of each leaf's stops, also those to touchpoints outside the window."""
    links = journey.all(Link)
    index = memory.recall(("index",), (links,), partial(Index, links))
    leaf_of: dict[str, int] = {}
    order: dict[str, int] = {}
    stop_of: dict[str, Stop] = {}
    for leaf, group in enumerate(groups):
        for place, stop in enumerate(group):
            key = stop.touchpoint.id
            leaf_of[key], order[key], stop_of[key] = leaf, place, stop
    if shown.is_windowed:
        outside = tuple(touchpoint for touchpoint in shown.everything if touchpoint.id not in stop_of)
        stop_of.update((stop.touchpoint.id, stop) for stop in stops(outside, shown, {}))
    by_key = {leaf.key: group for leaf, group in zip(cut, groups, strict=True)}
    lanes = tuple(shown.lane)

    def follow(trail: tuple[str, ...]) -> tuple[tuple[Stop, ...] | None, ...]:
        return tuple(by_key.get(key) for key in trail)

    def compute(group: tuple[Stop, ...]) -> tuple[tuple[str, ...] | None, tuple[tuple[End, ...], ...]]:
        ends = tuple(_ends(stop, index, stop_of) for stop in group)
        far = [other.touchpoint.id for own in ends for _, other, _ in own]
        count = sum(len(index.links.get(stop.touchpoint.id, ())) for stop in group)
        if len(far) < count or any(touchpoint not in leaf_of for touchpoint in far):
            return None, ends  # what is not there may come
        return tuple(sorted({cut[leaf_of[touchpoint]].key for touchpoint in far})), ends

    ends = tuple(
        memory.recall_trail(("ends", leaf.key), (index, group, lanes), follow, partial(compute, group))
        for leaf, group in zip(cut, groups, strict=True)
    )
    return Web(ends, leaf_of, order)


def longest_wait(
    journey: Journey, group: tuple[Stop, ...], ends: tuple[tuple[End, ...], ...], lane: Mapping[str, int]
) -> LongestWait | None:
    """Return the longest wait of the links that start in a leaf; one over its limit is worse than a longer one."""
    found: list[LongestWait] = []
    for stop, own in zip(group, ends, strict=True):
        for link, other, starts_here in own:
            wait = wait_of(journey, link) if starts_here and link.kind not in NOT_WAITING else None
            if wait is not None:
                found.append((wait.is_over, wait.span, link.id, wait, *lanes_of(link, stop, other, lane)))
    return max(found, key=lambda entry: entry[:3], default=None)


class Index:
    """Links by touchpoint; equal only to itself, so that comparing it costs nothing."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self.links: dict[str, list[Link]] = {}
        for link in links:
            if link.source != link.target:
                self.links.setdefault(link.source, []).append(link)
                self.links.setdefault(link.target, []).append(link)


def _ends(stop: Stop, index: Index, stop_of: Mapping[str, Stop]) -> tuple[End, ...]:
    own = stop.touchpoint.id
    found: list[End] = []
    for link in index.links.get(own, ()):
        starts_here = link.source == own
        other = stop_of.get(link.target if starts_here else link.source)
        if other is not None:
            found.append((link, other, starts_here))
    return tuple(found)


def ports_of(
    leaf: Leaf,
    group: tuple[Stop, ...],
    ends: tuple[tuple[End, ...], ...],
    lane: Mapping[str, int],
    memory: Memory,
) -> dict[tuple[str, bool], Port]:
    """Return where the links of a leaf's stops leave their markers, by link and whether it starts there."""

    def compute() -> dict[tuple[str, bool], Port]:
        found: dict[tuple[str, bool], Port] = {}
        for stop, own in zip(group, ends, strict=True):
            if own:
                starts = {link.id: starts_here for link, _, starts_here in own}
                for link_id, port in ports(stop, own, lane).items():
                    found[link_id, starts[link_id]] = port
        return found

    return memory.recall(("ports", leaf.key), (group, ends), compute)


class Owned(NamedTuple):
    """A link that a leaf owns: both stops, the other end's x in this leaf, both ports."""

    link: Link
    source: Stop
    target: Stop
    source_x: float
    target_x: float
    source_port: Port
    target_port: Port
    breach: Breach | None
    part: Part


def owned(
    leaf: int, group: tuple[Stop, ...], found: Web, xs: Sequence[tuple[float, ...]], lefts: Sequence[float],
    port_maps: Sequence[Mapping[tuple[str, bool], Port]], breached: Mapping[str, Breach], lane: Mapping[str, int],
    longest: int,
) -> tuple[Owned, ...]:  # fmt: skip
    """Return the links whose left end stands in a leaf."""
    result: list[Owned] = []
    for place, ends in enumerate(found.ends[leaf]):
        for link, other, starts_here in ends:
            far = other.touchpoint.id
            if far not in found.leaf_of:
                result.append(
                    _leaving(link, group[place], other, starts_here, xs[leaf][place], port_maps[leaf], lane)
                )
                continue
            far_leaf, far_place = found.leaf_of[far], found.order[far]
            if (far_leaf, far_place) < (leaf, place):
                continue
            near_x = xs[leaf][place]
            far_x = xs[far_leaf][far_place] + (lefts[far_leaf] - lefts[leaf])
            near_port = port_maps[leaf][link.id, starts_here]
            far_port = port_maps[far_leaf][link.id, not starts_here]
            near = group[place]
            part: Part = "ends" if abs(near_port.lane - far_port.lane) > longest else "whole"
            if starts_here:
                breach = breached.get(far)
                result.append(Owned(link, near, other, near_x, far_x, near_port, far_port, breach, part))
            else:
                breach = breached.get(near.touchpoint.id)
                result.append(Owned(link, other, near, far_x, near_x, far_port, near_port, breach, part))
    return tuple(result)


def _leaving(
    link: Link, near: Stop, other: Stop, starts_here: bool, x: float,
    own_ports: Mapping[tuple[str, bool], Port], lane: Mapping[str, int],
) -> Owned:  # fmt: skip
    """Return a link whose other end is outside the window: only its end here is drawn."""
    port = own_ports[link.id, starts_here]
    source, target = (near, other) if starts_here else (other, near)
    far_lane = lanes_of(link, source, target, lane)[1 if starts_here else 0]
    far = Port(far_lane, port.direction, 0.0)
    if starts_here:
        return Owned(link, near, other, x, x, port, far, None, "source")
    return Owned(link, other, near, x, x, far, port, None, "target")


def drawn(
    journey: Journey, mine: tuple[Owned, ...], shapes: tuple[LaneShape, ...], marker: float,
    skeletons: Sequence[tuple[float, Skeleton]],
) -> tuple[Drawn, ...]:  # fmt: skip
    """Draw the links of a leaf around the markers of the leaves they run through."""
    found: list[Drawn] = []
    for entry in mine:
        foreign = _foreign(entry, skeletons)
        shape = curve(
            entry.link, (entry.source, entry.target), (entry.source_port, entry.source_x),
            (entry.target_port, entry.target_x), shapes, marker, foreign, entry.part,
        )  # fmt: skip
        found.append(_with_words(journey, entry, shape, shapes))
    return tuple(found)


def _foreign(entry: Owned, skeletons: Sequence[tuple[float, Skeleton]]) -> list[tuple[float, float]]:
    low, high = sorted((entry.source_port.lane, entry.target_port.lane))
    left, right = sorted((entry.source_x, entry.target_x))
    own = {entry.source.touchpoint.id, entry.target.touchpoint.id}
    found: list[tuple[float, float]] = []
    for dx, skeleton in skeletons:
        for lane in range(low, high + 1):
            for x, y, who in skeleton.spots.get(lane, ()):
                if left - 30 < x + dx < right + 30 and who not in own:
                    found.append((x + dx, y))
    return found


def _with_words(journey: Journey, entry: Owned, shape: Curve, shapes: Sequence[LaneShape]) -> Drawn:
    link = entry.link
    wait = wait_of(journey, link)
    words: PillWords | None = None
    if entry.part == "source":
        words = PillWords(f"→ {entry.target.touchpoint.title}", "", "normal")
    elif entry.part == "target":
        words = PillWords(f"{entry.source.touchpoint.title} →", "", "normal")
    elif entry.breach is not None:
        words = PillWords(entry.breach.text, "sla", "breach")
    elif entry.part == "ends" and (wait is None or not wait.is_over):
        words = None  # a thicket has no room for words that say nothing is wrong
    elif wait is not None:
        words = PillWords(wait.text, "wait", "over" if wait.is_over else "normal")
    elif link.label:
        words = PillWords(link.label, "", "normal")
    lines = [name_in(link_kinds(), link.kind) + (f": {link.label}" if link.label else "")]
    lines.append(f"{entry.source.touchpoint.title} → {entry.target.touchpoint.title}")
    lines += [text for text in (wait.text if wait else "", entry.breach.text if entry.breach else "") if text]
    return Drawn(
        shape,
        words,
        wait is not None and wait.is_over,
        entry.breach is not None,
        "\n".join(lines),
        wait.span if wait else 0.0,
        wait.text if wait else "",
        strips_of(shape, shapes),
    )


Passing = list[
    tuple[float, Strips]
]  # links that run through a leaf: the shift of their x into it, their strips


def passing(
    cut: Sequence[Leaf], all_drawn: Sequence[tuple[Drawn, ...]], lefts: Sequence[float], memory: Memory, round_number: int
) -> list[Passing]:  # fmt: skip
    """Return for each leaf the links that run through it or near it."""
    found: list[Passing] = [[] for _ in lefts]
    for leaf, left, links in zip(cut, lefts, all_drawn, strict=True):
        for strips, spans in memory.recall(
            ("spans", leaf.key, round_number), (links,), partial(_spans, links)
        ):
            last = -1
            for begin, end in spans:
                first = max(bisect_right(lefts, left + begin) - 1, last + 1, 0)
                last = bisect_right(lefts, left + end) - 1
                for place in range(first, last + 1):
                    found[place].append((left - lefts[place], strips))
    return found


def _spans(links: tuple[Drawn, ...]) -> tuple[tuple[Strips, tuple[tuple[float, float], ...]], ...]:
    """Return strips and where labels may meet them."""
    found = []
    for link in links:
        x0, x1 = link.curve.left, link.curve.right
        spans = ((x0, x1),) if link.curve.part != "ends" else ((x0, x0), (x1, x1))
        found.append((link.strips, tuple((begin - REACH, end + REACH) for begin, end in spans)))
    return tuple(found)


def home_of(drawn_link: Drawn, left: float, lefts: Sequence[float]) -> int:
    """Return the leaf in which the middle of a link stands: there its pill is placed."""
    controls = drawn_link.curve.controls
    middle = controls[3].x if drawn_link.curve.part == "ends" else (controls[0].x + controls[3].x) / 2
    return max(bisect_right(lefts, left + middle) - 1, 0)
