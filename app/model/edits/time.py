"""Edits of the timeline itself: time is inserted or removed, and its unit changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from app.i18n import tr, trn
from app.model.change import Change
from app.model.duration_text import span_text
from app.model.edits.consequences import settled
from app.model.edits.shifting import Place, shifted
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import called
from app.model.record import Duration, Record, TimeUnit
from app.model.records import Link, Phase, Touchpoint
from app.model.time_units import HOURS, in_unit


def insert_time(journey: Journey, at: float, length: float) -> Change:
    """Insert time: what is at `at` or later moves along, the phase around it or before it grows; durations stay."""
    if length <= 0:
        raise JourneyError(tr("The time to insert must be longer than nothing."))

    def place(time: float) -> float:
        return time + length if time >= at else time

    return _shift(journey, place, tr("Insert {length}", length=span_text(length, journey.info.unit)))


def remove_time(journey: Journey, at: float, length: float) -> Change:
    """Remove time: later things move along, touchpoints in it gather at `at`, phases wholly in it go."""
    if length <= 0:
        raise JourneyError(tr("The time to remove must be longer than nothing."))

    def place(time: float) -> float:
        return time if time < at else max(at, time - length)

    return _shift(journey, place, tr("Remove {length}", length=span_text(length, journey.info.unit)))


def remove_empty_time(journey: Journey, at: float, length: float) -> Change:
    """Remove time in which nothing happens; raises JourneyError where touchpoints stand in it."""
    refuse_busy_time(journey, at, length)
    return remove_time(journey, at, length)


def refuse_busy_time(journey: Journey, at: float, length: float) -> None:
    """Raise JourneyError where touchpoints stand between `at` and the end of the length. O(log n)."""
    touchpoints = journey.all(Touchpoint)
    first = bisect_right(touchpoints, at, key=attrgetter("start"))
    inside = touchpoints[first : bisect_left(touchpoints, at + length, key=attrgetter("start"))]
    if inside:
        what = trn(
            "“{title}” stands in that time.",
            "{count} touchpoints stand in that time.",
            len(inside),
            title=called(inside[0]),
        )
        raise JourneyError(what, do=tr("Move them or choose less time."), record=inside[0].id)


def set_unit(journey: Journey, unit: TimeUnit) -> Change:
    """Count the timeline in another unit; what happens when stays the same.

    To or from steps one step becomes one unit, and durations of touchpoints and waits are counted likewise.
    """
    info = journey.info
    label = tr("Change the unit of time")
    if unit == info.unit:
        return Change(label=label)
    factor = 1.0 if "step" in (unit, info.unit) else HOURS[info.unit] / HOURS[unit]
    records: dict[str, Record] = {}

    def place(time: float) -> float:
        return time * factor

    for record in shifted(journey, place, place):
        records[record.id] = record
    for kind, fields in ((Touchpoint, ("duration", "planned_duration")), (Link, ("wait", "wait_limit"))):
        for record in journey.all(kind):
            new = {field: converted(getattr(record, field), info.unit, unit) for field in fields}
            records[record.id] = revised(records.get(record.id, record), **new)
    limit = converted(info.wait_limit, info.unit, unit)
    records[info.id] = revised(info, unit=unit, wait_limit=limit)
    return Change(_different(journey, records), (), label)


def converted(duration: Duration | None, old: TimeUnit, new: TimeUnit) -> Duration | None:
    """Return a duration of a timeline in `old` units for one in `new` units; stated hours, days ... stay as stated."""
    if duration is None or (duration.unit == "step") == (new == "step"):
        return duration
    length = duration.value if duration.unit == "step" else in_unit(duration, old)
    return made(Duration, value=duration.value if length is None else round(length, 6), unit=new)


def _shift(journey: Journey, place: Place, label: str) -> Change:
    records = {record.id: record for record in shifted(journey, place, place)}
    different: dict[str, Record | None] = {r.id: r for r in _different(journey, records)}
    for phase in journey.all(Phase):
        if place(phase.start) >= place(phase.end):
            different[phase.id] = None
    return settled(journey, different, label)


def _different(journey: Journey, records: dict[str, Record]) -> tuple[Record, ...]:
    return tuple(record for record in records.values() if record != journey.get(record.id))
