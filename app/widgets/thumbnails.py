"""Small pictures of whole maps for cards, drawn by the worker."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.drawing.shapes import Drawing
from app.drawing.tokens import THEMES
from app.export import draw
from app.i18n import tr
from app.model.journey import Journey
from app.model.view import View
from app.painters.qt import colour, paint
from app.widgets.jobs import Jobs, Report

SIZE = QSize(248, 138)
_HEADERS, _BAND = 300.0, 66.0  # map units: the role headers, the phase band


def thumbnail(journey: Journey, theme: str, size: QSize, ratio: float) -> QImage:
    """Return the map without its title and foot, whole, as it looks from far away."""
    drawing = draw(journey, View(), theme)
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour(THEMES[theme].bg))
    part = _part(drawing, size.width() / size.height())
    scale = image.width() / part.width()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-part.x(), -part.y())
    paint(painter, drawing, 0.35, background=False)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def ask_for(
    jobs: Jobs, make: Callable[[], Journey], theme: str, card: QWidget, show: Callable[[QImage], None]
) -> None:
    """Draw the thumbnail of a journey that `make` reads and show it, if its card is still there and all went well."""
    ratio = card.devicePixelRatioF()

    def task(_report: Report) -> QImage:
        return thumbnail(make(), theme, SIZE, ratio)

    job = jobs.start(tr("Drawing…"), task, show, lambda _error: None)
    card.destroyed.connect(job.cancel)


def _part(drawing: Drawing, shape: float) -> QRectF:
    """Return the whole map with headers and phases in a frame of this shape."""
    x, y, width, height = drawing.map_box
    whole = QRectF(x - _HEADERS, y - _BAND, width + _HEADERS, height + _BAND)
    framed_width = max(whole.width(), whole.height() * shape)
    framed_height = framed_width / shape
    return QRectF(
        whole.x() - (framed_width - whole.width()) / 2,
        whole.y() - (framed_height - whole.height()) / 2,
        framed_width,
        framed_height,
    )
