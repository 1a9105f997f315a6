"""Paints what a drag would come to, over the map and never part of it; the words stand beside the pointer."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.drawing.look import Look, look_at
from app.drawing.parts.markers import marker_shapes
from app.painters import qt
from app.seeing.camera import Camera
from app.tools.ghost import (
    Ghost,
    GhostBar,
    GhostBox,
    GhostCurve,
    GhostGone,
    GhostHalo,
    GhostMarker,
    GhostRod,
    GhostRule,
    GhostShape,
)
from app.widgets.fonts import font
from app.widgets.map.overlay import curve_path, faint, halo_px, pinned_rect
from app.widgets.map.stage import Stage

OPACITY = 0.8
FILL_OPACITY = 0.12
CARRIED_OPACITY = 0.96
GONE_OPACITY = 0.75
GONE_AROUND = 10.0  # map units: most of the halo of what is selected fades too
WORDS_PX = 13
NAME_PX = 14
PAD_PX = 8.0
BESIDE_PX = 16.0  # from the pointer to its words
HEAD_PX = 11.0


def paint_ghost(
    painter: QPainter, camera: Camera, stage: Stage, ghost: Ghost, size_px: tuple[int, int]
) -> None:
    """Paint a ghost; shapes go under the headers unless they are about them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clear = stage.pins.clear(camera, *size_px)
    if not ghost.is_over_headers:
        painter.setClipRect(QRectF(clear.x, clear.y, clear.width, clear.height))
    ghosts = _Ghosts(painter, camera, stage)
    painter.setOpacity(OPACITY)
    for shape in ghost.shapes:
        ghosts.paint(shape)
    painter.restore()
    if ghost.words and ghost.at is not None:
        _paint_words(painter, camera, stage, ghost, size_px)


