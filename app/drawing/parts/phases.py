"""The phase band and the ruler under it."""

from __future__ import annotations

from app.drawing.colour import mixed
from app.drawing.look import Look, rule, written
from app.drawing.shapes import Group, Path, Segment, Shape, Stroke
from app.layout.result import Layout, PhaseBox, RulerTick

_TOUCHING = 0.5
_MAJOR, _MINOR = 6.0, 3.0  # lengths of ticks
_SMALLEST = 6.5


def phases(layout: Layout, look: Look, colours: dict[str, str]) -> tuple[Shape, ...]:
    """Draw the arrows of the phase band; `colours` are those chosen by hand, by phase."""
    end = float("-inf")
    shapes: list[Shape] = []
    for box in layout.phases:
        shapes.append(_arrow(box, layout, look, colours.get(box.phase, ""), abs(box.x - end) < _TOUCHING))
        end = box.x + box.width
    return tuple(shapes)


def ruler(ticks: tuple[RulerTick, ...], y: float, look: Look) -> tuple[Shape, ...]:
    """Draw ticks from y downwards and their labels."""
    theme = look.theme
    shapes: list[Shape] = [
        Path(_ticks(ticks, y, length, is_major), stroke=rule(colour, 1.2))
        for is_major, length, colour in ((False, _MINOR, theme.line), (True, _MAJOR, theme.muted))
        if any(tick.is_major == is_major for tick in ticks)
    ]
    shapes.extend(written(tick.label, theme.muted, _SMALLEST) for tick in ticks if tick.label)
    return tuple(shapes)


def _ticks(ticks: tuple[RulerTick, ...], y: float, length: float, is_major: bool) -> tuple[Segment, ...]:
    return tuple(
        segment
        for tick in ticks
        if tick.is_major == is_major
        for segment in (("M", tick.x, y), ("L", tick.x, y + length))
    )


def _arrow(box: PhaseBox, layout: Layout, look: Look, colour: str, is_joined: bool) -> Group:
    theme = look.theme
    top, height = layout.phase_y, layout.sizes.phase
    left, right = box.x, box.x + box.width
    tip = min(layout.sizes.arrow_tip, box.width * 0.4)
    middle, bottom = top + height / 2, top + height
    edge: tuple[Segment, ...] = (("L", right, top), ("L", right + tip, middle), ("L", right, bottom))
    notch: tuple[Segment, ...] = (("L", left + tip, middle),) if is_joined else ()
    fill = theme.phase2 if box.number % 2 == 0 else theme.phase
    if colour:
        fill = mixed(colour, fill, 0.25)
    shapes: list[Shape] = [
        Path((("M", left, top), *edge, ("L", left, bottom), *notch, ("Z",)), fill),
        Path((("M", right, top), *edge[1:]), stroke=Stroke(theme.bg, 2.4)),
    ]
    if box.number_row:
        shapes.append(written(box.number_row, theme.muted, _SMALLEST))
    if box.row:
        shapes.append(written(box.row, theme.ink, _SMALLEST))
    return Group(tuple(shapes), record=box.phase, title=box.full_title)
