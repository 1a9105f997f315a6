"""Blocks of cells as spreadsheets put them on the clipboard: text with tabs, and HTML tables; read and written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from app.i18n import tr
from app.model.errors import JourneyError

Block = tuple[tuple[str, ...], ...]  # rows of cells; rows may be of different lengths

MOST_CHARACTERS = 16_000_000
MOST_CELLS = 400_000
_DECLARATION = re.compile(r"<!--|<[!?]")
_MOST_OPEN = 50  # tags that begin before one ends
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r\n|\n|\r|\Z)')
_BARE = re.compile(r"[^\t\r\n]*+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|^"')
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?")
_CONTROL = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def read_tabbed(text: str) -> Block:
    r"""Return the cells of text with tabs between cells; cells in quotes may hold tabs and line breaks.

    >>> read_tabbed('one\ttwo\r\n"a quoted ""cell"" here"\t\r\n')
    (('one', 'two'), ('a quoted "cell" here', ''))
    """
    _refuse_too_long(text)
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    place, count = 0, 0
    while place < len(text):
        found = _QUOTED.match(text, place)
        cell = found[1].replace('""', '"') if found else ""
        if found is None:
            found = _BARE.match(text, place)
            assert found is not None
            cell = found[0]
        row.append(_clean(cell))
        count += 1
        place = found.end()
        if place < len(text) and text[place] == "\t":
            place += 1
            if place < len(text):
                continue
            row.append("")
        end = _LINE_END.match(text, place)
        place = end.end() if end else place
        rows.append(tuple(row))
        row = []
        if count > MOST_CELLS:
            raise _too_big()
    return tuple(rows)


def read_html(text: str) -> Block:
    """Return the cells of the first table in a piece of HTML, nothing where there is none."""
    _refuse_too_long(text)
    text = "".join(_without_declarations(text))
    if any(piece.count("<") > _MOST_OPEN for piece in text.split(">")):
        return ()  # no program writes that, and reading it would take hours
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return tuple(tuple(map(_clean, row)) for row in reader.rows)


def write_tabbed(block: Sequence[Sequence[str]]) -> str:
    """Return the cells as text with tabs, in quotes where a cell needs them, as Excel writes them."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in block)


def write_html(block: Sequence[Sequence[str]], *, has_header: bool = False) -> str:
    """Return the cells as an HTML table. Words stay words: no spreadsheet takes them for a formula or a date."""
    lines = ['<html><head><meta charset="utf-8"></head><body><table>']
    for number, row in enumerate(block):
        tag = "th" if has_header and not number else "td"
        lines.append("<tr>" + "".join(_html_cell(cell, tag) for cell in row) + "</tr>")
    return "\n".join([*lines, "</table></body></html>"])


def tiled(block: Block, rows: int, columns: int) -> Block:
    """Return the block as often as it fits exactly into a selection of this size, else once.

    >>> tiled((("a",),), 2, 2)
    (('a', 'a'), ('a', 'a'))
    """
    height, width = len(block), max(map(len, block), default=0)
    if not height or not width or rows % height or columns % width or (rows, columns) == (height, width):
        return block
    if rows * columns > MOST_CELLS:
        raise _too_big()
    wide = [(*row, *[""] * (width - len(row))) * (columns // width) for row in block]
    return tuple(wide) * (rows // height)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _html_cell(cell: str, tag: str) -> str:
    is_number = _NUMBER.fullmatch(cell) or _DATE.fullmatch(cell) or not cell
    style = "" if is_number else " style=\"mso-number-format:'\\@'\""
    return f"<{tag}{style}>{html.escape(cell, quote=False).replace(chr(10), '<br>')}</{tag}>"


def _clean(cell: str) -> str:
    """Return the cell with line breaks of one kind and without signs that nobody sees."""
    if cell.isprintable():
        return cell
    return _CONTROL.sub("", cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))


def _without_declarations(text: str) -> Iterator[str]:
    """Yield what stands outside of comments, declarations and instructions; one that does not end takes the rest."""
    place = 0
    while found := _DECLARATION.search(text, place):
        yield text[place : found.start()]
        closing = "-->" if found[0] == "<!--" else ">"
        end = text.find(closing, found.end())
        if end < 0:
            return
        place = end + len(closing)
    yield text[place:]


def _refuse_too_long(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise _too_big()


def _too_big() -> JourneyError:
    return JourneyError(
        tr("The block is too big: {most} cells can be pasted at once.", most=MOST_CELLS),
        do=tr("Paste it in parts."),
    )


class _TableReader(HTMLParser):
    """Collects the cells of the first table; a cell over several columns is followed by empty ones."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._count = 0
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_over:
            return
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            if not self.rows:
                self.rows.append([])
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 100) if span.isascii() and span.isdigit() and len(span) < 4 else 1
            self._cell = []
        elif tag in ("br", "p", "div", "li") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self.rows:
            self._is_over = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(re.sub(r"[ \t\r\n]+", " ", data))

    def close(self) -> None:
        super().close()
        self._end_cell()
        self.rows = [row for row in self.rows if row]

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        self._count += max(1, self._span)
        if self._count > MOST_CELLS:
            raise _too_big()
        self.rows[-1] += [
            "\n".join(line.strip(" \u00a0") for line in lines).strip("\n"),
            *[""] * (self._span - 1),
        ]
        self._cell, self._span = None, 1
