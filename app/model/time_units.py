"""Elapsed time in the units of a timeline, by fixed factors; a step timeline knows steps only."""

from __future__ import annotations

from app.model.record import Duration, TimeUnit

HOURS: dict[TimeUnit, float] = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 30.44 * 24.0}


def in_unit(duration: Duration, unit: TimeUnit) -> float | None:
    """Return the duration in the unit, or none where one is steps and the other is not.

    >>> in_unit(Duration(value=2, unit="week"), "day")
    14.0
    """
    if duration.unit == unit:
        return duration.value
    if duration.unit == "step" or unit == "step":
        return None
    return duration.value * HOURS[duration.unit] / HOURS[unit]
