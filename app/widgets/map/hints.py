"""What a map without roles or touchpoints says: that it is empty, and how to begin; in sight wherever one looks."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter

from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Role, Touchpoint
from app.seeing.camera import Camera
from app.widgets.fonts import font
from app.widgets.map.stage import Stage

SIZE_PX, NOTE_PX = 14, 18
LEAST_PX = 280.0  # beside the headers
BELOW_PX, EDGE_PX, CARD_PX = 8.0, 26.0, 16.0
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
KEY = "Ctrl+Return"


class _Line(NamedTuple):
    words: str
    size_px: int
    weight: int
    colour: str


def hint(journey: Journey, shown_roles: int) -> str:
    """Return how to begin, "" where the map has begun."""
    keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
    if not journey.all(Role):
        return tr("Double-click, or press {keys}, to add the first role.", keys=keys)
    if shown_roles and not journey.all(Touchpoint):
        return tr("Double-click in a lane, or press {keys}, to make the first touchpoint.", keys=keys)
    return ""


def paint_hint(painter: QPainter, camera: Camera, stage: Stage, words: str, size_px: tuple[int, int]) -> None:
    """Paint what the layout says of an empty map, and the words below it, in the middle of what is in sight."""
    note = stage.layout.note
    if not note:
        return
    clear = stage.pins.clear(camera, *size_px)
    left = clear.x if clear.width >= LEAST_PX else 0.0  # rather over headers than cut
    room = QRectF(left, clear.y, size_px[0] - left, clear.height).adjusted(
        EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX
    )
    said = " ".join(row.text for row in note)
    lines = [_Line(said, NOTE_PX, 400, stage.theme.muted), _Line(words, SIZE_PX, 500, stage.theme.ink2)]
    boxes = [_box(line, room.width()) for line in lines if line.words]
    x, y = camera.to_view(note[0].x + note[0].width / 2, note[0].y)
    width = max(box.width() for box in boxes)
    height = sum(box.height() for box in boxes) + BELOW_PX * (len(boxes) - 1)
    left = min(max(x - width / 2, room.left()), max(room.right() - width, room.left()))
    top = min(max(y - NOTE_PX, room.top()), max(room.bottom() - height, room.top()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(stage.theme.line))
    painter.setBrush(QColor(stage.theme.card))
    card = QRectF(left, top, width, height).adjusted(-CARD_PX, -CARD_PX * 0.75, CARD_PX, CARD_PX * 0.75)
    painter.drawRoundedRect(card, 8, 8)  # no line of the map runs through the words
    for line, box in zip(lines, boxes, strict=False):
        painter.setFont(font(line.size_px, line.weight))
        painter.setPen(QColor(line.colour))
        painter.drawText(QRectF(left, top, width, box.height() + 1), _FLAGS, line.words)
        top += box.height() + BELOW_PX
    painter.restore()


def _box(line: _Line, width: float) -> QRectF:
    """Return how much room a line takes, broken where it is wider than this."""
    metrics = QFontMetricsF(font(line.size_px, line.weight))
    wished = min(metrics.horizontalAdvance(line.words) + 2, width)
    return metrics.boundingRect(QRectF(0, 0, wished, 1000), _FLAGS, line.words)
