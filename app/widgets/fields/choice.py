"""One of several words or records, from a list that drops down."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from app.widgets.fields.control import SEVERAL, Input, mark_wrong, several_words
from app.widgets.fonts import write_in

_MOST_PX = 760
_AROUND_PX = 46  # of an entry in the list: what is before its sign, between sign and words, and behind them


class Option(NamedTuple):
    """A value that can be chosen, how it is called, and its sign."""

    value: Hashable
    words: str
    icon: QIcon | None = None


Options = Callable[[], Iterable[Option]]


class Choice(Input, QComboBox):
    """A list of options, asked for anew when it drops down; a value that is none of them is shown as it is."""

    def __init__(
        self, options: Options, words_of: Callable[[Hashable], str] | None = None, *, is_quiet: bool = False
    ) -> None:
        super().__init__()
        self._options = options
        self._words_of = words_of
        self._value: object = None
        self._at_focus: object = None
        self._values: list[Hashable] = []
        self._drawn: list[Option] = []
        self._is_quiet = is_quiet
        self.is_from_popup = False  # the last choice was made in the list, not by keys on the closed box
        write_in(self, 14 if not is_quiet else 12, 400)
        self.setProperty("kind", "quiet" if is_quiet else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setIconSize(QSize(18, 18))
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # turning the wheel over it scrolls the panel
        self.setPlaceholderText(several_words())
        self.activated.connect(self._chosen)

    def setAccessibleName(self, name: str) -> None:
        """Name the list; where Qt calls a list by what is chosen the name is at least its description."""
        super().setAccessibleName(name)
        super().setAccessibleDescription(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description or self.accessibleName())

    def show_value(self, value: object) -> None:
        """Show the value as chosen; the options are asked for only where it is not among those known."""
        self._value = value
        if self._words_of is not None and value in self._values:
            place = self._values.index(value)
            if self._drawn[place].words == self._words_of(value):
                self._show(place)
                return
        self.fill()

    def settle(self) -> None:
        """End the step of undoing."""
        if self.hasFocus():
            self.left.emit()

    def refuse(self, sentence: str) -> None:
        """Say why the choice cannot be, and show what is."""
        mark_wrong(self, bool(sentence))
        self.refused.emit(sentence)
        if sentence:
            self.fill()

    def fill(self) -> None:
        """Ask for the options and choose the value among them."""
        options = list(self._options())
        value = self._value
        if value is not SEVERAL and all(option.value != value for option in options):
            words = str(value) if self._words_of is None else self._words_of(value)
            options.append(Option(value, words))
        if options != self._drawn:
            self._drawn = options
            self._values = [option.value for option in options]
            self.clear()
            for option in options:
                if option.icon is None:
                    self.addItem(option.words)
                else:
                    self.addItem(option.icon, option.words)
        self._show(-1 if value is SEVERAL else self._values.index(value))

    def _show(self, place: int) -> None:
        if place != self.currentIndex():
            self.setCurrentIndex(place)
        self.setToolTip(self.currentText())

    def showPopup(self) -> None:
        self.fill()
        self.is_from_popup = True
        self.view().setMinimumWidth(min(self._longest_px(), _MOST_PX))
        super().showPopup()

    def _longest_px(self) -> int:
        """Return the width of a list in which every entry is seen whole."""
        faces = (self.fontMetrics(), self.view().fontMetrics())
        words = max((face.horizontalAdvance(each.words) for each in self._drawn for face in faces), default=0)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return (
            words
            + self.iconSize().width()
            + _AROUND_PX
            + (bar if self.count() > self.maxVisibleItems() else 0)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._value == self._at_focus:
                event.ignore()
            else:
                self.restored.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            self.is_from_popup = False
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(86, 24) if self._is_quiet else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as the style does, the words shortened where there is no room for all of them."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        sign = 0 if option.currentIcon.isNull() else option.iconSize.width() + 6
        room = field.width() - sign - 2
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._at_focus = self._value
            self.came.emit()
            self.fill()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _chosen(self, index: int) -> None:
        if 0 <= index < len(self._values) and (self._value is SEVERAL or self._values[index] != self._value):
            self.tried.emit(self._values[index])
            self.show_value(self._value)
            if self.is_from_popup and self.hasFocus():  # decided: Esc now leaves, and takes nothing back
                self.left.emit()
                self._at_focus = self._value
                self.came.emit()
