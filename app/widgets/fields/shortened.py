"""A line of text that ends in … where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Shortened(QLabel):
    """One line, as wide as its text at most, shortened at its end."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        line = " ".join(words.split())
        if line != self.words:
            self.words = line
            self._shorten()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self.words:
            return super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(20, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        if self.words:
            shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
            if shown != self.text():
                self.setText(shown)
        elif self.text():
            self.setText("")
