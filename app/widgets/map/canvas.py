"""The map under the hand: what mouse, trackpad and keys do on it, and the words typed in place."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.map import catalogue
from app.widgets.map.autoscroll import Dragging
from app.widgets.map.hints import hint, paint_hint
from app.widgets.map.input import key_name, modifiers_after, pointer_of
from app.widgets.map.navigation import Navigation
from app.widgets.map.tooltip import tooltip
from app.widgets.map.view import MapView

if TYPE_CHECKING:
    from app.tools.ghost import Ghost
    from app.tools.tool import Outcome, Tool
    from app.widgets.map.inline_typing import InlineTyping
    from app.widgets.map.tooling import Tooling


class MapCanvas(MapView):
    """Shows a document and lets it be edited by hand: events become pointers, a tool says what they mean."""

    refused = Signal(object)  # a JourneyError: what the hand wanted cannot be
    kind_asked = Signal(str)  # the id of a link that was made a moment ago
    typed = Signal(str)  # letters that nothing on the map uses
    menu_asked = Signal(
        str, QPoint
    )  # the kind of thing that a context menu is about, and where on the screen

    _tooling: Tooling | None = None  # Qt sends events before the construction is over

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.navigation = Navigation(self.eye, self.viewport())
        self._typing: InlineTyping | None = None
        self._foretold: Ghost | None = None
        self.dragging = Dragging(self, self)
        self._has_press = False  # the map got the first click of a pair
        self._has_ended_drag = False  # the last press let go of what was dragged
        self.pointed: tuple[float, float] | None = None  # the map's point that a context menu is about
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.moved.connect(self.dragging.go_on)

    @property
    def hand(self) -> Tooling | None:
        """The tool in the hand, none where none was needed yet."""
        return self._tooling

    @property
    def tooling(self) -> Tooling:
        """The tool in the hand."""
        if self._tooling is None:
            self._tooling = catalogue.tooling(self, self.document)
        return self._tooling

    @property
    def typing(self) -> InlineTyping:
        """What is being typed in place."""
        if self._typing is None:
            self._typing = catalogue.typing(self, self.document)
        return self._typing

    @property
    def here(self) -> tuple[float, str]:
        """Time and role that "here" means: of the context menu, the keyboard's marker, or the middle of what is in sight.

        The role is "" where no lane is there.
        """
        ground = self.tooling.ground()
        if self.pointed is not None:
            lane = ground.lane_at(self.pointed[1])
            return ground.time_at(self.pointed[0]), lane.role if lane is not None else ""
        spot = self.keyboard_spot()
        touchpoint = self.document.journey.get(spot.touchpoint) if spot is not None else None
        if spot is not None and isinstance(touchpoint, Touchpoint):
            return touchpoint.start, spot.role
        clear = self.stage.pins.clear(self.camera, *self.size_px())
        x, y = self.camera.to_map(clear.x + clear.width / 2, clear.y + clear.height / 2)
        lane = ground.lane_at(y)
        return ground.time_at(x), lane.role if lane is not None else ""

    def type_in(self, record: str, field: str = "", role: str = "", *, is_new: bool = False) -> None:
        """Let the record's words be typed where they stand, its title or name unless told which.

        `role` says at which of a touchpoint's markers. A record that has no words on the map is looked at closely.
        """
        self.hover.end()
        if field == "kind":
            self.kind_asked.emit(record)
        elif not self.typing.begin(record, field, role, is_new=is_new):
            self.activated.emit(record)

    def use(self, tool: Tool) -> None:
        """Take a tool into the hand, until it gives way to another."""
        self.tooling.take(tool)

    def carry_out(self, outcome: Outcome) -> None:
        """Do what a tool or a command planned: change, select, type."""
        self.tooling.carry_out(outcome)

    def is_held(self) -> bool:
        return self._tooling is not None and self._tooling.tool.is_busy

    def foretell(self, ghost: Ghost | None) -> None:
        """Show what is about to be made elsewhere than by the hand, as in the capture bar; none: nothing is."""
        if ghost != self._foretold:
            self._foretold = ghost
            self.viewport().update()

    def paint_over(self, painter: QPainter) -> None:
        if self._typing is None or self._typing.editor is None:
            words = hint(self.document.journey, len(self.stage.layout.lanes))
            paint_hint(painter, self.camera, self.stage, words, self.size_px())
        tooling = self._tooling
        ghost = tooling.ghost if tooling is not None and tooling.ghost is not None else self._foretold
        if ghost is not None:
            catalogue.paint_ghost(painter, self.camera, self.stage, ghost, self.size_px())
        elif self.document.selection or (tooling is not None and tooling.offered is not None):
            ground, offered = self.tooling.ground(), self.tooling.offered
            catalogue.paint_handles(painter, self.camera, self.stage, ground, offered, self.size_px())

    def _tick(self) -> None:
        super()._tick()
        if not self._clock.isActive():  # nothing else to do: get ready for the hand
            _ready = self.tooling, self.typing

    def event(self, event: QEvent) -> bool:
        """While something is dragged keys are for the drag: no command begins."""
        is_held = self._tooling is not None and self._tooling.is_held
        if event.type() == QEvent.Type.ShortcutOverride and is_held:
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover.point(frozenset(), perf_counter())
            if self._tooling is not None:
                self._tooling.leave()
            self._tick_soon()
        if event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture) and self.navigation.gesture(
            event
        ):
            return True
        return super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        x, y = self._map_point(QPointF(event.pos()))
        hit = self.stage.hit(x, y, self.camera.zoom)
        words = self.stage.title_at(hit, x, y, self.camera.zoom) if hit else ""
        QToolTip.showText(event.globalPos(), tooltip(words), self.viewport())

    def _map_point(self, at: QPointF) -> tuple[float, float]:
        """Return the map's point under one of the viewport.

        While something is dragged headers are not in the way, and it stays where it can be seen.
        """
        if self._tooling is None or not self._tooling.tool.is_busy:
            return self.stage.pins.to_map(self.camera, at.x(), at.y())
        if not self._tooling.is_held:
            return self.camera.to_map(at.x(), at.y())
        return self.camera.to_map(*self.dragging.in_sight(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hover.point(frozenset(), perf_counter())
        self.navigation.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._has_press = True
        if self.navigation.press(event):
            return
        self.show_keyboard(False)
        at = event.position()
        self._has_ended_drag = self._tooling is not None and self._tooling.is_held
        self.dragging.begin(at)
        self.tooling.press(pointer_of(event, *self._map_point(at), self.camera))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.navigation.move(event):
            return
        self.tooling.move(pointer_of(event, *self._map_point(event.position()), self.camera))
        self.dragging.point(event.position())
        self._hover(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dragging.end()
        if not self.navigation.release(event):
            self.tooling.release(pointer_of(event, *self._map_point(event.position()), self.camera))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._has_press:  # else the first click closed what lay over the map
            self.mousePressEvent(event)
        self._has_press = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hover.point(frozenset(), perf_counter())
        if self._tooling is not None and self._tooling.key(key_name(event), modifiers_after(event)):
            if not self._tooling.tool.is_busy:
                self.dragging.look_back()
            event.accept()
            return
        if key_name(event) == "Menu" or (key_name(event) == "F10" and modifiers_after(event).shift):
            self._ask_menu(None)
            event.accept()
            return
        if self.navigation.key(event) or self.selecting.key(event) or self._letter(event):
            event.accept()
            return
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._has_ended_drag:
            self._has_ended_drag = False
            return
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask_menu(event.pos() if is_by_mouse else None)

    def _ask_menu(self, at: QPoint | None) -> None:
        """Ask for the menu of what is at a point of the viewport, or of where the keyboard is; one at a time."""
        if QApplication.activePopupWidget() is not None:
            return
        self.hover.end()
        asked = catalogue.context_menu(self, at)
        if asked is not None:
            self.pointed = asked.pointed
            self.menu_asked.emit(asked.thing, asked.at)

    def leave_here(self, pointed: tuple[float, float] | None) -> None:
        """The context menu about this point is gone: "here" is the keyboard's place again, unless another menu is open."""
        if self.pointed is pointed:
            self.pointed = None

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._tooling is not None:
            self._tooling.modify(modifiers_after(event))
        if not self.navigation.key_release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        keyed = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.show_keyboard(event.reason() in keyed)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.navigation.cancel()
        if self._tooling is not None:
            self._tooling.cancel()
        self.viewport().update()
        super().focusOutEvent(event)

    def _hover(self, event: QMouseEvent) -> None:
        """Lift a role's line while the pointer rests on its header, unless something is held."""
        roles: frozenset[str] = frozenset()
        at = event.position()
        is_typing = self._typing is not None and self._typing.editor is not None
        if not event.buttons() and not is_typing and self.stage.pins.is_header(self.camera, at.x(), at.y()):
            hit = self.stage.hit(*self._map_point(at), self.camera.zoom)
            roles = frozenset({hit.record} if hit and hit.record in self.stage.places.lanes else ())
        self.hover.is_animated = self.is_animated()
        self.hover.point(roles, perf_counter())
        self._tick_soon()

    def _letter(self, event: QKeyEvent) -> bool:
        """Hand on a letter that nobody here wants; tell whether the key was one."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not event.text().isprintable() or not event.text().strip():
            return False
        self.typed.emit(event.text())
        return True
