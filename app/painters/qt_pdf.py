"""Drawings as PDF: vectors, live text with its fonts embedded, a poster or sheets of paper to glue together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from app.drawing.hit import Index, Item
from app.drawing.opaque import opaque
from app.drawing.shapes import Drawing, Text
from app.i18n import tr
from app.layout.font import measure
from app.layout.measure import Font
from app.layout.result import Box
from app.model.time_vocabulary import day_words
from app.painters import qt
from app.painters.options import PictureOptions
from app.painters.page import MARGIN_MM, Sheet, on_paper, poster
from app.painters.pdf_stamp import made_at, stamped
from app.painters.qt_session import ensure_session

_DPI = 1200
_INK, _MARKS = "#4b535c", "#808080"
_TOLD_EVERY = 1000  # shapes between two words on progress
_FOOTER_MM = 2.8  # size of its type: 8 pt
_MARK_MM = 4.0  # shorter at the foot, where the footer is

# (in the row of phases, in the column of headers) -> the pinned layers a window shows; none named: everything
_PINNED = {
    (False, False): frozenset[str](),
    (False, True): frozenset({"left", "corner"}),
    (True, False): frozenset({"top", "corner"}),
    (True, True): frozenset({"corner"}),
}

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
    drawings = tuple(map(opaque, (pages,) if isinstance(pages, Drawing) else pages))
    ensure_session()
    placed = [_sheets(drawing, options) for drawing in drawings]
    cut = [(drawing, sheet) for drawing, sheets in placed for sheet in sheets]
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
    return stamped(bytes(data.data()), made_at())


def print_on(
    device: QPagedPaintDevice, drawing: Drawing, paper: str, progress: Progress | None = None
) -> None:
    """Paint the drawing on sheets of a4 or a3 in landscape through a printer's device, as into a PDF file."""
    ensure_session()
    drawing, cut = on_paper(opaque(drawing), paper)
    _use_page(device, cut[0])
    document = _Document(device, len(cut), has_footer=True)
    try:
        index = Index(drawing)
        for number, sheet in enumerate(cut):
            document.add(index, sheet, number, progress or (lambda _: None))
    finally:
        document.close()


def _sheets(drawing: Drawing, options: PictureOptions) -> tuple[Drawing, tuple[Sheet, ...]]:
    if options.page == "poster":
        return drawing, (poster(drawing),)
    return on_paper(drawing, options.page)


@contextmanager
def _writer(data: QByteArray, title: str, first: Sheet) -> Iterator[QPdfWriter]:
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QHashSeed.setDeterministicGlobalSeed()  # or fonts come in any order: the same pages shall be the same file
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Journeylines")
    _use_page(writer, first)
    try:
        yield writer
    finally:
        QHashSeed.resetRandomGlobalSeed()
        buffer.close()


@contextmanager
def _saved(painter: QPainter) -> Iterator[QPainter]:
    painter.save()
    try:
        yield painter
    finally:
        painter.restore()


def _use_page(writer: QPagedPaintDevice, sheet: Sheet) -> None:
    size = QPageSize(
        QSizeF(sheet.width, sheet.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))


