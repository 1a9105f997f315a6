"""The cross by which a panel or a bar is closed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from app.drawing.tokens import Theme
from app.widgets.icons import icon

SIDE_PX, ICON_PX = 30, 18


class CloseButton(QToolButton):
    """A small cross; `words` say what it hides."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Draw the cross in this theme."""
        self.setIcon(icon("close", theme.muted, size=ICON_PX))
