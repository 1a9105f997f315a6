"""What lies over the drawing and is never part of it: selection, focus, veil, debug drawing. In px of the viewport."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.drawing.look import FAR
from app.drawing.shapes import Group
from app.drawing.tokens import FAINT
from app.layout.places import Places, Spot
from app.layout.result import Box, Segments
from app.seeing.camera import Camera
from app.seeing.pins import Pins
from app.widgets.map.stage import Stage

HALO = 23.0  # map units
HALO_PX = 8.0  # at least
HALO_OPACITY = 0.35
CORNER = 6.0  # radius of a card
RING_GAP = 4.0
RING_WIDTH = 3.0
MOST_ASKED = 100  # records that are looked up one by one
Curves = Iterable[tuple[float, Segments]]
VEIL_OPACITY = 1 - FAINT


def in_sight(stage: Stage, selection: frozenset[str], seen: Box) -> frozenset[str]:
    """Return what of a large selection is worth painting: what the map shows in a part of it, and headers."""
    if len(selection) <= MOST_ASKED:
        return selection
    room = Box(seen.x - HALO, seen.y - HALO, seen.width + 2 * HALO, seen.height + 2 * HALO)
    shown = {item.shape.record for item in stage.index.items(room) if isinstance(item.shape, Group)}
    headers = {*stage.places.lanes, *(phase.phase for phase in stage.layout.phases)}
    return selection & (shown | headers)


def paint_selection(
    painter: QPainter, camera: Camera, places: Places, selection: Iterable[str], accent: str, seen: Box
) -> None:
    """Paint a halo on each selected marker, a ring around each card, header or phase, a glow along each link."""
    ring = QPen(QColor(accent), _ring_px(camera.zoom))
    for record in selection:
        outlines = places.outlines(record) if camera.zoom >= FAR else ()
        curves = places.curves(record)
        if curves:
            _glow(painter, camera, curves, outlines, accent)
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in outlines:
            if box.overlaps(seen, gap=40):
                _ring(painter, camera, box, box.height / 2 if curves else CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint(accent))
        for spot in places.spots(record):
            if seen.x - HALO <= spot.x <= seen.right + HALO:
                painter.drawEllipse(_centre(camera, spot), halo_px(camera.zoom), halo_px(camera.zoom))


def _glow(painter: QPainter, camera: Camera, curves: Curves, labels: Iterable[Box], accent: str) -> None:
    """Paint a glow along a link, around its label."""
    painter.save()
    around = QPainterPath()
    around.addRect(QRectF(painter.window()).adjusted(-10, -10, 10, 10))
    for box in labels:
        rect = _rect(camera, box)
        around.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setClipPath(around)
    pen = QPen(faint(accent), max(9 * camera.zoom, 5.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for x, segments in curves:
        painter.strokePath(curve_path(camera, segments, x), pen)
    painter.restore()


def paint_focus(painter: QPainter, camera: Camera, spot: Spot, accent: str) -> None:
    """Paint the ring of the keyboard's focus around one marker."""
    painter.setPen(QPen(QColor(accent), 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = halo_px(camera.zoom)
    painter.drawEllipse(_centre(camera, spot), radius, radius)


def paint_header_selection(painter: QPainter, camera: Camera, stage: Stage, selection: Iterable[str]) -> None:
    """Paint a ring around each selected role's header and each selected phase's arrow, where they are shown now."""
    painter.setPen(QPen(QColor(stage.theme.accent), _ring_px(camera.zoom)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for record in selection:
        box = stage.places.header(record)
        if box is None:
            continue
        rect = pinned_rect(camera, stage.pins, box, "column" if record in stage.places.lanes else "band")
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)


def pinned_rect(camera: Camera, pins: Pins, box: Box, pinned: Literal["", "column", "band"]) -> QRectF:
    """Return where a box of the map is shown, one of the column of roles or the band of phases where they are now."""
    rect = _rect(camera, box)
    if pinned == "column":
        column = pins.column(camera)
        scale = column.length / pins.column_box.width
        rect.setX(column.start + (box.x - pins.column_box.x) * scale)
        rect.setWidth(box.width * scale)
    elif pinned == "band":
        band = pins.band(camera)
        scale = band.length / pins.band_box.height
        rect.setY(band.start + (box.y - pins.band_box.y) * scale)
        rect.setHeight(box.height * scale)
    return rect


def paint_frame(painter: QPainter, width: float, height: float, accent: str) -> None:
    """Paint the ring of the keyboard's focus around the whole map, where no marker has it."""
    painter.setPen(QPen(QColor(accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1, 1, width - 2, height - 2))


def paint_veil(painter: QPainter, area: QRectF, background: str, strength: float) -> None:
    """Fade what is under it."""
    colour = QColor(background)
    colour.setAlphaF(VEIL_OPACITY * strength)
    painter.fillRect(area, colour)


def paint_debug(painter: QPainter, rects: Iterable[QRectF], colour: Qt.GlobalColor, words: str = "") -> None:
    """Outline tiles or what was painted again."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 1))
    for rect in rects:
        painter.drawRect(rect)
        if words:
            painter.drawText(rect.topLeft() + QPointF(4, 14), words)


@contextmanager
def in_px(painter: QPainter, ratio: float, is_smooth: bool = True) -> Iterator[None]:
    """Paint in px of the viewport with a painter that is in device px; smooth edges cost time on plain rectangles."""
    painter.save()
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
    yield
    painter.restore()


def faint(accent: str) -> QColor:
    """Return the colour of what marks a selected marker."""
    colour = QColor(accent)
    colour.setAlphaF(HALO_OPACITY)
    return colour


def halo_px(zoom: float) -> float:
    """Return the radius of what marks a selected marker."""
    return max(HALO * zoom, HALO_PX)


def _ring_px(zoom: float) -> float:
    return max(RING_WIDTH * min(zoom, 1.5), 2.0)


def _centre(camera: Camera, spot: Spot) -> QPointF:
    return QPointF(*camera.to_view(spot.x, spot.y))


def _rect(camera: Camera, box: Box) -> QRectF:
    x, y = camera.to_view(box.x, box.y)
    return QRectF(x, y, box.width * camera.zoom, box.height * camera.zoom)


def _ring(painter: QPainter, camera: Camera, box: Box, radius: float) -> None:
    gap = max(RING_GAP * camera.zoom, 2.0)
    rounded = radius * camera.zoom + gap
    painter.drawRoundedRect(_rect(camera, box).adjusted(-gap, -gap, gap, gap), rounded, rounded)


def curve_path(camera: Camera, segments: Segments, x: float) -> QPainterPath:
    """Return a curve of the map, moved by `x`, in px of the viewport."""
    path = QPainterPath()
    for segment in segments:
        numbers = [float(number) for number in segment[1:]]
        points = [
            QPointF(*camera.to_view(numbers[place] + x, numbers[place + 1]))
            for place in range(0, len(numbers), 2)
        ]
        if segment[0] == "M":
            path.moveTo(points[0])
        elif segment[0] == "L":
            path.lineTo(points[0])
        elif segment[0] == "C":
            path.cubicTo(*points)
    return path