class _Document:
    """The open file, sheet by sheet; works in millimetres."""

    def __init__(self, writer: QPagedPaintDevice, count: int, *, has_footer: bool) -> None:
        self._writer = writer
        self._dots_per_mm = writer.logicalDpiX() / 25.4
        self._count = count
        self._has_footer = has_footer
        self._painter = QPainter(writer)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # or Qt draws default pens as hairlines

    def close(self) -> None:
        self._painter.end()

    def add(self, index: Index, sheet: Sheet, number: int, tell: Progress) -> None:
        def inner(part: float) -> None:
            tell((number + part) / self._count)

        if number:
            if isinstance(self._writer, QPdfWriter):  # a printer keeps its paper
                _use_page(self._writer, sheet)
            self._writer.newPage()
        with _saved(self._painter) as painter:
            painter.scale(self._dots_per_mm, self._dots_per_mm)
            y = sheet.margin
            for row, down in enumerate(sheet.rows):
                x = sheet.margin
                for column, along in enumerate(sheet.columns):
                    pinned = _PINNED[row < len(sheet.rows) - 1, column < len(sheet.columns) - 1]
                    part = Box(along.start, down.start, along.length, down.length)
                    with _saved(painter):
                        painter.translate(x, y)
                        self._window(index, sheet, part, pinned, inner)
                    x += along.length * sheet.scale
                y += down.length * sheet.scale
            self._marks(sheet)
            if self._has_footer:
                self._footer(index.drawing, sheet, number)

    def _window(self, index: Index, sheet: Sheet, part: Box, pinned: frozenset[str], tell: Progress) -> None:
        """Draw a part of the drawing, its corner at the painter's origin: all of it, or the layers pinned so."""
        near = [
            item
            for item in index.items(Box(part.x - 4, part.y - 4, part.width + 8, part.height + 8))
            if item.cell.max_zoom == float("inf") and (not pinned or item.layer.pinned in pinned)
        ]
        uncut = [item for item in near if not pinned and _is_uncut(item, sheet)]
        kept = {id(item) for item in uncut}
        self._painter.scale(sheet.scale, sheet.scale)
        self._painter.translate(-part.x, -part.y)
        with _saved(self._painter) as painter:
            painter.setClipRect(QRectF(*part))
            painter.fillRect(QRectF(*part), qt.colour(index.drawing.background))
            for place, item in enumerate(near):
                if place % _TOLD_EVERY == 0:
                    tell(place / len(near))
                if id(item) not in kept:
                    self._item(item)
        for item in uncut:
            if sheet.owns(item.box.x + item.box.width / 2, item.box.y + item.box.height / 2):
                self._item(item)

    def _item(self, item: Item) -> None:
        self._painter.translate(item.cell.dx, item.cell.dy)
        qt.paint_shape(self._painter, item.shape)
        self._painter.translate(-item.cell.dx, -item.cell.dy)

    def _marks(self, sheet: Sheet) -> None:
        """Short lines in the margin where the sheet meets its neighbour."""
        painter = self._painter
        painter.setPen(QPen(qt.colour(_MARKS), 0.15))
        left = top = sheet.margin
        right = left + sum(span.length for span in sheet.columns) * sheet.scale
        bottom = top + sum(span.length for span in sheet.rows) * sheet.scale
        (is_left, is_top), (is_right, is_bottom) = sheet.has_before, sheet.has_after
        (across, down), (own_x, own_y) = (sheet.columns[-1], sheet.rows[-1]), sheet.own
        first_x = right - (across.end - own_x.start) * sheet.scale
        last_x = right - (across.end - own_x.end) * sheet.scale
        first_y = bottom - (down.end - own_y.start) * sheet.scale
        last_y = bottom - (down.end - own_y.end) * sheet.scale
        for x in [first_x] * is_left + [last_x] * is_right:
            painter.drawLine(QPointF(x, top - 1 - _MARK_MM), QPointF(x, top - 1))
            painter.drawLine(QPointF(x, bottom + 0.7), QPointF(x, bottom + 2.0))
        for y in [first_y] * is_top + [last_y] * is_bottom:
            painter.drawLine(QPointF(left - 1 - _MARK_MM, y), QPointF(left - 1, y))
            painter.drawLine(QPointF(right + 1, y), QPointF(right + 1 + _MARK_MM, y))

    def _footer(self, drawing: Drawing, sheet: Sheet, number: int) -> None:
        baseline = sheet.height - MARGIN_MM - 1
        page = tr("Page {page} of {pages}", page=number + 1, pages=self._count)
        made = made_at()
        right = f"{day_words(made.day, made.month, made.year)} · {page}"
        font = Font(_FOOTER_MM, 400)
        room = sheet.width - 2 * MARGIN_MM - measure(right, font) - 6
        left = _shortened(
            " · ".join(part for part in (drawing.title, drawing.description) if part), font, room
        )
        for x, words, anchor in ((MARGIN_MM, left, "start"), (sheet.width - MARGIN_MM, right, "end")):
            qt.paint_shape(self._painter, Text(x, baseline, words, font, _INK, 0.0, anchor))  # type: ignore[arg-type]


def _is_uncut(item: Item, sheet: Sheet) -> bool:
    """Tell whether something is a small part of title or legend."""
    if not any((*sheet.has_before, *sheet.has_after)):
        return False
    is_beside = item.box.bottom <= sheet.map_rows.start or item.box.y >= sheet.map_rows.end
    return is_beside and item.box.width < sheet.columns[-1].length / 2


def _shortened(text: str, font: Font, room: float) -> str:
    if measure(text, font) <= room:
        return text
    while text and measure(text + "…", font) > room:
        text = text[: -max(1, len(text) // 40)]
    return text.rstrip() + "…"
