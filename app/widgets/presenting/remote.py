"""Buttons that appear while the mouse moves over a presentation: for those who have no keys at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.seeing.steps import Way
from app.widgets.icons import icon
from app.widgets.segments import Segments

SIDE_PX, FOOT_PX = 20, 16  # to the edges of the room


class Remote(QFrame):
    """Previous, next, by what to step, timer, screen, end. It never takes the keyboard."""

    stepped = Signal(int)
    way_chosen = Signal(str)
    timer_wanted = Signal()
    screen_wanted = Signal()  # another one
    ended = Signal()

    def __init__(self, way: Way, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("remote")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(6)
        self._buttons: list[tuple[QToolButton, str]] = []
        self.ways = Segments(
            {"touchpoint": tr("Touchpoints"), "phase": tr("Phases"), "role": tr("Roles")}, way, tr("Step by")
        )
        self.ways.chosen.connect(self.way_chosen)
        for button in self.ways.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._add(row, "chevron-left", tr("Previous (Page Up)"), lambda: self.stepped.emit(-1))
        self._add(row, "chevron-right", tr("Next (Page Down)"), lambda: self.stepped.emit(1))
        row.addWidget(self.ways)
        self._add(row, "clock", tr("Timer (T)"), self.timer_wanted.emit)
        self.screen_button = self._add(row, "screens", tr("Other screen (S)"), self.screen_wanted.emit)
        self._add(row, "close", tr("End (Esc)"), self.ended.emit)
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        for button, name in self._buttons:
            button.setIcon(icon(name, theme.ink, size=20))

    def choose(self, way: Way) -> None:
        """Show by what is stepped."""
        self.ways.buttons[way].setChecked(True)

    def stand(self, room: QRect, covered: Callable[[QRect], float]) -> None:
        """Stand at the foot of the room, where the least is covered; at the right where it is all the same.

        Under the pointer it stays, so that the next click hits the same button.
        """
        self.adjustSize()
        if self.underMouse() and room.contains(self.geometry()):
            return
        right, left = room.right() - self.width() - SIDE_PX, room.left() + SIDE_PX
        foot = room.bottom() - self.height() - FOOT_PX
        middle = (left + right) // 2
        places = [
            QRect(x, y, self.width(), self.height())
            for y in (foot, foot - self.height())
            for x in (right, middle, left)
        ]
        self.move(min(places, key=covered).topLeft())

    def _add(self, row: QHBoxLayout, name: str, words: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(36, 34)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: run())
        row.addWidget(button)
        self._buttons.append((button, name))
        return button
