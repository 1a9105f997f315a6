"""Look into drawings: all groups and shapes with where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.drawing.shapes import Drawing, Group, Layer, Shape, Text


def walk(
    shapes: Iterable[Shape], dx: float = 0.0, dy: float = 0.0, files_only: bool = False
) -> Iterator[tuple[Shape, float, float]]:
    """Yield every shape and group with the offset it stands at."""
    for shape in shapes:
        if files_only and isinstance(shape, Group) and shape.max_zoom != float("inf"):
            continue
        yield shape, dx, dy
        if isinstance(shape, Group):
            yield from walk(shape.children, dx + shape.dx, dy + shape.dy, files_only)


def layer(drawing: Drawing, name: str) -> Layer:
    """Return the layer of this name."""
    return next(one for one in drawing.layers if one.name == name)


def of_record(drawing: Drawing, name: str, record: str) -> list[Group]:
    """Return the groups of a record in a layer."""
    return [
        shape
        for shape, _, _ in walk(layer(drawing, name).cells)
        if isinstance(shape, Group) and shape.record == record
    ]


def texts(shapes: Iterable[Shape]) -> list[str]:
    """Return all words of a file in paint order; what only a screen shows is left out."""
    return [shape.text for shape, _, _ in walk(shapes, files_only=True) if isinstance(shape, Text)]


def fills(shapes: Iterable[Shape]) -> set[str]:
    """Return all fills and texts' colours."""
    return {
        shape.fill
        for shape, _, _ in walk(shapes)
        if not isinstance(shape, Group) and getattr(shape, "fill", "")
    }


def strokes(shapes: Iterable[Shape]) -> set[str]:
    """Return all colours of pens."""
    pens = [getattr(shape, "stroke", None) for shape, _, _ in walk(shapes)]
    return {pen.colour for pen in pens if pen}
