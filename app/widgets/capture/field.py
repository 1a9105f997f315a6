"""The line in which a touchpoint is captured: one line of coloured text, with a memory of former ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from app.model.capture.text import lines_of
from app.widgets.fonts import write_in

HEIGHT_PX = 38
MOST_REMEMBERED = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureField(QPlainTextEdit):
    """A line to type in. It asks its bar what keys mean: Enter, Tab, Esc, Up and Down."""

    entered = Signal()
    completed = Signal()  # Tab
    escaped = Signal()
    stepped = Signal(int)  # Up and Down
    pasted = Signal(str)  # a text of several lines
    moved = Signal()  # text or cursor are others
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers_something = False  # Tab takes it; else it goes on to the next control
        self._former: list[str] = []
        self._recalled: int | None = None
        self._draft = ""
        self._example = ""
        write_in(self, 15, 400)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(8)
        self.setFixedHeight(HEIGHT_PX)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.moved)
        self.cursorPositionChanged.connect(self.moved)

    @property
    def line(self) -> str:
        """What is typed."""
        return self.toPlainText()

    @property
    def cursor_place(self) -> int:
        """The place of the cursor in the line, in letters."""
        units = self.textCursor().position()
        return len(self.line.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))

    def show_example(self, line: str) -> None:
        """Show this line while there is none, as far as there is room."""
        self._example = line
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
        if shown != self.placeholderText():
            self.setPlaceholderText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_example(self._example)

    def write(self, line: str, cursor: int | None = None) -> None:
        """Put this line in the place of the other one, with the cursor at its end or at `cursor`."""
        whole = self.textCursor()
        whole.select(QTextCursor.SelectionType.Document)
        whole.insertText(line)
        if cursor is not None:
            place = self.textCursor()
            place.setPosition(len(line[:cursor].encode("utf-16-le", "surrogatepass")) // 2)
            self.setTextCursor(place)

    def remember(self) -> None:
        """Remember the line and begin a new one."""
        line = self.line
        if not self._former or self._former[-1] != line:
            self._former = [*self._former, line][-MOST_REMEMBERED:]
        self._recalled = None
        self.setPlainText("")

    def recall(self, step: int) -> None:
        """Show a former line, or a later one, at the end the one that was begun."""
        if not self._former:
            return
        if self._recalled is None:
            if step > 0:
                return
            self._draft, self._recalled = self.line, len(self._former)
        place = max(0, self._recalled + step)
        if place >= len(self._former):
            self._recalled = None
            self.write(self._draft)
        else:
            self._recalled = place
            self.write(self._former[place])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_history = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            if is_history and not self.line:
                event.ignore()  # with nothing typed the journey's steps are meant
                return False
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_plain = held == Qt.KeyboardModifier.NoModifier
        if key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Tab and is_plain and self.offers_something:
            self.completed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and is_plain:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        if is_next and self.offers_something:
            return False  # the key comes to `keyPressEvent`
        return super().focusNextPrevChild(is_next)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len([line for line in text.splitlines() if line.strip()]) > 1:
            self.pasted.emit(text)
        else:
            line = " ".join(text.split())
            self.textCursor().insertText(line if self.line else "".join(lines_of(line)))
