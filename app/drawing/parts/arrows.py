"""Links: handoffs and the like as arrows with their waits.

The kind of a link shows in head and tail, since colour says only "over the limit" and dashes only "idle".
"""

from __future__ import annotations

from functools import lru_cache

from app.drawing.glyphs import glyph_path
from app.drawing.look import FAR, Look, centred_baseline, label, pen, written
from app.drawing.shapes import Circle, Group, Path, Rect, Segment, Shape
from app.drawing.tokens import Theme
from app.layout.measure import Font
from app.layout.result import Arrow, Pill, Point

WIDTH = 2.2
HALO = 5.5
HALO_SHARE = 0.85
HEAD_LENGTH, HEAD_WIDTH = 10.0, 11.0
_THIN = 1.5
_GLYPH_SIZE = 13.0
_GLYPH_X = 15.0  # its centre from the pill's left end
_SMALLEST = 5.0  # a pill without its words would be a riddle: they go away together, below FAR
_ALARM = 17.0
_WARNING = Font(12, 700)


def pill(arrow: Arrow, look: Look) -> Group:
    """Draw the label of a link that has one; it stands over cards and markers."""
    assert arrow.pill is not None
    return Group(_pill_levels(arrow.pill, look), record=arrow.link, title=arrow.full_title)


def _pill_levels(pill: Pill, look: Look) -> tuple[Group, ...]:
    near = Group(_pill(pill, look), min_zoom=FAR)
    if pill.tone == "normal" or not pill.glyph:
        return (near,)
    x, y = pill.box.x + pill.box.width / 2, pill.box.y + pill.box.height / 2
    return near, Group(alarm(pill.glyph, look.theme, pill.tone == "breach"), x, y, max_zoom=FAR)


@lru_cache(maxsize=64)
def alarm(glyph: str, theme: Theme, is_filled: bool) -> tuple[Shape, ...]:
    """Return the sign of a wait over its limit or a broken service level, seen from far, about (0, 0)."""
    disc = Circle(0, 0, _ALARM, theme.pain if is_filled else theme.card, stroke=pen(theme.pain, 2.5))
    return disc, glyph_path(glyph, _ALARM * 1.25, theme.on_colour if is_filled else theme.pain, 2.4)


def _least_zoom(arrow: Arrow) -> float:
    return 0.0 if arrow.is_over_limit or arrow.is_breached else FAR


def arrow(arrow: Arrow, look: Look) -> Group:
    """Draw a link without its label."""
    theme = look.theme
    colour = theme.pain if arrow.is_over_limit or arrow.is_breached else theme.ink2
    width = _THIN if arrow.kind == "information" else WIDTH
    halo = 1.0 if theme.is_solid else HALO_SHARE
    line = arrow.segments if arrow.kind == "information" else _shortened(arrow)
    shapes = (
        Path(line, stroke=pen(theme.card, HALO, opacity=halo)),
        Path(line, stroke=pen(colour, width)),
        *head(arrow.kind, arrow.tip, arrow.direction, colour),
        *_tail_of(arrow, colour, theme),
    )
    return Group(shapes, record=arrow.link, title=arrow.full_title, min_zoom=_least_zoom(arrow))


def _shortened(arrow: Arrow) -> tuple[Segment, ...]:
    """Return the curve ending inside its head, so that the head is pointed."""
    *others, last = arrow.segments
    dx, dy = arrow.direction.x * HEAD_LENGTH / 2, arrow.direction.y * HEAD_LENGTH / 2
    if len(last) == 7:
        name, x1, y1, x2, y2, x, y = last
        return (*others, (name, x1, y1, x2 - dx, y2 - dy, x - dx, y - dy))
    if len(last) == 3:
        return (*others, (last[0], last[1] - dx, last[2] - dy))
    return arrow.segments


def _tail_of(arrow: Arrow, colour: str, theme: Theme) -> tuple[Shape, ...]:
    first = arrow.segments[0]
    return tail(arrow.kind, first[1], first[2], colour, theme.card) if len(first) == 3 else ()


def head(kind: str, tip: Point, direction: Point, colour: str) -> tuple[Shape, ...]:
    """Draw an arrow's head: double for an escalation, open for information."""
    if kind == "information":
        left, right = _wings(tip, direction)
        return (Path((("M", *left), ("L", *tip), ("L", *right)), stroke=pen(colour, _THIN)),)
    heads = [_triangle(tip, direction)]
    if kind == "escalation":
        heads.append(_triangle(_along(tip, direction, -HEAD_LENGTH * 0.72), direction))
    return tuple(Path(segments, colour) for segments in heads)


def tail(kind: str, x: float, y: float, colour: str, ground: str) -> tuple[Shape, ...]:
    """Draw an arrow's beginning: a ring for a dependency, a diamond where ways part."""
    if kind == "dependency":
        return (Circle(x, y, 4.0, ground, stroke=pen(colour, 1.8)),)
    if kind == "alternative":
        size = 5.2
        corners: tuple[Segment, ...] = (
            ("M", x, y - size), ("L", x + size, y), ("L", x, y + size), ("L", x - size, y), ("Z",),
        )  # fmt: skip
        return (Path(corners, ground, stroke=pen(colour, 1.8)),)
    return ()


def _triangle(tip: Point, direction: Point) -> tuple[Segment, ...]:
    left, right = _wings(tip, direction)
    return (("M", *tip), ("L", *left), ("L", *right), ("Z",))


def _wings(tip: Point, direction: Point) -> tuple[Point, Point]:
    back = _along(tip, direction, -HEAD_LENGTH)
    aside = Point(-direction.y * HEAD_WIDTH / 2, direction.x * HEAD_WIDTH / 2)
    return Point(back.x + aside.x, back.y + aside.y), Point(back.x - aside.x, back.y - aside.y)


def _along(point: Point, direction: Point, length: float) -> Point:
    return Point(point.x + direction.x * length, point.y + direction.y * length)


def _pill(pill: Pill, look: Look) -> tuple[Shape, ...]:
    theme, box = look.theme, pill.box
    is_filled = pill.tone == "breach"
    edge = theme.ink2 if pill.tone == "normal" else theme.pain
    words = theme.on_colour if is_filled else edge
    fill = theme.pain if is_filled else theme.card
    shapes: list[Shape] = [Rect(*box, box.height / 2, fill, stroke=pen(edge, 1.5))]
    if pill.glyph:
        glyph = glyph_path(pill.glyph, _GLYPH_SIZE, words, 1.5)
        x = _GLYPH_X if pill.text.text else box.width / 2
        shapes.append(Group((glyph,), box.x + x, box.y + box.height / 2))
    if pill.text.text:
        shapes.append(written(pill.text, words, _SMALLEST))
    if theme.is_solid and pill.tone != "normal":
        shapes.extend(_warning(box.right - 4, box.y + 1, look))
    return tuple(shapes)


def _warning(x: float, y: float, look: Look) -> tuple[Shape, ...]:
    """Draw "!" at the pill's corner: in grey print red cannot be told."""
    theme = look.theme
    mark = label(x, centred_baseline(y, _WARNING), "!", _WARNING, theme.on_colour)
    return Circle(x, y, 7.5, theme.pain, stroke=pen(theme.card, 1.5)), mark
