"""Cards with a picture, a title and a sentence, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.widgets.fonts import write_in
from app.widgets.thumbnails import SIZE

CARD_PX = SIZE.width() + 16
GAP_PX = 14
_TEXT_PX = 78
_LINES = 3
_RADIUS_PX = 5


class Card(QPushButton):
    """A journey to choose."""

    def __init__(self, title: str, sentence: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(CARD_PX, SIZE.height() + _TEXT_PX + 12)
        self._picture = QLabel()
        self._picture.setFixedSize(SIZE)
        self._title = QLabel(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        write_in(self._title, 14, 600)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("tone", "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        write_in(self._sentence, 12, 400)
        self._sentence.setText(
            _shortened(sentence, self._sentence.fontMetrics(), SIZE.width() * (_LINES - 0.25))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 7, 7, 8)
        column.setSpacing(4)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._sentence, 1)
        for label in (self._picture, self._title, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_picture(QImage())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid = self.parentWidget()
        if not isinstance(grid, CardGrid) or not grid.walk(self, event):
            super().keyPressEvent(event)

    def show_picture(self, image: QImage) -> None:
        """Show the picture with soft corners; an empty one is plain ground."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(SIZE * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        whole = QRectF(0, 0, SIZE.width(), SIZE.height())
        path.addRoundedRect(whole, _RADIUS_PX, _RADIUS_PX)
        painter.setClipPath(path)
        painter.fillRect(whole, QColor(self._theme.lane))
        if not image.isNull():
            painter.drawImage(whole, image)
        painter.end()
        self._picture.setPixmap(made)


class CardGrid(QWidget):
    """Cards in rows."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def add(self, card: Card) -> None:
        """Put one more card at the end."""
        self.cards.append(card)
        self._arrange(max(self._columns, 1))

    def walk(self, card: Card, event: QKeyEvent) -> bool:
        """Go to the card that a key means: its neighbour, around the ends of rows, or by the letter it begins with."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        here, last = self.cards.index(card), len(self.cards) - 1
        steps = {
            Qt.Key.Key_Left.value: here - 1, Qt.Key.Key_Right.value: here + 1, Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_Up.value: here - self._columns, Qt.Key.Key_Down.value: here + self._columns,
            Qt.Key.Key_End.value: last,
        }  # fmt: skip
        there = steps.get(event.key())
        if there is None:
            there = self._begun(here, event.text().casefold())
            if there is None:
                return False
        if 0 <= there <= last:
            self._go_to(self.cards[there])
        return True

    def _begun(self, here: int, letter: str) -> int | None:
        """Return the next card whose title begins with a letter."""
        if not letter.isalnum():
            return None
        places = [*range(here + 1, len(self.cards)), *range(here + 1)]
        titles = (self.cards[place].accessibleName().casefold() for place in places)
        return next(
            (place for place, title in zip(places, titles, strict=True) if title.startswith(letter)), None
        )

    def _go_to(self, card: Card) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        if card.isCheckable():
            card.setChecked(True)
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(card)

    def minimumSizeHint(self) -> QSize:
        return QSize(CARD_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, (self.width() + GAP_PX) // (CARD_PX + GAP_PX))
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)


def _shortened(sentence: str, metrics: QFontMetrics, room: float) -> str:
    """Return as many whole words as there is room for."""
    shown = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, int(room))
    return shown if shown == sentence else shown.rstrip("…").rpartition(" ")[0].rstrip(" ,;:.") + "…"
