"""A copy of a whole journey with ids of its own, each record remembering what it was copied from."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

from app.model.ids import Id, IdOrNone, new_id
from app.model.journey import Journey
from app.model.record import Part, Record
from app.model.records import UnknownRecord


def with_new_ids(journey: Journey) -> Journey:
    """Return the same journey with new ids; ids of things outside it stay. Records of unknown kinds are left out."""
    records = [record for record in journey.records() if not isinstance(record, UnknownRecord)]
    new = {record.id: new_id() for record in records}
    return Journey.of(_copied(record, new) for record in records)


def _copied(record: Record, new: dict[str, str]) -> Record:
    values = _renewed_fields(record, new) | {"origin": record.id}
    return type(record)(**values)


def _renewed_fields(part: Part, new: dict[str, str]) -> dict[str, Any]:
    hints = _hints(type(part))
    return {name: _renewed(getattr(part, name), hints[name], new) for name in part.model_fields_set}


def _renewed(value: Any, hint: Any, new: dict[str, str]) -> Any:
    if hint in (Id, IdOrNone):
        return new.get(value, value)
    if isinstance(value, Part):
        return type(value)(**_renewed_fields(value, new))
    if isinstance(value, tuple):
        inner = get_args(hint)[0]
        return tuple(_renewed(one, inner, new) for one in value)
    return value


@cache
def _hints(kind: type[Part]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)
