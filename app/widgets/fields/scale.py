"""A few marks in a row of which one is chosen, or none: what feelings and scores have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.widgets.fields.control import SEVERAL, Input, several_words

Draw = Callable[[int, bool, float], QPixmap]  # value, is chosen, pixels a unit -> its picture


class Scale(Input, QWidget):
    """One mark for each value, the chosen one filled. A click on it, Delete or 0 on the keys takes it back."""

    def __init__(self, names: Mapping[int, str], draw: Draw, size_px: int, accent: str) -> None:
        super().__init__()
        self._value: object = None
        self._at_focus: object = None
        self._is_in = False
        self._group = QButtonGroup(self)
        self.marks: dict[int, _Mark] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, name in names.items():
            mark = _Mark(self, value, name, draw, size_px, accent)
            mark.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.marks else Qt.FocusPolicy.StrongFocus)
            self._group.addButton(mark)
            self.marks[value] = mark
            row.addWidget(mark)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(next(iter(self.marks.values())))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def _describe(self) -> None:
        """Say of each mark what it is a value of, and whether the records differ."""
        said = (self.accessibleName(), several_words() if self.is_mixed else "")
        words = ", ".join(filter(None, said))
        for mark in self.marks.values():
            mark.setAccessibleDescription(words)
            mark.update()

    @property
    def value(self) -> object:
        """What is shown: a value, none, or SEVERAL."""
        return self._value

    @property
    def is_mixed(self) -> bool:
        """Whether the records differ."""
        return self._value is SEVERAL

    def show_value(self, value: object) -> None:
        """Fill the mark of the value; none of them where there is no value, or SEVERAL."""
        if (self._value is SEVERAL) != (value is SEVERAL):
            self._value = value
            self._describe()
        self._value = value
        chosen = self.marks.get(value) if isinstance(value, int) else None
        if self._group.checkedButton() is not chosen:
            self._group.setExclusive(False)
            for mark in self.marks.values():
                mark.setChecked(mark is chosen)
            self._group.setExclusive(True)
        self.setFocusProxy(chosen or next(iter(self.marks.values())))

    def settle(self) -> None:
        """End the step of undoing."""
        if self._has_focus():
            self.left.emit()

    def choose(self, value: int | None) -> None:
        """Take the value as the person's choice."""
        if self._value is SEVERAL or value != self._value:
            self.tried.emit(value)
        self.show_value(self._value)

    def focus_came(self) -> None:
        """Take note that the focus came from elsewhere, or from another mark."""
        if not self._is_in:
            self._is_in = True
            self._at_focus = self._value
            self.came.emit()

    def focus_left(self) -> None:
        """Take note that the focus left a mark, perhaps for another one."""
        if not self._has_focus():
            self._is_in = False
            self.left.emit()

    def restore(self) -> bool:
        """Ask for what was there when the focus came; tell whether it is another value."""
        if self._value is self._at_focus or self._value == self._at_focus:
            return False
        self.restored.emit()
        return True

    def _has_focus(self) -> bool:
        return any(mark.hasFocus() for mark in self.marks.values())


class _Mark(QRadioButton):
    """One value of a scale."""

    def __init__(self, scale: Scale, value: int, name: str, draw: Draw, size_px: int, accent: str) -> None:
        super().__init__()
        self._scale = scale
        self._value = value
        self._draw = draw
        self._accent = accent
        self._size = QSize(size_px, size_px)
        self.setFixedSize(size_px, size_px)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._was_chosen = False
        self.pressed.connect(self._note)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        return self._size

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self._draw(self._value, self.isChecked(), self.devicePixelRatioF())
        side = round(picture.deviceIndependentSize().width())
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            hover = QColor(self._accent)
            hover.setAlpha(60)
            painter.setBrush(hover)
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.drawPixmap(place.topLeft(), picture)
        if self._scale.is_mixed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(QPen(muted, 1.2, Qt.PenStyle.DotLine))
            painter.drawEllipse(self.rect().adjusted(1, 1, -2, -2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._accent), 2))
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._scale.choose(None)
        elif event.key() == Qt.Key.Key_Escape:
            if not self._scale.restore():
                event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._scale.focus_came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._scale.focus_left()

    def _note(self) -> None:
        self._was_chosen = self._scale.value == self._value

    def _choose(self) -> None:
        is_taken_back, self._was_chosen = self._was_chosen, False
        self._scale.choose(None if is_taken_back else self._value)
