"""What follows for all other records when records go or roles leave touchpoints.

A touchpoint left without roles goes; so do links without an end, service levels and insights about nothing that is
left. A pin on a role's part that is gone becomes a pin on the touchpoint. Other fields that named what is gone are
emptied. Evidence, threads and saved views stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.model.change import Change
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.record import Record, Ref
from app.model.records import (
    RECORD_TYPE_BY_KIND,
    Evidence,
    Insight,
    IssueThread,
    Link,
    Party,
    Person,
    Role,
    ServiceLevel,
    Touchpoint,
)

Find = Callable[[str], Record | None]


def settled(
    journey: Journey, wanted: Mapping[str, Record | None], label: str, new: Iterable[Record] = ()
) -> Change:
    """Return the change to what is wanted (none: the record goes) with all that follows, and new records put first.

    Where one of the new records has the id of a wanted one, the wanted one wins.
    """
    after: dict[str, Record | None] = {record.id: record for record in new}
    after.update(wanted)

    def find(record_id: str) -> Record | None:
        return after[record_id] if record_id in after else journey.get(record_id)

    waiting = [record_id for record_id, record in wanted.items() if _loses(journey.get(record_id), record)]
    while waiting:
        for referrer in journey.referring_to(waiting.pop()):
            now = find(referrer.id)
            if now is None:
                continue
            fitted = fit(now, find)
            if fitted != now:
                after[referrer.id] = fitted
                waiting.append(referrer.id)
    put = tuple(
        record for record in after.values() if record is not None and record != journey.get(record.id)
    )
    remove = tuple(i for i, record in after.items() if record is None and journey.get(i) is not None)
    return Change(put, remove, label)


def removal(journey: Journey, ids: Iterable[str], label: str) -> Change:
    """Return the change that removes the records and what cannot be without them."""
    return settled(journey, dict.fromkeys(ids), label)


def fit(record: Record, find: Find) -> Record | None:
    """Return the record without what it names and is not there, or none where nothing of it is left."""
    rule = _FIT.get(type(record))
    return record if rule is None else rule(record, find)


def _loses(before: Record | None, after: Record | None) -> bool:
    """Tell whether something could be named before that cannot be named now."""
    if isinstance(before, Touchpoint) and isinstance(after, Touchpoint):
        return not set(before.roles) <= set(after.roles)
    return after is None


def _there(record_id: str, find: Find) -> str:
    return record_id if record_id and find(record_id) is not None else ""


def _touchpoint(touchpoint: Touchpoint, find: Find) -> Record | None:
    parts = tuple(
        part if not part.person or find(part.person) is not None else revised(part, person="")
        for part in touchpoint.participations
        if find(part.role) is not None
    )
    if not parts:
        return None
    readings = tuple(
        revised(reading, evidence=_there(reading.evidence, find))
        for reading in touchpoint.readings
        if find(reading.metric) is not None and (not reading.role or find(reading.role) is not None)
    )
    return _revised(
        touchpoint,
        participations=parts,
        channel=_there(touchpoint.channel, find),
        thread=_there(touchpoint.thread, find),
        attachments=tuple(filter(find, touchpoint.attachments)),
        readings=readings,
    )


def _link(link: Link, find: Find) -> Record | None:
    ends = find(link.source), find(link.target)
    if not all(isinstance(end, Touchpoint) for end in ends):
        return None
    roles = (
        role if isinstance(end, Touchpoint) and end.participation(role) is not None else ""
        for end, role in zip(ends, (link.source_role, link.target_role), strict=True)
    )
    return _revised(link, source_role=next(roles), target_role=next(roles))


def _insight(insight: Insight, find: Find) -> Record | None:
    refs = _refs(insight.refs, find)
    return _revised(insight, refs=refs) if refs or not insight.refs else None


def _thread(thread: IssueThread, find: Find) -> Record | None:
    return _revised(thread, refs=_refs(thread.refs, find))


def _evidence(evidence: Evidence, find: Find) -> Record | None:
    owner = _there(evidence.contact_owner, find)
    return _revised(evidence, refs=_refs(evidence.refs, find), contact_owner=owner)


def _service_level(service_level: ServiceLevel, find: Find) -> Record | None:
    refs = _refs((service_level.ref,), find)
    if not refs:
        return None
    readings = tuple(
        revised(reading, evidence=_there(reading.evidence, find)) for reading in service_level.readings
    )
    return _revised(service_level, ref=refs[0], readings=readings)


def _role(role: Role, find: Find) -> Record | None:
    relations = tuple(
        relation for relation in role.relations if not relation.role or find(relation.role) is not None
    )
    return _revised(
        role, relations=relations, party=_there(role.party, find), avatar=_there(role.avatar, find)
    )


def _person(person: Person, find: Find) -> Record | None:
    return _revised(
        person,
        party=_there(person.party, find),
        tenures=tuple(tenure for tenure in person.tenures if find(tenure.role) is not None),
        guards=tuple(guard for guard in person.guards if find(guard.person) is not None),
    )


def _party(party: Party, find: Find) -> Record | None:
    facts = tuple(
        revised(
            fact,
            readings=tuple(
                revised(reading, evidence=_there(reading.evidence, find)) for reading in fact.readings
            ),
        )
        for fact in party.facts
    )
    return _revised(party, facts=facts)


def _refs(refs: tuple[Ref, ...], find: Find) -> tuple[Ref, ...]:
    kept: dict[Ref, None] = {}
    for ref in refs:
        about = find(ref.id)
        if about is None and ref.kind in RECORD_TYPE_BY_KIND:
            continue  # an unknown kind is a newer version's business
        if ref.role and not (isinstance(about, Touchpoint) and about.participation(ref.role) is not None):
            ref = revised(ref, role="")
        kept[ref] = None
    return tuple(kept)


def _revised(record: Record, **fields: Any) -> Record:
    different = {name: value for name, value in fields.items() if value != getattr(record, name)}
    return revised(record, **different) if different else record


_FIT: Mapping[type[Record], Callable[[Any, Find], Record | None]] = {
    Touchpoint: _touchpoint,
    Link: _link,
    Insight: _insight,
    IssueThread: _thread,
    Evidence: _evidence,
    ServiceLevel: _service_level,
    Role: _role,
    Person: _person,
    Party: _party,
}
