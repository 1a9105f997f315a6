"""Lengths of time in words: "31 h", "18 days", "3 weeks"; written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from app.i18n import number_text, plural_of, tr, trn
from app.model.errors import JourneyError
from app.model.folding import folded
from app.model.record import Duration, TimeUnit
from app.model.time_units import HOURS
from app.model.time_vocabulary import JOINTS, MINUTES, YEARS, unit_of

_ROUNDING = 1e-6  # times are sums of fractions
_LONGEST_WITH_MINUTES = 10
_LEAST_WHOLE_DAYS = 2
_LONGEST_IN_HOURS = 48
_LONGEST_IN_DAYS = 60 * 24
_LONGEST_IN_WEEKS = 26 * 168
_JOINT = rf"(?:,|\+|&|(?:{'|'.join(JOINTS)})\b)?"
_AMOUNT = re.compile(rf"\s*(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)\.?\s*{_JOINT}\s*", re.IGNORECASE)


def duration_text(duration: Duration) -> str:
    """Return the duration in the unit in which somebody stated it.

    >>> duration_text(Duration(value=18, unit="day")), duration_text(Duration(value=1, unit="week"))
    ('18 days', '1 week')
    >>> duration_text(Duration(value=0.25, unit="hour"))
    '15 min'
    """
    return _in_words(duration.value, duration.unit)


def span_text(span: float, unit: TimeUnit) -> str:
    """Return a length that nobody stated in the unit in which people would say it.

    >>> span_text(18 / 7, "week"), span_text(3, "week"), span_text(31 / 24, "day"), span_text(2.5, "month")
    ('18 days', '3 weeks', '31 h', '2.5 months')
    >>> span_text(1.3, "week")
    '9 days'
    """
    if unit == "step" or (unit == "month" and span > 1 - _ROUNDING):
        return _in_words(span, unit)
    hours = span * HOURS[unit]
    weeks = hours / HOURS["week"]
    if round(weeks) >= 1 and _is_whole(weeks):
        return _in_words(round(weeks), "week")
    if hours <= _LONGEST_IN_HOURS and not (unit != "hour" and _is_whole(hours / HOURS["day"])):
        minutes_mean_something = unit == "hour" or hours < 1
        return _in_words(hours if minutes_mean_something else round(hours), "hour")
    spoken: TimeUnit = (
        "day" if hours <= _LONGEST_IN_DAYS else "week" if hours <= _LONGEST_IN_WEEKS else "month"
    )
    amount = hours / HOURS[spoken]
    return _in_words(
        float(round(amount)) if spoken == "day" and amount >= _LEAST_WHOLE_DAYS else amount, spoken
    )


def exact_duration_text(duration: Duration) -> str:
    """Return the duration in words that `read_duration` reads as the same duration.

    >>> exact_duration_text(Duration(value=3, unit="day")), exact_duration_text(Duration(value=36.25, unit="hour"))
    ('3 days', '36.25 h')
    """
    text = duration_text(duration)
    if read_duration(text, duration.unit) == duration:
        return text
    return _with_unit(number_text(duration.value, 6, is_exact=True), duration.unit, plural_of(duration.value))


def read_duration(text: str, unit: TimeUnit) -> Duration | None:
    """Return the duration that somebody wrote, none for ""; a bare number counts in `unit`, the timeline's.

    Several amounts add up in the smallest of their units. Raises JourneyError where it is no duration, or not one of
    this timeline: steps have no days, and days no steps.

    >>> read_duration("3 days", "week"), read_duration("1.5", "week"), read_duration("", "week")
    (Duration(value=3.0, unit='day'), Duration(value=1.5, unit='week'), None)
    >>> read_duration("1 h 30 min", "day"), read_duration("1w 2d", "week")
    (Duration(value=1.5, unit='hour'), Duration(value=9.0, unit='day'))
    """
    if not text.strip():
        return None
    amounts = list(_amounts(text, unit))
    if any((spoken == "step") != (unit == "step") for _, spoken in amounts):
        raise _not_of_this_timeline(text, unit)
    smallest = min((spoken for _, spoken in amounts), key=lambda spoken: HOURS.get(spoken, 0.0))
    if smallest == "step":
        value = sum(amount for amount, _ in amounts)
    else:
        value = round(sum(amount * HOURS[spoken] / HOURS[smallest] for amount, spoken in amounts), 6)
    try:
        return Duration(value=value, unit=smallest)
    except ValidationError:
        raise JourneyError(tr("“{words}” is too long a time.", words=text.strip())) from None


def _amounts(text: str, unit: TimeUnit) -> Iterator[tuple[float, TimeUnit]]:
    """Yield each amount with its unit; minutes are parts of an hour."""
    place, last = 0, ""
    while place < len(text):
        found = _AMOUNT.match(text, place)
        if found is None or len(text) > 100:
            raise _no_duration(text)
        place, word = found.end(), folded(found[2])
        amount = float(found[1].replace(",", "."))
        if word in MINUTES or (word == "m" and "hour" in (last, unit)):
            yield amount / 60, "hour"
            continue
        if word in YEARS:
            amount, word = amount * 12, "month"
        spoken = _unit_of(word, unit) if word or last else unit
        if spoken is None:
            raise _no_duration(text)
        last = spoken
        yield amount, spoken


def _unit_of(word: str, unit: TimeUnit) -> TimeUnit | None:
    """Return the unit that a word means on a timeline of this one; s is a step where steps count."""
    if word == "s" and unit == "step":
        return "step"
    return "month" if word == "m" else unit_of(word)


def _no_duration(text: str) -> JourneyError:
    return JourneyError(
        tr("“{words}” is no length of time.", words=text.strip()[:40]),
        do=tr("Write, for example, 3 days or 2 h."),
    )


def _not_of_this_timeline(text: str, unit: TimeUnit) -> JourneyError:
    if unit == "step":
        what = tr("“{words}” does not fit: this timeline counts steps.", words=text.strip()[:40])
        return JourneyError(what, do=tr("Write the number of steps."))
    what = tr("“{words}” does not fit: this timeline counts time, not steps.", words=text.strip()[:40])
    return JourneyError(what, do=tr("Write, for example, 3 days or 2 h."))


def _in_words(value: float, unit: TimeUnit) -> str:
    if unit == "hour" and 0 < value < _LONGEST_WITH_MINUTES:
        hours, minutes = divmod(max(1, round(value * 60)), 60)
        if minutes:
            return tr("{hours} h {minutes} min", hours=hours, minutes=minutes) if hours else _minutes(minutes)
    rounded = float(round(value)) if value >= 10 or _is_whole(value) else round(value, 1)
    return _with_unit(number_text(rounded), unit, plural_of(rounded))


def _with_unit(amount: str, unit: TimeUnit, count: int) -> str:
    if unit == "hour":
        return tr("{amount} h", amount=amount)
    if unit == "step":
        return trn("{amount} step", "{amount} steps", count, amount=amount)
    if unit == "day":
        return trn("{amount} day", "{amount} days", count, amount=amount)
    if unit == "week":
        return trn("{amount} week", "{amount} weeks", count, amount=amount)
    return trn("{amount} month", "{amount} months", count, amount=amount)


def _minutes(minutes: int) -> str:
    return tr("{amount} min", amount=minutes)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _ROUNDING
