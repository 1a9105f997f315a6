"""The line at the foot of a presentation: which keys there are, what was done; it shrinks before it leaves words out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from app.widgets.fonts import font, write_in

SIZE_PX, LEAST_PX = 15.0, 11
SEPARATOR = "  ·  "


class FootLine(QLabel):
    """Says something for a while, in place of the progress; `changed` tells that it begins or ends."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pieces: tuple[str, ...] = ()
        self._scale = 1.0
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.stop)
        self.hide()

    def say(self, pieces: Sequence[str], milliseconds: int) -> None:
        """Say these pieces side by side; where there is no room for all, those in front count more."""
        self._pieces = tuple(pieces)
        self._over.start(milliseconds)
        self.show()
        self._fit()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))
        self.changed.emit()

    def stop(self) -> None:
        """Say nothing any more."""
        self._over.stop()
        self.hide()
        self.changed.emit()

    def stand(self, place: QRect, scale: float) -> None:
        """Stand here, in words as large as suits this scale."""
        if (place, scale) != (self.geometry(), self._scale):
            self._scale = scale
            self.setGeometry(place)
            self._fit()

    def _fit(self) -> None:
        most = max(min(round(SIZE_PX * self._scale), self.height() - 4), LEAST_PX)
        for count in range(len(self._pieces), 0, -1):
            kept = (*self._pieces[: count - 1], self._pieces[-1]) if count > 1 else self._pieces[:1]
            words = SEPARATOR.join(kept)
            for size in range(most, LEAST_PX - 1, -1):
                if QFontMetrics(font(size, 500)).horizontalAdvance(words) <= self.width():
                    break
            else:
                continue
            write_in(self, size, 500)
            self.setText(words)
            return
        write_in(self, LEAST_PX, 500)
        words = self._pieces[0] if self._pieces else ""
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width()))
