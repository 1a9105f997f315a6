"""Edits of who fills a role: people that are known, and somebody new."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.i18n import tr
from app.model.change import Change
from app.model.edits.joint import set_parts
from app.model.edits.records import add_record
from app.model.edits.validated import made, revised
from app.model.journey import Journey
from app.model.names import title_of
from app.model.parts import Tenure
from app.model.records import Person, Role


def people_of(journey: Journey, role_id: str) -> tuple[str, ...]:
    """Return the people who fill a role at any time."""
    return tuple(
        record.id
        for record in journey.referring_to(role_id)
        if isinstance(record, Person) and any(tenure.role == role_id for tenure in record.tenures)
    )


def fill_role(journey: Journey, role_id: str, people: Collection[str]) -> Change:
    """Let these people fill a role, and nobody else; who does already keeps the time of it."""
    before = people_of(journey, role_id)
    put = []
    for person in (journey.the(Person, each) for each in dict.fromkeys((*people, *before))):
        if (person.id in people) == (person.id in before):
            continue
        kept = tuple(tenure for tenure in person.tenures if tenure.role != role_id)
        more = (made(Tenure, role=role_id),) if person.id in people else ()
        put.append(revised(person, tenures=(*kept, *more)))
    return Change(tuple(put), (), tr("Change who is {role}", role=title_of(journey.the(Role, role_id))))


def add_person_to_role(journey: Journey, role_id: str, name: str) -> Change:
    """Let somebody new of the role's organisation fill a role."""
    party = journey.the(Role, role_id).party
    return add_record(journey, Person, name=name, party=party, tenures=(made(Tenure, role=role_id),))


def add_person_taking_part(
    journey: Journey, touchpoint_ids: Iterable[str], role_id: str, name: str
) -> Change:
    """Let somebody new fill a role and act for it at touchpoints."""
    added = add_person_to_role(journey, role_id, name)
    acting = set_parts(journey, touchpoint_ids, role_id, person=added.put[0].id)
    return Change((*added.put, *acting.put), (), added.label)
