"""A dashed frame around what is not there yet: a place to write one more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from app.drawing.tokens import Theme

_DASH = (4.0, 3.0)
_RADIUS_PX = 6


class DashedFrame(QFrame):
    """A frame of dashes in a tone: "pain", "opp" or quiet. The style's own dashes are dots at this width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._colours = {"pain": theme.pain, "opp": theme.opp}
        self._quiet = theme.muted
        self._tone = ""

    def set_tone(self, tone: str) -> None:
        """Draw the dashes in this tone."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._colours.get(self._tone, self._quiet)), 1.2)
        pen.setDashPattern(_DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), _RADIUS_PX, _RADIUS_PX)
        painter.end()
