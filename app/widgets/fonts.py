"""Inter at the sizes and weights of the window (VISUAL.md "Type"); weights stand on the font's axis, never on QFont's."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from app.painters.qt_session import inter_font


@lru_cache(maxsize=64)
def font(size_px: int = 14, weight: int = 400) -> QFont:
    """Return the window's font at a size and a weight (400, 500, 600, 700); do not change it."""
    made = QFont(inter_font(weight))
    made.setPixelSize(size_px)
    return made


def write_in(widget: QWidget, size_px: int = 14, weight: int = 400) -> None:
    """Set the font of a widget."""
    widget.setFont(font(size_px, weight))
