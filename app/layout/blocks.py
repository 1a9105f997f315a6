"""Blocks: what the leaves hold, put into the form that drawing takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from app.layout.crossings import Drawn
from app.layout.cut import Cut
from app.layout.memory import Notes, Row
from app.layout.passing import home_of
from app.layout.result import Arrow, Block, ChannelMark, InsightBox, Marker, Pill, Point
from app.layout.scene import Content, Scene
from app.layout.shown import Shown, Stop
from app.layout.skeleton import Skeleton
from app.layout.writing import Written


class Homeless(NamedTuple):
    """A card that found no place: its number in the list below the map."""

    number: int
    stop: Stop
    title: str


class Parts(NamedTuple):
    """What a block is made of; pills beside their links, moved into the block."""

    skeleton: Skeleton
    links: tuple[Drawn, ...]
    pills: tuple[tuple[Pill, float] | None, ...]
    written: Written
    boxes: tuple[InsightBox, ...]
    channels: tuple[ChannelMark, ...]
    left: float
    width: float
    key: str
    first: float
    last: float
    numbers: tuple[tuple[str, str, int], ...]  # touchpoint, leading role, number of its callout


def blocks(
    scene: Scene, made: Content, boxes: Sequence[tuple[str, InsightBox]], channels: Row[tuple[ChannelMark, ...]] | None
) -> tuple[tuple[Block, ...], list[Homeless]]:  # fmt: skip
    """Return the blocks and the cards that found no place, numbered in time order."""
    cut, spacing = scene.cut, scene.spacing
    lefts, roles = spacing.lefts, tuple(scene.shown.lane)
    insights, other_insights = _insights(scene, boxes)
    homeless: list[Homeless] = []
    lost: list[tuple[Homeless, ...]] = []
    unplaced: Row[tuple[tuple[Stop, str], ...]] = scene.memory.row(
        "unplaced", (made.round_number,), made.written.fresh | scene.asking.fresh | cut.groups.fresh, None,
        lambda place, _notes: _unplaced(scene, place, made.written[place]),
    )  # fmt: skip
    for entries in unplaced:
        before = len(homeless)
        lost.append(tuple(Homeless(before + n, stop, title) for n, (stop, title) in enumerate(entries, 1)))
        homeless += lost[-1]

    def pill(link: Drawn, left: float) -> tuple[Pill, float] | None:
        if link.words is None:
            return None
        home = home_of(link, left, lefts)
        placed = made.pills[home].placed.get(link.curve.link.id)
        return None if placed is None else (placed, lefts[home] - left)

    def parts(place: int) -> Parts:
        left, leaf, links = lefts[place], cut.leaves[place], made.links[place]
        return Parts(
            made.skeletons[place], links, tuple(pill(link, left) for link in links), made.written[place],
            tuple(insights.get(place, ())), channels[place] if channels is not None else (), left,
            spacing.widths[place], leaf.key, leaf.first, leaf.last,
            tuple((entry.stop.id, roles[entry.stop.lead], entry.number) for entry in lost[place]),
        )  # fmt: skip

    dirty = made.skeletons.fresh | made.links.fresh | made.written.fresh | other_insights | {0, len(cut) - 1}
    dirty |= set() if channels is None else channels.fresh
    dirty |= _owners(made, cut) | spacing.frames.fresh
    former = scene.memory.before("lost") or ()
    scene.memory.keep("lost", tuple(lost))
    everywhere = None if former != tuple(lost) or scene.memory.is_recut else dirty
    common = (roles, made.round_number, channels is None)
    found = scene.memory.row(
        "blocks", common, everywhere, parts, lambda place, notes: _block(parts(place), scene.shown, notes)
    )
    return tuple(found), homeless


def _owners(made: Content, cut: Cut) -> set[int]:
    """Return the leaves whose links have words that stand elsewhere than before."""
    links = {
        link for place in made.pills.fresh for link in (*made.pills[place].placed, *(_before(made, place)))
    }
    return cut.places_of_links(links)


def _before(made: Content, place: int) -> Iterable[str]:
    before = made.pills.before(place)
    return () if before is None else before.placed


def _insights(
    scene: Scene, boxes: Sequence[tuple[str, InsightBox]]
) -> tuple[dict[int, list[InsightBox]], set[int]]:
    """Return the insights' boxes by leaf, x in it, and the leaves where they are others than before."""
    memory, cut = scene.memory, scene.cut
    former = memory.before("boxes")
    frames = scene.spacing.frames
    if former is not None and former[0] is boxes and not (memory.is_recut or frames.fresh):
        changed = set(cut.changed)
        if not changed or not any(touchpoint in changed for touchpoint, _ in boxes):
            memory.keep("boxes", former)
            return former[1], set()
    known: dict[tuple[int, float], tuple[InsightBox, InsightBox]] = former[2] if former is not None else {}
    kept: dict[tuple[int, float], tuple[InsightBox, InsightBox]] = {}
    found: dict[int, list[InsightBox]] = {}
    for touchpoint, box in boxes:
        place = cut.place_of(touchpoint) or 0
        left = scene.spacing.lefts[place]
        key = (id(box), left)
        entry = kept[key] = known.get(key) or (box, _moved_box(box, -left))
        found.setdefault(place, []).append(entry[1])
    memory.keep("boxes", (boxes, found, kept))
    old = {} if former is None or memory.is_recut else former[1]
    others = {*found, *old} if old else set(range(len(cut)))
    return found, {place for place in others if found.get(place) != old.get(place)}


