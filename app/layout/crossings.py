"""Links of a layout: where they leave their markers, which leaf owns which, and their curves and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.analysis.absence import NOT_WAITING
from app.analysis.service_levels import Breach
from app.analysis.waits import Wait, wait_of
from app.i18n import headed, tr
from app.layout.cut import Cut
from app.layout.lanes import LaneShape
from app.layout.links import Curve, Part, Port, curve, lanes_of, ports
from app.layout.memory import Memory, Notes, Row
from app.layout.pills import PillWords
from app.layout.shown import Shown, Stop
from app.layout.skeleton import Skeleton
from app.layout.spacing import Spacing, is_moved
from app.layout.strips import Strips, strips_of
from app.model.journey import Journey
from app.model.record import Duration
from app.model.records import Link, Touchpoint
from app.model.vocabulary import link_kinds, name_in

# over its limit, length, link, wait, lanes of both ends
LongestWait = tuple[bool, float, str, Wait, int, int]
End = tuple[Link, Stop, bool]  # a link of a stop, its other end, whether it starts here
Ends = tuple[tuple[End, ...], ...]  # by stop
Ports = dict[tuple[str, bool], Port]  # by link and whether it starts there


class Drawn(NamedTuple):
    """A link as a curve with its words; x in the leaf that owns it."""

    curve: Curve
    words: PillWords | None
    is_over: bool
    is_breached: bool
    full_title: str
    span: float  # of the wait
    strips: Strips


class Web(NamedTuple):
    """All links between shown touchpoints as the leaves see them."""

    ends: Row[Ends]
    ports: Row[Ports]


def web(journey: Journey, shown: Shown, cut: Cut, memory: Memory) -> Web:
    """Return the links of each leaf's stops, also those to touchpoints outside the window."""
    groups = cut.groups

    def ends_of(place: int) -> Ends:
        return tuple(_ends(stop, journey, cut) for stop in groups[place])

    linked = {end for link in (*cut.links_gone, *cut.links_come) for end in (link.source, link.target)}
    restated = [stop.id for place in groups.fresh for stop in groups[place]] if _is_few(groups) else ()
    dirty = groups.fresh | cut.places_of(linked) | cut.linked_to({*cut.changed, *restated})
    lane_key = tuple(shown.lane)
    common = (lane_key, shown.is_windowed)
    dirty_all = None if shown.is_windowed else dirty
    ends: Row[Ends] = memory.row("ends", common, dirty_all, None, lambda place, _notes: ends_of(place))
    made: Row[Ports] = memory.row(
        "ports", (lane_key,), groups.fresh | ends.fresh, lambda place: (groups[place], ends[place]),
        lambda place, _notes: _ports(groups[place], ends[place], shown.lane),
    )  # fmt: skip
    return Web(ends, made)


def _is_few(groups: Row[tuple[Stop, ...]]) -> bool:
    return len(groups.fresh) * 3 < len(groups)


def _ends(stop: Stop, journey: Journey, cut: Cut) -> tuple[End, ...]:
    found: list[End] = []
    for link in journey.links_of(stop.id):
        starts_here = link.source == stop.id
        other = cut.stop_of(link.target if starts_here else link.source)
        if other is not None:
            found.append((link, other, starts_here))
    return tuple(found)


def _ports(group: tuple[Stop, ...], ends: Ends, lane: Mapping[str, int]) -> Ports:
    found: Ports = {}
    for stop, own in zip(group, ends, strict=True):
        if own:
            starts = {link.id: starts_here for link, _, starts_here in own}
            for link_id, port in ports(stop, own, lane).items():
                found[link_id, starts[link_id]] = port
    return found


