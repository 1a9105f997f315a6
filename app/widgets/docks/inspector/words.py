"""Words on the inspector that are read and copied, not edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.widgets.fonts import write_in


def text(
    words: str, size: int, weight: int, tone: str = "", *, is_one_line: bool = False, through: bool = False
) -> QLabel:
    """Return words that can be selected and wrap; `through` lets clicks pass to the button below."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(not is_one_line)
    if through:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    else:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setCursor(Qt.CursorShape.IBeamCursor)
    if tone:
        label.setProperty("tone", tone)
    write_in(label, size, weight)
    return label
