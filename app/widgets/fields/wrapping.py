"""Buttons whose words may take several lines: they bear long words in narrow panels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app.drawing.tokens import Theme
from app.widgets.fonts import write_in
from app.widgets.icons import pixmap


class Wrapping(QPushButton):
    """A button that is as high as what its layout holds needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)


class QuietButton(Wrapping):
    """A sign and words: adds one more, removes, opens."""

    def __init__(self, words: str, theme: Theme, sign: str = "plus", *, wraps: bool = True) -> None:
        super().__init__()
        if not wraps:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "jump")
        self._mark = QLabel()
        self._mark.setPixmap(pixmap(sign, theme.ink2, 16, 2.0))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(wraps)
        self._words.setProperty("tone", "second")
        write_in(self._words, 13, 500)
        for label in (self._mark, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 4, 4, 4)
        row.setSpacing(7)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words.setText(words)
        self.setAccessibleName(words)
