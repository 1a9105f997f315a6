"""The part of a journey that concerns some roles: what a picture of these roles may carry and nothing else.

What only hidden roles have or do does not leak: their parts in shared touchpoints, touchpoints of nobody left, links
from or to them, what is pinned to them alone, their people and parties. Saved views and records of kinds that this
version does not know are left out, because they may name anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import (
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
from app.model.references import PINNED_TYPES, pins
from app.model.view import View

SomeRecord = TypeVar("SomeRecord", bound=Record)


def shown_roles(journey: Journey, view: View) -> frozenset[str]:
    """Return the ids of the roles that the view shows."""
    every = frozenset(role.id for role in journey.all(Role))
    return every & {view.solo_role} if view.solo_role in every else every - set(view.hidden_roles)


def slice_of(journey: Journey, roles: Collection[str]) -> Journey:
    """Return a journey of what concerns these roles, by their ids."""
    return Journey.of(_without_unknown(record) for record in _Slice(journey, frozenset(roles)).records())


class _Slice:
    """What is kept, found from the roles outwards; a record is cut to what it says about what is kept."""

    def __init__(self, journey: Journey, roles: frozenset[str]) -> None:
        self._journey = journey
        self._roles = roles
        self._touchpoints = [
            touchpoint
            for touchpoint in map(self._touchpoint, journey.all(Touchpoint))
            if touchpoint.participations
        ]
        self._cited = {
            reading.evidence for touchpoint in self._touchpoints for reading in touchpoint.readings
        }
        self._kept = {journey.info.id, *roles, *(phase.id for phase in journey.all(Phase))}
        self._kept |= {touchpoint.id for touchpoint in self._touchpoints}
        self._kept |= {link.id for link in journey.all(Link) if self._is_kept_link(link)}
        self._kept |= set(self._named_by_kept())
        self._keep_pinned()

    def records(self) -> Iterator[Record]:
        yield self._journey.info
        yield from (self._party(party) for party in self._of(Party))
        yield from (self._person(person) for person in self._of(Person))
        yield from (self._role(role) for role in self._of(Role))
        for kind in (Phase, Channel, Metric, Attachment):
            yield from self._of(kind)
        yield from (self._with_evidence(touchpoint) for touchpoint in self._touchpoints)
        yield from self._of(Link)
        for pinned in (IssueThread, Insight):
            yield from (replaced(record, refs=self._refs(record)) for record in self._of(pinned))
        yield from (self._evidence(evidence) for evidence in self._of(Evidence))
        yield from (self._with_evidence(level) for level in self._of(ServiceLevel))

    def _of(self, kind: type[SomeRecord]) -> Iterable[SomeRecord]:
        return (record for record in self._journey.all(kind) if record.id in self._kept)

    def _named_by_kept(self) -> Iterator[str]:
        for role in self._journey.all(Role):
            if role.id in self._roles:
                yield from (role.party, role.avatar)
        for touchpoint in self._touchpoints:
            yield from (touchpoint.channel, touchpoint.thread, *touchpoint.attachments)
            yield from (reading.metric for reading in touchpoint.readings)
            yield from (part.person for part in touchpoint.participations)
        for person in self._journey.all(Person):
            if any(tenure.role in self._roles for tenure in person.tenures):
                yield person.id

    def _keep_pinned(self) -> None:
        """Keep what is pinned to something kept, and so on until nothing more is."""
        waiting = [record for kind in PINNED_TYPES for record in self._journey.all(kind)]
        while True:
            found = {
                record.id
                for record in waiting
                if record.id not in self._kept
                and (self._refs(record) or (record.id in self._cited and not pins(record)))
            }
            if not found:
                return
            self._kept |= found

    def _is_kept_link(self, link: Link) -> bool:
        ends = link.source in self._kept and link.target in self._kept
        return ends and {link.source_role, link.target_role} <= {*self._roles, ""}

    def _touchpoint(self, touchpoint: Touchpoint) -> Touchpoint:
        parts = tuple(part for part in touchpoint.participations if part.role in self._roles)
        readings = tuple(reading for reading in touchpoint.readings if reading.role in {*self._roles, ""})
        if parts == touchpoint.participations and readings == touchpoint.readings:
            return touchpoint
        return replaced(touchpoint, participations=parts, readings=readings)

    def _refs(self, record: Record) -> tuple[Any, ...]:
        allowed = {*self._roles, ""}
        return tuple(ref for ref in pins(record) if ref.id in self._kept and ref.role in allowed)

    def _role(self, role: Role) -> Role:
        relations = tuple(one for one in role.relations if one.role in {*self._roles, ""})
        return replaced(role, relations=relations)

    def _person(self, person: Person) -> Person:
        return replaced(
            person,
            party=self._or_none(person.party),
            tenures=tuple(tenure for tenure in person.tenures if tenure.role in self._roles),
            guards=tuple(guard for guard in person.guards if guard.person in self._kept),
        )

    def _party(self, party: Party) -> Party:
        return replaced(party, facts=tuple(self._with_evidence(fact) for fact in party.facts))

    def _evidence(self, evidence: Evidence) -> Evidence:
        return replaced(
            evidence, refs=self._refs(evidence), contact_owner=self._or_none(evidence.contact_owner)
        )

    def _with_evidence(self, owner: Any) -> Any:
        """Return the owner of readings, those of them without their evidence where that is not kept."""
        readings = tuple(
            reading
            if not reading.evidence or reading.evidence in self._kept
            else replaced(reading, evidence="")
            for reading in owner.readings
        )
        return owner if readings == owner.readings else replaced(owner, readings=readings)

    def _or_none(self, record_id: str) -> str:
        return record_id if record_id in self._kept else ""


def _without_unknown(record: Record) -> Record:
    if '"unknown":' not in record.model_dump_json(exclude_defaults=True):
        return record
    return type(record).model_validate(_plain(record.model_dump(exclude_defaults=True)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items() if name != "unknown"}
    return tuple(map(_plain, value)) if isinstance(value, tuple | list) else value
