"""Words where there is nothing to show."""

from __future__ import annotations

from app.drawing.look import Look, rule, written
from app.drawing.shapes import Rect, Shape
from app.layout.result import TextRow
from app.layout.type_scale import FONTS

_PAD_X, _PAD_Y, _RADIUS = 20.0, 12.0, 8.0


def note(rows: tuple[TextRow, ...], look: Look) -> tuple[Shape, ...]:
    """Draw the rows of a note on a card, so that no line of the map runs through them."""
    if not rows:
        return ()
    left = min(row.x for row in rows) - _PAD_X
    right = max(row.x + row.width for row in rows) + _PAD_X
    size = FONTS[rows[0].style].size
    top, bottom = rows[0].y - size - _PAD_Y / 2, rows[-1].y + size / 4 + _PAD_Y
    theme = look.theme
    card = Rect(left, top, right - left, bottom - top, _RADIUS, theme.card, stroke=rule(theme.line, 1.0))
    return card, *(written(row, theme.muted) for row in rows)
