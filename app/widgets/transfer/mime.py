"""What is on the clipboard after copying: our own form, a table for spreadsheets, text, and pictures drawn when asked for."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from app.export import draw
from app.files import native
from app.i18n import tr
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Touchpoint
from app.model.sheet.block import Block, write_html, write_tabbed
from app.model.sheet.columns import columns
from app.model.view import View
from app.painters.catalogue import PAINTERS
from app.painters.options import PictureOptions

MEDIA_TYPE = "application/x-journeylines+json"
TEXT, HTML, SVG, PNG, IMAGE = (
    "text/plain",
    "text/html",
    "image/svg+xml",
    "image/png",
    "application/x-qt-image",
)
# Of more touchpoints no picture is offered: some programs ask for it at once, and it would take seconds.
MOST_DRAWN = 100
_SCALE, _MOST_PX = 2.0, 3000


class Lazy(QMimeData):
    """Data in several forms, each made when somebody asks for it."""

    def __init__(self, makers: dict[str, Callable[[], bytes | str | QImage]]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, bytes | str | QImage] = {}

    def formats(self) -> list[str]:
        return list(self._makers)

    def hasFormat(self, media_type: str) -> bool:
        return media_type in self._makers

    def retrieveData(self, media_type: str, preferredType: Any) -> Any:
        maker = self._makers.get(media_type)
        if maker is None:
            return None
        if media_type not in self._made:
            self._made[media_type] = maker()
        made = self._made[media_type]
        return QByteArray(made) if isinstance(made, bytes) else made


def put(data: QMimeData) -> None:
    """Put it on the clipboard, for as long as the program runs and beyond."""
    QGuiApplication.clipboard().setMimeData(data)
    _settle_at_the_end()


def on_clipboard() -> QMimeData:
    """Return what is on the clipboard, nothing in it where there is nothing."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


@lru_cache(maxsize=1)
def _settle_at_the_end() -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(settle)
    atexit.register(settle)


def settle() -> None:
    """Leave on the clipboard what needs no program of ours to be asked: pictures are not drawn any more."""
    clipboard = QGuiApplication.clipboard() if QGuiApplication.instance() is not None else None
    data = clipboard.mimeData() if clipboard is not None else None
    if clipboard is None or not isinstance(data, Lazy):
        return
    plain = QMimeData()
    for media_type in (MEDIA_TYPE, HTML, TEXT):
        if data.hasFormat(media_type):
            plain.setData(media_type, data.data(media_type))
    clipboard.setMimeData(plain)


def touchpoints(records: Sequence[Record], theme: str, keys: Sequence[str] = ()) -> QMimeData:
    """Return copied touchpoints, a journey of their own, as the clipboard takes them.

    `keys` name the columns where they were copied in the table: then there is no picture, which spreadsheets would take.
    """

    @lru_cache(maxsize=1)
    def table() -> Block:
        return table_of(records, keys)

    makers: dict[str, Callable[[], bytes | str | QImage]] = {
        MEDIA_TYPE: lambda: native.dump(Journey.of(records)),
        HTML: lambda: write_html(table(), has_header=True),
        TEXT: lambda: write_tabbed(table()),
    }
    if not keys and sum(isinstance(record, Touchpoint) for record in records) <= MOST_DRAWN:
        makers[SVG] = lambda: _picture(records, "svg", theme)
        makers[PNG] = lambda: _picture(records, "png", theme)
        makers[IMAGE] = lambda: QImage.fromData(_picture(records, "png", theme))
    return Lazy(makers)


def cells(block: Block) -> QMimeData:
    """Return a block of cells as the clipboard takes it."""
    return Lazy({HTML: lambda: write_html(block), TEXT: lambda: write_tabbed(block)})


def table_of(records: Sequence[Record], keys: Sequence[str] = ()) -> Block:
    """Return copied touchpoints as a table with a row of titles: these columns, else all usual ones that say something."""
    journey = Journey.of(records)
    points = journey.all(Touchpoint)
    by_key = {column.key: column for column in columns(journey)}
    chosen = [by_key[key] for key in keys if key in by_key] if keys else list(by_key.values())
    found = [(column, [column.text(journey, point) for point in points]) for column in chosen]
    shown = [
        (column.title, *texts)
        for column, texts in found
        if keys
        or (any(texts) and column.write is not None and (column.is_shown or column.key.startswith("custom ")))
    ]
    return tuple(zip(*shown, strict=True)) or ((tr("Title"),),)


def _picture(records: Sequence[Record], format: str, theme: str) -> bytes:  # noqa: A002
    drawing = draw(Journey.of(records), View(), theme)
    scale = min(_SCALE, _MOST_PX / drawing.width)
    return PAINTERS[format].paint(drawing, PictureOptions(scale=scale), lambda _: None)