def _unplaced(scene: Scene, place: int, written: Written) -> tuple[tuple[Stop, str], ...]:
    """Return the stops of a leaf whose cards found no place, with their titles."""
    if not written.homeless:
        return ()
    lost = set(written.homeless)
    pairs = zip(scene.cut.groups[place], scene.asking[place], strict=True)
    return tuple((stop, words.title) for stop, (words, _) in pairs if stop.id in lost)


def _block(parts: Parts, shown: Shown, notes: Notes) -> Block:
    markers = parts.skeleton.markers
    if parts.numbers:
        marked = (markers, parts.numbers)
        markers = notes.recall(("markers",), marked, partial(_with_numbers, *marked))
    arrows = notes.same(
        ("arrows",),
        tuple(
            notes.recall(link.curve.link.id, (link, pill), partial(_arrow, link, pill, shown))
            for link, pill in zip(parts.links, parts.pills, strict=True)
        ),
    )
    written = parts.written
    return Block(
        parts.key, parts.left, parts.width, parts.first, parts.last, markers, parts.skeleton.rods, parts.skeleton.lines,
        arrows, written.cards, written.captions, parts.boxes, parts.channels,
    )  # fmt: skip


def _arrow(link: Drawn, pill: tuple[Pill, float] | None, shown: Shown) -> Arrow:
    curve = link.curve
    before, tip = curve.controls[2], curve.controls[3]
    dx, dy = tip.x - before.x, tip.y - before.y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return Arrow(
        link=curve.link.id,
        kind=curve.link.kind,
        source_role=shown.roles[curve.source_lane].id,
        target_role=shown.roles[curve.target_lane].id,
        segments=curve.segments(),
        tip=tip,
        direction=Point(dx / length, dy / length),
        is_over_limit=link.is_over,
        is_breached=link.is_breached,
        pill=_moved_pill(*pill) if pill is not None else None,
        full_title=link.full_title,
    )


def _with_numbers(markers: tuple[Marker, ...], entries: Sequence[tuple[str, str, int]]) -> tuple[Marker, ...]:
    numbers = {(touchpoint, role): number for touchpoint, role, number in entries}
    return tuple(_numbered(marker, numbers) for marker in markers)


def _numbered(marker: Marker, numbers: Mapping[tuple[str, str], int]) -> Marker:
    number = numbers.get((marker.touchpoint, marker.role), 0)
    return replace(marker, callout=number) if number else marker


def _moved_box(entry: InsightBox, dx: float) -> InsightBox:
    rows = tuple(replace(row, x=row.x + dx) for row in entry.rows)
    return replace(entry, box=entry.box._replace(x=entry.box.x + dx), rows=rows)


def _moved_pill(pill: Pill, dx: float) -> Pill:
    if not dx:
        return pill
    return replace(
        pill, box=pill.box._replace(x=pill.box.x + dx), text=replace(pill.text, x=pill.text.x + dx)
    )
