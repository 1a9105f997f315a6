"""The whole map as a small picture: journey lines, markers, and the frame that is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.look import look_at
from app.i18n import tr
from app.layout.result import Box
from app.seeing.camera import Camera
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.input import zoom_factor
from app.widgets.map.stage import Stage

PAD_PX = 8.0
LINE_PX = 1.2
DOT_PX = 3.0
MOST_STRETCH = 6.0  # a map much wider than high is drawn so much higher that its lanes can be told apart
REDRAW_MS = 120  # after the last of several edits
CORNER_PX = 6.0


class Minimap(QWidget):
    """Shows where the canvas looks; a click or drag looks there."""

    def __init__(self, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._picture: QImage | None = None
        self._drawn: Stage | None = None
        self._later = QTimer(self, interval=REDRAW_MS, singleShot=True)
        self._later.timeout.connect(self._redraw)
        self.setAccessibleName(tr("Overview of the map"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(208, 118)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 70)

    def frame_in_sight(self) -> QRectF:
        """Return where the part of the map in sight is, in px of this widget."""
        return self._to_widget(self._canvas.eye.seen())

    def _scales(self) -> tuple[float, float]:
        box = self._content()
        scale_x = (self.width() - 2 * PAD_PX) / max(box.width, 1)
        scale_y = (self.height() - 2 * PAD_PX) / max(box.height, 1)
        return min(scale_x, scale_y * MOST_STRETCH), min(scale_y, scale_x * MOST_STRETCH)

    def _content(self) -> Box:
        return Box(*self._canvas.stage.drawing.map_box)

    def _to_widget(self, box: Box) -> QRectF:
        (scale_x, scale_y), content = self._scales(), self._content()
        left = (self.width() - content.width * scale_x) / 2
        top = (self.height() - content.height * scale_y) / 2
        return QRectF(
            left + (box.x - content.x) * scale_x,
            top + (box.y - content.y) * scale_y,
            box.width * scale_x,
            box.height * scale_y,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        stage = self._canvas.stage
        theme = stage.theme
        if self._picture is None:
            self._draw(stage)
        elif self._drawn is not stage and not self._later.isActive():
            self._later.start()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)
        if self._picture is not None:
            painter.drawImage(0, 0, self._picture)
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        seen = self.frame_in_sight().intersected(inside)
        accent = QColor(theme.accent)
        painter.setPen(QPen(accent, 1.6))
        accent.setAlphaF(0.12)
        painter.setBrush(accent)
        painter.drawRoundedRect(seen, 3, 3)
        painter.end()

    def _draw(self, stage: Stage) -> None:
        """Draw lines and markers once; the frame in sight is painted over it each time."""
        ratio = self.devicePixelRatioF()
        self._picture = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(0)
        self._drawn = stage
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look_at(stage.journey, stage.layout, stage.theme)
        for lane in stage.layout.lanes:
            self._draw_line(painter, stage, lane.role, QColor(look.colour(lane.role)))
        painter.end()

    def _draw_line(self, painter: QPainter, stage: Stage, role: str, colour: QColor) -> None:
        (scale_x, scale_y), start = self._scales(), self._to_widget(self._content()).topLeft()
        content = self._content()
        points = QPolygonF()
        column = None
        for spot in stage.places.line(role):
            x = start.x() + (spot.x - content.x) * scale_x
            if column is not None and x - column < 0.7:
                continue
            column = x
            points.append(QPointF(x, start.y() + (spot.y - content.y) * scale_y))
        if points.isEmpty():
            return
        painter.setPen(QPen(colour, LINE_PX))
        painter.drawPolyline(points)
        painter.setPen(QPen(colour, DOT_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(points)

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the map about its middle with Ctrl."""
        factor = zoom_factor(event)
        if factor is not None:
            width, height = self._canvas.size_px()
            self._canvas.eye.zoom_at(factor, width / 2, height / 2)
        event.accept()

    def _look(self, at: QPointF) -> None:
        (scale_x, scale_y), content = self._scales(), self._content()
        start = self._to_widget(content).topLeft()
        x, y = content.x + (at.x() - start.x()) / scale_x, content.y + (at.y() - start.y()) / scale_y
        seen = self._canvas.eye.seen()
        self._canvas.eye.look(Camera(x - seen.width / 2, y - seen.height / 2, self._canvas.camera.zoom))
