"""A line for a day from whose end a calendar drops down; typing is as in other lines."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from app.i18n import tr
from app.widgets.fields.calendar import Calendar
from app.widgets.fields.entry import Entry
from app.widgets.fields.typed import Read, Write
from app.widgets.icons import icon

_ENDS_PX = 20  # of a line: border, padding, and room for the cursor
_AROUND_PX = _ENDS_PX + 24  # with the sign
_ROOM_PX = 120  # in a line too narrow for words and sign it comes with the pointer or the focus


class Dated(Entry):
    """A line with a calendar: by its sign, by Alt+Down or F4."""

    def __init__(self, read: Read, write: Write, *, may_be_empty: bool) -> None:
        super().__init__(read, write, waits=True)
        self.setProperty("kind", "dated")
        self.calendar: Calendar | None = None
        self._may_be_empty = may_be_empty
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._sign = QAction(icon("calendar", muted, size=16), tr("Choose in a calendar"), self)
        self._sign.triggered.connect(self.open_calendar)
        self.addAction(self._sign, QLineEdit.ActionPosition.TrailingPosition)
        self._is_pointed = False
        self._show_sign()

    def has_days(self) -> bool:
        """Tell whether what is written here is a day of the calendar."""
        return True

    def day(self) -> date | None:
        """Return the day that the value falls on, or none."""
        raise NotImplementedError

    def written(self, day: str) -> str:
        """Return what a person would write for a day chosen in the calendar."""
        return day

    def needed_px(self) -> int:
        """Return how wide the line must be for its words to be seen whole, without the sign."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _ENDS_PX if self.has_days() else 0

    def open_calendar(self) -> None:
        """Let the calendar drop down."""
        if not self.has_days():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        day = self.day() or date.today()
        calendar = Calendar(self, QDate(day.year, day.month, day.day), may_be_empty=self._may_be_empty)
        calendar.chosen.connect(self._choose)
        calendar.destroyed.connect(self._forget)
        self.calendar = calendar
        calendar.drop_down()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._opens(event)
        ):
            event.accept()  # on the map it is a key for feelings
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def show_value(self, value: object) -> None:
        super().show_value(value)
        self._show_sign()
        if not self.wrong:
            self.setAccessibleDescription("")

    def setAccessibleDescription(self, description: str) -> None:
        """Say what is wrong, else how the calendar is opened."""
        how = tr("Alt+Down opens a calendar") if self.has_days() else ""
        super().setAccessibleDescription(description or how)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sign()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_pointed = True
        self._show_sign()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_pointed = False
        self._show_sign()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_sign()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_sign()

    def _opens(self, event: QKeyEvent) -> bool:
        with_alt = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        return (with_alt or event.key() == Qt.Key.Key_F4) and self.has_days()

    def _show_sign(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.text())
        has_room = self.width() >= max(_ROOM_PX, words + _AROUND_PX)
        self._sign.setVisible((has_room or self._is_pointed or self.hasFocus()) and self.has_days())

    def _choose(self, day: str) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.write(self.written(day) if day else "")

    def _forget(self) -> None:
        self.calendar = None
