"""The whole vocabulary of a drawing: a display list of shapes in nested groups.

Coordinates are map units (1 unit = 1 px at 100 % on a 96 dpi screen), y runs down, `Text.y` is the baseline.
Shapes are immutable and shared: a painter may remember its own form of a shape by the shape's identity.
Colours are "#rrggbb"; an empty fill or no stroke means none.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

from msgspec import Struct

from app.layout.measure import Font
from app.layout.result import Box

Anchor = Literal["start", "middle", "end"]
# Absolute: move ("M", x, y), line ("L", x, y), curve ("C", x1, y1, x2, y2, x, y), close ("Z",).
Segment = tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]


class Stroke(Struct, frozen=True):
    """A pen: colour, width, dash pattern in map units (as SVG's stroke-dasharray), cap and join."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "round"
    join: Literal["miter", "round"] = "round"
    opacity: float = 1.0


class Rect(Struct, frozen=True):
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: Stroke | None = None


class Circle(Struct, frozen=True):
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: Stroke | None = None


class Path(Struct, frozen=True):
    """A path of lines and cubic curves; filled by the non-zero rule."""

    segments: tuple[Segment, ...]
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: Stroke | None = None


class Text(Struct, frozen=True):
    """One line of text. `width` is what layout measured; painters fit foreign scripts into it.

    `angle` turns it clockwise in degrees about (x, y). `smallest` is the size on screen in px below which it is left out.
    """

    x: float
    y: float
    text: str
    font: Font
    fill: str
    width: float
    anchor: Anchor = "start"
    angle: float = 0.0
    smallest: float = 0.0


class Image(Struct, frozen=True):
    """A picture (PNG or JPEG bytes) fitted into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    media_type: str
    data: bytes


class Writer(Protocol):
    """Writes titles; equal writers write the same of equal facts."""

    def title(self, *facts: Any) -> str:
        """Return the title."""
        ...


class Unwritten(Struct, frozen=True):
    """A title that is written when it is read, by `str`: a large drawing has thousands, and few are ever read."""

    writer: Writer
    facts: tuple[Any, ...]

    def __str__(self) -> str:
        return self.writer.title(*self.facts)


Title = str | Unwritten


class Group(Struct, frozen=True):
    """Shapes moved by (dx, dy), tagged with what they show.

    `record` is the id of the record shown, `role` the role whose line or lane it belongs to ("" where it is shared),
    `title` the whole text in words (SVG <title>, tooltip). The screen draws a group from `min_zoom` on and below
    `max_zoom` (1.0 = 100 %); files draw every group whose `max_zoom` is infinite, whatever its `min_zoom`.
    `opacity` below 1 is drawn as a whole. `reach` is a box that surely holds the children, in their coordinates, where
    that is known without measuring them.
    """

    children: tuple[Shape, ...]
    dx: float = 0.0
    dy: float = 0.0
    record: str = ""
    role: str = ""
    title: Title = ""
    min_zoom: float = 0.0
    max_zoom: float = float("inf")
    opacity: float = 1.0
    reach: Box | None = None


Shape = Rect | Circle | Path | Text | Image | Group


class Layer(Struct, frozen=True):
    """One layer in paint order. Its groups are cells: one a block of the timeline, or one for all where nothing moves.

    `pinned` says what stays in sight while the screen scrolls: "left" (role headers), "top" (phases, ruler), "corner".
    An unchanged cell of an earlier drawing is the same object, so that a screen repaints only what is new.
    """

    name: str  # stands in ids: "<name>-<record id>"
    label: str  # for people: the layer's name in Inkscape, Figma, Illustrator
    cells: tuple[Group, ...]
    pinned: Literal["", "left", "top", "corner"] = ""


class Drawing(Struct, frozen=True, eq=False):
    """A whole picture. `map_box` (x, y, width, height) is where the lanes' content is: what scrolls under the pinned layers."""

    width: float
    height: float
    background: str
    layers: tuple[Layer, ...]
    map_box: tuple[float, float, float, float]
    title: str = ""
    description: str = ""
    language: str = ""
    memory: object = None  # what the next drawing may reuse; no part of the picture

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drawing) and _picture(self) == _picture(other)

    __hash__ = None  # type: ignore[assignment]


def _picture(drawing: Drawing) -> tuple[object, ...]:
    return tuple(getattr(drawing, name) for name in Drawing.__struct_fields__ if name != "memory")
