"""One record that one can go to: painted as a whole, because there are many of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.drawing.tokens import Theme
from app.widgets.fonts import font

_GAP_PX = 8
_WRAP = int(Qt.TextFlag.TextWordWrap)


class JumpButton(QAbstractButton):
    """A sign, words that wrap and something beside or below them; boxed, or a line of a list."""

    def __init__(self, theme: Theme, *, is_boxed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_boxed = is_boxed
        self._words = ""
        self._aside = ""
        self._tone = ""
        self._sign: QPixmap | None = None
        self._font = font(13, 500) if is_boxed else font(14, 400)
        self._aside_font = font(12, 500)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str, aside: str, tone: str, sign: QPixmap | None) -> None:
        """Show another record."""
        self._words, self._aside, self._tone, self._sign = words, aside, tone, sign
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(aside)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 24)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, below = self._heights(width)
        if not self._is_boxed:
            return max(words, self._sign_height()) + 6
        return max(words + below, self._sign_height()) + 14

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, top, room = self._text_place(self.width())
        if self._sign is not None:
            size = self._sign.deviceIndependentSize().toSize()
            line = QFontMetrics(self._font).height()
            y = top - 2 if self._is_boxed else max(0, top + (line - size.height()) // 2)
            painter.drawPixmap(self._inset, y, self._sign)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.ink))
        words, _below = self._heights(self.width())
        painter.drawText(QRect(left, top, room, words), _WRAP, self._words)
        if self._aside:
            painter.setFont(self._aside_font)
            tone = {"pain": theme.pain, "opp": theme.opp}.get(self._tone, theme.muted)
            painter.setPen(QColor(tone))
            if self._is_boxed:
                painter.drawText(QRect(left, top + words + 1, room, self.height()), _WRAP, self._aside)
            else:
                place = QRect(
                    left + room + _GAP_PX, top, self._aside_width(), QFontMetrics(self._font).height()
                )
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._aside)
        painter.end()

    @property
    def _inset(self) -> int:
        return 10 if self._is_boxed else 3

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._theme
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = theme.phase2 if self.isDown() else theme.phase if self.underMouse() else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        line = ""
        if self._is_boxed:
            line = {"pain": theme.pain, "opp": theme.opp}.get(self._tone, theme.line)
        if self.hasFocus():
            line = theme.accent
        painter.setPen(
            QPen(QColor(line), 2 if self.hasFocus() and self._is_boxed else 1) if line else Qt.PenStyle.NoPen
        )
        radius = 6 if self._is_boxed else 4
        painter.drawRoundedRect(
            place.adjusted(0.5, 0.5, -0.5, -0.5) if self.hasFocus() else place, radius, radius
        )

    def _text_place(self, width: int) -> tuple[int, int, int]:
        """Return left, top and width of the words."""
        left = self._inset + (self._sign_width() + _GAP_PX if self._sign is not None else 0)
        right = self._inset
        if self._aside and not self._is_boxed:
            right += self._aside_width() + _GAP_PX
        return left, 7 if self._is_boxed else 3, max(40, width - left - right)

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the heights of the words and of what stands below them."""
        room = self._text_place(width)[2]
        words = QFontMetrics(self._font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, self._words or " ")
        if not self._is_boxed or not self._aside:
            return words.height(), 0
        below = QFontMetrics(self._aside_font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, self._aside)
        return words.height(), below.height() + 1

    def _sign_width(self) -> int:
        return 0 if self._sign is None else round(self._sign.deviceIndependentSize().width())

    def _sign_height(self) -> int:
        return 0 if self._sign is None else round(self._sign.deviceIndependentSize().height())

    def _aside_width(self) -> int:
        return QFontMetrics(self._aside_font).horizontalAdvance(self._aside) + 2
