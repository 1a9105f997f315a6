"""The legend: what the signs of this picture mean, and only those that occur in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.i18n import tr, within_a_list
from app.layout.result import LegendItem, TextRow
from app.layout.typeset import Typesetter
from app.model.vocabulary import insight_kinds, link_kinds, name_in

ROW = 34.0  # from line to line
_WIDE = frozenset({"active", "idle"})


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
    found: list[LegendItem] = []
    x, y = left, top + ROW / 2
    for sign, word in items:
        if sign == "separator":
            if x + 40.0 < right:
                found.append(LegendItem("separator", x + 4.0, y, None))
                x += 26.0
            continue
        style = "legend" if sign else "legend_head"
        half = 17.0 if sign in _WIDE else 13.0 if sign else 0.0
        room = right - left - 2 * half - 8.0
        line = setter.elide(word, style, min(room, 260.0))
        length = 2 * half + (6.0 if sign else 0.0) + line.width
        if x + length > right and x > left:
            if found and found[-1].sign == "separator":
                found.pop()
            x, y = left, y + ROW
        text_x = x + 2 * half + (6.0 if sign else 0.0)
        found.append(LegendItem(sign, x + half, y, TextRow(line.text, text_x, y + 5.0, line.width, style)))
        x += length + 18.0
    return tuple(found), y + ROW / 2 if found else top
