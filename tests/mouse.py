"""A hand with a mouse for the stories: it types nothing but words, and points at what is seen."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QMenu, QWidget

from app.layout.places import Spot
from app.model.records import Link
from app.tools.duration import edges
from app.tools.handle import handle_offset
from app.tools.reattach import ends_of
from app.widgets.map.rehearsal import settled
from tests.robot import LEFT, NO_KEYS, STEPS, Robot, spoken

W = TypeVar("W", bound=QWidget)

HOVER_MS = 300  # longer than a menu waits
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
        room = (
            self.window.screen().availableGeometry()
        )  # smaller than the window: menus would be cut at its foot
        there = QPoint(min(at.x(), room.width() // 3), min(at.y(), room.height() // 3))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, there)
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
        at, inner = menu.actionGeometry(offered[words]).center(), offered[words].menu()
        QTest.mouseClick(menu, LEFT, NO_KEYS, at)
        if inner is None:
            self.rest()
            return

        self.qtbot.wait(HOVER_MS)
        if (
            QApplication.activePopupWidget() is not inner
        ):  # where the click did not open it, resting on it does
            for step in (1, 2):
                QTest.mouseMove(menu, at + QPoint(step, 0))
                self.qtbot.wait(HOVER_MS)
        assert QApplication.activePopupWidget() is inner, f"{words} does not open"

    def fill(self, name: str, words: str, end: str = "Return") -> None:
        """Click thrice into the field of this name in a panel, which selects its line, and write over it."""
        field = self._control(QWidget, name)
        if isinstance(field, QAbstractScrollArea):
            field = field.viewport()
        QTest.mouseClick(field, LEFT)
        QTest.mouseDClick(field, LEFT)
        QTest.mouseClick(field, LEFT)
        assert field.hasFocus() or field.parentWidget().hasFocus(), f"{name} takes no click"
        self.type(words)
        if end:
            self.press(end)
        self.rest()

    def pick_from(self, name: str, words: str) -> None:
        """Choose an entry of the list of this name in a panel."""
        box = self._control(QComboBox, name)
        QTest.mouseClick(box, LEFT)
        shown = box.view()
        place = shown.visualRect(box.model().index(box.findText(words), box.modelColumn()))
        assert place.isValid(), f"{words} is not offered"

        def chosen() -> bool:  # a list takes no click that might be the second of a double one
            QTest.mouseMove(shown.viewport(), place.center())
            QTest.mouseClick(shown.viewport(), LEFT, NO_KEYS, place.center())
            self.qtbot.wait(QApplication.doubleClickInterval() // 2)
            return not shown.isVisible()

        self.qtbot.waitUntil(chosen)
        self.rest()

    def scroll_to(self, time: float) -> None:
        """Push the map sideways on the trackpad until this time is in the middle of the window, as far as it goes."""
        viewport = self.canvas.viewport()
        middle = viewport.rect().center()
        off = round(self._px(self.canvas.stage.x_of(time), 0).x()) - middle.x()
        pushed = QPoint(-off, 0)
        event = QWheelEvent(
            QPointF(middle), viewport.mapToGlobal(QPointF(middle)), pushed, pushed, Qt.MouseButton.NoButton, NO_KEYS,
            Qt.ScrollPhase.ScrollUpdate, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
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

    def _control(self, kind: type[W], name: str) -> W:
        found: list[W] = []

        def is_there() -> bool:
            found[:] = (
                each
                for each in self.window.findChildren(kind)
                if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus and spoken(each) == name
            )
            return bool(found)

        self.qtbot.waitUntil(is_there)
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        assert found[0].rect().intersects(found[0].visibleRegion().boundingRect()), f"{name} is out of sight"
        return found[0]

    def free_at(self, role: str, time: float, feeling: int) -> QPoint | None:
        """Return a place of a lane at a time where nothing stands, the nearest to this feeling; none where all is taken."""
        for each in sorted(range(-2, 3), key=lambda other: abs(other - feeling)):
            at = self.at_time(role, time, each)
            hit = self.canvas.stage.hit(*self.canvas.camera.to_map(at.x(), at.y()), self.canvas.camera.zoom)
            if hit is None or hit.record == self.role(role).id:
                return at
        return None

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
