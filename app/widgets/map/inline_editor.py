"""An editor for words on the map: it stands where they stand, in their font, and grows with what is typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QInputMethodEvent, QKeyEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.drawing.tokens import Theme
from app.painters.qt_session import inter_font
from app.widgets.map.inline_places import WordsPlace

PAD_X, PAD_Y = 6, 3  # px between the edge and the words
EDGE = 2
CARET_ROOM = 6
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_STAYS = {
    Qt.FocusReason.PopupFocusReason,  # its own context menu
    Qt.FocusReason.ActiveWindowFocusReason,  # another program: typing goes on afterwards
}


class InlineEditor(QPlainTextEdit):
    """Words being typed. It tells how typing ends and changes nothing itself."""

    confirmed = Signal()
    cancelled = Signal()
    stepped = Signal(int)  # Tab: on to the next (1) or back (-1)

    def __init__(self, text: str, parent: QWidget, *, has_lines: bool = False) -> None:
        super().__init__(parent)
        self._has_lines = has_lines
        self._place: WordsPlace | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.setViewportMargins(PAD_X, PAD_Y, PAD_X, PAD_Y)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(self._grow)
        self.verticalScrollBar().valueChanged.connect(self._stay_at_the_top)

    @property
    def words(self) -> str:
        """What is typed, lines joined where the field has one line only."""
        text = self.toPlainText()
        return text.strip() if self._has_lines else " ".join(text.split())

    def wear(self, theme: Theme, *, is_refused: bool = False) -> None:
        """Look like a card that is being written on."""
        edge = theme.pain if is_refused else theme.accent
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.card}; color: {theme.ink}; border: {EDGE}px solid {edge};"
            f" border-radius: 6px; padding: 0; min-height: 0;"
            f" selection-background-color: {theme.accent}; selection-color: #1D2329; }}"
        )

    def stand(self, place: WordsPlace) -> None:
        """Stand where the words stand."""
        before, self._place = self._place, place
        if before is None or (before.size, before.weight) != (place.size, place.weight):
            font = QFont(inter_font(place.weight))
            font.setPointSizeF(place.size * 72 / self.logicalDpiY())
            self.setFont(font)
            option = self.document().defaultTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            if place.is_centred:
                option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.document().setDefaultTextOption(option)
        self._grow()

    def sizeHint(self) -> QSize:
        return self.size()

    def event(self, event: QEvent) -> bool:
        """Keep keys that edit; any other command first takes over what is typed."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        event.ignore()
        super().event(event)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return):
            event.accept()
        is_command = bool(event.modifiers() & _HELD) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        if not event.isAccepted() and is_command and event.key() not in _MODIFIERS:
            self.confirmed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (is_shifted and self._has_lines):
            self.confirmed.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.stepped.emit(-1 if key == Qt.Key.Key_Backtab or is_shifted else 1)
        else:
            super().keyPressEvent(event)
        event.accept()  # nothing typed is a key of the map

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._grow()  # what is not yet committed takes room too

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.confirmed.emit()

    def _grow(self) -> None:
        """Be as large as the words and those under it; they wrap where they would be too wide or leave the map."""
        place = self._place
        if place is None:
            return
        around = 2 * (PAD_X + EDGE)
        metrics, lines = self.fontMetrics(), self._lines()
        parent = self.parentWidget()
        room = parent.width() if parent is not None else 10_000
        wanted = max(metrics.horizontalAdvance(line) for line in lines) + CARET_ROOM
        most = max(place.most_width, 60.0)
        if not place.is_centred:
            most = max(min(most, room - place.x), 120.0)
        width = math.ceil(min(max(wanted, place.least_width), most))
        left = place.x - width / 2 if place.is_centred else place.x
        x = max(min(round(left) - PAD_X - EDGE, room - width - around), 0)
        y = round(place.y) - PAD_Y - EDGE
        self.setGeometry(x, y, width + around, self.height())  # the lines wrap in this width
        rows = round(self.document().documentLayout().documentSize().height())
        self.resize(width + around, max(rows, place.rows) * (metrics.lineSpacing() + 1) + 2 * (PAD_Y + EDGE))
        self._stay_at_the_top()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()  # only now are the lines wrapped

    def _stay_at_the_top(self) -> None:
        """All lines are in sight; Qt scrolls before it is told of the new height."""
        self.verticalScrollBar().setValue(0)

    def _lines(self) -> list[str]:
        """Return the lines, with what an input method is composing."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            lines.append(block.text() + block.layout().preeditAreaText())
            block = block.next()
        return lines
