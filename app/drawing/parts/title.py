"""The head of the picture: title, whose journey, goal, key figures."""

from __future__ import annotations

from app.drawing.glyphs import glyph_path
from app.drawing.look import Look, rule, written
from app.drawing.shapes import Group, Path, Shape
from app.layout.result import KeyFigure, TitleBlock

_GOAL_SIZE = 22.0
_RULE_ABOVE = 24.0  # of the figure's baseline
_RULE_BELOW = 4.0  # of its words' baseline


def title(block: TitleBlock, look: Look) -> tuple[Shape, ...]:
    """Draw the title block."""
    theme = look.theme
    colours = {"title": theme.ink, "goal_word": theme.ink}
    shapes: list[Shape] = [written(row, colours.get(row.style, theme.ink2)) for row in block.rows]
    if block.goal_glyph:
        glyph = glyph_path("goal", _GOAL_SIZE, theme.opp, 2.0)
        shapes.append(Group((glyph,), *block.goal_glyph))
    shapes.extend(_figure(figure, look) for figure in block.figures)
    return tuple(shapes)


def _figure(figure: KeyFigure, look: Look) -> Group:
    theme = look.theme
    top, bottom = figure.value.y - _RULE_ABOVE, figure.label.y + _RULE_BELOW
    line = Path((("M", figure.rule_x, top), ("L", figure.rule_x, bottom)), stroke=rule(theme.line, 1.2))
    value = written(figure.value, theme.pain if figure.is_alert else theme.ink)
    return Group(
        (line, value, written(figure.label, theme.muted)), title=f"{figure.value.text} {figure.label.text}"
    )
