"""A few marks in a row of which one is chosen, or none: what feelings and scores have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from app.widgets.fields.control import SEVERAL, several_words
from app.widgets.fields.marks import Mark, Marks

Draw = Callable[[int, bool, float], QPixmap]  # value, is chosen, pixels a unit -> its picture


class Scale(Marks):
    """One mark for each value, the chosen one filled. A click on it, or Delete on the keys, takes it back."""

    def __init__(self, names: Mapping[int, str], draw: Draw, size_px: int, accent: str) -> None:
        super().__init__()
        self.marks = {value: _Mark(self, value, name, draw, size_px, accent) for value, name in names.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for mark in self.marks.values():
            row.addWidget(mark)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.check(None)

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
    def is_mixed(self) -> bool:
        """Whether the records differ."""
        return self._value is SEVERAL

    def show_value(self, value: object) -> None:
        """Fill the mark of the value; none of them where there is no value, or SEVERAL."""
        was_mixed, self._value = self.is_mixed, value
        if was_mixed != self.is_mixed:
            self._describe()
        self.check(self.marks.get(value) if isinstance(value, int) else None)

    def settle(self) -> None:
        """End the step of undoing."""
        if self.has_focus():
            self.left.emit()

    def choose(self, value: int | None) -> None:
        """Take the value as the person's choice."""
        if self.is_mixed or value != self._value:
            self.tried.emit(value)
        self.show_value(self._value)


class _Mark(Mark):
    """One value of a scale."""

    def __init__(self, scale: Scale, value: int, name: str, draw: Draw, size_px: int, accent: str) -> None:
        super().__init__(scale, name, size_px)
        self._scale = scale
        self._value = value
        self._draw = draw
        self._accent = accent
        self._size = QSize(size_px, size_px)
        self._was_chosen = False
        self.pressed.connect(self._note)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        return self._size

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._scale.choose(None)
        else:
            super().keyPressEvent(event)

    def _note(self) -> None:
        self._was_chosen = self._scale.value == self._value

    def _choose(self) -> None:
        is_taken_back, self._was_chosen = self._was_chosen, False
        self._scale.choose(None if is_taken_back else self._value)
