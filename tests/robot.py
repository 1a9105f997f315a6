"""Hands for the stories: real keys and a real mouse on a real window, in the words of a person at the table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QCursor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.layout.places import Spot
from app.layout.result import Box
from app.model.records import Phase, Role, Touchpoint
from app.seeing.walk import Direction, walked
from app.tools.link_walk import LinkWalk
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from app.widgets.map.canvas import MapCanvas

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
STEPS = 6  # of a drag
ARROWS: dict[str, Direction] = {"Left": "left", "Right": "right", "Up": "up", "Down": "down"}


class Robot:
    """Sits before one window. Keys go to where the focus is, as they do for a person."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.keys_pressed = 0

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
            self.keys_pressed += 1
            self._strike(combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self._strike(letter, NO_KEYS)
            self.keys_pressed += 1
        QApplication.processEvents()

    def tab_to(self, name: str, key: str = "Tab", most: int = 40) -> QWidget:
        """Press Tab (or Shift+Tab) until the control of this name has the focus."""
        seen = []
        for _ in range(most):
            focused = self.focus()
            seen.append(spoken(focused))
            if seen[-1] == name:
                return focused
            self.press(key)
        raise AssertionError(f"Tab does not come to {name}, only to {seen}")

    def pick(self, words: str, most: int = 30) -> None:
        """Open the list that has the focus and go down or up to the entry with these words."""
        box = QApplication.focusWidget()
        assert isinstance(box, QComboBox), box
        self.press("Return")
        there, wanted = box.currentIndex(), box.findText(words)
        assert wanted >= 0, f"{words} is not offered"
        self.press(*(["Down"] * (wanted - there) or ["Up"] * (there - wanted)), "Return")

    def menu(self, *entries: str) -> None:
        """Open menus by Alt and the letters that are underlined, and choose the entry of the last words."""
        self.press(f"Alt+{entries[0]}")
        for letters in entries[1:]:
            self.type(letters)

    def walk_to(self, touchpoint: str, role: str) -> None:
        """While a link is made: walk the shortest way by arrow keys to a touchpoint's marker in the lane of a role."""
        walk, places = self.canvas.tooling.tool, self.canvas.stage.places
        assert isinstance(walk, LinkWalk)
        assert walk.target is not None
        ways: dict[Spot, list[str]] = {walk.target: []}
        at_last = [walk.target]
        while at_last:
            here = at_last.pop(0)
            for key, direction in ARROWS.items():
                there = walked(places, here, direction)
                if there is not None and there.touchpoint == walk.source.touchpoint:
                    there = walked(places, there, direction)
                if there is not None and there not in ways:
                    ways[there] = [*ways[here], key]
                    at_last.append(there)
        self.press(*ways[next(spot for spot in ways if (spot.touchpoint, spot.role) == (touchpoint, role))])

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
        QTest.mouseRelease(self.canvas.viewport(), LEFT, NO_KEYS, at)
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
        self.qtbot.waitUntil(lambda: not self.canvas.eye.is_flying)

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
        there = {each.title: each for each in self.document.journey.all(Touchpoint)}
        assert title in there, f"{title} is not among {list(there)}"
        return there[title]

    def role(self, name: str) -> Role:
        """Return the role of this name."""
        return next(each for each in self.document.journey.all(Role) if each.name == name)

    def phase(self, name: str) -> Phase:
        """Return the phase of this name."""
        return next(each for each in self.document.journey.all(Phase) if each.name == name)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.window

    def _strike(self, key: Qt.Key | str, held: Qt.KeyboardModifier) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:  # the list of a combo box is one that Python may take for another, gone one
            QTest.keyClick(popup.windowHandle(), key, held)
        else:
            QTest.keyClick(self.focus(), key, held)

    def _move(self, viewport: QWidget, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        QCursor.setPos(viewport.mapToGlobal(at))
        QTest.mouseMove(viewport, at)
        QApplication.processEvents()


def spoken(widget: QWidget) -> str:
    """Return the name of a control as a screen reader says it; of a list that drops down, that of its label."""
    return widget.accessibleName() or QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
