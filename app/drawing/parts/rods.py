"""Shared touchpoints: a rod through the lanes that take part, dots across those that do not."""

from __future__ import annotations

from app.drawing.look import Look, pen
from app.drawing.shapes import Group, Path, Segment, Shape
from app.layout.result import Rod

WIDTH = 9.0
CORE = 5.4
DOTS = (0.1, 6.0)
DOT_WIDTH = 1.8
_DOTS_AFTER, _DOTS_BEFORE = 10.0, 8.0  # clear of the round ends of the rod
_LEAST_DOTS = 20.0


def rod(rod: Rod, look: Look) -> Group:
    """Draw the rod of a shared touchpoint."""
    theme = look.theme
    shapes: list[Shape] = []
    dots = tuple((top + _DOTS_AFTER, end - _DOTS_BEFORE) for top, end in rod.dots if end - top > _LEAST_DOTS)
    if dots:
        shapes.append(Path(_upright(rod.x, dots), stroke=pen(theme.ink2, DOT_WIDTH, DOTS)))
    if rod.parts:
        segments = _upright(rod.x, rod.parts)
        shapes += [
            Path(segments, stroke=pen(theme.ink2, WIDTH)),
            Path(segments, stroke=pen(theme.card, CORE)),
        ]
    return Group(tuple(shapes), record=rod.touchpoint)


def _upright(x: float, spans: tuple[tuple[float, float], ...]) -> tuple[Segment, ...]:
    return tuple(segment for top, end in spans for segment in (("M", x, top), ("L", x, end)))
