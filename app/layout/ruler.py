"""The ruler's ticks: numbers or dates of the timeline at places dense enough to read and far enough apart to stand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.i18n import number_text, tr
from app.layout.timeline import Scale, Tick
from app.model.record import TimeUnit
from app.model.records import JourneyInfo
from app.model.time_units import HOURS
from app.model.time_vocabulary import day_words, short_months

_MINOR_GAP = 22.0  # map units between ticks at least
_LABEL_GAP = 92.0  # between labels at least
_STEPS: dict[TimeUnit, tuple[float, ...]] = {
    "step": (1, 2, 5, 10),
    "hour": (0.25, 1, 2, 6, 12, 24, 48, 24 * 7),
    "day": (0.25, 1, 2, 7, 14, 28),
    "week": (1, 2, 4, 13, 26, 52),
    "month": (1, 3, 6, 12, 24, 60),
}
_LABELS: dict[TimeUnit, tuple[float, ...]] = {
    "step": (1, 2, 5, 10),
    "hour": (1, 2, 6, 12, 24, 48, 24 * 7),
    "day": (1, 2, 7, 14, 28),
    "week": (1, 4, 13, 26, 52),
    "month": (1, 3, 6, 12, 24, 60),
}


def ticks(info: JourneyInfo, scale: Scale, first: float, last: float) -> tuple[Tick, ...]:
    """Return the ruler's ticks within [first, last]; the scale is taken as linear."""
    unit_px = (scale.x(last) - scale.x(first)) / (last - first)
    start = _start(info)
    if start is not None and info.unit != "step":
        return _dated(info.unit, start, unit_px, first, last)
    minor = _choice(_STEPS[info.unit], unit_px, _MINOR_GAP)
    label = _choice(_LABELS[info.unit], unit_px, _LABEL_GAP)
    label = max(label, minor)
    minor = minor if _divides(minor, label) else label
    found: list[Tick] = []
    for count in range(math.ceil(first / minor - 1e-9), math.floor(last / minor + 1e-9) + 1):
        time = count * minor
        words = number_word(time) if _divides(label, time) else ""
        found.append(Tick(time, words))
    return _with_unit(info.unit, found)


def moment_ticks(info: JourneyInfo, times: Sequence[float]) -> tuple[Tick, ...]:
    """Return a tick for each of these moments, with its number or date: for spacing that is not linear."""
    start = _start(info)
    if start is not None and info.unit != "step":
        moments = [_at(start, time, info.unit) for time in times]
        if info.unit != "hour":
            return tuple(Tick(time, _day(at)) for time, at in zip(times, moments, strict=True))
        new_days = [n == 0 or moments[n - 1].date() != at.date() for n, at in enumerate(moments)]
        return tuple(
            Tick(time, _day_and_clock(at) if is_new else f"{at:%H:%M}")
            for time, at, is_new in zip(times, moments, new_days, strict=True)
        )
    words = clock_word if info.unit == "hour" else number_word
    return _with_unit(info.unit, [Tick(time, words(time)) for time in times])


def dates(info: JourneyInfo, first: float, last: float, *, is_short: bool = False) -> tuple[str, str]:
    """Return begin and end of a stretch of a dated timeline: with the clock where hours count, with years that differ."""
    start = _start(info) or datetime.min
    begin, end = _at(start, first, info.unit), _at(start, last, info.unit)
    if info.unit == "hour":
        if begin.date() != end.date():
            return _day_and_clock(begin), _day_and_clock(end)
        clock = f"{begin:%H:%M}"
        return clock if is_short else tr("{day}, {clock}", day=_day(begin), clock=clock), f"{end:%H:%M}"
    if begin.year != end.year:
        return day_words(begin.day, begin.month, begin.year), day_words(end.day, end.month, end.year)
    return _day(begin), _day(end)


def number_word(time: float) -> str:
    """Write a position without needless digits."""
    return number_text(time, 2)


def clock_word(time: float) -> str:
    """Write hours and minutes.

    >>> clock_word(4.6), clock_word(5.0)
    ('4:36', '5')
    """
    hours, minutes = divmod(round(time * 60), 60)
    return f"{hours}:{minutes:02d}" if minutes else str(hours)


def _with_unit(unit: TimeUnit, found: list[Tick]) -> tuple[Tick, ...]:
    names: dict[TimeUnit, str] = {
        "step": tr("Step {number}"),
        "hour": tr("Hour {number}"),
        "day": tr("Day {number}"),
        "week": tr("Week {number}"),
        "month": tr("Month {number}"),
    }
    for place, tick in enumerate(found):
        if tick.label:
            found[place] = Tick(tick.time, names[unit].replace("{number}", tick.label))
            break
    return tuple(found)


