"""The map as assistive technology sees it: a list of lanes, in each a list of touchpoints, where they are on the screen."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from app.layout.places import Spot
from app.model.records import Role, Touchpoint
from app.seeing.camera import Camera
from app.widgets.document import Document
from app.widgets.map.spoken import role_words, touchpoint_words
from app.widgets.map.stage import Stage

MAP_CLASS = "MapCanvas"
MARKER_REACH = 20.0  # map units around a marker that count as the touchpoint

_maps: dict[int, AccessibleMap] = {}  # what Qt holds must be held here too


class Canvas(Protocol):
    """What is asked of a map."""

    document: Document

    @property
    def stage(self) -> Stage: ...
    @property
    def camera(self) -> Camera: ...
    def keyboard_spot(self) -> Spot | None: ...
    def viewport(self) -> QWidget: ...
    def hasFocus(self) -> bool: ...
    def accessibleName(self) -> str: ...


class AccessibleMap(QAccessibleWidget):
    """A map: its children are the lanes that are shown, from top to bottom."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(cast("QWidget", canvas), QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        self._lanes: dict[str, AccessibleLane] = {}

    def childCount(self) -> int:
        return len(self.canvas.stage.places.lanes)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        lanes = self.canvas.stage.places.lanes
        return self.lane(lanes[index]) if 0 <= index < len(lanes) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        lanes = self.canvas.stage.places.lanes
        role = child.role_id if isinstance(child, AccessibleLane) else ""
        return lanes.index(role) if role in lanes else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self.canvas.viewport().mapFromGlobal(QPoint(x, y))
        stage, camera = self.canvas.stage, self.canvas.camera
        places = stage.places
        hit = stage.hit(*stage.pins.to_map(camera, at.x(), at.y()), camera.zoom)
        if hit is None:
            return None
        spots = places.spots(hit.record)
        role = hit.role or (spots[0].role if spots else hit.record)
        if role not in places.lanes:
            return None
        lane = self.lane(role)
        return lane.touchpoint(hit.record) if spots else lane

    def lane(self, role: str) -> AccessibleLane:
        """Return the lane of a role."""
        if role not in self._lanes:
            self._lanes[role] = AccessibleLane(self, role)
        return self._lanes[role]


class _Thing(QAccessibleInterface):
    """Something on the map that is no widget."""

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def setText(self, _text: QAccessible.Text, _words: str) -> None: ...


class AccessibleLane(_Thing):
    """The lane of a role: its children are the role's touchpoints in time order."""

    def __init__(self, whole: AccessibleMap, role: str) -> None:
        super().__init__()
        self.whole = whole
        self.role_id = role
        self._touchpoints: dict[str, AccessibleTouchpoint] = {}

    def isValid(self) -> bool:
        return self.role_id in self.whole.canvas.stage.places.lanes

    def parent(self) -> QAccessibleInterface:
        return self.whole

    def childCount(self) -> int:
        return len(self.whole.canvas.stage.places.line(self.role_id))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        line = self.whole.canvas.stage.places.line(self.role_id)
        return self.touchpoint(line[index].touchpoint) if 0 <= index < len(line) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        wanted = child.touchpoint_id if isinstance(child, AccessibleTouchpoint) else ""
        line = self.whole.canvas.stage.places.line(self.role_id)
        return next((place for place, spot in enumerate(line) if spot.touchpoint == wanted), -1)

    def touchpoint(self, touchpoint: str) -> AccessibleTouchpoint:
        """Return one of the role's touchpoints."""
        if touchpoint not in self._touchpoints:
            self._touchpoints[touchpoint] = AccessibleTouchpoint(self, touchpoint)
        return self._touchpoints[touchpoint]

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def text(self, text: QAccessible.Text) -> str:
        journey = self.whole.canvas.document.journey
        role = journey.get(self.role_id)
        return role_words(journey, role) if text == QAccessible.Text.Name and isinstance(role, Role) else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.role_id in self.whole.canvas.document.selection
        return state

    def rect(self) -> QRect:
        canvas = self.whole.canvas
        lane = next((each for each in canvas.stage.layout.lanes if each.role == self.role_id), None)
        if lane is None:
            return QRect()
        left, top = canvas.camera.to_view(0.0, lane.y)
        right, bottom = canvas.camera.to_view(canvas.stage.layout.width, lane.y + lane.height)
        return _on_screen(canvas, left, top, right, bottom)


class AccessibleTouchpoint(_Thing):
    """A touchpoint in the lane of one role."""

    def __init__(self, lane: AccessibleLane, touchpoint: str) -> None:
        super().__init__()
        self.lane = lane
        self.touchpoint_id = touchpoint

    @property
    def _canvas(self) -> Canvas:
        return self.lane.whole.canvas

    def isValid(self) -> bool:
        touchpoint = self._canvas.document.journey.get(self.touchpoint_id)
        return isinstance(touchpoint, Touchpoint) and self.lane.role_id in touchpoint.roles

    def parent(self) -> QAccessibleInterface:
        return self.lane

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, text: QAccessible.Text) -> str:
        journey = self._canvas.document.journey
        touchpoint = journey.get(self.touchpoint_id)
        if not isinstance(touchpoint, Touchpoint):
            return ""
        if text == QAccessible.Text.Name:
            return touchpoint_words(journey, touchpoint, self.lane.role_id)
        return touchpoint.description if text == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        canvas, state = self._canvas, QAccessible.State()
        spot = canvas.keyboard_spot()
        state.selectable = state.focusable = True
        state.selected = self.touchpoint_id in canvas.document.selection
        here = (self.touchpoint_id, self.lane.role_id)
        state.focused = canvas.hasFocus() and spot is not None and (spot.touchpoint, spot.role) == here
        return state

    def rect(self) -> QRect:
        canvas = self._canvas
        spots = canvas.stage.places.spots(self.touchpoint_id)
        spot = next((each for each in spots if each.role == self.lane.role_id), None)
        if spot is None:
            return QRect()
        left, top = canvas.camera.to_view(spot.x - MARKER_REACH, spot.y - MARKER_REACH)
        right, bottom = canvas.camera.to_view(spot.x + MARKER_REACH, spot.y + MARKER_REACH)
        return _on_screen(canvas, left, top, right, bottom)


def install() -> None:
    """Make every map of the program accessible from now on."""
    QAccessible.installFactory(_interface)


def announce(canvas: Canvas) -> None:
    """Tell assistive technology at which touchpoint the keyboard is now."""
    if not QAccessible.isActive():
        return
    spot = canvas.keyboard_spot()
    whole = QAccessible.queryAccessibleInterface(cast("QWidget", canvas))
    if spot is None or not isinstance(whole, AccessibleMap):
        return
    item = whole.lane(spot.role).touchpoint(spot.touchpoint)
    QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))


def _interface(class_name: str, thing: Any) -> QAccessibleInterface | None:
    if class_name != MAP_CLASS:
        return None
    key = id(thing)
    if key not in _maps:
        _maps[key] = AccessibleMap(thing)
        thing.destroyed.connect(lambda: _maps.pop(key, None))
    return _maps[key]


def _on_screen(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> QRect:
    corner = canvas.viewport().mapToGlobal(QPoint(round(left), round(top)))
    return QRect(corner.x(), corner.y(), round(right - left), round(bottom - top))
