"""Paints what can be grasped at what is selected: the + that pulls links, their ends, and the edge of a duration."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.drawing.look import FAR, look_at
from app.drawing.tokens import Theme
from app.layout.places import Spot
from app.layout.result import Point
from app.seeing.camera import Camera
from app.tools.duration import HALF_HEIGHT, Edge, edges
from app.tools.ground import Ground
from app.tools.handle import handle_offset, handle_radius
from app.tools.reattach import grips_of
from app.widgets.map.stage import Stage

BAR = 5.0  # thickness of a duration, map units
GRIP = 5.5  # radius of a link's end
PLUS = 0.5  # of the handle's radius
INK = "#1D2329"  # on the accent, in both themes


def paint_handles(
    painter: QPainter,
    camera: Camera,
    stage: Stage,
    ground: Ground,
    offered: Spot | None,
    size_px: tuple[int, int],
) -> None:
    """Paint the handles of what is selected, and of the marker that the pointer is at.

    Of several touchpoints only the one at the pointer shows its +, or the map would be full of them.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clear = stage.pins.clear(camera, *size_px)
    painter.setClipRect(QRectF(clear.x, clear.y, clear.width, clear.height))
    look = look_at(stage.journey, stage.layout, stage.theme)
    for edge in edges(ground) if camera.zoom >= FAR else ():
        _edge(painter, camera, edge, look.colour(edge.role), stage.theme)
    for spot in handled(ground, offered):
        _plus(painter, camera, spot, stage.theme)
    for _link, _side, end in grips_of(ground):
        _grip(painter, camera, end, stage.theme)
    painter.restore()


def handled(ground: Ground, offered: Spot | None) -> Iterable[Spot]:
    """Return the markers whose handles are shown."""
    spots = [] if offered is None else [offered]
    if len(ground.selection) == 1:
        spots += [spot for record in ground.selection for spot in ground.places.spots(record)]
    return dict.fromkeys(spots)


def _grip(painter: QPainter, camera: Camera, at: Point, theme: Theme) -> None:
    x, y = camera.to_view(at.x, at.y)
    radius = max(GRIP * camera.zoom, 4.0)
    painter.setPen(QPen(QColor(theme.accent), max(2.4 * camera.zoom, 2.0)))
    painter.setBrush(QColor(theme.card))
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _plus(painter: QPainter, camera: Camera, spot: Spot, theme: Theme) -> None:
    offset = handle_offset(camera.zoom)
    x, y = camera.to_view(spot.x + offset, spot.y + offset)
    radius = handle_radius(camera.zoom) * camera.zoom
    painter.setPen(QPen(QColor(theme.card), max(1.5 * camera.zoom, 1.0)))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    pen = QPen(QColor(INK), max(1.8 * camera.zoom, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    arm = radius * PLUS
    painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
    painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))


def _edge(painter: QPainter, camera: Camera, edge: Edge, colour: str, theme: Theme) -> None:
    left, y = camera.to_view(edge.left, edge.y)
    right, _ = camera.to_view(edge.x, edge.y)
    half = BAR / 2 * camera.zoom
    faint = QColor(colour)
    faint.setAlphaF(0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    marker = 16.0 * camera.zoom
    if right - left > marker:
        painter.drawRect(QRectF(left + marker, y - half, right - left - marker, 2 * half))
    height, width = HALF_HEIGHT * camera.zoom, max(2.4 * camera.zoom, 2.0)
    painter.setPen(QPen(QColor(theme.card), 1.0))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(QRectF(right - width, y - height, 2 * width, 2 * height), width, width)
