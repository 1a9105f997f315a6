"""Who names whom: the ids in a record that must stand for records of a certain kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

from app.model.record import Record, Ref
from app.model.records import (
    RECORD_TYPE_BY_KIND,
    Attachment,
    Channel,
    Evidence,
    Insight,
    IssueThread,
    Link,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    ServiceLevel,
    Touchpoint,
)

# An id in a record, the kind of record it must stand for, and the field it stands in.
Reference = tuple[str, type[Record], str]

PINNED_TYPES: tuple[type[Record], ...] = (Insight, Evidence, ServiceLevel, IssueThread)
PINNABLE_TYPES: tuple[type[Record], ...] = (Touchpoint, Role, Phase, Link)  # what those are usually about


def pins(record: Record) -> tuple[Ref, ...]:
    """Return the Refs by which an insight, evidence, service level or thread names what it is about."""
    if isinstance(record, Insight | Evidence | IssueThread):
        return record.refs
    return (record.ref,) if isinstance(record, ServiceLevel) else ()


def belongs_to(record: Record, ids: Set[str]) -> bool:
    """Tell whether a record is one of these, joins two of them, or is an insight that is pinned to one of them."""
    if isinstance(record, Link):
        return record.id in ids or (record.source in ids and record.target in ids)
    return record.id in ids or (isinstance(record, Insight) and any(ref.id in ids for ref in record.refs))


def references(record: Record) -> list[Reference]:
    """Return every id in the record that must exist; saved views and ids outside the journey are left out."""
    find = _BY_KIND.get(type(record))
    return [] if find is None else [found for found in find(record) if found[0]]


def _of_touchpoint(touchpoint: Touchpoint) -> Iterable[Reference]:
    found: list[Reference] = [
        (touchpoint.channel, Channel, "channel"),
        (touchpoint.thread, IssueThread, "thread"),
    ]
    for part in touchpoint.participations:
        found.append((part.role, Role, "participations.role"))
        found.append((part.person, Person, "participations.person"))
    for attachment in touchpoint.attachments:
        found.append((attachment, Attachment, "attachments"))
    for reading in touchpoint.readings:
        found.append((reading.metric, Metric, "readings.metric"))
        found.append((reading.role, Role, "readings.role"))
        found.append((reading.evidence, Evidence, "readings.evidence"))
    return found


def _of_link(link: Link) -> Iterable[Reference]:
    return (
        (link.source, Touchpoint, "source"),
        (link.target, Touchpoint, "target"),
        (link.source_role, Role, "source_role"),
        (link.target_role, Role, "target_role"),
    )


def _of_role(role: Role) -> Iterator[Reference]:
    yield role.party, Party, "party"
    yield role.avatar, Attachment, "avatar"
    for relation in role.relations:
        yield relation.role, Role, "relations.role"


def _of_person(person: Person) -> Iterator[Reference]:
    yield person.party, Party, "party"
    for tenure in person.tenures:
        yield tenure.role, Role, "tenures.role"
    for guard in person.guards:
        yield guard.person, Person, "guards.person"


def _of_party(party: Party) -> Iterator[Reference]:
    for fact in party.facts:
        for reading in fact.readings:
            yield reading.evidence, Evidence, "facts.readings.evidence"


def _of_pins(record: Record) -> Iterator[Reference]:
    for ref in pins(record):
        kind = RECORD_TYPE_BY_KIND.get(ref.kind)
        if kind is not None:  # a kind that a newer version knows is kept unchecked
            yield ref.id, kind, "refs.id"
        yield ref.role, Role, "refs.role"


def _of_evidence(evidence: Evidence) -> Iterator[Reference]:
    yield evidence.contact_owner, Person, "contact_owner"
    yield from _of_pins(evidence)


def _of_service_level(service_level: ServiceLevel) -> Iterator[Reference]:
    yield from _of_pins(service_level)
    for reading in service_level.readings:
        yield reading.evidence, Evidence, "readings.evidence"


_BY_KIND: dict[type[Record], Callable[[Any], Iterable[Reference]]] = {
    Touchpoint: _of_touchpoint,
    Link: _of_link,
    Role: _of_role,
    Person: _of_person,
    Party: _of_party,
    Insight: _of_pins,
    IssueThread: _of_pins,
    Evidence: _of_evidence,
    ServiceLevel: _of_service_level,
}
