"""Drawings as PDF: vectors, live text with its fonts embedded, a poster or sheets of paper to glue together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from app.drawing.hit import Index, Item
from app.drawing.shapes import Drawing, Text
from app.i18n import tr
from app.layout.font import measure
from app.layout.measure import Font
from app.layout.result import Box
from app.painters import qt
from app.painters.options import PictureOptions
from app.painters.page import FOOTER_MM, MARGIN_MM, OVERLAP_MM, Sheet, poster, sheets
from app.painters.qt_session import ensure_session

_DPI = 1200
_DOTS_PER_MM = _DPI / 25.4
_INK, _MARKS = "#4b535c", "#808080"
_TOLD_EVERY = 1000  # shapes between two words on progress
_FOOTER_MM = 2.8  # size of its type: 8 pt
_MARK_MM = 4.0

Progress = Callable[[float], None]


def paint(
    pages: Sequence[Drawing] | Drawing,
    options: PictureOptions | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the pages as one PDF file; what is too large for a sheet goes on several with marks where they overlap.

    `progress` gets 0 to 1 and may raise to stop.
    """
    options, tell = options or PictureOptions(), progress or (lambda _: None)
    drawings = (pages,) if isinstance(pages, Drawing) else tuple(pages)
    ensure_session()
    cut = [(drawing, sheet) for drawing in drawings for sheet in _sheets(drawing, options)]
    data = QByteArray()
    with _writer(data, drawings[0].title, cut[0][1]) as writer:
        document = _Document(writer, len(cut), has_footer=options.page != "poster")
        try:
            index, drawn = Index(cut[0][0]), cut[0][0]
            for number, (drawing, sheet) in enumerate(cut):
                if drawing is not drawn:
                    index, drawn = Index(drawing), drawing
                document.add(index, sheet, number, tell)
        finally:
            document.close()
    return bytes(data.data())


def _sheets(drawing: Drawing, options: PictureOptions) -> tuple[Sheet, ...]:
    if options.page == "poster":
        return (poster(drawing.width, drawing.height),)
    return sheets(drawing.width, drawing.height, options.page)


@contextmanager
def _writer(data: QByteArray, title: str, first: Sheet) -> Iterator[QPdfWriter]:
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Journeylines")
    _use_page(writer, first)
    try:
        yield writer
    finally:
        buffer.close()


def _use_page(writer: QPdfWriter, sheet: Sheet) -> None:
    size = QPageSize(
        QSizeF(sheet.width, sheet.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))


class _Document:
    """The open file, sheet by sheet; works in millimetres."""

    def __init__(self, writer: QPdfWriter, count: int, *, has_footer: bool) -> None:
        self._writer = writer
        self._count = count
        self._has_footer = has_footer
        self._painter = QPainter(writer)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # or Qt draws default pens as hairlines

    def close(self) -> None:
        self._painter.end()

    def add(self, index: Index, sheet: Sheet, number: int, tell: Progress) -> None:
        if number:
            _use_page(self._writer, sheet)
            self._writer.newPage()
        painter, (left, top, width, height) = self._painter, sheet.source
        painter.save()
        painter.scale(_DOTS_PER_MM, _DOTS_PER_MM)
        painter.save()
        painter.translate(sheet.x, sheet.y)
        painter.scale(sheet.scale, sheet.scale)
        painter.translate(-left, -top)
        if any(sheet.overlaps):
            painter.setClipRect(QRectF(*sheet.source))
        painter.fillRect(QRectF(*sheet.source), qt.colour(index.drawing.background))
        self._items(index.items(Box(left - 4, top - 4, width + 8, height + 8)), number, tell)
        painter.restore()
        self._marks(sheet)
        if self._has_footer:
            self._footer(index.drawing, sheet, number)
        painter.restore()

    def _items(self, items: list[Item], number: int, tell: Progress) -> None:
        at = (0.0, 0.0)
        for place, item in enumerate(items):
            if place % _TOLD_EVERY == 0:
                tell((number + place / len(items)) / self._count)
            if item.cell.max_zoom != float("inf"):
                continue
            self._painter.translate(item.cell.dx - at[0], item.cell.dy - at[1])
            at = (item.cell.dx, item.cell.dy)
            qt.paint_shape(self._painter, item.shape)

    def _marks(self, sheet: Sheet) -> None:
        """Short lines in the margin where the neighbouring sheet begins."""
        painter = self._painter
        painter.setPen(QPen(qt.colour(_MARKS), 0.15))
        width, height = sheet.source[2] * sheet.scale, sheet.source[3] * sheet.scale
        right, bottom = sheet.x + width, sheet.y + height
        is_left, is_top, is_right, is_bottom = sheet.overlaps
        half = OVERLAP_MM / 2
        for x in ([sheet.x + half] if is_left else []) + ([right - half] if is_right else []):
            painter.drawLine(QPointF(x, sheet.y - 1 - _MARK_MM), QPointF(x, sheet.y - 1))
            painter.drawLine(QPointF(x, bottom + 1), QPointF(x, bottom + 1 + _MARK_MM))
        for y in ([sheet.y + half] if is_top else []) + ([bottom - half] if is_bottom else []):
            painter.drawLine(QPointF(sheet.x - 1 - _MARK_MM, y), QPointF(sheet.x - 1, y))
            painter.drawLine(QPointF(right + 1, y), QPointF(right + 1 + _MARK_MM, y))

    def _footer(self, drawing: Drawing, sheet: Sheet, number: int) -> None:
        baseline = sheet.height - MARGIN_MM - FOOTER_MM / 2 + _FOOTER_MM
        page = tr("Page {page} of {pages}", page=number + 1, pages=self._count)
        right = f"{date.today().isoformat()} · {page}"
        font = Font(_FOOTER_MM, 400)
        room = sheet.width - 2 * MARGIN_MM - measure(right, font) - 6
        left = _shortened(
            " · ".join(part for part in (drawing.title, drawing.description) if part), font, room
        )
        for x, words, anchor in ((MARGIN_MM, left, "start"), (sheet.width - MARGIN_MM, right, "end")):
            qt.paint_shape(self._painter, Text(x, baseline, words, font, _INK, 0.0, anchor))  # type: ignore[arg-type]


def _shortened(text: str, font: Font, room: float) -> str:
    if measure(text, font) <= room:
        return text
    while text and measure(text + "…", font) > room:
        text = text[: -max(1, len(text) // 40)]
    return text.rstrip() + "…"
