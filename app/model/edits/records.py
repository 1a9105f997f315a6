"""Edits that are the same for every kind of record: add, set fields, reorder, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import removal
from app.model.edits.role_colours import coloured
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey, SomeRecord
from app.model.names import as_object, called, counted, kind_name
from app.model.ranks import between, spread
from app.model.record import Record
from app.model.records import JourneyInfo, Phase, Role
from app.model.same_names import name_key

_LONGEST_RANK = 40  # a longer one is a sign that there is no room left


def add_record(journey: Journey, kind: type[Record], /, **fields: Any) -> Change:
    """Add a record behind the others of its kind: a person, an organisation, a channel, a metric ..."""
    values: dict[str, Any] = {"id": new_id(), **fields}
    if "rank" in kind.model_fields and "rank" not in fields:
        values["rank"] = last_rank(journey, kind)
    label = tr("Add {kind}", kind=as_object(kind.record_kind))
    return coloured(journey, Change(put=(made(kind, **values),), label=label))


def unused_name(
    journey: Journey, kind: type[Phase | Role], first: str, numbered: Callable[[int], str]
) -> str:
    """Return a name that no record of the kind has: `first`, else the first of 2, 3 ... that is free."""
    taken = {name_key(record.name) for record in journey.all(kind)}
    name, number = first, 1
    while name_key(name) in taken:
        number += 1
        name = numbered(number)
    return name


def set_fields(journey: Journey, ids: Iterable[str], /, **fields: Any) -> Change:
    """Set the same fields of several records; typing in the same field goes on as one step."""
    records = [found(journey, record_id) for record_id in ids]
    kinds = {record.record_kind for record in records}
    if len(kinds) == 1:
        kind = kinds.pop()
        one = len(records) == 1
        label = tr("Change {kind}", kind=as_object(kind) if one else counted(kind, len(records)))
    else:
        label = trn("Change {count} record", "Change {count} records", len(records))
    for record in records:
        missing = set(fields) - set(type(record).model_fields) | set(fields) & {"id", "origin", "unknown"}
        if missing:
            what = tr(
                "A {kind} has no field “{field}”.", kind=kind_name(record.record_kind), field=min(missing)
            )
            raise JourneyError(what, record=record.id)
    merge_key = " ".join(("set", *sorted(fields), *(record.id for record in records)))
    return Change(tuple(revised(record, **fields) for record in records), (), label, merge_key)


def remove_records(journey: Journey, ids: Iterable[str]) -> Change:
    """Remove records of any kind and what cannot be without them; the change says what goes."""
    records = [found(journey, record_id) for record_id in dict.fromkeys(ids)]
    kinds = {record.record_kind for record in records}
    if JourneyInfo.record_kind in kinds:
        raise JourneyError(tr("What the journey is about cannot be removed."))
    if len(records) == 1:
        label = _removing(records[0])
    elif len(kinds) == 1:
        label = tr("Remove {kind}", kind=counted(kinds.pop(), len(records)))
    else:
        label = trn("Remove {count} record", "Remove {count} records", len(records))
    return coloured(journey, removal(journey, [record.id for record in records], label))


def _removing(record: Record) -> str:
    name = called(record)
    if isinstance(record, Role):
        return trn("Remove role {name}", "Remove {count} roles", 1, name=name)
    if isinstance(record, Phase):
        return tr("Remove phase {name}", name=name)
    return tr("Remove {name}", name=name)


def move_record(journey: Journey, kind: type[Record], record_id: str, after: str) -> Change:
    """Move a record among its kind to the place behind the record `after`, or to the first where that is ""."""
    record = journey.the(kind, record_id)
    label = tr("Reorder {kind}", kind=as_object(kind.record_kind))
    put = () if after == record_id else ranked_after(journey, record, after)
    return coloured(journey, Change(put, (), label))


def ranked_after(journey: Journey, record: Record, after: str) -> tuple[Record, ...]:
    """Return the record, known or new, with a rank behind the record `after`, or before all where that is "".

    Where there is no rank left the others of its kind get new ones and are returned too; the record stands first.
    """
    kind = type(record)
    others = [other for other in journey.all(kind) if other.id != record.id]
    place = 0
    if after:
        journey.the(kind, after)
        place = next(i for i, other in enumerate(others) if other.id == after) + 1
    placed = ranked([*others[:place], record, *others[place:]], place, 1)
    changed = (
        new
        for new, other in zip([*placed[:place], *placed[place + 1 :]], others, strict=True)
        if new is not other
    )
    return (placed[place], *changed)


def ranked(order: Sequence[SomeRecord], place: int, count: int) -> list[SomeRecord]:
    """Return the records, of which `count` from `place` on are new there, with ranks in this order.

    Those that stay are the same objects unless there is no room left between them.
    """
    low = _rank(order[place - 1]) if place else ""
    high = _rank(order[place + count]) if place + count < len(order) else ""
    ranks: list[str] = []
    if (low or not place) and (high or place + count == len(order)):
        with suppress(ValueError):
            for _ in range(count):
                low = between(low, high)
                ranks.append(low)
    if len(ranks) < count or len(low) > _LONGEST_RANK:
        return [revised(record, rank=rank) for record, rank in zip(order, spread(len(order)), strict=True)]
    new = [
        revised(record, rank=rank) for record, rank in zip(order[place : place + count], ranks, strict=True)
    ]
    return [*order[:place], *new, *order[place + count :]]


def last_rank(journey: Journey, kind: type[Record]) -> str:
    """Return a rank behind all records of the kind."""
    members = journey.all(kind)
    return between(_rank(members[-1]), "") if members else between("", "")


def found(journey: Journey, record_id: str) -> Record:
    """Return the record; raises JourneyError where there is none."""
    record = journey.get(record_id)
    if record is None:
        raise JourneyError(tr("There is no record with the id {id}.", id=record_id))
    return record


def _rank(record: Record) -> str:
    return str(getattr(record, "rank", ""))
