"""Hands and eyes for the tests of the map: real events on a canvas, and what is to be seen of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.seeing.camera import Camera
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from app.widgets.map.sight import Glance

NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
STEPS = 5  # of a drag


def px(canvas: MapCanvas, x: float, y: float) -> QPoint:
    """Where a point of the map is in the viewport."""
    return QPointF(*canvas.camera.to_view(x, y)).toPoint()


def place(canvas: MapCanvas, touchpoint: str, role: str = "") -> QPoint:
    """Where a touchpoint's marker is in the viewport."""
    spots = canvas.stage.places.spots(touchpoint)
    spot = next(spot for spot in spots if not role or spot.role == role)
    return px(canvas, spot.x, spot.y)


def header(canvas: MapCanvas, role: str, share: float = 0.5) -> QPoint:
    """Where a role's header is shown, so far down."""
    lane = next(lane for lane in canvas.stage.layout.lanes if lane.role == role)
    column = canvas.stage.pins.column(canvas.camera)
    return QPoint(round(column.start + column.length / 2), px(canvas, 0, lane.y + share * lane.height).y())


def look(canvas: MapCanvas, x: float, y: float, zoom: float) -> None:
    """Look there at once, until all of it is painted."""
    canvas.eye.look(Camera(x, y, zoom))
    assert settled(canvas)


def pixels(canvas: MapCanvas) -> QImage:
    """What is to be seen when all is painted."""
    assert settled(canvas)
    return canvas.viewport().grab().toImage()


def painted(canvas: MapCanvas, glance: Glance) -> QImage:
    """What is painted at one glance, with nothing over the map."""
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.frame.paint(painter, glance, 0.0)
    painter.end()
    return image


def wheel(
    canvas: MapCanvas, turned: int, at: tuple[float, float], modifiers: Qt.KeyboardModifier = NO_KEY
) -> None:
    """Turn the wheel at a point of the viewport."""
    here = QPointF(*at)
    event = QWheelEvent(
        here, canvas.viewport().mapToGlobal(here), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def point_at(canvas: MapCanvas, at: QPoint) -> None:
    """Move the pointer there; the screen without a display also knows windows of other tests under a cursor."""
    to = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, to, canvas.viewport().mapToGlobal(to), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, NO_KEY,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def move(
    canvas: MapCanvas, to: QPoint, keys: Qt.KeyboardModifier = NO_KEY, held: Qt.MouseButton = LEFT
) -> None:
    """Move with the button held; QTest.mouseMove knows neither buttons nor keys."""
    at = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, canvas.viewport().mapToGlobal(at), Qt.MouseButton.NoButton, held, keys
    )
    QApplication.sendEvent(canvas.viewport(), event)


def hold(canvas: MapCanvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Drag there and go on holding."""
    QTest.mousePress(canvas.viewport(), LEFT, keys, start)
    for step in range(1, STEPS + 1):
        move(canvas, start + (end - start) * step / STEPS, keys)


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Drag there and let go."""
    hold(canvas, start, end, keys)
    QTest.mouseRelease(canvas.viewport(), LEFT, keys, end)
