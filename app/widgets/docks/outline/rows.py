"""Rows of the outline: a role with its sign and eye, a phase with its time, a heading."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fonts import write_in
from app.widgets.icons import icon

ROW_PX = 27


class Row(QPushButton):
    """One line that can be chosen: a sign or number, a name that is shortened where it must, something at its end."""

    def __init__(self, name: str, is_strong: bool = False) -> None:
        super().__init__()
        self._name = name
        self.setProperty("kind", "row")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW_PX)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(9, 0, 7, 0)
        self.row.setSpacing(9)
        self.label = Shortened(name)
        write_in(self.label, 14, 600 if is_strong else 400)
        self.row.addWidget(self.label, 1)

    def set_chosen(self, is_chosen: bool) -> None:
        """Show whether this is what is selected."""
        self.setChecked(is_chosen)
        write_in(self.label, 14, 600 if is_chosen else 400)

    def put_first(self, widget: QWidget) -> None:
        """Put a sign before the name."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.insertWidget(0, widget)

    def put_last(self, text: str) -> None:
        """Put a quiet text at the end."""
        label = QLabel(text)
        label.setProperty("tone", "muted")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        write_in(label, 12, 400)
        self.row.addWidget(label)


class Shortened(QLabel):
    """A line of text that ends in … where there is no room for all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._all = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(text)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.setText(self.fontMetrics().elidedText(self._all, Qt.TextElideMode.ElideRight, self.width()))


class RoleRow(Row):
    """A role: its marker's shape in its colour, its name, and an eye that shows or hides its lane."""

    shown_changed = Signal(bool)
    soloed = Signal()

    def __init__(self, name: str, sign: QPixmap, theme: Theme) -> None:
        super().__init__(name)
        mark = QLabel()
        mark.setFixedSize(20, 20)
        mark.setPixmap(sign)
        self.put_first(mark)
        self._theme = theme
        self.solo = self._button(tr("Show only {name}", name=name))
        self.solo.clicked.connect(self.soloed)
        self.eye = self._button(tr("Show or hide {name}", name=name))
        self.eye.setCheckable(True)
        self.eye.clicked.connect(self.shown_changed)
        self._is_solo = False
        self.show_state(is_shown=True, is_solo=False)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.solo.setVisible(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.solo.setVisible(self._is_solo)
        super().leaveEvent(event)

    def show_state(self, *, is_shown: bool, is_solo: bool) -> None:
        """Show whether the lane is on the map, and alone."""
        theme = self._theme
        self.eye.setChecked(is_shown)
        self.eye.setIcon(
            icon("eye" if is_shown else "eye-off", theme.ink2 if is_shown else theme.muted, size=16)
        )
        self._is_solo = is_solo
        self.solo.setIcon(icon("solo", theme.ink if is_solo else theme.muted, size=16))
        self.solo.setVisible(is_solo or self.underMouse())
        self.label.setProperty("tone", "" if is_shown else "muted")
        self.label.style().polish(self.label)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("eye")
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(24, 22)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button


class PhaseRow(Row):
    """A phase: its number, name and time."""

    def __init__(self, number: int, name: str, time: str) -> None:
        super().__init__(name)
        label = QLabel(str(number))
        label.setFixedWidth(19)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("tone", "muted")
        write_in(label, 12, 500)
        self.put_first(label)
        self.put_last(time)
