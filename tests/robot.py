"""Hands for the stories: real keys and a real mouse on a real window, in the words of a person at the table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.layout.result import Box
from app.model.records import Phase, Role, Touchpoint
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from app.widgets.map.canvas import MapCanvas

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
STEPS = 6  # of a drag


class Robot:
    """Sits before one window. Keys go to where the focus is, as they do for a person."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def document(self) -> Document:
        """What is open."""
        assert self.window.document is not None
        return self.window.document

    @property
    def canvas(self) -> MapCanvas:
        """The map."""
        assert self.window.canvas is not None
        return self.window.canvas

    def press(self, *keys: str) -> None:
        """Press keys as they are written in menus: "Ctrl+S", "F2", "Down"."""
        for written in keys:
            combination = QKeySequence(written)[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            QTest.keyClick(self._focus(), letter)
        QApplication.processEvents()

    def choose(self, action_id: str) -> None:
        """Choose an entry of a menu."""
        action = self.window.offered[action_id]
        assert action.isEnabled(), f"{action_id} cannot be chosen now"
        action.trigger()
        QApplication.processEvents()

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click at a point of the map."""
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, self.on_screen(x, y))
        QApplication.processEvents()

    def double_click(self, x: float, y: float) -> None:
        """Click twice at a point of the map."""
        at = self.on_screen(x, y)
        QTest.mouseClick(self.canvas.viewport(), LEFT, NO_KEYS, at)
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NO_KEYS, at)
        QApplication.processEvents()

    def drag(
        self, start: tuple[float, float], end: tuple[float, float], keys: Qt.KeyboardModifier = NO_KEYS,
        let_go: bool = True,
    ) -> None:  # fmt: skip
        """Drag from one point of the map to another."""
        viewport, first, last = self.canvas.viewport(), self.on_screen(*start), self.on_screen(*end)
        QTest.mousePress(viewport, LEFT, keys, first)
        for step in range(1, STEPS + 1):
            at = QPointF(first) + (QPointF(last) - QPointF(first)) * step / STEPS
            self._move(viewport, at.toPoint(), keys)
        if let_go:
            QTest.mouseRelease(viewport, LEFT, keys, last)
        QApplication.processEvents()

    def on_screen(self, x: float, y: float) -> QPoint:
        """Return where a point of the map is in the viewport; the map moves where it is not in sight."""
        self.settle()
        at = QPointF(*self.canvas.camera.to_view(x, y))
        if not self.canvas.viewport().rect().adjusted(40, 40, -40, -40).contains(at.toPoint()):
            self.canvas.eye.reveal(Box(x - 60, y - 60, 120, 120))
            self.settle()
            at = QPointF(*self.canvas.camera.to_view(x, y))
        return at.toPoint()

    def settle(self) -> None:
        """Wait until the map rests."""
        self.qtbot.waitUntil(lambda: not self.canvas.eye.is_flying, timeout=5000)

    def marker(self, title: str, role: str = "") -> tuple[float, float]:
        """Return where a touchpoint's marker stands, of several that in the lane of this role."""
        spots = self.canvas.stage.places.spots(self.touchpoint(title).id)
        wanted = self.role(role).id if role else spots[0].role
        spot = next(spot for spot in spots if spot.role == wanted)
        return spot.x, spot.y

    def in_lane(self, role: str, time: float) -> tuple[float, float]:
        """Return the point of a role's neutral line at a time."""
        layout = self.canvas.stage.layout
        lane = next(lane for lane in layout.lanes if lane.role == self.role(role).id)
        return layout.scale.x(time), lane.neutral_y

    def touchpoint(self, title: str) -> Touchpoint:
        """Return the touchpoint of this title."""
        return next(each for each in self.document.journey.all(Touchpoint) if each.title == title)

    def role(self, name: str) -> Role:
        """Return the role of this name."""
        return next(each for each in self.document.journey.all(Role) if each.name == name)

    def phase(self, name: str) -> Phase:
        """Return the phase of this name."""
        return next(each for each in self.document.journey.all(Phase) if each.name == name)

    def _focus(self) -> QWidget:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.window

    def _move(self, viewport: QWidget, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        QCursor.setPos(viewport.mapToGlobal(at))
        QTest.mouseMove(viewport, at)
        QApplication.processEvents()
