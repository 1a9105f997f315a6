"""Positions on the timeline in words that can be read back: "28", "2026-05-12 13:30", "12 May 2026, 13:30"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from app.i18n import number_text, tr
from app.model.errors import JourneyError
from app.model.folding import folded
from app.model.records import JourneyInfo
from app.model.time_units import HOURS
from app.model.time_vocabulary import CALENDAR_WEEK, day_words, month_of, unit_of

_FARTHEST = 1e7  # as in `record.Moment`
_NUMBER = re.compile(r"([^\W\d_]*)\.?\s*([-+\u2212]?\d+(?:[.,]\d+)?)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+([^\W\d_]{3,})\.?,?\s*(\d{4})?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(.+?)[,\s]\s*(?:(?:um|à|at)\s+)?)?(\d{1,2})(?:(?::|\s?h\s?)(\d{2})(?:\s?uhr)?|\s?(?:h|uhr))",
    re.IGNORECASE,
)


def moment_text(info: JourneyInfo, time: float) -> str:
    """Write a position as every program reads it: a date where the timeline has dates, else a number of its unit.

    >>> moment_text(JourneyInfo(id="j", unit="week"), 13.5)
    '13.5'
    >>> moment_text(JourneyInfo(id="j", unit="week", start_date="2026-01-05"), 1)
    '2026-01-12'
    """
    at = date_at(info, time)
    if at is None:
        return number_text(time, is_exact=True)
    return f"{at:%Y-%m-%d}" if (at.hour, at.minute) == (0, 0) else f"{at:%Y-%m-%d %H:%M}"


def moment_words(info: JourneyInfo, time: float, *, is_bare: bool = False) -> str:
    """Write a position as the language does: "12 May 2026", "12 May, 14:30", "Week 12.5"; `is_bare`: "12.5".

    With a clock the year of the timeline's first day goes without saying.

    >>> moment_words(JourneyInfo(id="j", unit="week", start_date="2026-01-05"), 1.25)
    '13 Jan, 18:00'
    """
    start, at = first_day(info), date_at(info, time)
    if start is not None and at is not None:
        has_clock = (at.hour, at.minute) != (0, 0)
        is_plain = has_clock and at >= start and at.year == start.year
        day = day_words(at.day, at.month, None if is_plain else at.year)
        return tr("{day}, {clock}", day=day, clock=f"{at:%H:%M}") if has_clock else day
    number = number_text(time, is_exact=True)
    if is_bare or start is not None:
        return number
    words = {
        "step": tr("Step {number}"),
        "hour": tr("Hour {number}"),
        "day": tr("Day {number}"),
        "week": tr("Week {number}"),
        "month": tr("Month {number}"),
    }
    return words[info.unit].replace("{number}", number)


def date_at(info: JourneyInfo, time: float) -> datetime | None:
    """Return date and clock of a position, none where the timeline has no dates or it is beyond the calendar."""
    start = first_day(info)
    try:
        return None if start is None else start + timedelta(minutes=round(time * HOURS[info.unit] * 60))
    except OverflowError:
        return None


def read_moment(text: str, info: JourneyInfo, *, is_month_first: bool = False) -> float:
    """Return the position that somebody wrote: "28", "Week 28", and with dates "2026-05-12", "12 May, 14:30".

    `is_month_first` says what 5/12/2026 is where both are possible. Raises JourneyError where it is neither.
    """
    words = text.strip()
    start = first_day(info)
    time = _number(words, info)
    if time is None and start is not None and len(words) <= 60:
        at = _date(words, start, is_month_first)
        time = None if at is None else (at - start).total_seconds() / 3600 / HOURS[info.unit]
    if time is None or not abs(time) <= _FARTHEST:
        raise _no_moment(words, info)
    return time


def first_day(info: JourneyInfo) -> datetime | None:
    """Return the date of position 0, or none where the timeline has no dates."""
    return datetime.fromisoformat(info.start_date) if info.start_date and info.unit != "step" else None


def _number(words: str, info: JourneyInfo) -> float | None:
    found = _NUMBER.fullmatch(words)
    if found is None:
        return None
    word = folded(found[1])
    if word in CALENDAR_WEEK:
        return _calendar_week(found[2], info)
    if word and unit_of(word) != info.unit:
        return None
    return float(found[2].replace(",", ".").replace("\u2212", "-"))


def _calendar_week(digits: str, info: JourneyInfo) -> float | None:
    """Return where a week of the year begins, the first one from the start of the timeline on; none where weeks do not count."""
    start = first_day(info)
    if start is None:
        return float(digits) if info.unit == "week" and digits.isdecimal() else None
    this_week = start - timedelta(days=start.weekday())
    for year in (this_week.isocalendar().year, this_week.isocalendar().year + 1):
        try:
            monday = datetime.fromisocalendar(year, int(digits), 1)
        except ValueError:  # there is no such week
            continue
        if monday >= this_week:
            return (monday - start).total_seconds() / 3600 / HOURS[info.unit]
    return None


def _date(words: str, start: datetime, is_month_first: bool) -> datetime | None:
    day = _day(words, start, is_month_first)
    clock = _CLOCK.fullmatch(words) if day is None else None
    if clock is None or (clock[3] is None and not clock[1] and words[-1:] in "hH"):  # 2 h alone is a length
        return day
    day = _day(clock[1], start, is_month_first) if clock[1] else datetime.combine(start, datetime.min.time())
    hour, minute = int(clock[2]), int(clock[3] or 0)
    if day is None or hour > 24 or minute > 59:
        return None
    return day + timedelta(hours=hour, minutes=minute)


def _day(words: str, start: datetime, is_month_first: bool) -> datetime | None:
    try:
        if found := _ISO.fullmatch(words):
            hour, minute = int(found[4] or 0), int(found[5] or 0)
            return datetime(int(found[1]), int(found[2]), int(found[3]), hour, minute)
        if found := _SLASHED.fullmatch(words):
            first, second = int(found[1]), int(found[2])
            month, day = (
                (first, second) if (is_month_first or second > 12) and first <= 12 else (second, first)
            )
            return datetime(_year(found[3]), month, day)
        if found := _DOTTED.fullmatch(words):
            return _near(start, int(found[1]), int(found[2]), found[3])
        if found := _DAY_FIRST.fullmatch(words):
            return _near(start, int(found[1]), month_of(found[2]), found[3])
        if found := _MONTH_FIRST.fullmatch(words):
            return _near(start, int(found[2]), month_of(found[1]), found[3])
    except ValueError:  # there is no such day
        return None
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _near(start: datetime, day: int, month: int, year: str | None) -> datetime:
    """Return the day; without a year the first one from the start of the timeline on."""
    if year:
        return datetime(_year(year), month, day)
    this_year = datetime(start.year, month, day)
    return this_year if this_year >= start else datetime(start.year + 1, month, day)


def _no_moment(words: str, info: JourneyInfo) -> JourneyError:
    what = tr("“{words}” is no place on the timeline.", words=words[:40])
    start = first_day(info)
    if start is not None:
        return JourneyError(what, do=tr("Write a date as {example}.", example=date.isoformat(start.date())))
    return JourneyError(what, do=tr("Write a number, as {example}.", example="12"))
