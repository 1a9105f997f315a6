"""Numbers, counts and shares as text."""

from __future__ import annotations

import re

from app.i18n import language, number_text, tr
from app.model.errors import JourneyError
from app.widgets.fields.entry import Entry

_NUMBER = re.compile(r"[-+\u2212]?\d{1,15}(?:[.,]\d{1,9})?")
_BLANKS = " \u00a0\u2009\u202f"
_GROUPS = {"en": ",", "de": "."}  # between thousands; blanks everywhere


class NumberField(Entry):
    """A number, whole or not; "" is none where that is allowed."""

    def __init__(
        self, least: float, most: float, *, is_whole: bool = False, may_be_empty: bool = True
    ) -> None:
        super().__init__(self._number, number_words, waits=True)
        self._least = least
        self._most = most
        self._is_whole = is_whole
        self._may_be_empty = may_be_empty

    def _number(self, text: str) -> float | int | None:
        words = text.strip()
        if not words and self._may_be_empty:
            return None
        number = read_number(words)
        if self._is_whole and number != int(number):
            raise JourneyError(tr("“{words}” is no whole number.", words=words[:40]))
        if not self._least <= number <= self._most:
            least, most = number_words(self._least), number_words(self._most)
            raise JourneyError(tr("It must be between {least} and {most}.", least=least, most=most))
        return int(number) if self._is_whole else number


class PercentField(Entry):
    """A share of 0 to 1, written in percent; "" is none."""

    def __init__(self) -> None:
        super().__init__(read_percent, percent_words, waits=True)


def read_number(words: str) -> float:
    """Return the number that somebody wrote; raises JourneyError where it is none."""
    plain = _ungrouped(words.strip())
    if not _NUMBER.fullmatch(plain):
        raise JourneyError(
            tr("“{words}” is no number.", words=words.strip()[:40]),
            do=tr("Write, for example, {whole} or {parted}.", whole=12, parted=4.5),
        )
    return float(plain.replace(",", ".").replace("\u2212", "-"))


def _ungrouped(words: str) -> str:
    """Return a number without the signs between thousands, where it has them as the language spoken now writes them."""
    signs = re.escape(_BLANKS + _GROUPS.get(language(), ""))
    grouped = re.fullmatch(rf"([-+\u2212]?[1-9]\d{{0,2}})((?:[{signs}]\d{{3}})+)([.,]\d{{1,9}})?", words)
    if grouped is None:
        return words
    return f"{grouped[1]}{re.sub(f'[{signs}]', '', grouped[2])}{grouped[3] or ''}"


def number_words(value: float | None) -> str:
    """Write a number with as many digits as it has.

    >>> number_words(4.0), number_words(4.25), number_words(None)
    ('4', '4.25', '')
    """
    if value is None:
        return ""
    return number_text(value, 9, is_exact=True)


def read_percent(text: str) -> float | None:
    """Return the share that somebody wrote in percent; raises JourneyError where it is none of 0 to 100."""
    words = text.strip().removesuffix("%").strip()
    if not words:
        return None
    number = read_number(words)
    if not 0 <= number <= 100:
        raise JourneyError(tr("It must be between 0 % and 100 %."))
    return round(number / 100, 6)


def percent_words(share: float | None) -> str:
    """Write a share in percent."""
    return "" if share is None else f"{number_words(round(share * 100, 4))} %"
