"""A drawing through a QPainter: the screen's tiles, PNG and PDF alike.

Text is painted as HarfBuzz' glyphs at HarfBuzz' places, so that it is as wide as layout measured it. What Qt makes of a
shape is remembered by the shape's identity, a thread for itself.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QImage,
    QPagedPaintDevice,
    QPainter,
    QPainterPath,
    QPen,
)

from app.drawing.bounds import bounds
from app.drawing.shapes import Circle, Drawing, Group, Image, Path, Rect, Shape, Stroke, Text
from app.layout import font as inter
from app.layout.measure import Font
from app.painters.dashes import Line, chunks, long_lines, seen
from app.painters.qt_session import raw_font

_REMEMBERED = 20_000
_FILES = float("inf")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_HEAVY = 600
_LARGEST_GLYPH_RUN = 60.0  # px; from 64 px on Qt fills outlines, and finds none in a variable font
_CAPS = {"butt": Qt.PenCapStyle.FlatCap, "round": Qt.PenCapStyle.RoundCap}
_JOINS = {"miter": Qt.PenJoinStyle.SvgMiterJoin, "round": Qt.PenJoinStyle.RoundJoin}
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


class _Memory(threading.local):
    """Qt's forms of shapes; the shape is kept with its form, so that an identity stands for one shape."""

    def __init__(self) -> None:
        self.paths: dict[int, tuple[Path, QPainterPath, tuple[Line, ...]]] = {}
        self.images: dict[int, tuple[Image, QImage]] = {}
        self.lines: dict[tuple[str, Font], tuple[QGlyphRun | _Foreign, ...]] = {}
        self.outlines: dict[tuple[str, Font], QPainterPath] = {}


class _Foreign:
    """A run that Inter lacks, in whatever font the system has, stretched to its width."""

    def __init__(self, run: inter.Run, font: Font) -> None:
        self.run = run
        self.font = QFont("sans-serif")
        self.font.setStyleHint(QFont.StyleHint.SansSerif)
        self.font.setPixelSize(100)
        self.font.setBold(font.weight >= _HEAVY)
        natural = QFontMetricsF(self.font).horizontalAdvance(run.text)
        self.scale_y = font.size / 100
        self.scale_x = run.width / natural if natural > 0 and run.width > 0 else self.scale_y

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x + self.run.x, y)
        painter.scale(self.scale_x, self.scale_y)
        painter.setFont(self.font)
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self.run.rtl else Qt.LayoutDirection.LeftToRight
        )
        painter.drawText(QPointF(0, 0), self.run.text)
        painter.restore()


_memory = _Memory()


def paint(painter: QPainter, drawing: Drawing, zoom: float | None = None, *, background: bool = True) -> None:
    """Paint a whole drawing, map units as the painter's units; `zoom` as in `paint_shape`."""
    if background:
        painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), colour(drawing.background))
    for layer in drawing.layers:
        paint_shapes(painter, layer.cells, zoom)


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], zoom: float | None = None) -> None:
    """Paint shapes in their order."""
    for shape in shapes:
        _PAINT[type(shape)](painter, shape, zoom)


def paint_shape(painter: QPainter, shape: Shape, zoom: float | None = None) -> None:
    """Paint a shape, a group with all in it; turn antialiasing on before.

    `zoom` is the screen's (1.0 = 100 %) and leaves out what is too fine for it or only meant for farther out; without it
    everything is painted that belongs into files. What the painter is scaled by is its own affair.
    """
    _PAINT[type(shape)](painter, shape, zoom)


@lru_cache(maxsize=1024)
def colour(name: str, opacity: float = 1.0) -> QColor:
    """Return "#rrggbb" with an opacity."""
    made = QColor(name)
    made.setAlphaF(opacity)
    return made


@lru_cache(maxsize=1024)
def _pen(stroke: Stroke | None) -> QPen:
    if stroke is None:
        return _NO_PEN
    pen = QPen(colour(stroke.colour, stroke.opacity), stroke.width)
    pen.setCapStyle(_CAPS[stroke.cap])
    pen.setJoinStyle(_JOINS[stroke.join])
    pen.setMiterLimit(4)
    if stroke.dash and stroke.width > 0:
        dash = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        pen.setDashPattern([length / stroke.width for length in dash])
    return pen