def longest_wait(
    journey: Journey, group: tuple[Stop, ...], ends: Ends, lane: Mapping[str, int]
) -> LongestWait | None:
    """Return the longest wait of the links that start in a leaf; one over its limit is worse than a longer one."""
    found: list[LongestWait] = []
    for stop, own in zip(group, ends, strict=True):
        for link, other, starts_here in own:
            wait = wait_of(journey, link) if starts_here and link.kind not in NOT_WAITING else None
            if wait is not None:
                found.append((wait.is_over, wait.span, link.id, wait, *lanes_of(link, stop, other, lane)))
    return max(found, key=lambda entry: entry[:3], default=None)


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
    shown: Shown, cut: Cut, found: Web, spacing: Spacing, breached: Mapping[str, Breach], longest: int, memory: Memory
) -> Row[tuple[Owned, ...]]:  # fmt: skip
    """Return the links whose left end stands in each leaf."""
    ends, made = found.ends, found.ports
    dirty = cut.groups.fresh | spacing.xs.fresh | ends.fresh | made.fresh
    if shown.is_windowed or is_moved(spacing.frames, memory) or len(dirty) * 3 > len(cut):
        everywhere = None
    else:
        stirred = {other.id for place in dirty for other in _stirred(place, cut, found, spacing)}
        everywhere = dirty | cut.places_of(stirred)
    common = (breached, longest, tuple(shown.lane))

    def of_leaf(place: int) -> tuple[Owned, ...]:
        return tuple(_owned(place, cut, found, spacing, breached, longest, shown.lane))

    return memory.row("owned", common, everywhere, None, lambda place, _notes: of_leaf(place))


def _stirred(place: int, cut: Cut, found: Web, spacing: Spacing) -> Iterable[Stop]:
    """Return the far ends of those links of a leaf that leave it elsewhere than before."""
    ends, before = found.ends[place], found.ends.before(place)
    xs, old_xs = spacing.xs[place], spacing.xs.before(place)
    own_ports, old_ports = found.ports[place], found.ports.before(place) or {}
    group, old_group = cut.groups[place], cut.groups.before(place)
    if before is None or old_xs is None or old_group is None:
        return [other for own in ends for _, other, _ in own]
    was = dict(zip(old_group, old_xs, strict=True))
    return [
        other
        for stop, own, x in zip(group, ends, xs, strict=True)
        for link, other, starts_here in own
        if was.get(stop) != x
        or own_ports.get((link.id, starts_here)) != old_ports.get((link.id, starts_here))
    ]


def _owned(
    leaf: int, cut: Cut, found: Web, spacing: Spacing, breached: Mapping[str, Breach], longest: int, lane: Mapping[str, int]
) -> Iterable[Owned]:  # fmt: skip
    xs, lefts, port_maps, groups = spacing.xs, spacing.lefts, found.ports, cut.groups
    for place, ends in enumerate(found.ends[leaf]):
        near = groups[leaf][place]
        for link, other, starts_here in ends:
            far = other.id
            far_leaf = cut.place_of(far)
            if far_leaf is None:
                yield _leaving(link, near, other, starts_here, xs[leaf][place], port_maps[leaf], lane)
                continue
            far_place = cut.numbers[far_leaf][far]
            if (far_leaf, far_place) < (leaf, place):
                continue
            near_x = xs[leaf][place]
            far_x = xs[far_leaf][far_place] + (lefts[far_leaf] - lefts[leaf])
            near_port = port_maps[leaf][link.id, starts_here]
            far_port = port_maps[far_leaf][link.id, not starts_here]
            part: Part = "ends" if abs(near_port.lane - far_port.lane) > longest else "whole"
            if starts_here:
                yield Owned(link, near, other, near_x, far_x, near_port, far_port, breached.get(far), part)
            else:
                yield Owned(
                    link, other, near, far_x, near_x, far_port, near_port, breached.get(near.id), part
                )


def _leaving(
    link: Link,
    near: Stop,
    other: Stop,
    starts_here: bool,
    x: float,
    own_ports: Ports,
    lane: Mapping[str, int],
) -> Owned:
    """Return a link whose other end is outside the window: only its end here is drawn."""
    port = own_ports[link.id, starts_here]
    source, target = (near, other) if starts_here else (other, near)
    far_lane = lanes_of(link, source, target, lane)[1 if starts_here else 0]
    far = Port(far_lane, port.direction, 0.0)
    if starts_here:
        return Owned(link, near, other, x, x, port, far, None, "source")
    return Owned(link, other, near, x, x, far, port, None, "target")


