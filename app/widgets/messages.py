"""What the program says to the person: a bar with a sentence, never a box in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.errors import JourneyError
from app.widgets.fonts import write_in
from app.widgets.icons import icon, pixmap

Kind = Literal["info", "warn", "error"]
INFO_MS = 8_000
_ICONS: dict[Kind, str] = {"info": "done", "warn": "warning", "error": "error"}


class MessageBar(QFrame):
    """Shows one sentence at a time; news replaces what stood there. Good news leaves by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.kind: Kind = "info"
        self._theme = theme
        self._run: Callable[[], object] | None = None
        self._sign = QLabel()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        write_in(self._label, 14, 500)
        self.button = QPushButton()
        self.button.clicked.connect(self._press)
        self.dismiss_button = QToolButton()
        self.dismiss_button.setToolTip(tr("Dismiss"))
        self.dismiss_button.setAccessibleName(tr("Dismiss"))
        self.dismiss_button.setIconSize(QSize(18, 18))
        self.dismiss_button.clicked.connect(self.dismiss)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(INFO_MS)
        self._leaving.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        for widget in (self._sign, self._label, self.button, self.dismiss_button):
            row.addWidget(widget)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" where there is none."""
        return self._label.text() if not self.isHidden() else ""

    def say(
        self, kind: Kind, sentence: str, button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, and a button where something can be done about it."""
        self.kind = kind
        self._run = run
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setProperty("tone", kind)
        self.style().polish(self)
        self._tint()
        self.show()
        if kind == "info":
            self._leaving.start()
        else:
            self._leaving.stop()

    def tell(self, error: Exception) -> None:
        """Show what a person can do nothing wrong about: the sentence of an error."""
        self.say("error", str(error) if isinstance(error, JourneyError) else sentence_of(error))

    def dismiss(self) -> None:
        """Take the sentence away."""
        self._leaving.stop()
        self.hide()

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self._tint()

    def _tint(self) -> None:
        theme = self._theme
        colour = {"info": theme.opp, "warn": theme.accent, "error": theme.pain}[self.kind]
        self._sign.setPixmap(pixmap(_ICONS[self.kind], colour, 20, self.devicePixelRatioF()))
        self.dismiss_button.setIcon(icon("close", theme.muted, size=18))

    def _press(self) -> None:
        self.dismiss()
        if self._run is not None:
            self._run()


def sentence_of(error: Exception) -> str:
    """Return an unexpected error as a sentence."""
    if isinstance(error, MemoryError):
        return tr("There is not enough memory for this.")
    return tr("Something went wrong: {error}", error=str(error) or type(error).__name__)
