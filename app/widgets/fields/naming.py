"""A choice to which a new name can be written: another word of an open list, or a new record."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.model.draft import Draft
from app.widgets.fields.choice import Choice, Option, Options
from app.widgets.fields.control import Input
from app.widgets.fields.line import Line
from app.widgets.fonts import write_in


class _New:
    """The value of the option that lets one write a name."""


_NEW = _New()


class ChoiceOrNew(Input, QWidget):
    """A choice whose last option turns it into a line to write a name in; `named` has the name."""

    named = Signal(str)

    def __init__(
        self,
        options: Options,
        new_words: str,
        words_of: Callable[[Hashable], str] = str,
        *,
        is_quiet: bool = False,
    ) -> None:
        super().__init__()
        self.choice = Choice(lambda: (*options(), Option(_NEW, new_words)), words_of, is_quiet=is_quiet)
        self.line = NameLine(new_words.rstrip(" …"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.choice)
        self._stack.addWidget(self.line)
        self.setFocusProxy(self.choice)
        self.choice.came.connect(self.came)
        self.choice.left.connect(self.left)
        self.choice.restored.connect(self.restored)
        self.choice.refused.connect(self.refused)
        self.choice.tried.connect(self._tried)
        self.line.named.connect(self._named)
        self.line.ended.connect(self._show_choice)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show the value as chosen."""
        self.choice.show_value(value)

    def settle(self) -> None:
        """Leave off writing a name."""
        self._show_choice()
        self.choice.settle()

    def refuse(self, sentence: str) -> None:
        """Say why the choice cannot be."""
        self.choice.refuse(sentence)

    def _tried(self, value: object) -> None:
        if value is not _NEW:
            self.tried.emit(value)
            return
        if not self.choice.is_from_popup:
            return  # who goes through the options by keys means none to be made
        self.choice.fill()
        self.line.clear()
        self._stack.setCurrentWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> None:
        self._show_choice()
        self.named.emit(name)

    def _show_choice(self) -> None:
        if self._stack.currentWidget() is self.line:
            had_focus = self.line.hasFocus()
            self.setFocusProxy(self.choice)
            self._stack.setCurrentWidget(self.choice)
            if had_focus:
                self.choice.setFocus(Qt.FocusReason.OtherFocusReason)


class NameLine(Line):
    """A line in which a name is written; Enter or going on takes it, Esc does not."""

    named = Signal(str)
    ended = Signal()

    def __init__(self, words: str, name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(name or words)
        write_in(self, 14, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            had_words = bool(self.text())
            self.clear()  # being hidden, it loses the focus, and would take what is written
            self.ended.emit()
            if not had_words and self.isVisible():
                event.ignore()  # there was nothing to take back
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self._take()

    def unsaid(self) -> Draft | None:
        """Return the name that is being written."""
        return Draft(self.text(), self.accessibleName()) if self.text().strip() else None

    def _take(self) -> None:
        name = " ".join(self.text().split())
        self.clear()
        if name:
            self.named.emit(name)
        else:
            self.ended.emit()
