"""A line to type in that leaves to the window the shortcuts that it has no use for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox

_EDITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X}
_HELD = Qt.KeyboardModifier


class Line(QLineEdit):
    """Some systems give lines keys that only terminals know, Ctrl+E to its end among them: those are the window's.

    Several lines that are pasted or dropped become one.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.textEdited.connect(self._keep_to_one_line)

    def as_one_line(self, text: str) -> str:
        """Return text of several lines as it stands in this one."""
        return " ".join(text.split())

    def _keep_to_one_line(self, text: str) -> None:
        if len(text.splitlines()) > 1 or "\t" in text:
            self.setText(
                self.as_one_line(text)
            )  # not as an edit: taking that back would bring the lines back

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def leaves(self, event: QKeyEvent) -> bool:
        """Tell whether a key with Ctrl means nothing that a person expects of a line of text."""
        held, key = event.modifiers(), event.key()
        if not held & _HELD.ControlModifier or held & (_HELD.AltModifier | _HELD.MetaModifier):
            return False
        if not Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            return False
        is_shifted = bool(held & _HELD.ShiftModifier)
        if key == Qt.Key.Key_Z and not is_shifted:
            return not self.isUndoAvailable()
        if key in (Qt.Key.Key_Y, Qt.Key.Key_Z):
            return not self.isRedoAvailable()
        return is_shifted or key not in _EDITING


class Spin(QSpinBox):
    """A number to type in or to turn, in such a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setLineEdit(Line())
