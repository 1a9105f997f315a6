"""What one types into: a line that completes known names, and a field of several lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from app.widgets.fields.written import Written, WrittenLine
from app.widgets.fonts import write_in

LINES_PX = 112
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_READ_AT_ONCE = frozenset(("-2", "-1", "0", "1", "2", "+1", "+2"))


class LineEditor(WrittenLine):
    """One line in a cell. What is typed is completed in place from known names; several stand with commas."""

    complete = Signal()  # nothing more can follow

    def __init__(self, parent: QWidget, names: Sequence[str] = (), *, is_list: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self.setFrame(False)
        write_in(self, 13, 400)
        if names:
            completer = ListCompleter(names, self) if is_list else QCompleter(list(names), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self.setCompleter(completer)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if is_command(event):
            self.clearFocus()  # what is typed is written before the command runs
        return done

    def end_with_feeling(self) -> None:
        """Be complete as soon as a feeling stands there."""
        self.textEdited.connect(self._on_feeling)

    def sizeHint(self) -> QSize:
        return QSize(60, 28)

    def _on_feeling(self, text: str) -> None:
        if text.strip() in _READ_AT_ONCE:
            self.complete.emit()


class ListCompleter(QCompleter):
    """Completes the last name of a list with commas."""

    def __init__(self, names: Sequence[str], parent: QLineEdit) -> None:
        super().__init__(QStringListModel(list(names), parent), parent)
        self._line = parent

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index) -> str:  # type: ignore[no-untyped-def]
        written = self._line.text()
        if self._line.hasSelectedText():
            written = written[: self._line.selectionStart()]
        before, comma, last = written.rpartition(",")
        blank = last[: len(last) - len(last.lstrip())]
        return f"{before}{comma}{blank}{super().pathFromIndex(index)}"


class LinesEditor(Written, QPlainTextEdit):
    """Several lines in a cell, larger than it; Alt or Shift and Enter begins another line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(5)
        write_in(self, 13, 400)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_enter(event):
            event.accept()  # with Alt it is a key of the window's
            return True
        done = super().event(event)
        if is_command(event):
            self.clearFocus()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)


def is_command(event: QEvent) -> bool:
    """Tell whether a key asks for a command of the window, and not of the text."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or event.isAccepted():
        return False
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return is_function or (bool(event.modifiers() & _COMMANDING) and event.key() not in _MODIFIERS)


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether the key is one of the two Enters."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