Facts = tuple[
    str, str, Duration | None
]  # what the words of a link say of its ends: titles, how long the first takes


def facts_of(journey: Journey, mine: tuple[Owned, ...]) -> tuple[Facts, ...]:
    """Return what the links' words depend on beside the links themselves."""
    found: list[Facts] = []
    for entry in mine:
        source, target = journey.the(Touchpoint, entry.source.id), journey.the(Touchpoint, entry.target.id)
        found.append((source.title, target.title, source.duration))
    return tuple(found)


def drawn(
    journey: Journey, mine: tuple[Owned, ...], facts: tuple[Facts, ...], shapes: tuple[LaneShape, ...], marker: float,
    skeletons: Sequence[tuple[float, Skeleton]], notes: Notes,
) -> tuple[Drawn, ...]:  # fmt: skip
    """Draw the links of a leaf around the markers of the leaves they run through."""
    found: list[Drawn] = []
    for entry, fact in zip(mine, facts, strict=True):
        foreign = _foreign(entry, skeletons)

        inputs = (entry, foreign)
        shape = notes.recall(
            ("curve", entry.link.id), inputs, partial(_curve, entry, foreign, shapes, marker)
        )
        strips = notes.recall(("strips", entry.link.id), (shape,), partial(strips_of, shape, shapes))
        words = partial(_with_words, journey, entry, fact, shape, strips)
        found.append(notes.recall(("link", entry.link.id), (entry, fact, shape), words))
    return tuple(found)


def _curve(
    entry: Owned, foreign: list[tuple[float, float]], shapes: tuple[LaneShape, ...], marker: float
) -> Curve:
    return curve(
        entry.link, (entry.source, entry.target), (entry.source_port, entry.source_x),
        (entry.target_port, entry.target_x), shapes, marker, foreign, entry.part,
    )  # fmt: skip


def _foreign(entry: Owned, skeletons: Sequence[tuple[float, Skeleton]]) -> list[tuple[float, float]]:
    low, high = sorted((entry.source_port.lane, entry.target_port.lane))
    left, right = sorted((entry.source_x, entry.target_x))
    own = {entry.source.id, entry.target.id}
    found: list[tuple[float, float]] = []
    for dx, skeleton in skeletons:
        for lane in range(low, high + 1):
            for x, y, who in skeleton.obstacles.spots.get(lane, ()):
                if left - 30 < x + dx < right + 30 and who not in own:
                    found.append((x + dx, y))
    return found


def _with_words(journey: Journey, entry: Owned, facts: Facts, shape: Curve, strips: Strips) -> Drawn:
    link, (source, target, _) = entry.link, facts
    wait = wait_of(journey, link)
    words: PillWords | None = None
    if entry.part == "source":
        words = PillWords(f"→ {target}", "", "normal")
    elif entry.part == "target":
        words = PillWords(f"{source} →", "", "normal")
    elif entry.breach is not None:
        words = PillWords(entry.breach.text, "sla", "breach")
    elif entry.part == "ends" and (wait is None or not wait.is_over):
        words = None  # a thicket has no room for words that say nothing is wrong
    elif wait is not None:
        text = tr("{what} · {more}", what=wait.text, more=link.label) if link.label else wait.text
        words = PillWords(text, "wait", "over" if wait.is_over else "normal")
    elif link.label:
        words = PillWords(link.label, "", "normal")
    kind = name_in(link_kinds(), link.kind)
    lines = [headed(kind, link.label) if link.label else kind]
    lines.append(f"{source} → {target}")
    lines += [text for text in (wait.text if wait else "", entry.breach.text if entry.breach else "") if text]
    return Drawn(
        shape,
        words,
        wait is not None and wait.is_over,
        entry.breach is not None,
        "\n".join(lines),
        wait.span if wait else 0.0,
        strips,
    )