@lru_cache(maxsize=1024)
def _brush(fill: str, opacity: float) -> QBrush:
    return QBrush(colour(fill, opacity)) if fill else _NO_BRUSH


def _group(painter: QPainter, group: Group, zoom: float | None) -> None:
    if not (group.max_zoom == _FILES if zoom is None else group.min_zoom <= zoom < group.max_zoom):
        return
    if group.opacity < 1:
        _faint(painter, group, zoom)
        return
    moves = group.dx != 0 or group.dy != 0
    if moves:
        painter.translate(group.dx, group.dy)
    for child in group.children:
        _PAINT[type(child)](painter, child, zoom)
    if moves:
        painter.translate(-group.dx, -group.dy)


def _faint(painter: QPainter, group: Group, zoom: float | None) -> None:
    """Paint a group's shapes as one, then faintly; paper has no such layer and gets every shape faint."""
    painter.save()
    box = bounds(group)
    if isinstance(painter.device(), QImage) and box is not None:
        transform = painter.combinedTransform()
        seen = transform.mapRect(QRectF(*box)).toAlignedRect().adjusted(-2, -2, 2, 2)
        seen = seen.intersected(painter.viewport())
        if not seen.isEmpty():
            layer = QImage(seen.size(), QImage.Format.Format_ARGB32_Premultiplied)
            layer.fill(Qt.GlobalColor.transparent)
            inner = QPainter(layer)
            inner.setRenderHints(painter.renderHints())
            inner.translate(-seen.topLeft())
            inner.setTransform(transform, combine=True)
            inner.translate(group.dx, group.dy)
            paint_shapes(inner, group.children, zoom)
            inner.end()
            painter.resetTransform()
            painter.setOpacity(painter.opacity() * group.opacity)
            painter.drawImage(seen.topLeft(), layer)
    else:
        painter.setOpacity(painter.opacity() * group.opacity)
        painter.translate(group.dx, group.dy)
        paint_shapes(painter, group.children, zoom)
    painter.restore()


def _rect(painter: QPainter, rect: Rect, _zoom: float | None) -> None:
    painter.setPen(_pen(rect.stroke))
    painter.setBrush(_brush(rect.fill, rect.fill_opacity))
    if rect.radius:
        radius = min(rect.radius, rect.width / 2, rect.height / 2)
        painter.drawRoundedRect(QRectF(rect.x, rect.y, rect.width, rect.height), radius, radius)
    else:
        painter.drawRect(QRectF(rect.x, rect.y, rect.width, rect.height))


def _circle(painter: QPainter, circle: Circle, _zoom: float | None) -> None:
    painter.setPen(_pen(circle.stroke))
    painter.setBrush(_brush(circle.fill, circle.fill_opacity))
    painter.drawEllipse(QPointF(circle.x, circle.y), circle.radius, circle.radius)


def _path(painter: QPainter, path: Path, _zoom: float | None) -> None:
    known = _memory.paths.get(id(path))
    if known is None:
        _make_room(_memory.paths)
        known = _memory.paths[id(path)] = (path, _qt_path(path), long_lines(path))
    painter.setPen(_pen(path.stroke))
    if known[2]:
        _dashed(painter, path, known[2])
        return
    painter.setBrush(_brush(path.fill, path.fill_opacity))
    painter.drawPath(known[1])


def _dashed(painter: QPainter, path: Path, lines: tuple[Line, ...]) -> None:
    assert path.stroke is not None
    dash = path.stroke.dash
    if painter.hasClipping():
        box = painter.clipBoundingRect()
    else:
        box = painter.combinedTransform().inverted()[0].mapRect(QRectF(painter.viewport()))
    width = path.stroke.width
    box.adjust(-width, -width, width, width)
    period = sum(dash) if len(dash) % 2 == 0 else 2 * sum(dash)
    parts = seen(lines, period, box.left(), box.top(), box.right(), box.bottom())
    if isinstance(painter.device(), QImage):
        parts = chunks(parts, period)
    painter.drawLines([QLineF(*part) for part in parts])


