"""A text of several lines read as touchpoints: lists, bullets and numbers, insights on lines of their own."""

from __future__ import annotations

import re
import unicodedata

from app.i18n import tr
from app.model.capture.line import is_insight
from app.model.capture.words import next_word, one_line
from app.model.errors import JourneyError

MOST_LINES = 1_000
_BULLET = re.compile(r"[-–—•·‣▪◦]\s+|\d{1,3}[.)]\s+|\[[ xX]?\]\s+")
_STAR = re.compile(r"\*\s+")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines that say something, each of one touchpoint.

    Bullets and numbers of a list go; a line that begins with an insight belongs to the line before it. Raises
    JourneyError where there are too many.
    """
    given = [line for line in map(one_line, text.splitlines()) if line]
    has_stars = len(given) > 1 and sum(bool(_STAR.match(line)) for line in given) > len(given) / 2
    lines: list[str] = []
    for line in given:
        plain = _without_bullet(line, has_stars)
        first = next_word(plain, 0)
        if lines and first is not None and not first.is_kept and is_insight(first.text):
            lines[-1] += f" {plain}"
        elif plain:
            lines.append(plain)
    if len(lines) > MOST_LINES:
        raise JourneyError(
            tr("This text has {count} lines; {most} can be added at once.", count=len(lines), most=MOST_LINES)
        )
    return tuple(lines)


def has_words(line: str) -> bool:
    """Tell whether a line is more than a rule between others, as `-----` or `***`.

    >>> has_words("---- =="), has_words("+1"), has_words("🙂")
    (False, True, True)
    """
    return any(
        unicodedata.category(letter)[0] in "LN" or unicodedata.category(letter) == "So" for letter in line
    )


def _without_bullet(line: str, has_stars: bool) -> str:
    found = _BULLET.match(line) or (_STAR.match(line) if has_stars else None)
    return line[found.end() :] if found else line
