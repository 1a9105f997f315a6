"""The legend: what the signs of this picture mean, and only those that occur in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from app.i18n import tr, within_a_list
from app.layout.result import LegendItem, TextRow
from app.layout.rows import evenly
from app.layout.typeset import Line, Typesetter
from app.model.vocabulary import insight_kinds, link_kinds, name_in

ROW = 34.0  # from line to line
_GAP = 20.0  # from an item to the next
_BESIDE = 8.0  # from a sign to its word
_SEPARATOR = 26.0
_FINEST = 8.0  # rows as even as that are even
_HALF = 14.0  # of the width of a sign that is not named here
_HALVES = {
    "channel": 13.0, "active": 17.0, "idle": 16.0, "shared": 5.0, "passes": 2.0, "over": 15.0, "breach": 15.0,
    "moment": 12.0, "insight": 9.0, "person": 11.0, "hollow": 10.0, "feeling": 8.0, "votes": 8.0,
}  # fmt: skip


class Signs(NamedTuple):
    """What occurs in a picture: flags by sign, and lists by kind."""

    channels: tuple[tuple[str, str], ...]  # glyph, name
    flags: frozenset[str]
    links: tuple[str, ...]
    insights: tuple[str, ...]


def entries(signs: Signs) -> list[tuple[str, str]]:
    """Return signs and words in the order of the legend; a sign "" is a heading."""
    found: list[tuple[str, str]] = []
    if signs.channels:
        found.append(("", tr("Channel")))
        found += [(f"channel:{glyph}", name) for glyph, name in signs.channels]
        found.append(("separator", ""))
    words = {
        "active": tr("active"),
        "idle": tr("idle or waiting"),
        "shared": tr("shared touchpoint"),
        "passes": tr("passes a lane"),
    }
    found += [(sign, word) for sign, word in words.items() if sign in signs.flags]
    kinds = link_kinds()
    found += [
        (kind if kind in kinds else f"link:{kind}", within_a_list(name_in(kinds, kind)))
        for kind in signs.links
    ]
    words = {
        "over": tr("wait over its limit"),
        "breach": tr("service level broken"),
        "moment": tr("moment of truth"),
    }
    found += [(sign, word) for sign, word in words.items() if sign in signs.flags]
    names = insight_kinds()
    found += [(f"insight:{kind}", within_a_list(name_in(names, kind))) for kind in signs.insights]
    words = {
        "votes": tr("votes"),
        "supplier": tr("supplier side"),
        "person": tr("new person in the role"),
        "hollow": tr("feeling not known"),
        "feeling": tr("height = feeling"),
    }
    found += [(sign, word) for sign, word in words.items() if sign in signs.flags]
    return found


def legend(
    items: Sequence[tuple[str, str]], left: float, right: float, top: float, setter: Typesetter
) -> tuple[tuple[LegendItem, ...], float]:
    """Set the legend in rows between left and right; return it and where it ends."""
    pieces = [_piece(sign, word, right - left, setter) for sign, word in items]
    found: list[LegendItem] = []
    y = top + ROW / 2
    for row in _rows(pieces, right - left):
        x = left
        for piece in row:
            found.append(piece.at(x, y))
            x += piece.width + (_GAP if piece.line else 0.0)
        y += ROW
    return tuple(found), y - ROW / 2 if found else top


class _Piece(NamedTuple):
    """A sign and its word before they have a place."""

    sign: str
    half: float  # of the sign's width
    line: Line | None
    width: float

    def at(self, x: float, y: float) -> LegendItem:
        """Return the item that begins at x."""
        if self.line is None:
            return LegendItem(self.sign, x + 4.0, y, None)
        style = "legend" if self.sign else "legend_head"
        text_x = x + self.width - self.line.width
        row = TextRow(self.line.text, text_x, y + 5.0, self.line.width, style)
        return LegendItem(self.sign, x + self.half, y, row)


def _piece(sign: str, word: str, room: float, setter: Typesetter) -> _Piece:
    if sign == "separator":
        return _Piece(sign, 4.0, None, _SEPARATOR)
    half = _HALVES.get(sign.partition(":")[0], _HALF) if sign else 0.0
    before = 2 * half + _BESIDE if sign else 0.0
    line = setter.elide(word, "legend" if sign else "legend_head", min(room - before, 260.0))
    return _Piece(sign, half, line, before + line.width)


def _rows(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    """Return the pieces in few rows of about one length; channels keep a row of their own where that costs none."""
    flowing = _flow(pieces, room)
    if len(flowing) < 2:
        return flowing
    parts = [place for place, piece in enumerate(pieces) if piece.line is None]
    if parts:
        apart = _flow(pieces[: parts[0]], room) + _even(pieces[parts[0] + 1 :], room)
        if len(apart) <= len(flowing):
            return apart
    return _even(pieces, room)


def _even(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    return evenly(partial(_flow, pieces), room, _FINEST)


def _flow(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    rows: list[list[_Piece]] = []
    x = 0.0
    for piece in pieces:
        if not rows or (x + piece.width > room and rows[-1]):
            rows.append([])
            x = 0.0
        if rows[-1] or piece.line is not None:  # no row begins with a separator
            rows[-1].append(piece)
            x += piece.width + (_GAP if piece.line else 0.0)
    for row in rows:
        if row and row[-1].line is None:
            row.pop()  # and none ends with one
    return [row for row in rows if row]
