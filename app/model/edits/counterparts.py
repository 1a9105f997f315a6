"""Which record of a journey stands for one that was copied elsewhere, and copies under new ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.model.edits.records import last_rank
from app.model.edits.role_colours import unworn
from app.model.edits.validated import revised
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.ranks import between
from app.model.record import Part, Record
from app.model.records import (
    Attachment,
    Channel,
    Evidence,
    IssueThread,
    Metric,
    Party,
    Person,
    Role,
    Touchpoint,
)
from app.model.same_names import ByName

# What touchpoints name, and the fields by which it is the same thing in another journey.
_SAME_BY: Mapping[type[Record], tuple[str, ...]] = {
    Party: ("name",),
    Person: ("name",),
    Role: ("name",),
    Channel: ("name",),
    Metric: ("name", "unit"),
    Attachment: ("sha256", "link"),
    IssueThread: ("title", "reference"),
    Evidence: ("title", "date", "source"),
}
_NAMING = frozenset(
    (
        "role", "person", "metric", "evidence", "channel", "thread", "attachments", "source", "target",
        "source_role", "target_role", "party", "avatar", "contact_owner",
    )
)  # fmt: skip


class Counterparts:
    """For what copied records name: the journey's own records by id, by choice or by name, else new ones to add."""

    def __init__(self, journey: Journey, roles: Mapping[str, str]) -> None:
        self._journey = journey
        self._chosen = {copy: journey.the(Role, own).id if own else "" for copy, own in roles.items()}
        self._by_name = ByName(
            (_signature(record), record.id)
            for kind in _SAME_BY
            for record in journey.all(kind)
            if _is_named(record)
        )
        self._new: list[Record] = []
        self.ids: dict[str, str] = {}  # id in the copy -> id in the journey

    def known(self, record: Record) -> str:
        """Return the id of the journey's record that stands for the copied one, or ""."""
        if record.id in self._chosen:
            return self._chosen[record.id]
        if type(self._journey.get(record.id)) is type(record):
            return record.id
        return (_is_named(record) and self._by_name.get(_signature(record))) or ""

    def match(self, records: Iterable[Record]) -> None:
        """Find a counterpart for each of the records, or plan to add it."""
        for record in records:
            if type(record) not in _SAME_BY:
                continue
            known = self.known(record)
            if not known:
                known = new_id()
                self._new.append(record)
            self.ids[record.id] = known

    def added(self) -> list[Record]:
        """Return the records to add, behind the others of their kind."""
        ranks: dict[type[Record], str] = {}
        added = []
        for record in self._new:
            kind = type(record)
            ranks[kind] = between(ranks[kind], "") if kind in ranks else last_rank(self._journey, kind)
            copy = revised(renewed(record, self.ids), rank=ranks[kind])
            added.append(unworn(self._journey, copy) if isinstance(copy, Role) else copy)
        return added


def renewed(record: Record, ids: Mapping[str, str]) -> Record:
    """Return a copy of the record under its new id that names records by their new ids."""
    fields = {**_renamed_fields(record, ids), "id": ids[record.id], "origin": record.id}
    if isinstance(record, Touchpoint):
        parts = fields.get("participations", record.participations)
        fields["participations"] = tuple({part.role: part for part in reversed(parts)}.values())[::-1]
    return revised(record, **fields)


def _renamed_fields(part: Part, ids: Mapping[str, str]) -> dict[str, Any]:
    naming = _NAMING | {"id"} if not isinstance(part, Record) else _NAMING
    fields = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        new = _renamed(value, ids, name in naming)
        if new is not value and new != value:
            fields[name] = new
    return fields


def _renamed(value: Any, ids: Mapping[str, str], names: bool) -> Any:
    if isinstance(value, str):
        return ids.get(value, value) if names else value
    if isinstance(value, tuple):
        return tuple(_renamed(member, ids, names) for member in value)
    if isinstance(value, Part):
        fields = _renamed_fields(value, ids)
        return revised(value, **fields) if fields else value
    return value


def _signature(record: Record) -> str:
    values = (str(getattr(record, field)).strip() for field in _SAME_BY.get(type(record), ()))
    return "\0".join((record.record_kind, *values))


def _is_named(record: Record) -> bool:
    return any(str(getattr(record, field)).strip() for field in _SAME_BY.get(type(record), ()))
