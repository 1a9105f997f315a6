"""Times in a captured line: `w12`, `w12-13`, `d3`, `2026-05-12`, `12 May`; lengths: `3h`, `30min`, `2d`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from app.model.errors import JourneyError
from app.model.folding import folded
from app.model.moment_text import first_day, read_moment
from app.model.record import Duration, TimeUnit
from app.model.records import JourneyInfo
from app.model.time_units import HOURS
from app.model.time_vocabulary import month_of, unit_letters

_FARTHEST = 1e7  # as in `record.Moment`
_LETTERS: dict[str, TimeUnit] = {"w": "week", "d": "day", "h": "hour", "m": "month", "s": "step"}
_LETTER_OF = {unit: letter for letter, unit in _LETTERS.items()}  # what is written is read in every language
_N = r"\d{1,7}(?:[.,]\d{1,40})?"
_TO = r"(?:-|–|—|\.\.)"
_TIME = re.compile(rf"([wdhmsjt])(-?{_N})(?:{_TO}(\1?)({_N}))?", re.ASCII | re.IGNORECASE)
_BARE = re.compile(rf"({_N})(?:{_TO}({_N}))?", re.ASCII)
_LENGTH = re.compile(rf"({_N})(min|[wdhmsjt])", re.ASCII)
_NUMERIC_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)", re.ASCII
)
_DAY = re.compile(r"(\d{1,2})(?:[-–](\d{1,2}))?(?:\.|er)?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_VERB = "may"  # a month with a capital only
_PLACES = frozenset(["kw", "cw", "sem"])  # before a number; a whole "week" may be of a title


class When(NamedTuple):
    """A place on the timeline, with how long it lasts."""

    start: float
    duration: Duration | None = None


def read_time(word: str, info: JourneyInfo, *, is_month_first: bool = False) -> When | None:
    """Return the time that a word like `w12-13` or a date says, or none.

    `is_month_first` says what 5/12/2026 is where both are possible. The letter of another unit counts when it is a small one: H2 is half a year to most people.
    """
    found = _TIME.fullmatch(word)
    if found is None:
        return _read_date(word, info, is_month_first)
    unit = _unit(found[1].lower(), info.unit)
    if unit is None:
        return None
    if unit != info.unit and (not found[1].islower() or "step" in (unit, info.unit)):
        return None
    return _when(_number(found[2]), _number(found[4]) if found[4] else None, unit, info.unit)


def read_number(word: str, info: JourneyInfo) -> When | None:
    """Return the time that a bare number says, or two of them, in the timeline's unit."""
    found = _BARE.fullmatch(word)
    if found is None:
        return None
    return _when(_number(found[1]), _number(found[2]) if found[2] else None, info.unit, info.unit)


def read_length(word: str, unit: TimeUnit) -> Duration | None:
    """Return the duration that a word like `3h` says, or none."""
    found = _LENGTH.fullmatch(word)
    if found is None:
        return None
    value = _number(found[1]) / (60 if found[2] == "min" else 1)
    stated: TimeUnit | None = "hour" if found[2] == "min" else _unit(found[2], unit)
    if stated is None or not 0 < value <= _FARTHEST or (stated == "step") != (unit == "step"):
        return None
    return Duration(value=value, unit=stated)


def read_day(words: Sequence[str], info: JourneyInfo) -> tuple[When, int] | None:
    """Return the date that the first of these words say, as `12 May` or `12-14 May 2026`, and how many they are."""
    if len(words) < 2 or first_day(info) is None:
        return None
    day, month = _DAY.fullmatch(words[0]), words[1]
    if day is None or not month_of(month) or month == _VERB:
        return None
    count = 3 if len(words) > 2 and _YEAR.fullmatch(words[2]) else 2
    rest = " ".join((month, *words[2:count]))
    try:
        start = read_moment(f"{day[1]} {rest}", info)
        end = read_moment(f"{day[2]} {rest}", info) if day[2] else start
    except JourneyError:
        return None
    return (_lasting(start, end, info.unit), count) if end >= start else None


def read_place(words: str, info: JourneyInfo) -> When | None:
    """Return the time that stands before a colon, as "Week 12" or "12 May", or none."""
    try:
        return When(read_moment(words, info))
    except JourneyError:
        return None


def read_week(words: Sequence[str], info: JourneyInfo) -> When | None:
    """Return the time that the first two of these words say, as `KW 12` or `sem. 12`, or none."""
    if len(words) < 2 or not is_week_word(words[0]) or not words[1].isdecimal():
        return None
    return read_place(f"{words[0]} {words[1]}", info)


def is_week_word(word: str) -> bool:
    """Tell whether a number behind the word is a week."""
    return folded(word).rstrip(".") in _PLACES


def is_number(word: str) -> bool:
    """Tell whether the word could be read as a number or two."""
    return _BARE.fullmatch(word) is not None


def time_words(start: float | None, duration: Duration | None, info: JourneyInfo) -> tuple[str, ...]:
    """Write a time and a length so that they are read as the same again."""
    length = () if duration is None else (f"{_digits(duration.value)}{_LETTER_OF[duration.unit]}",)
    if start is None:
        return length
    for unit in dict.fromkeys(
        (info.unit, duration.unit if duration else info.unit, "day", "hour", "week", "month")
    ):
        if (unit == "step") != (info.unit == "step"):
            continue
        value = start if unit == info.unit else round(start * HOURS[info.unit] / HOURS[unit], 6)
        words = f"{_LETTER_OF[unit]}{_digits(value)}"
        if len(words) > 12 and unit != info.unit:
            continue
        if duration is not None and duration.unit == unit:
            both = f"{words}-{_digits(round(value + duration.value, 6))}"
            if read_time(both, info) == (start, duration):
                return (both,)
        if len(words) <= 12 and read_time(words, info) == (start, None):
            return (words, *length)
    return (f"{_LETTER_OF[info.unit]}{_digits(start)}", *length)


def _unit(letter: str, unit: TimeUnit) -> TimeUnit | None:
    """Return what a letter means on a timeline of this unit: s are steps where steps count, in French weeks elsewhere."""
    own = unit_letters().get(letter)
    return own if own is not None and unit != "step" else _LETTERS.get(letter)


def _when(start: float, end: float | None, stated: TimeUnit, unit: TimeUnit) -> When | None:
    at = start if stated == unit else start * HOURS[stated] / HOURS[unit]
    if not abs(at) <= _FARTHEST or (end is not None and end < start):
        return None
    length = 0.0 if end is None else round(end - start, 6)
    return When(at, Duration(value=length, unit=stated) if length else None)


def _read_date(word: str, info: JourneyInfo, is_month_first: bool) -> When | None:
    first, to, last = word.partition("..")
    if first_day(info) is None or not all(_NUMERIC_DATE.fullmatch(date) for date in (first, last or first)):
        return None
    try:
        start, end = (
            read_moment(date, info, is_month_first=is_month_first) for date in (first, last or first)
        )
    except JourneyError:
        return None
    return _lasting(start, end, info.unit) if end >= start and bool(to) == bool(last) else None


def _lasting(start: float, end: float, unit: TimeUnit) -> When:
    days = 0.0 if unit == "step" else round((end - start) * HOURS[unit] / HOURS["day"], 6)
    return When(start, Duration(value=days, unit="day") if days else None)


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def _digits(value: float) -> str:
    return format(Decimal(repr(value)), "f").removesuffix(".0")
