"""What would be made, painted as chips in rows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.tokens import Theme
from app.widgets.capture.saying import Said, sentence_of
from app.widgets.fonts import font
from app.widgets.signs import picture

CHIP_PX, GAP_PX, PADDING_PX, SIGN_PX = 26, 6, 9, 20
MOST_ROWS = 4
MOST_CHIP_PX = 440  # of one part, so that none hides the others


class _Chip(NamedTuple):
    at: QRect
    words: str
    said: Said
    sign: QPixmap | None


class Preview(QWidget):
    """Shows the parts of a captured line; new ones have a dashed edge, what is taken for granted is faded."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[Said, ...] = ()
        self._chips: list[_Chip] = []
        self._least_px = CHIP_PX  # it grows with a line and shrinks between lines: the map above stays still
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CHIP_PX)

    @property
    def parts(self) -> tuple[Said, ...]:
        """What is shown."""
        return self._parts

    def say(self, parts: tuple[Said, ...], theme: Theme) -> None:
        """Show these parts."""
        if (parts, theme) == (self._parts, self._theme):
            return
        self._parts, self._theme = parts, theme
        self.setAccessibleName(sentence_of(parts))
        self.setToolTip(sentence_of(parts))
        self._arrange()
        self.update()

    def begin(self) -> None:
        """Be as low as can be again, for a new line."""
        self._least_px = CHIP_PX
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(13, 500))
        for chip in self._chips:
            self._paint(painter, chip)
        painter.end()

    def _arrange(self) -> None:
        metrics = QFontMetricsF(font(13, 500))
        room = max(self.width(), 80)
        x = y = 0
        self._chips = []
        for said in self._parts:
            extra = 2 * PADDING_PX + (SIGN_PX if said.sign else 0)
            words = metrics.elidedText(
                said.words, Qt.TextElideMode.ElideRight, min(room, MOST_CHIP_PX) - extra
            )
            width = round(metrics.horizontalAdvance(words)) + extra + 1
            if x and x + width > room:
                x, y = 0, y + CHIP_PX + GAP_PX
            if y >= MOST_ROWS * (CHIP_PX + GAP_PX):
                break
            sign = picture(said.sign, SIGN_PX, self.devicePixelRatioF()) if said.sign else None
            self._chips.append(_Chip(QRect(x, y, width, CHIP_PX), words, said, sign))
            x += width + GAP_PX
        height = self._chips[-1].at.bottom() + 1 if self._chips else CHIP_PX
        height = self._least_px = max(height, self._least_px)
        if self.height() != height:
            self.setFixedHeight(height)

    def _paint(self, painter: QPainter, chip: _Chip) -> None:
        theme, tone = self._theme, chip.said.tone
        edge = {"said": theme.line, "new": theme.ink2, "meant": theme.grid, "wrong": theme.pain}[tone]
        ink = {"said": theme.ink, "new": theme.ink, "meant": theme.muted, "wrong": theme.pain}[tone]
        pen = QPen(QColor(edge), 1.2)
        if tone == "new":
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if tone == "meant" else QColor(theme.card))
        at = QRectF(chip.at).adjusted(0.7, 0.7, -0.7, -0.7)
        painter.drawRoundedRect(at, 6, 6)
        left = chip.at.left() + PADDING_PX
        if chip.sign is not None:
            painter.setOpacity(0.55 if tone == "meant" else 1.0)
            painter.drawPixmap(QPointF(left - 4, chip.at.center().y() + 0.5 - SIGN_PX / 2), chip.sign)
            painter.setOpacity(1.0)
            left += SIGN_PX - 1
        painter.setPen(QColor(ink))
        box = QRectF(left, chip.at.top(), chip.at.right() + 1 - left, chip.at.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chip.words)
