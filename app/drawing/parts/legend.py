"""The legend: a sample of each sign beside its word.

A sign is a name, or "channel:<glyph>" or "role:<role id>" for a sample with a choice.
"""

from __future__ import annotations

from collections.abc import Callable

from app.drawing.glyphs import glyph_path
from app.drawing.look import Look, pen, rule, written
from app.drawing.outlines import outline
from app.drawing.parts import arrows, lines, rods
from app.drawing.parts.cards import star
from app.drawing.parts.faces import face
from app.drawing.parts.insights import channel_sign
from app.drawing.parts.markers import SECOND_RING_GAP, change_badge
from app.drawing.parts.pins import pin, tally
from app.drawing.shapes import Circle, Group, Path, Rect, Segment, Shape
from app.layout.result import LegendItem, Point

_PIN = 14.5
_RADIUS = 9.0


def legend(items: tuple[LegendItem, ...], look: Look) -> tuple[Shape, ...]:
    """Draw the legend's samples and words."""
    shapes: list[Shape] = []
    for item in items:
        parts: list[Shape] = []
        if item.sign:
            parts.append(Group(sample(item.sign, look), item.x, item.y))
        if item.row:
            colour = look.theme.ink if item.row.style == "legend_head" else look.theme.ink2
            parts.append(written(item.row, colour))
        shapes.append(Group(tuple(parts)))
    return tuple(shapes)


def sample(sign: str, look: Look) -> tuple[Shape, ...]:
    """Return the sample of a sign about (0, 0); an unknown sign gives the neutral glyph."""
    kind, _, choice = sign.partition(":")
    if kind == "channel":
        return channel_sign(choice, look.theme)
    if kind == "role":
        role = look.of(choice)
        return (outline(role.shape, _RADIUS, look.theme.card, pen(role.colour, 2.6)),)
    if kind == "link" or kind in _LINKS:
        return _link(choice or kind, look)
    if kind == "insight" or kind in _INSIGHTS:
        return pin(choice or kind, "", _PIN, look.theme)
    draw = _SAMPLES.get(kind)
    return draw(look) if draw else channel_sign("other", look.theme)


_LINKS = ("handoff", "escalation", "information", "dependency", "alternative")
_INSIGHTS = ("pain", "gain", "opportunity", "idea", "question")


def _separator(look: Look) -> tuple[Shape, ...]:
    return (Path((("M", 0, -14), ("L", 0, 14)), stroke=rule(look.theme.line, 1.2)),)


def _active(look: Look) -> tuple[Shape, ...]:
    curve: tuple[Segment, ...] = (("M", -17, 5), ("C", -5, 5, 3, -6, 17, -6))
    return (Path(curve, stroke=pen(look.theme.ink2, 3.8)),)


def _idle(look: Look) -> tuple[Shape, ...]:
    line: tuple[Segment, ...] = (("M", -17, 0), ("L", 17, 0))
    return (Path(line, stroke=pen(look.theme.ink2, lines.IDLE_WIDTH, lines.IDLE_DASH)),)


def _shared(look: Look) -> tuple[Shape, ...]:
    line: tuple[Segment, ...] = (("M", 0, -11), ("L", 0, 11))
    theme = look.theme
    return Path(line, stroke=pen(theme.ink2, rods.WIDTH)), Path(line, stroke=pen(theme.card, rods.CORE))


def _passes(look: Look) -> tuple[Shape, ...]:
    line: tuple[Segment, ...] = (("M", 0, -13), ("L", 0, 13))
    return (Path(line, stroke=pen(look.theme.ink2, rods.DOT_WIDTH, rods.DOTS)),)


def _link(kind: str, look: Look) -> tuple[Shape, ...]:
    curve: tuple[Segment, ...] = (("M", -13, 12), ("C", -13, -1, 8, 8, 8, -5))
    width = 1.5 if kind == "information" else arrows.WIDTH
    colour = look.theme.ink2
    head = arrows.head(kind, Point(8, -13), Point(0, -1), colour)
    return Path(curve, stroke=pen(colour, width)), *head, *arrows.tail(kind, -13, 11, colour, look.theme.card)


def _over(look: Look) -> tuple[Shape, ...]:
    theme = look.theme
    box = Rect(-14, -9, 28, 18, 9, theme.card, stroke=pen(theme.pain, 1.5))
    return box, glyph_path("wait", 12, theme.pain, 1.5)


def _breach(look: Look) -> tuple[Shape, ...]:
    theme = look.theme
    box = Rect(-14, -9, 28, 18, 9, theme.pain, stroke=pen(theme.pain, 1.5))
    return box, glyph_path("sla", 12, theme.on_colour, 1.5)


def _moment(look: Look) -> tuple[Shape, ...]:
    return (star(24.0, look.theme),)


def _hollow(look: Look) -> tuple[Shape, ...]:
    theme = look.theme
    return (Circle(0, 0, _RADIUS, theme.bg, stroke=pen(theme.ink2, 1.6)),)


def _supplier(look: Look) -> tuple[Shape, ...]:
    theme = look.theme
    ring = Circle(0, 0, _RADIUS + SECOND_RING_GAP - 0.6, stroke=pen(theme.ink2, 1.3))
    return Circle(0, 0, _RADIUS - 0.6, theme.card, stroke=pen(theme.ink2, 2.6)), ring


_SAMPLES: dict[str, Callable[[Look], tuple[Shape, ...]]] = {
    "separator": _separator,
    "active": _active,
    "idle": _idle,
    "shared": _shared,
    "passes": _passes,
    "over": _over,
    "breach": _breach,
    "moment": _moment,
    "moment_of_truth": _moment,
    "hollow": _hollow,
    "votes": lambda look: tally(5, 8.0, 0.0, 11.5, look.theme),
    "supplier": _supplier,
    "person": lambda look: change_badge(look.theme),
    "feeling": lambda look: face(2, 8.0, look.theme.ink2),
}
