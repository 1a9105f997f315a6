"""The layers of a drawing that stay in sight, made ready once for as long as they are the same."""

from __future__ import annotations

from typing import Literal

from app.drawing.shapes import Drawing, Group, Layer
from app.layout.places import around
from app.layout.result import Box
from app.seeing.phase_words import phase_words
from app.seeing.pins import Pins
from app.widgets.map.strip import Strip, natural_box
from app.widgets.map.surface import Plane

Pinned = Literal["left", "top", "corner"]


class Headers:
    """Where headers stand and what is drawn of them."""

    def __init__(self, drawing: Drawing) -> None:
        self._cells = _cells(drawing)
        self.pins = _pins(drawing)
        self.phases = phase_words(_layers(drawing, "top"))
        self._strips = {
            where: Strip(_layers(drawing, where), _axis(where)) for where in ("left", "top", "corner")
        }

    def is_of(self, drawing: Drawing) -> bool:
        """Tell whether the drawing has the very same headers."""
        cells = _cells(drawing)
        return len(cells) == len(self._cells) and all(map(_is_same, cells, self._cells))

    def plane(self, where: Pinned, factor: float, roles: frozenset[str] = frozenset()) -> Plane:
        """Return headers stretched by a factor (along y on the left, along x at the top), or those of these roles."""
        strip = self._strips[where]
        name = " ".join((where, f"{factor:.5f}", *sorted(roles)))
        return Plane(name, lambda box: [(shape, 0.0, 0.0) for shape in strip.shapes_in(box, factor, roles)])


def _axis(where: str) -> Literal["x", "y"]:
    return "y" if where == "left" else "x"


def _layers(drawing: Drawing, where: str) -> list[Layer]:
    return [layer for layer in drawing.layers if layer.pinned == where]


def _cells(drawing: Drawing) -> list[Group | Box]:
    """Return what headers are made of; the place of the map is part of it."""
    return [
        Box(*drawing.map_box),
        *(cell for layer in drawing.layers if layer.pinned for cell in layer.cells),
    ]


def _is_same(one: Group | Box, other: Group | Box) -> bool:
    return one is other or (isinstance(one, Box) and one == other)


def _pins(drawing: Drawing) -> Pins:
    map_box = Box(*drawing.map_box)
    left, top, corner = (natural_box(_layers(drawing, where)) for where in ("left", "top", "corner"))
    column = _around(left, corner) or Box(map_box.x, map_box.y, 0, 0)
    band = _around(top, corner) or Box(map_box.x, map_box.y, 0, 0)
    left, top = left or column, top or band
    return Pins(
        Box(column.x, left.y, map_box.x - column.x, left.height),
        Box(top.x, band.y, top.width, map_box.y - band.y),
    )


def _around(*boxes: Box | None) -> Box | None:
    known = [box for box in boxes if box is not None]
    return around(known) if known else None
