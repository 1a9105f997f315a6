"""Lengths of time in words: "31 h", "18 days", "3 weeks"."""

from __future__ import annotations

from app.i18n import tr, trn
from app.model.record import Duration, TimeUnit
from app.model.time_units import HOURS

_ROUNDING = 1e-6  # times are sums of fractions
_LONGEST_WITH_MINUTES = 10
_LEAST_WHOLE_DAYS = 2
_LONGEST_IN_HOURS = 48
_LONGEST_IN_DAYS = 60 * 24
_LONGEST_IN_WEEKS = 26 * 168


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


def _in_words(value: float, unit: TimeUnit) -> str:
    if unit == "hour" and 0 < value < _LONGEST_WITH_MINUTES:
        hours, minutes = divmod(max(1, round(value * 60)), 60)
        if minutes:
            return tr("{hours} h {minutes} min", hours=hours, minutes=minutes) if hours else _minutes(minutes)
    rounded = float(round(value)) if value >= 10 or _is_whole(value) else round(value, 1)
    amount = f"{rounded:g}" if rounded < 1e6 else f"{rounded:.0f}"
    count = int(rounded) if rounded == int(rounded) else int(rounded) + 1  # a fraction of two counts as two
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