class _Ghosts:
    def __init__(self, painter: QPainter, camera: Camera, stage: Stage) -> None:
        self._painter = painter
        self._camera = camera
        self._stage = stage
        self._look: Look = look_at(stage.journey, stage.layout, stage.theme)

    def paint(self, shape: GhostShape) -> None:
        if isinstance(shape, GhostMarker):
            self._marker(shape)
        elif isinstance(shape, GhostHalo):
            self._halo(shape)
        elif isinstance(shape, GhostGone):
            self._gone(shape)
        elif isinstance(shape, GhostCurve):
            self._curve(shape)
        elif isinstance(shape, GhostRod):
            self._rod(shape)
        elif isinstance(shape, GhostBar):
            self._bar(shape)
        elif isinstance(shape, GhostBox):
            self._box(shape)
        else:
            self._rule(shape)

    def _colour(self, role: str) -> QColor:
        return QColor(self._look.colour(role) if role else self._stage.theme.accent)

    def _marker(self, marker: GhostMarker) -> None:
        painter, zoom = self._painter, self._camera.zoom
        x, y = self._camera.to_view(marker.x, marker.y)
        shapes = marker_shapes(
            self._look.of(marker.role), self._look.sizes.marker, "", self._look.theme,
            self._look.lane_fills.get(marker.role, ""), False, False, marker.is_hollow,
        )  # fmt: skip
        painter.save()
        painter.translate(x, y)
        painter.scale(zoom, zoom)
        for shape in shapes:
            qt.paint_shape(painter, shape, zoom)
        painter.restore()

    def _halo(self, halo: GhostHalo) -> None:
        radius = halo_px(self._camera.zoom)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(faint(self._stage.theme.accent))
        self._painter.drawEllipse(QPointF(*self._camera.to_view(halo.x, halo.y)), radius, radius)

    def _gone(self, gone: GhostGone) -> None:
        zoom, theme = self._camera.zoom, self._stage.theme
        fill = QColor(self._look.lane_fills.get(gone.role, "") or theme.bg)
        fill.setAlphaF(GONE_OPACITY)
        radius = (self._look.sizes.marker + GONE_AROUND) * zoom
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        self._painter.drawEllipse(QPointF(*self._camera.to_view(gone.x, gone.y)), radius, radius)

    def _curve(self, curve: GhostCurve) -> None:
        path = curve_path(self._camera, curve.segments, 0.0)
        self._painter.strokePath(path, self._pen(curve.role, curve.is_dashed))
        if curve.has_arrow:
            self._head(path.pointAtPercent(0.94), path.currentPosition(), self._colour(curve.role))

    def _head(self, before: QPointF, tip: QPointF, colour: QColor) -> None:
        angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
        wings = [
            QPointF(tip.x() + HEAD_PX * math.cos(angle + turn), tip.y() + HEAD_PX * math.sin(angle + turn))
            for turn in (2.62, -2.62)
        ]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(QPolygonF([tip, *wings]))

    def _rod(self, rod: GhostRod) -> None:
        x, top = self._camera.to_view(rod.x, rod.top)
        _, bottom = self._camera.to_view(rod.x, rod.bottom)
        width = max(9 * self._camera.zoom, 3.0)
        for colour, share in ((self._stage.theme.ink2, 1.0), (self._stage.theme.card, 0.6)):
            pen = QPen(QColor(colour), width * share, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            self._painter.setPen(pen)
            self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _bar(self, bar: GhostBar) -> None:
        left, y = self._camera.to_view(bar.left, bar.y)
        right, _ = self._camera.to_view(bar.right, bar.y)
        half = max(3.0 * self._camera.zoom, 2.0)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(bar.role))
        self._painter.drawRoundedRect(QRectF(left, y - half, right - left, 2 * half), half, half)

    def _box(self, ghost: GhostBox) -> None:
        rect = pinned_rect(self._camera, self._stage.pins, ghost.box, ghost.pinned)
        colour = self._colour(ghost.role)
        self._painter.setOpacity(1.0 if ghost.name else OPACITY)
        self._painter.setPen(QPen(colour, 1.5))
        fill = QColor(self._stage.theme.card if ghost.name else colour)
        fill.setAlphaF(CARRIED_OPACITY if ghost.name else FILL_OPACITY)
        self._painter.setBrush(fill)
        self._painter.drawRoundedRect(rect, 3, 3)
        if ghost.name:
            self._name(rect, ghost)
        self._painter.setOpacity(OPACITY)

    def _name(self, rect: QRectF, ghost: GhostBox) -> None:
        """Write what is carried on it: a role behind its colour, a phase in the middle."""
        theme, is_role = self._stage.theme, ghost.pinned == "column"
        if is_role:
            bar = QRectF(rect.left(), rect.top(), max(5 * self._camera.zoom, 3.0), rect.height())
            self._painter.fillRect(bar, self._colour(ghost.role))
        written = font(NAME_PX, 600)
        inner = rect.adjusted(2 * PAD_PX if is_role else PAD_PX, 0, -PAD_PX, 0)
        words = QFontMetricsF(written).elidedText(ghost.name, Qt.TextElideMode.ElideRight, inner.width())
        aligned = Qt.AlignmentFlag.AlignLeft if is_role else Qt.AlignmentFlag.AlignHCenter
        self._painter.setFont(written)
        self._painter.setPen(QColor(theme.ink))
        self._painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | aligned, words)

    def _rule(self, rule: GhostRule) -> None:
        self._painter.setPen(QPen(self._colour(""), 1.5, Qt.PenStyle.DashLine))
        x, y = self._camera.to_view(rule.at, rule.at)
        window = QRectF(self._painter.window())
        if rule.is_level:
            self._painter.drawLine(QPointF(window.left(), y), QPointF(window.right(), y))
        else:
            self._painter.drawLine(QPointF(x, window.top()), QPointF(x, window.bottom()))

    def _pen(self, role: str, is_dashed: bool) -> QPen:
        pen = QPen(self._colour(role), max(2.6 * self._camera.zoom, 1.6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if is_dashed:
            pen.setDashPattern([2, 3])
        return pen


def _paint_words(
    painter: QPainter, camera: Camera, stage: Stage, ghost: Ghost, size_px: tuple[int, int]
) -> None:
    """Paint the words on a plate right above the pointer; at the viewport's edges it moves to another side."""
    assert ghost.at is not None
    x, y = camera.to_view(*ghost.at)
    written = font(WORDS_PX, 500)
    metrics = QFontMetricsF(written)
    width = min(metrics.horizontalAdvance(ghost.words) + 2 * PAD_PX, size_px[0] - 2 * PAD_PX)
    height = metrics.height() + PAD_PX
    left = x + BESIDE_PX if x + BESIDE_PX + width <= size_px[0] else x - BESIDE_PX - width
    top = y - BESIDE_PX - height if y - BESIDE_PX - height >= 0 else y + BESIDE_PX
    left = min(max(left, PAD_PX), size_px[0] - width - PAD_PX)
    plate = QRectF(left, min(max(top, 0.0), size_px[1] - height), width, height)
    theme = stage.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.pain if ghost.is_refused else theme.line), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setFont(written)
    painter.setPen(QColor(theme.pain if ghost.is_refused else theme.ink))
    inner = plate.adjusted(PAD_PX, 0, -PAD_PX, 0)
    words = metrics.elidedText(ghost.words, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()
