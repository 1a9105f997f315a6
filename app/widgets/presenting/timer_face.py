"""The time that is left, large, with what remains of the round as a ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fonts import font
from app.widgets.presenting.countdown import Countdown, clock_words

WARNING_SECONDS = 30  # from here on the colour says that it will be over soon


class TimerFace(QWidget):
    """Paints a countdown, `size_px` high; with a ground where it floats over something."""

    def __init__(
        self, countdown: Countdown, theme: Theme, size_px: int = 40, *, floats: bool = False
    ) -> None:
        super().__init__()
        self._countdown = countdown
        self._theme = theme
        self._floats = floats
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if floats:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        countdown.changed.connect(self._follow)
        self._follow()

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._theme = theme
        self.update()

    def be_large(self, size_px: int) -> None:
        """Be so high from now on."""
        self._size_px = size_px
        self._follow()

    def sizeHint(self) -> QSize:
        words = "0:" * (self._countdown.seconds >= 3600) + "00:00"
        width = QFontMetricsF(self._font()).horizontalAdvance(words)
        return QSize(round(width + self._size_px * 1.35), self._size_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, size, left = self._theme, float(self._size_px), self._countdown.seconds
        is_late = left <= WARNING_SECONDS
        if self._floats:
            ground = QColor(theme.pain if left <= 0 else theme.card)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), size / 2, size / 2)
        on_pain = self._floats and left <= 0
        ink = theme.on_colour if on_pain else theme.pain if is_late else theme.ink
        centre, radius = QPointF(size / 2, size / 2), size * 0.27
        ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.on_colour if on_pain else theme.line), size * 0.09))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(ink), size * 0.09, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        part = left / max(self._countdown.length, 1)
        if part > 0:
            painter.drawArc(ring, 90 * 16, round(360 * 16 * min(part, 1.0)))
        if not self._countdown.is_running and left > 0:
            painter.setPen(QPen(QColor(ink), size * 0.07, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for side in (-1, 1):
                x = centre.x() + side * size * 0.07
                painter.drawLine(QPointF(x, centre.y() - size * 0.09), QPointF(x, centre.y() + size * 0.09))
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        box = QRectF(size * 0.98, 0, self.width() - size, size)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, clock_words(left))
        painter.end()

    def _font(self) -> QFont:
        return font(round(self._size_px * 0.62), 700)

    def _follow(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Time left: {time}", time=clock_words(self._countdown.seconds)))
        self.update()
