"""A drawing as PNG, painted and packed strip by strip."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.drawing.hit import Index
from app.drawing.shapes import Drawing
from app.i18n import tr
from app.layout.result import Box
from app.model.errors import JourneyError
from app.painters import qt
from app.painters.options import PictureOptions
from app.painters.png import PngWriter
from app.painters.qt_session import ensure_session

UNIT_DPI = 96
MOST_PIXELS = 500_000_000
_USUAL_SCALE, _USUAL_PIXELS = 2.0, 100_000_000  # where nothing is asked
_STRIP_PIXELS = 3_000_000
_TILE_WIDTH = 16_000  # Qt paints right up to 32,767 px
_MARGIN = 4.0  # map units by which what is painted reaches out of its box: miter joins, glyphs

Progress = Callable[[float], None]


def size_px(drawing: Drawing, options: PictureOptions) -> tuple[int, int, float]:
    """Return width and height in pixels and the scale; refuse what no program could open."""
    wanted = options.width_px / drawing.width if options.width_px else options.scale
    if wanted is None and options.dpi:
        wanted = options.dpi / UNIT_DPI
    area = drawing.width * drawing.height
    scale = wanted or min(_USUAL_SCALE, (_USUAL_PIXELS / area) ** 0.5)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    if wanted and width * height > MOST_PIXELS * 1.001:
        most = int((MOST_PIXELS * drawing.width / drawing.height) ** 0.5)
        raise JourneyError(
            tr("A PNG of {width} × {height} pixels is too large.", width=width, height=height),
            do=tr("Ask for at most {most} pixels of width, or export an SVG or a PDF.", most=most),
        )
    return width, height, scale


def paint(drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None) -> bytes:
    """Return the drawing as a PNG file; `progress` gets 0 to 1 between strips and may raise to stop."""
    options = options or PictureOptions()
    width, height, scale = size_px(drawing, options)
    ensure_session()
    strips = _Strips(drawing, scale, width, height, transparent=options.transparent)
    writer = PngWriter(width, height, has_alpha=options.transparent, dpi=UNIT_DPI * scale)
    rows = max(1, _STRIP_PIXELS // width)
    with ThreadPoolExecutor(1) as packer:  # packs one strip while the next is painted
        packing: Future[None] | None = None
        for top in range(0, height, rows):
            if progress:
                progress(top / height)
            painted = strips.rows(top, min(rows, height - top))
            if packing:
                packing.result()
            packing = packer.submit(writer.add, painted)
        if packing:
            packing.result()
    return writer.file()


class _Strips:
    """Paints any rows of the picture, only with what stands in them."""

    def __init__(self, drawing: Drawing, scale: float, width: int, height: int, *, transparent: bool) -> None:
        self._drawing = drawing
        self._index = Index(drawing)
        self._width = width
        self._scale_x, self._scale_y = width / drawing.width, height / drawing.height
        self._scale = scale
        self._transparent = transparent

    def rows(self, top: int, count: int) -> bytes:
        """Return the rows as PNG wants them, a zero byte before each."""
        tiles = [
            (self._tile(left, top, min(_TILE_WIDTH, self._width - left), count))
            for left in range(0, self._width, _TILE_WIDTH)
        ]
        samples = 4 if self._transparent else 3
        views = [(tile.constBits(), tile.bytesPerLine(), tile.width() * samples) for tile in tiles]
        parts: list[bytes | bytearray | memoryview] = []
        for row in range(count):
            parts.append(b"\0")
            parts += [view[row * stride : row * stride + length] for view, stride, length in views]
        return b"".join(parts)

    def _tile(self, left: int, top: int, width: int, height: int) -> QImage:
        kind = QImage.Format.Format_ARGB32_Premultiplied if self._transparent else QImage.Format.Format_RGB32
        image = _there(QImage(width, height, kind))
        image.fill(Qt.GlobalColor.transparent if self._transparent else qt.colour(self._drawing.background))
        box = QRectF(
            left / self._scale_x, top / self._scale_y, width / self._scale_x, height / self._scale_y
        ).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-left, -top)
        painter.scale(self._scale_x, self._scale_y)
        at = (0.0, 0.0)
        for item in self._index.items(Box(box.x(), box.y(), box.width(), box.height())):
            if item.cell.max_zoom != float("inf"):
                continue
            painter.translate(item.cell.dx - at[0], item.cell.dy - at[1])
            at = (item.cell.dx, item.cell.dy)
            qt.paint_shape(painter, item.shape)
        painter.end()
        return _there(
            image.convertToFormat(
                QImage.Format.Format_RGBA8888 if self._transparent else QImage.Format.Format_RGB888
            )
        )


def _there(image: QImage) -> QImage:
    """Return the image; raises MemoryError where there was no room for it, which Qt does not say."""
    if image.isNull():
        raise MemoryError
    return image
