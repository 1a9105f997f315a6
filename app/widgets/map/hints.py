"""What a map without roles or touchpoints says about how to begin; on the screen only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter

from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Role, Touchpoint
from app.seeing.camera import Camera
from app.widgets.fonts import font
from app.widgets.map.stage import Stage

SIZE_PX = 14
BELOW_PX = 16.0  # the layout's own words
KEY = "Ctrl+Return"


def hint(journey: Journey, shown_roles: int) -> str:
    """Return how to begin, "" where the map has begun."""
    keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
    if not journey.all(Role):
        return tr("Double-click, or press {keys}, to add the first role.", keys=keys)
    if shown_roles and not journey.all(Touchpoint):
        return tr("Double-click in a lane, or press {keys}, to make the first touchpoint.", keys=keys)
    return ""


def paint_hint(painter: QPainter, camera: Camera, stage: Stage, words: str, size_px: tuple[int, int]) -> None:
    """Paint the words below what the layout says of an empty map."""
    note = stage.layout.note
    if not note:
        return
    written = font(SIZE_PX, 500)
    metrics = QFontMetricsF(written)
    x, y = camera.to_view(note[0].x + note[0].width / 2, note[0].y)
    width = min(metrics.horizontalAdvance(words) + 2, size_px[0] - 24.0)
    rect = metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), words)
    clear = stage.pins.clear(camera, *size_px)
    left = max(min(max(x - width / 2, clear.x + 12.0), size_px[0] - width - 12.0), 12.0)
    painter.save()
    painter.setFont(written)
    painter.setPen(QColor(stage.theme.ink2))
    place = QRectF(QPointF(left, y + BELOW_PX * max(camera.zoom, 0.6)), QPointF(left + width, y + 1000))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(place.adjusted(0, 0, 0, rect.height()), int(flags), words)
    painter.restore()
