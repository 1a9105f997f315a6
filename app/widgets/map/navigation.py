"""Moving over the map by wheel, trackpad, pinch, drag and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from app.widgets.map import input as hand
from app.widgets.map.eye import Eye

PAGE = 0.85  # of the viewport
SMART_ZOOM = 2.0  # by a double tap with two fingers


class Navigation:
    """Turns what the hand does into moves of the eye; `viewport` shows the cursor of a drag."""

    def __init__(self, eye: Eye, viewport: QWidget) -> None:
        self._eye = eye
        self._viewport = viewport
        self._drag_from: QPointF | None = None
        self._drag_button = Qt.MouseButton.NoButton
        self._is_space_held = False

    @property
    def is_dragging(self) -> bool:
        """Tell whether the map is being dragged."""
        return self._drag_from is not None

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom about the pointer."""
        factor = hand.zoom_factor(event)
        if factor is not None:
            self._eye.zoom_at(factor, event.position().x(), event.position().y())
        else:
            px = hand.scroll_px(event, QApplication.wheelScrollLines())
            self._eye.scroll(px.x(), px.y())
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Zoom by a pinch on trackpad or screen; tell whether the event was one."""
        if isinstance(event, QNativeGestureEvent):
            return self._native_gesture(event)
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = self._viewport.mapFromGlobal(pinch.centerPoint().toPoint())
                self._eye.zoom_at(pinch.scaleFactor(), centre.x(), centre.y())
                event.accept(pinch)
                return True
        return False

    def _native_gesture(self, event: QNativeGestureEvent) -> bool:
        at = event.position()
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._eye.zoom_at(max(1.0 + event.value(), 0.1), at.x(), at.y())
            return True
        if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            camera = self._eye.goal
            is_near = camera.zoom >= SMART_ZOOM
            self._eye.fly(camera.zoomed(1.0 if is_near else SMART_ZOOM, at.x(), at.y()))
            return True
        return False

    def press(self, event: QMouseEvent) -> bool:
        """Begin to drag the map; tell whether this press does."""
        if not hand.is_pan_button(event, self._is_space_held):
            return False
        self._drag_from, self._drag_button = event.position(), event.button()
        self._show_cursor()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Drag the map; tell whether it is being dragged."""
        if self._drag_from is None:
            return False
        by = self._drag_from - event.position()
        self._drag_from = event.position()
        self._eye.look(self._eye.camera.panned(by.x(), by.y()))
        return True

    def release(self, event: QMouseEvent) -> bool:
        """End the drag; tell whether there was one."""
        if self._drag_from is None or event.button() != self._drag_button:
            return False
        self._drag_from = None
        self._show_cursor()
        return True

    def cancel(self) -> None:
        """End drag and Space, as when another window comes in between."""
        self._drag_from = None
        self._is_space_held = False
        self._show_cursor()

    def key(self, event: QKeyEvent) -> bool:
        """Page, zoom by + and -, or get ready to drag while Space is held; tell whether the key was one of these."""
        key, width, height = event.key(), self._viewport.width(), self._viewport.height()
        is_sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space and not event.modifiers():
            self._is_space_held = True
            self._show_cursor()
            return True
        if event.text() in ("+", "=", "-") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._eye.zoom_by(-1 if event.text() == "-" else 1)
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = PAGE if key == Qt.Key.Key_PageDown else -PAGE
            self._eye.scroll(step * width if is_sideways else 0, 0 if is_sideways else step * height)
            return True
        return False

    def key_release(self, event: QKeyEvent) -> bool:
        """Space is let go; tell whether the key was that."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._is_space_held = False
        self._show_cursor()
        return True

    def _show_cursor(self) -> None:
        if self.is_dragging:
            self._viewport.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._is_space_held:
            self._viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._viewport.unsetCursor()
