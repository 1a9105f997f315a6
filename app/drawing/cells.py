"""The cells of a block, one a layer: drawn where its parts are others than they were, record by record where it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import is_
from typing import Any, NamedTuple

from app.drawing.look import Look
from app.drawing.memory import Cells
from app.drawing.parts.arrows import arrow, pill
from app.drawing.parts.captions import captions
from app.drawing.parts.cards import card
from app.drawing.parts.insights import insights, reach
from app.drawing.parts.lines import areas, lines
from app.drawing.parts.markers import marker
from app.drawing.parts.rods import rod
from app.drawing.shapes import Group, Shape, Title
from app.i18n import tr
from app.layout.result import Block, Box

_Parts = tuple[Any, ...]


class Titles(NamedTuple):
    """How touchpoints are titled, by their ids."""

    name: Callable[[str], str]
    words: Callable[[str], Title]
    changed: frozenset[str]  # touchpoints whose titles are others than in the drawing before


class _Layer(NamedTuple):
    name: str
    label: str
    parts: Callable[[Block], tuple[_Parts, ...]]  # what of a block it is made of
    draw: Callable[[Block], tuple[Shape, ...]] | None = None  # all of them
    singles: Callable[[Block], _Parts] = lambda _block: ()  # or one by one: these
    draw_single: Callable[[Any], Shape] | None = None
    has_titles: bool = False  # whether titles of touchpoints are in it
    reach: Callable[[Block], Box | None] = lambda _block: (
        None
    )  # a box around all of it, where one knows without measuring


class Drafter:
    """Draws blocks, layer by layer."""

    def __init__(self, look: Look, titles: Titles) -> None:
        self._titles = titles
        self._layers = _layers(look, titles)

    @property
    def names(self) -> list[tuple[str, str]]:
        """The layers in paint order: name and label."""
        return [(layer.name, layer.label) for layer in self._layers]

    def cells(self, block: Block, is_stale: bool, former: Block | None, old: Cells) -> Cells:
        """Draw a block: what is as in the former block keeps its cells, or in them its shapes.

        A stale block has touchpoints whose titles are others.
        """
        olds: Sequence[Group | None] = old or (None,) * len(self._layers)
        pairs = zip(self._layers, olds, strict=True)
        return tuple([self._cell(layer, block, is_stale, former, cell) for layer, cell in pairs])

    def _cell(
        self, layer: _Layer, block: Block, is_stale: bool, former: Block | None, old: Group | None
    ) -> Group | None:
        parts = layer.parts(block)
        if not any(parts):
            return None
        is_same = former is not None and all(map(is_, parts, layer.parts(former)))
        if is_same and not (is_stale and layer.has_titles):
            return old if old is None else _placed(old.children, block, old, layer)
        if layer.draw is None:
            shapes = self._drawn(layer, block, former, old.children if old is not None else ())
        else:
            shapes = layer.draw(block)
        return _placed(with_former(shapes, old.children) if old is not None else shapes, block, old, layer)

    def _drawn(
        self, layer: _Layer, block: Block, former: Block | None, children: Sequence[Shape]
    ) -> tuple[Shape, ...]:
        """Draw a shape each; what is the same object as it was keeps its shape."""
        assert layer.draw_single is not None
        draw, changed = layer.draw_single, self._titles.changed
        known: dict[int, Shape] = {}
        if former is not None and children:
            for part, shape in zip(layer.singles(former), children, strict=True):
                if not (layer.has_titles and part.touchpoint in changed):
                    known[id(part)] = shape
        return tuple([known.get(id(part)) or draw(part) for part in layer.singles(block)])


def _placed(children: tuple[Shape, ...], block: Block, old: Group | None, layer: _Layer) -> Group | None:
    """Return a cell where the block is, the former one where it is the same."""
    if old is not None and old.dx == block.x and old.children is children:
        return old
    return Group(children, block.x, reach=layer.reach(block)) if children else None


def _layers(look: Look, titles: Titles) -> tuple[_Layer, ...]:
    """Return the layers in paint order."""
    name, words = titles.name, titles.words
    return (
        _Layer("areas", tr("Areas"), lambda block: (block.lines,), lambda block: areas(block, look)),
        _Layer(
            "rods", tr("Shared touchpoints"), lambda block: (block.rods,), None,
            lambda block: block.rods, lambda one: rod(one, look),
        ),
        _Layer("lines", tr("Journey lines"), lambda block: (block.lines,), lambda block: lines(block, look)),
        _Layer(
            "links", tr("Links"), lambda block: (block.arrows,), None,
            lambda block: block.arrows, lambda one: arrow(one, look),
        ),
        _Layer(
            "markers", tr("Touchpoints"), lambda block: (block.markers,), None,
            lambda block: block.markers, lambda one: marker(one, look, name(one.touchpoint)), True,
        ),
        _Layer(
            "cards", tr("Labels"), lambda block: (block.cards,), None,
            lambda block: block.cards, lambda one: card(one, look, words(one.touchpoint)), True,
        ),
        _Layer(
            "link-labels", tr("Link labels"), lambda block: (block.arrows,), None,
            lambda block: tuple([one for one in block.arrows if one.pill]), lambda one: pill(one, look),
        ),
        _Layer("captions", tr("Captions"), lambda block: (block.captions,), lambda block: captions(block, look)),
        _Layer(
            "insights", tr("Insights"), lambda block: (block.insights, block.channels),
            lambda block: insights(block, look, words), has_titles=True, reach=reach,
        ),
    )  # fmt: skip


def with_former(shapes: tuple[Shape, ...], former: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return the shapes, each the former object where an equal one stood for the same record, or in the same place.

    Where all are, it is the former tuple.
    """
    if not former:
        return shapes
    ids, by_record = set(map(id, former)), _by_record(former)
    found: list[Shape] = []
    for place, shape in enumerate(shapes):
        if id(shape) in ids:
            found.append(shape)
            continue
        old: Shape | None = former[place] if place < len(former) else None
        if isinstance(shape, Group) and (shape.record or shape.role):
            old = by_record.get((shape.record, shape.role))
        found.append(old if old is not None and old == shape else shape)
    is_same = len(found) == len(former) and all(map(is_, found, former))
    return former if is_same else tuple(found)


def _by_record(shapes: Iterable[Shape]) -> dict[tuple[str, str], Group]:
    groups = [shape for shape in shapes if isinstance(shape, Group)]
    return {(group.record, group.role): group for group in groups if group.record or group.role}
