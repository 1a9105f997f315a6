"""What lies under headers that left their natural place, so that the map does not shine through; px of the viewport."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from app.seeing.camera import Camera
from app.widgets.map.stage import Stage

SHADOW_PX = 7.0


class Grounds:
    """The areas of the column of roles, the band of phases and their corner under one camera."""

    def __init__(self, stage: Stage, camera: Camera, width_px: float, height_px: float) -> None:
        self._theme = stage.theme
        self._ground = QColor(stage.drawing.background)
        self._column = stage.pins.column(camera)
        self._band = stage.pins.band(camera)
        top, bottom = stage.pins.column_reach(camera)
        top, bottom = max(top, min(self._band.end, height_px)), min(bottom, height_px)
        self._has_column = bottom > top and self._column.length > 0
        self.column = QRectF(0, top, self._column.end, max(bottom - top, 0))
        self.band = QRectF(0, 0, width_px, self._band.end)
        self.corner = QRectF(0, self._band.start, self._column.end, self._band.length)

    def paint_column(self, painter: QPainter) -> None:
        """Cover what runs under the column."""
        if self._column.is_stuck and self._has_column:
            painter.fillRect(self.column, self._ground)

    def paint_band(self, painter: QPainter) -> None:
        """Cover what runs under the band."""
        if self._band.is_stuck:
            painter.fillRect(self.band, self._ground)

    def paint_corner(self, painter: QPainter) -> None:
        """Cover what runs under the corner."""
        if self._column.is_stuck:
            painter.fillRect(self.corner, self._ground)

    def paint_edges(self, painter: QPainter) -> None:
        """Draw a rule and a soft shadow where the map runs under headers."""
        if self._column.is_stuck and self._has_column:
            top = self.corner.top() if self._band.end > 0 else self.column.top()
            edge = QRectF(self._column.end, top, SHADOW_PX, self.column.bottom() - top)
            self._paint_edge(painter, edge, edge.topLeft(), edge.topRight(), edge.bottomLeft())
        if self._band.is_stuck:
            edge = QRectF(0, self._band.end, self.band.width(), SHADOW_PX)
            self._paint_edge(painter, edge, edge.topLeft(), edge.bottomLeft(), edge.topRight())

    def _paint_edge(
        self, painter: QPainter, area: QRectF, start: QPointF, fade: QPointF, end: QPointF
    ) -> None:
        gradient = QLinearGradient(start, fade)
        gradient.setColorAt(0, QColor(0, 0, 0, 70 if self._theme.is_dark else 22))
        gradient.setColorAt(1, QColor(0, 0, 0, 0))
        painter.fillRect(area, gradient)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(start, end)
