"""A drawing for paper, where nothing is seen through: faint groups in the colours that they have over its background."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.colour import mixed
from app.drawing.shapes import Circle, Drawing, Group, Image, Path, Rect, Shape, Stroke, Text


def opaque(drawing: Drawing) -> Drawing:
    """Return the drawing without faint groups; pictures in them stay faint."""
    layers = tuple(
        replace(layer, cells=tuple(_shown(cell, drawing.background, 1.0) for cell in layer.cells))
        for layer in drawing.layers
    )
    return replace(drawing, layers=layers, memory=None)


def _shown(group: Group, ground: str, share: float) -> Group:
    share *= group.opacity
    if share >= 1 and not _has_faint(group):
        return group
    return replace(
        group, children=tuple(_over(child, ground, share) for child in group.children), opacity=1.0
    )


def _has_faint(group: Group) -> bool:
    return any(
        isinstance(child, Group) and (child.opacity < 1 or _has_faint(child)) for child in group.children
    )


def _over(shape: Shape, ground: str, share: float) -> Shape:
    if isinstance(shape, Group):
        return _shown(shape, ground, share)
    if share >= 1:
        return shape
    if isinstance(shape, Image):
        return Group((shape,), opacity=share)
    fill = mixed(shape.fill, ground, share) if shape.fill else ""
    if isinstance(shape, Text):
        return replace(shape, fill=fill)
    return _drawn(shape, fill, ground, share)


def _drawn(shape: Rect | Circle | Path, fill: str, ground: str, share: float) -> Shape:
    pen = shape.stroke
    stroke: Stroke | None = replace(pen, colour=mixed(pen.colour, ground, share)) if pen is not None else None
    return replace(shape, fill=fill, stroke=stroke)
