"""The preview of an export: the very drawing that is going to be written, on a sheet of its shape."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.shapes import Drawing
from app.drawing.tokens import Theme
from app.i18n import tr
from app.painters.qt import paint

PAD_PX = 18
_SQUARE_PX = 8


class Proof(Struct, frozen=True):
    """A drawing painted small: `cuts` are where sheets of paper end, in parts of width and height."""

    image: QImage
    width: float
    height: float
    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()


def proof_of(
    drawing: Drawing, room: QSize, ratio: float, *, is_transparent: bool,
    across: tuple[float, ...] = (), down: tuple[float, ...] = (),
) -> Proof:  # fmt: skip
    """Return the drawing as it fits into a room on the screen, sharp on a screen of this density."""
    scale = min(room.width() / drawing.width, room.height() / drawing.height, 1.0)
    size = QSize(max(1, round(drawing.width * scale * ratio)), max(1, round(drawing.height * scale * ratio)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / drawing.width, size.height() / drawing.height)
    paint(painter, drawing, background=not is_transparent)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return Proof(image, drawing.width, drawing.height, across, down)


class Preview(QWidget):
    """Shows a proof in the middle of a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.proof: Proof | None = None
        self.setAccessibleName(tr("Preview"))
        self.setMinimumSize(200, 90)  # a screen at 200 % has little room
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def room(self) -> QSize:
        """Return how large a proof may be."""
        return QSize(max(self.width() - 2 * PAD_PX, 50), max(self.height() - 2 * PAD_PX, 50))

    def show_proof(self, proof: Proof) -> None:
        """Show this one from now on."""
        self.proof = proof
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.phase))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.proof is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Drawing…"))
            return
        self._paint_proof(painter, self.proof)

    def _paint_proof(self, painter: QPainter, proof: Proof) -> None:
        room = self.room()
        scale = min(room.width() / proof.width, room.height() / proof.height, 1.0)
        width, height = proof.width * scale, proof.height * scale
        sheet = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.fillRect(sheet.translated(0, 2).adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 40))
        _chequer(painter, sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(sheet, proof.image)
        pen = QPen(QColor(self._theme.accent), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for part in proof.across:
            x = sheet.left() + part * width
            painter.drawLine(QPointF(x, sheet.top()), QPointF(x, sheet.bottom()))
        for part in proof.down:
            y = sheet.top() + part * height
            painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y))


def _chequer(painter: QPainter, sheet: QRectF) -> None:
    """Draw the ground that shows through where a picture has none."""
    painter.save()
    painter.setClipRect(sheet)
    painter.fillRect(sheet, QColor("#ffffff"))
    size = _SQUARE_PX
    for row in range(int(sheet.height() // size) + 1):
        for column in range(row % 2, int(sheet.width() // size) + 1, 2):
            place = QRectF(sheet.left() + column * size, sheet.top() + row * size, size, size)
            painter.fillRect(place, QColor("#e4e4e4"))
    painter.restore()
