"""Qt's events as what they mean: pointers in map units, scrolling in px, steps of zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QSinglePointEvent, QWheelEvent

from app.seeing.camera import Camera
from app.tools.pointer import Button, Modifiers, Pointer

NOTCH = 120  # of a mouse wheel, in eighths of a degree
ZOOM_A_NOTCH = 1.2
PX_A_LINE = 24

_BUTTONS: dict[Qt.MouseButton, Button] = {
    Qt.MouseButton.LeftButton: "left",
    Qt.MouseButton.MiddleButton: "middle",
    Qt.MouseButton.RightButton: "right",
}

_HELD_BY: dict[int, Qt.KeyboardModifier] = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


def pointer_of(event: QSinglePointEvent, x: float, y: float, camera: Camera) -> Pointer:
    """Return a mouse event as a pointer; (x, y) is the map's point that stands under it."""
    is_double = event.type() == QEvent.Type.MouseButtonDblClick
    return Pointer(
        x,
        y,
        camera.zoom,
        _BUTTONS.get(event.button(), ""),
        bool(event.buttons() & Qt.MouseButton.LeftButton),
        2 if is_double else 1,
        modifiers_of(event.modifiers()),
    )


def modifiers_of(modifiers: Qt.KeyboardModifier) -> Modifiers:
    """Return the held keys."""
    return Modifiers(
        bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
        bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        bool(modifiers & Qt.KeyboardModifier.AltModifier),
    )


def modifiers_after(event: QKeyEvent) -> Modifiers:
    """Return the keys held once this one went down or up: systems differ in whether an event counts its own key."""
    held, own = event.modifiers(), _HELD_BY.get(event.key(), Qt.KeyboardModifier.NoModifier)
    return modifiers_of(held | own if event.type() == QEvent.Type.KeyPress else held & ~own)


def zoom_factor(event: QWheelEvent) -> float | None:
    """Return by what the wheel zooms, none where it scrolls. Trackpads send many small steps: all count in proportion."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    turned = event.angleDelta().y() or event.angleDelta().x()
    return ZOOM_A_NOTCH ** (turned / NOTCH)


def scroll_px(event: QWheelEvent, lines_a_notch: int) -> QPointF:
    """Return how far the wheel looks right and down, in px; Shift turns a wheel that has one axis sideways."""
    if not event.pixelDelta().isNull():
        delta = QPointF(event.pixelDelta())
    else:
        delta = QPointF(event.angleDelta()) * (lines_a_notch * PX_A_LINE / NOTCH)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
        delta = QPointF(delta.y(), 0)
    return -delta


def is_pan_button(event: QMouseEvent, is_space_held: bool) -> bool:
    """Tell whether this press begins to drag the map: the middle button, or any with Space held."""
    if event.button() == Qt.MouseButton.MiddleButton:
        return True
    return is_space_held and event.button() == Qt.MouseButton.LeftButton


def key_name(event: QKeyEvent) -> str:
    """Return a key's name without what is held with it: "Esc", "Tab", "A"."""
    return QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