def _choice(steps: tuple[float, ...], unit_px: float, gap: float) -> float:
    for step in steps:
        if step * unit_px >= gap:
            return step
    step = steps[-1]
    while step * unit_px < gap:
        step *= 10 if step * unit_px * 5 < gap else 5 if step * unit_px * 2 < gap else 2
    return step


def _divides(step: float, time: float) -> bool:
    return abs(time / step - round(time / step)) < 1e-6


def _start(info: JourneyInfo) -> datetime | None:
    try:
        return datetime.fromisoformat(info.start_date) if info.start_date else None
    except ValueError:
        return None


def _at(start: datetime, time: float, unit: TimeUnit) -> datetime:
    try:
        return start + timedelta(hours=time * HOURS[unit])
    except (OverflowError, ValueError):
        return start


def _dated(unit: TimeUnit, start: datetime, unit_px: float, first: float, last: float) -> tuple[Tick, ...]:
    day_px = unit_px * 24.0 / HOURS[unit]
    try:
        begin, end = start + timedelta(hours=first * HOURS[unit]), start + timedelta(hours=last * HOURS[unit])
    except (OverflowError, ValueError):
        return ()

    def time(moment: datetime) -> float:
        return (moment - start).total_seconds() / 3600 / HOURS[unit]

    if day_px * 28 < 32:
        return tuple(Tick(time(moment), words) for moment, words in _years(begin, end, day_px))
    if day_px * 7 < _MINOR_GAP:
        return tuple(Tick(time(moment), words) for moment, words in _months(begin, end, day_px))
    if day_px < _LABEL_GAP / 2:
        return tuple(Tick(time(moment), words) for moment, words in _weeks(begin, end, day_px))
    return tuple(Tick(time(moment), words) for moment, words in _hours(begin, end, day_px / 24))


def _years(begin: datetime, end: datetime, day_px: float) -> list[tuple[datetime, str]]:
    step = _choice((1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), day_px * 365, _LABEL_GAP)
    years = range(begin.year, end.year + 1)
    moments = [(datetime(year, 1, 1), str(year) if year % step == 0 else "") for year in years]
    return [(moment, words) for moment, words in moments if begin <= moment <= end and words]


def _months(begin: datetime, end: datetime, day_px: float) -> list[tuple[datetime, str]]:
    step = _choice((1, 3, 6, 12), day_px * 30.4, _LABEL_GAP + 8)
    found: list[tuple[datetime, str]] = []
    year, month = begin.year, begin.month
    while (moment := datetime(year, month, 1)) <= end:
        if moment >= begin:
            found.append((moment, month_word(moment) if (month - 1) % step == 0 else ""))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _weeks(begin: datetime, end: datetime, day_px: float) -> list[tuple[datetime, str]]:
    """Return Mondays, labelled where there is room, and the days between them where they stand apart."""
    every = max(1, math.ceil(_LABEL_GAP / (day_px * 7)))
    step = 1 if day_px >= 14 else 7
    moment = datetime.combine(begin.date(), datetime.min.time())
    found: list[tuple[datetime, str]] = []
    while moment <= end:
        week, weekday = divmod(moment.toordinal() - 1, 7)
        if moment >= begin and weekday % step == 0:
            found.append((moment, _day(moment) if weekday == 0 and week % every == 0 else ""))
        moment += timedelta(days=1)
    return found


def _hours(begin: datetime, end: datetime, hour_px: float) -> list[tuple[datetime, str]]:
    step = _choice((1, 2, 3, 6, 12, 24), hour_px, _MINOR_GAP)
    label = _choice((1, 2, 3, 6, 12, 24), hour_px, _LABEL_GAP)
    moment = begin.replace(minute=0, second=0, microsecond=0)
    found: list[tuple[datetime, str]] = []
    while moment <= end:
        if moment.hour % max(step, 1) == 0 and moment >= begin:
            words = ""
            if moment.hour == 0 or step >= 24:
                words = _day(moment)
            elif moment.hour % label == 0:
                words = f"{moment.hour:02d}:00"
            found.append((moment, words))
        moment += timedelta(hours=1)
    return found


def _day_and_clock(moment: datetime) -> str:
    day = _day(moment)
    return tr("{day}, {clock}", day=day, clock=f"{moment:%H:%M}") if moment.hour or moment.minute else day


def _day(moment: date) -> str:
    return day_words(moment.day, moment.month)


def month_word(moment: date) -> str:
    """Write a month of a year.

    >>> month_word(date(2026, 3, 1))
    'Mar 2026'
    """
    return tr("{month} {year}", month=short_months()[moment.month - 1], year=str(moment.year))
