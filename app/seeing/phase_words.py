"""The names of phases whose own words are out of sight: written in the middle of what is seen of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.drawing.shapes import Group, Layer, Path, Text
from app.seeing.stretch import left_of, right_of, shifted

ROOM_PX = 12.0


class PhaseWords(NamedTuple):
    """A phase's arrow along x, and its words; map units."""

    start: float
    end: float
    words: tuple[Text, ...]


def phase_words(layers: Iterable[Layer]) -> tuple[PhaseWords, ...]:
    """Find the phases with words among pinned layers."""
    found = []
    for layer in layers:
        for cell in layer.cells:
            for shape in cell.children:
                if isinstance(shape, Group) and shape.record:
                    xs = [
                        float(step[-2]) for path in _paths(shape) for step in path.segments if len(step) > 1
                    ]
                    words = tuple(child for child in shape.children if isinstance(child, Text))
                    if xs and words:
                        found.append(PhaseWords(min(xs), max(xs), words))
    return tuple(found)


def words_in_sight(
    phases: Iterable[PhaseWords], zoom: float, header_zoom: float, x: float, left_px: float, right_px: float
) -> Iterator[tuple[Text, float]]:
    """Yield words to be written, each with the px of the viewport at which x = 0 of its own coordinates stands.

    `x` is the map's at the viewport's left edge; the band is free between `left_px` and `right_px`.
    """
    for phase in phases:
        start, end = max((phase.start - x) * zoom, left_px), min((phase.end - x) * zoom, right_px)
        width = (max(map(right_of, phase.words)) - min(map(left_of, phase.words))) * header_zoom
        if end - start < width + 2 * ROOM_PX:
            continue
        middle = (phase.start + phase.end) / 2
        natural = (middle - x) * zoom
        if natural + width / 2 > left_px and natural - width / 2 < right_px:
            continue
        for word in phase.words:
            moved = shifted(word, -(min(map(left_of, phase.words)) + width / header_zoom / 2), 0.0)
            assert isinstance(moved, Text)
            yield moved, (start + end) / 2


def _paths(group: Group) -> Iterator[Path]:
    return (child for child in group.children if isinstance(child, Path))
