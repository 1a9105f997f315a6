"""A hand with a mouse for the stories: it types nothing but words, and points at what is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from app.layout.places import Spot
from app.model.records import Link
from app.tools.duration import edges
from app.tools.handle import handle_offset
from app.tools.reattach import ends_of
from app.widgets.map.rehearsal import settled
from tests.robot import LEFT, NO_KEYS, STEPS, Robot

AT_HEADER = 0.3  # of a lane's height: on the words of its header


class Mouse(Robot):
    """Points, presses, drags and chooses; places are the viewport's."""

    def rest(self) -> None:
        """Wait until the map is painted whole and stands still."""
        assert settled(self.canvas)
        QApplication.processEvents()

    def press_button(self, name: str) -> None:
        """Press the button of this name, wherever it is in the window."""
        found = [
            each
            for each in self.window.findChildren(QAbstractButton)
            if name in (each.accessibleName(), each.text()) and each.isVisible()
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        assert found[0].rect().intersects(found[0].visibleRegion().boundingRect()), f"{name} is out of sight"
        QTest.mouseClick(found[0], LEFT)
        self.rest()

    def write(self, words: str, end: str = "Return") -> None:
        """Type what is asked for in place."""
        assert self.canvas.typing.editor is not None, "nothing is asked for"
        self.type(words)
        self.press(end)
        self.rest()

    def double(self, at: QPoint) -> None:
        """Click twice."""
        QTest.mouseClick(self.canvas.viewport(), LEFT, NO_KEYS, at)
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NO_KEYS, at)
        QTest.mouseRelease(self.canvas.viewport(), LEFT, NO_KEYS, at)
        self.rest()

    def click_at(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click once."""
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, at)
        self.rest()

    def pull(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> str:
        """Drag, and return the words that stood beside the pointer at the end."""
        self._go(start, keys, is_held=False)
        QTest.mousePress(self.canvas.viewport(), LEFT, keys, start)
        for step in range(1, STEPS + 1):
            self._go(start + (end - start) * step / STEPS, keys, is_held=True)
        ghost = self.canvas.tooling.ghost
        assert ghost is not None, "nothing is shown while dragging"
        QTest.mouseRelease(self.canvas.viewport(), LEFT, keys, end)
        self.rest()
        return ghost.words

    def right(self, at: QPoint, *entries: str) -> None:
        """Open the context menu there and choose entries, the way through submenus."""
        viewport = self.canvas.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, NO_KEYS, at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        for words in entries:
            self.entry(words)

    def entry(self, words: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        offered = {each.text().replace("&", ""): each for each in menu.actions() if each.text()}
        assert words in offered, f"{words} is not among {sorted(offered)}"
        assert offered[words].isEnabled(), f"{words} cannot be chosen"
        QTest.mouseClick(menu, LEFT, NO_KEYS, menu.actionGeometry(offered[words]).center())
        inner = offered[words].menu()
        if inner is not None:
            self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is inner)
        else:
            self.rest()

    def at_time(self, role: str, time: float, feeling: int = 0) -> QPoint:
        """Return the place of a lane by time and feeling."""
        lane = next(lane for lane in self.canvas.stage.layout.lanes if lane.role == self.role(role).id)
        return self._px(self.canvas.stage.x_of(time), lane.neutral_y - feeling * lane.step)

    def marker_of(self, title: str, role: str = "") -> QPoint:
        """Return where a touchpoint's marker is."""
        spot = self._spot(title, role)
        return self._px(spot.x, spot.y)

    def handle_of(self, title: str, role: str = "") -> QPoint:
        """Return where the marker's + is."""
        spot = self._spot(title, role)
        offset = handle_offset(self.canvas.camera.zoom)
        return self._px(spot.x + offset, spot.y + offset)

    def edge_of(self, title: str) -> QPoint:
        """Return the right edge of a touchpoint that is selected."""
        wanted = self.touchpoint(title).id
        edge = next(each for each in edges(self.canvas.tooling.ground()) if each.touchpoint == wanted)
        return self._px(edge.x, edge.y)

    def end_of(self, link: Link) -> QPoint:
        """Return the tip of a link."""
        tip = ends_of(self.canvas.tooling.ground(), link.id)["target"]
        return self._px(tip.x, tip.y)

    def header_of(self, role: str, share: float = AT_HEADER) -> QPoint:
        """Return a place on a role's header, so far down."""
        lane = next(lane for lane in self.canvas.stage.layout.lanes if lane.role == self.role(role).id)
        column = self.canvas.stage.pins.column(self.canvas.camera)
        y = self._px(0, lane.y + share * lane.height).y()
        return QPoint(round(column.start + 0.6 * column.length), y)

    def band_at(self, time: float) -> QPoint:
        """Return a place in the band of phases."""
        band = self.canvas.stage.pins.band(self.canvas.camera)
        return QPoint(self._px(self.canvas.stage.x_of(time), 0).x(), round(band.start + 0.25 * band.length))

    def ruler_at(self, time: float) -> QPoint:
        """Return a place on the ruler."""
        band = self.canvas.stage.pins.band(self.canvas.camera)
        return QPoint(self._px(self.canvas.stage.x_of(time), 0).x(), round(band.end - 6))

    def _spot(self, title: str, role: str) -> Spot:
        spots = self.canvas.stage.places.spots(self.touchpoint(title).id)
        return next(each for each in spots if not role or each.role == self.role(role).id)

    def _px(self, x: float, y: float) -> QPoint:
        return QPointF(*self.canvas.camera.to_view(x, y)).toPoint()

    def _go(self, at: QPoint, keys: Qt.KeyboardModifier, *, is_held: bool) -> None:
        viewport: QWidget = self.canvas.viewport()
        held = LEFT if is_held else Qt.MouseButton.NoButton
        to = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove, to, viewport.mapToGlobal(to), Qt.MouseButton.NoButton, held, keys
        )
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()