def _qt_path(path: Path) -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    steps: dict[str, Any] = {"M": made.moveTo, "L": made.lineTo, "C": made.cubicTo, "Z": made.closeSubpath}
    for kind, *numbers in path.segments:
        steps[kind](*numbers)
    return made


def _text(painter: QPainter, text: Text, zoom: float | None) -> None:
    if zoom is not None and text.font.size * zoom < text.smallest:
        return
    key = (text.text, text.font)
    line = _memory.lines.get(key)
    if line is None:
        _make_room(_memory.lines)
        line = _memory.lines[key] = _line(text.text, text.font)
    if not text.angle:
        _pieces(painter, text, line, text.x - _lead(text), text.y)
        return
    painter.save()
    painter.translate(text.x, text.y)
    painter.rotate(text.angle)
    _pieces(painter, text, line, -_lead(text), 0.0)
    painter.restore()


def _lead(text: Text) -> float:
    """How far the text reaches to the left of its anchor."""
    return inter.measure(text.text, text.font) * _ANCHORS[text.anchor] if text.anchor != "start" else 0.0


def _pieces(
    painter: QPainter, text: Text, line: tuple[QGlyphRun | _Foreign, ...], x: float, y: float
) -> None:
    is_large = text.font.size * _scale(painter) > _LARGEST_GLYPH_RUN and not isinstance(
        painter.device(), QPagedPaintDevice
    )
    painter.setPen(colour(text.fill))
    for piece in line:
        if isinstance(piece, _Foreign):
            piece.paint(painter, x, y)
        elif not is_large:
            painter.drawGlyphRun(QPointF(x, y), piece)
    if is_large:
        painter.translate(x, y)
        painter.fillPath(_outline(text.text, text.font), colour(text.fill))
        painter.translate(-x, -y)


def _scale(painter: QPainter) -> float:
    """How many device pixels a unit is."""
    transform = painter.deviceTransform()
    return math.hypot(transform.m21(), transform.m22())


def _outline(text: str, font: Font) -> QPainterPath:
    """Return the outlines of all of a text that Inter has."""
    key = (text, font)
    known = _memory.outlines.get(key)
    if known is None:
        _make_room(_memory.outlines)
        known = _memory.outlines[key] = QPainterPath()
        known.setFillRule(Qt.FillRule.WindingFill)
        for run in inter.runs(text, font):
            if not run.foreign:
                path = _qt_path(Path(inter.outline(run.text, font)))
                path.translate(run.x, 0)
                known.addPath(path)
    return known


def _line(text: str, font: Font) -> tuple[QGlyphRun | _Foreign, ...]:
    return tuple(
        _Foreign(run, font) if run.foreign else _glyph_run(run, font) for run in inter.runs(text, font)
    )


def _glyph_run(run: inter.Run, font: Font) -> QGlyphRun:
    placed = inter.glyphs(run.text, font)
    made = QGlyphRun()
    made.setRawFont(raw_font(font.size, font.weight))
    made.setGlyphIndexes([glyph for glyph, _, _ in placed])
    made.setPositions([QPointF(run.x + x, y) for _, x, y in placed])
    return made


def _image(painter: QPainter, image: Image, _zoom: float | None) -> None:
    known = _memory.images.get(id(image))
    if known is None:
        if len(_memory.images) >= 100:
            _memory.images.clear()
        known = _memory.images[id(image)] = (image, QImage.fromData(image.data))
    picture = known[1]
    if picture.isNull():
        return
    fit = min(image.width / picture.width(), image.height / picture.height())
    width, height = picture.width() * fit, picture.height() * fit
    x, y = image.x + (image.width - width) / 2, image.y + (image.height - height) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(x, y, width, height), picture)


def _make_room(memory: dict[Any, Any]) -> None:
    if len(memory) >= _REMEMBERED:
        memory.clear()


_PAINT: dict[type, Callable[[QPainter, Any, float | None], None]] = {
    Group: _group, Rect: _rect, Circle: _circle, Path: _path, Text: _text, Image: _image,
}  # fmt: skip
