"""Blocks: what the leaves hold, put into the form that drawing takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from app.layout.crossings import Drawn
from app.layout.result import Arrow, Block, ChannelMark, InsightBox, Marker, Pill, Point
from app.layout.scene import Content, Scene
from app.layout.shown import Leaf, Shown, Stop
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
    roles: tuple[str, ...]


def blocks(
    scene: Scene,
    made: Content,
    boxes: Sequence[tuple[str, InsightBox]],
    channels: Sequence[tuple[ChannelMark, ...]],
) -> tuple[tuple[Block, ...], list[Homeless]]:
    """Return the blocks and the cards that found no place, numbered in time order."""
    boxes_by_leaf: dict[int, list[InsightBox]] = {}
    for touchpoint, box in boxes:
        boxes_by_leaf.setdefault(scene.web.leaf_of.get(touchpoint, 0), []).append(box)
    lefts, roles = scene.spacing.lefts, tuple(scene.shown.lane)
    pills = {link: (pill, lefts[place]) for place, own in enumerate(made.pills) for link, pill in own.placed}
    homeless: list[Homeless] = []
    found: list[Block] = []
    for place, leaf in enumerate(scene.cut):
        left = lefts[place]
        lost = _lost(scene, place, made.written[place], len(homeless))
        homeless += lost
        placed = [pills.get(link.curve.link.id) for link in made.links[place]]
        parts = Parts(
            made.skeletons[place], made.links[place],
            tuple((pill[0], pill[1] - left) if pill is not None else None for pill in placed), made.written[place],
            _boxes(scene, leaf, tuple(boxes_by_leaf.get(place, ())), left), channels[place], left, scene.spacing.widths[place],
            leaf.key, leaf.first, leaf.last, tuple((entry.stop.touchpoint.id, roles[entry.stop.lead], entry.number) for entry in lost), roles,
        )  # fmt: skip
        recall = scene.memory.recall
        found.append(recall(("block", leaf.key), parts, partial(_block, parts, scene.shown)))
    return tuple(found), homeless


def _boxes(scene: Scene, leaf: Leaf, boxes: tuple[InsightBox, ...], left: float) -> tuple[InsightBox, ...]:
    if not boxes:
        return ()
    compute = partial(_moved_boxes, boxes, -left)
    return scene.memory.recall(("boxes", leaf.key), (boxes, left), compute)


def _moved_boxes(boxes: tuple[InsightBox, ...], dx: float) -> tuple[InsightBox, ...]:
    return tuple(_moved_box(box, dx) for box in boxes)


def _lost(scene: Scene, place: int, written: Written, before: int) -> list[Homeless]:
    if not written.homeless:
        return []
    lost = set(written.homeless)
    pairs = zip(scene.groups[place], scene.asking[place], strict=True)
    entries = [(stop, words.title) for stop, (words, _) in pairs if stop.touchpoint.id in lost]
    return [Homeless(before + n, stop, title) for n, (stop, title) in enumerate(entries, 1)]


def _block(parts: Parts, shown: Shown) -> Block:
    markers = parts.skeleton.markers
    if parts.numbers:
        numbers = {(touchpoint, role): number for touchpoint, role, number in parts.numbers}
        markers = tuple(_numbered(marker, numbers) for marker in markers)
    arrows = tuple(_arrow(link, pill, shown) for link, pill in zip(parts.links, parts.pills, strict=True))
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
