"""Marks of which one is chosen: entered, gone through by arrow keys and left as one control."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.widgets.fields.control import Input


class Marks(Input, QWidget):
    """The control; all that is chosen while the focus is among its marks is one step, and Esc takes that back."""

    def __init__(self) -> None:
        super().__init__()
        self._value: object = None
        self._at_focus: object = None
        self._is_in = False
        self._group = QButtonGroup(self)

    @property
    def value(self) -> object:
        """What is shown: a value, none, or SEVERAL."""
        return self._value

    def join(self, mark: Mark) -> None:
        """Take a mark among the others; Tab goes to the first one or to the one that is chosen."""
        is_first = not self._group.buttons()
        mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_first else Qt.FocusPolicy.ClickFocus)
        self._group.addButton(mark)

    def check(self, chosen: Mark | None) -> None:
        """Let this mark be the chosen one, or none."""
        if self._group.checkedButton() is not chosen:
            self._group.setExclusive(False)
            for mark in self._group.buttons():
                mark.setChecked(mark is chosen)
            self._group.setExclusive(True)
        self.setFocusProxy(chosen or self._group.buttons()[0])

    def focus_came(self) -> None:
        """Take note that the focus came from elsewhere, or from another mark."""
        if not self._is_in:
            self._is_in = True
            self._at_focus = self._value
            self.came.emit()

    def focus_left(self) -> None:
        """Take note that the focus left a mark, perhaps for another one."""
        if not self.has_focus():
            self._is_in = False
            self.left.emit()

    def restore(self) -> bool:
        """Ask for what was there when the focus came; tell whether it is another value."""
        if self._value is self._at_focus or self._value == self._at_focus:
            return False
        self.restored.emit()
        return True

    def has_focus(self) -> bool:
        """Tell whether the focus is among the marks."""
        return any(mark.hasFocus() for mark in self._group.buttons())


class Mark(QRadioButton):
    """One of the marks; what it looks like says a class of its own."""

    def __init__(self, marks: Marks, name: str, side_px: int) -> None:
        super().__init__()
        self._marks = marks
        self.setFixedSize(side_px, side_px)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        marks.join(self)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._marks.restore():
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._marks.focus_came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._marks.focus_left()
