"""Words where there is nothing to show."""

from __future__ import annotations

from app.drawing.look import Look, written
from app.drawing.shapes import Shape
from app.layout.result import TextRow


def note(rows: tuple[TextRow, ...], look: Look) -> tuple[Shape, ...]:
    """Draw the rows of a note."""
    return tuple(written(row, look.theme.muted) for row in rows)
