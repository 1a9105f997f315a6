"""A drawing in which what a filter leaves out is faint, as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from app.analysis.filtering import NO_FILTER, lit_roles, matching
from app.drawing.shapes import Drawing, Group, Layer, Shape
from app.drawing.tokens import FAINT
from app.model.journey import Journey
from app.model.references import belongs_to
from app.model.view import Filter

_WHOLE = frozenset({"phases", "ruler", "corner", "title", "legend", "note"})  # they are about all there is
_HEADERS = "headers"

IsLit = Callable[[str], bool]


def faded(drawing: Drawing, journey: Journey, wanted: Filter) -> Drawing:
    """Return the drawing with all but what the filter asks for faint; the same where it asks for nothing."""
    if wanted == NO_FILTER:
        return drawing
    lit = matching(journey, wanted)
    roles = lit_roles(journey, lit)

    def is_lit(record: str) -> bool:
        shown = journey.get(record)
        return shown is not None and belongs_to(shown, lit)

    def is_of_lit_role(record: str) -> bool:
        return record in roles or not record

    layers = (
        layer if layer.name in _WHOLE else _layer(layer, is_of_lit_role if layer.name == _HEADERS else is_lit)
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers), memory=None)


def _layer(layer: Layer, is_lit: IsLit) -> Layer:
    cells = tuple(replace(cell, children=tuple(_faint(cell.children, is_lit))) for cell in layer.cells)
    return replace(layer, cells=cells)


def _faint(shapes: Iterable[Shape], is_lit: IsLit) -> Iterator[Shape]:
    """Yield the shapes, each group of a record by itself; what is of no record fades together."""
    loose: list[Shape] = []
    for shape in shapes:
        if not isinstance(shape, Group):
            loose.append(shape)
            continue
        yield from _together(loose, is_lit)
        if not shape.record and any(isinstance(child, Group) and child.record for child in shape.children):
            yield replace(shape, children=tuple(_faint(shape.children, is_lit)))
        else:
            yield shape if is_lit(shape.record) else replace(shape, opacity=shape.opacity * FAINT)
    yield from _together(loose, is_lit)


def _together(loose: list[Shape], is_lit: IsLit) -> Iterator[Shape]:
    if loose:
        yield from loose if is_lit("") else (Group(tuple(loose), opacity=FAINT),)
        loose.clear()
