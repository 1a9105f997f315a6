"""What can be pasted of a clipboard: touchpoints, a block of cells, text, files; a hostile one gets a sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from app.files import embed, limits, native
from app.files.reading import too_big
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.record import Record
from app.model.records import Touchpoint
from app.model.sheet.block import Block, read_html, read_tabbed
from app.widgets.transfer.mime import HTML, MEDIA_TYPE, PNG, SVG

_OPENING = '{"format":"journeylines"'


def touchpoints_in(data: QMimeData) -> tuple[Record, ...]:
    """Return copied touchpoints with what belongs to them, nothing where there are none.

    They stand in our own form, in text that is a journey's file, or inside a picture that was exported or copied with
    its journey. Raises JourneyError where it is ours, but cannot be read.
    """
    name = tr("The clipboard")
    if data.hasFormat(MEDIA_TYPE):
        return _read(_bytes(data, MEDIA_TYPE), name)
    text = data.text().lstrip("\ufeff \t\r\n") if data.hasText() else ""
    if text.startswith(_OPENING):
        return _read(text.encode("utf-8", "replace"), name)
    if not text:
        for media_type in (SVG, PNG):
            inside = embed.out_of(_bytes(data, media_type), name) if data.hasFormat(media_type) else None
            if inside is not None:
                return _read(inside, name)
    return ()


def block_in(data: QMimeData) -> Block:
    """Return the block of cells, nothing where there is neither a table nor text; raises JourneyError."""
    text = data.text() if data.hasText() else ""
    block = read_tabbed(text)
    if not data.hasFormat(HTML):
        return block
    if max(map(len, block), default=0) < 2:
        return read_html(data.html()) or block
    if "<br" in data.html():  # some spreadsheets write lines of a cell as one in the text
        table = read_html(data.html())
        return table if _in_lines(table) == _in_lines(block) else block
    return block


def _in_lines(block: Block) -> Block:
    """Return the cells with every run of white space as one space, to be compared."""
    return tuple(tuple(" ".join(cell.split()) for cell in row) for row in block)


def is_table(data: QMimeData) -> bool:
    """Tell whether it is a block of cells rather than lines of text."""
    return "\t" in data.text() if data.hasText() else data.hasFormat(HTML)


def files_in(data: QMimeData) -> list[Path]:
    """Return files of this computer that were copied in a file manager."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def _bytes(data: QMimeData, media_type: str) -> bytes:
    found = data.data(media_type)
    if found.size() > limits.FILE_BYTES:
        raise too_big(tr("The clipboard"), limits.FILE_BYTES)
    return bytes(found.data())


def _read(data: bytes, name: str) -> tuple[Record, ...]:
    journey = native.load(data, name)
    if not journey.all(Touchpoint):
        raise JourneyError(tr("There is no touchpoint to paste."), name)
    return journey.records()
