"""The lanes' content of one geometry: every leaf from its skeleton to its words."""

from __future__ import annotations

from typing import Any

from app.layout.crossings import Drawn, drawn, facts_of
from app.layout.lanes import LaneShape
from app.layout.memory import Notes, Row
from app.layout.passing import homes, passing
from app.layout.scene import Content, Scene
from app.layout.skeleton import Skeleton, skeleton
from app.layout.spacing import is_moved
from app.layout.words import Around, placed_pills, written_cards

_AROUND = 400  # touchpoints up to which links go around markers


def content(scene: Scene, shapes: tuple[LaneShape, ...], round_number: int) -> Content:
    """Fill all leaves for these lanes."""
    skeletons = _skeletons(scene, shapes, round_number)
    links = _links(scene, shapes, skeletons, round_number)
    through = passing(scene.cut, scene.spacing, links, scene.memory, round_number)
    words = homes(scene.cut, scene.spacing, links, scene.memory, round_number)
    around = Around(scene, shapes, skeletons, through, round_number)
    placed = placed_pills(around, words, round_number)
    written = written_cards(around, placed, round_number)
    scene.memory.keep("ends", scene.spacing.ends)
    return Content(shapes, skeletons, links, placed, written, round_number)


def _skeletons(scene: Scene, shapes: tuple[LaneShape, ...], round_number: int) -> Row[Skeleton]:
    cut, spacing, shown = scene.cut, scene.spacing, scene.shown

    def right(place: int) -> float:
        width = spacing.widths[place]
        return width if place < len(cut) - 1 else max(width, spacing.right - spacing.lefts[place])

    def inputs(place: int) -> tuple[Any, ...]:
        return cut.groups[place], spacing.xs[place], scene.seen[place].key, right(place)

    def compute(place: int, notes: Notes) -> Skeleton:
        contexts = scene.seen[place].contexts(scene.late)
        group, xs = cut.groups[place], spacing.xs[place]
        return skeleton(group, xs, shapes, shown, contexts, 0.0, right(place), spacing.idle, notes)

    common = (
        shapes,
        tuple(shown.channels.values()),
        tuple(shown.lane),
        shown.sides,
        spacing.idle,
        scene.late,
    )
    dirty: set[int] | None = cut.groups.fresh | spacing.xs.fresh | scene.seen.fresh | {len(cut) - 1}
    if is_moved(spacing.frames, scene.memory):
        dirty = None
    return scene.memory.row(("skeleton", round_number), common, dirty, inputs, compute)


def _links(
    scene: Scene, shapes: tuple[LaneShape, ...], skeletons: Row[Skeleton], round_number: int
) -> Row[tuple[Drawn, ...]]:
    cut, spacing, journey = scene.cut, scene.spacing, scene.journey
    goes_around = len(scene.shown.touchpoints) <= _AROUND

    def met(place: int) -> list[tuple[float, Skeleton]]:
        mine = scene.owned[place]
        found: list[tuple[float, Skeleton]] = []
        if not goes_around or not mine:
            return found
        reach = max(max(entry.source_x, entry.target_x) for entry in mine)
        for other in range(max(place - 1, 0), len(cut)):
            dx = spacing.lefts[other] - spacing.lefts[place]
            if dx > reach + 40:
                break
            found.append((dx, skeletons[other]))
        return found

    def inputs(place: int) -> tuple[Any, ...]:
        mine = scene.owned[place]
        return mine, facts_of(journey, mine), tuple((dx, other.obstacles.spots) for dx, other in met(place))

    def compute(place: int, notes: Notes) -> tuple[Drawn, ...]:
        mine = scene.owned[place]
        return drawn(journey, mine, facts_of(journey, mine), shapes, scene.sizes.marker, met(place), notes)

    common = (shapes, (journey.info.wait_limit, journey.info.unit), scene.sizes.marker, goes_around)
    dirty = None if goes_around else scene.owned.fresh | cut.linked_to(cut.changed)
    return scene.memory.row(("links", round_number), common, dirty, inputs, compute)
