"""Yes or no: a box to tick, and the star of a moment of truth."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets import signs
from app.widgets.fields.control import SEVERAL, Input
from app.widgets.icons import icon


class Star(Input, QToolButton):
    """The star that makes a touchpoint a moment of truth."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._value: object = False
        self._on = QIcon(signs.picture(signs.star(theme), 22, 2.0))
        self._some = icon("star", theme.accent, size=20)
        self._off = icon("star", theme.muted, size=20)
        self.setObjectName("small")
        self.setCheckable(True)
        self.setIconSize(QSize(22, 22))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._toggle)
        self.show_value(False)

    def show_value(self, value: object) -> None:
        """Fill the star where all selected are moments of truth."""
        self._value = value
        is_on = value is True
        self.setChecked(is_on)
        self.setIcon(self._on if is_on else self._some if value is SEVERAL else self._off)
        words = tr("Some are moments of truth") if value is SEVERAL else tr("Moment of truth")
        self.setToolTip(words)

    def settle(self) -> None:
        """There is nothing to settle."""

    def _toggle(self) -> None:
        self.came.emit()
        self.tried.emit(self._value is not True)
        self.left.emit()
        self.show_value(self._value)
