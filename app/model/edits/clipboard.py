"""Copying touchpoints with all that belongs to them, and pasting them with new ids, here or elsewhere.

What is copied is a small journey of its own: it can be saved, sent and opened like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.counterparts import Counterparts, renewed
from app.model.edits.records import remove_records
from app.model.edits.role_colours import coloured
from app.model.edits.time import converted
from app.model.edits.validated import revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import called
from app.model.record import Record, Ref, TimeUnit
from app.model.records import Insight, JourneyInfo, Link, Role, ServiceLevel, Touchpoint
from app.model.references import references
from app.model.time_units import HOURS

_COPIED = (Touchpoint, Link, Insight, ServiceLevel)
_DURATIONS: Mapping[type[Record], tuple[str, ...]] = {
    Touchpoint: ("duration", "planned_duration"),
    Link: ("wait", "wait_limit"),
}


def copied(journey: Journey, touchpoint_ids: Iterable[str]) -> tuple[Record, ...]:
    """Return the touchpoints with their phases, links, insights and service levels about nothing else, and what they name.

    The records make a journey of their own: `Journey.of` accepts them.
    """
    chosen = {touchpoint_id: journey.the(Touchpoint, touchpoint_id) for touchpoint_id in touchpoint_ids}
    records: dict[str, Record] = {journey.info.id: journey.info, **chosen}
    for touchpoint_id, touchpoint in chosen.items():
        phase = journey.phase_at(touchpoint.start)
        if phase is not None:
            records[phase.id] = phase
        for link in journey.links_of(touchpoint_id):
            if link.source in chosen and link.target in chosen:
                records[link.id] = link
        for pinned in journey.pinned_to(touchpoint_id):
            if isinstance(pinned, Insight | ServiceLevel) and all(r.id in chosen for r in _refs(pinned)):
                records[pinned.id] = pinned
    waiting = list(records.values())
    while waiting:
        for named, _kind, _field in references(waiting.pop()):
            if named not in records and (record := journey.get(named)) is not None:
                records[named] = _context(record)
                waiting.append(records[named])
    return Journey.of(records.values()).records()


def cut(journey: Journey, touchpoint_ids: Sequence[str]) -> Change:
    """Remove what `copied` would copy and what cannot be without it."""
    removed = remove_records(journey, touchpoint_ids)
    title = called(journey.the(Touchpoint, touchpoint_ids[0])) if touchpoint_ids else ""
    label = trn("Cut {title}", "Cut {count} touchpoints", len(touchpoint_ids), title=title)
    return Change(removed.put, removed.remove, label)


def roles_to_map(journey: Journey, records: Iterable[Record]) -> tuple[Role, ...]:
    """Return the copied roles that the journey has not, by id or name: a person says where they belong."""
    counterparts = Counterparts(journey, {})
    return tuple(r for r in records if isinstance(r, Role) and not counterparts.known(r))


def paste(
    journey: Journey,
    records: Iterable[Record],
    at: float | None = None,
    roles: Mapping[str, str] | None = None,
) -> Change:
    """Put copies of what was copied, with new ids, the earliest at `at`, or when they were where that is none.

    Roles go to the journey's role with the same id or name, or as `roles` says (id in the copy -> id in the journey);
    a role that is nowhere is added, and so are channels, persons and the like.
    """
    given = tuple(records)
    points = [record for record in given if isinstance(record, Touchpoint)]
    if not points:
        raise JourneyError(tr("There is no touchpoint to paste."))
    unit = next((r.unit for r in given if isinstance(r, JourneyInfo)), journey.info.unit)
    here = journey.info.unit
    factor = 1.0 if unit == here or "step" in (unit, here) else HOURS[unit] / HOURS[here]
    first = min(point.start for point in points)
    target = first * factor if at is None else at
    own = {record.id: new_id() for record in given if isinstance(record, _COPIED)}
    counterparts = Counterparts(journey, roles or {})
    counterparts.match(record for record in given if record.id not in own)
    ids = {**counterparts.ids, **own}

    def moved(record: Record) -> Record:
        if not isinstance(record, Touchpoint):
            return record
        planned = record.planned_start
        planned = None if planned is None else target + (planned - first) * factor
        return revised(record, start=target + (record.start - first) * factor, planned_start=planned)

    new = [renewed(_fitted(moved(record), unit, here), ids) for record in given if record.id in own]
    label = trn("Paste {title}", "Paste {count} touchpoints", len(points), title=called(points[0]))
    return coloured(journey, Change((*new, *counterparts.added()), (), label))


def duplicate(journey: Journey, touchpoint_ids: Iterable[str], delta: float = 1.0) -> Change:
    """Put copies of touchpoints, links and pins beside them, `delta` later."""
    records = copied(journey, dict.fromkeys(touchpoint_ids))
    points = [record for record in records if isinstance(record, Touchpoint)]
    if not points:
        raise JourneyError(tr("There is no touchpoint to duplicate."))
    pasted = paste(journey, records, min(point.start for point in points) + delta)
    title = called(points[0])
    label = trn("Duplicate {title}", "Duplicate {count} touchpoints", len(points), title=title)
    return Change(pasted.put, pasted.remove, label)


def _context(record: Record) -> Record:
    """Return what a copied touchpoint names, without what that itself is about."""
    empty: dict[str, Any] = {
        field: ()
        for field in ("refs", "tenures", "guards", "relations", "facts")
        if field in type(record).model_fields
    }
    return revised(record, **empty) if empty else record


def _refs(record: Insight | ServiceLevel) -> tuple[Ref, ...]:
    return record.refs if isinstance(record, Insight) else (record.ref,)


def _fitted(record: Record, old: TimeUnit, new: TimeUnit) -> Record:
    """Return the record with its durations in steps or out of steps, as the new timeline counts."""
    fields = {
        field: converted(duration, old, new)
        for field in _DURATIONS.get(type(record), ())
        if (duration := getattr(record, field)) is not None
    }
    return revised(record, **fields) if fields else record
