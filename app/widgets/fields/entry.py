"""One line of text, read as whatever the field holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.widgets.fields.line import Line
from app.widgets.fields.typed import Read, Typed, Write
from app.widgets.fonts import write_in


class Entry(Typed, Line):
    """A line to type in; `read` makes a value of the text or raises JourneyError, `write` the text of a value."""

    def __init__(self, read: Read = str, write: Write = str, *, waits: bool = False) -> None:
        super().__init__()
        self._begin(read, write, waits=waits)
        write_in(self, 14, 400)
        self.setMinimumWidth(48)
        self.textEdited.connect(self._edited)

    def event(self, event: QEvent) -> bool:
        return self._override(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self._key(event, enter_keys=True):
            super().keyPressEvent(event)
        elif is_enter:
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_came(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_left(event)
        super().focusOutEvent(event)

    def _words(self) -> str:
        return self.text()

    def _set_words(self, text: str) -> None:
        cursor = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(cursor if self.hasFocus() else 0)

    def _set_placeholder(self, text: str) -> None:
        if text != self.placeholderText():
            self.setPlaceholderText(text)
