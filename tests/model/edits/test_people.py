"""Who fills a role: those who are chosen, with the time they had, and somebody new."""

from __future__ import annotations

import pytest

from app.model.edits import people
from app.model.journey import Journey
from app.model.parts import Tenure
from app.model.records import Person, Touchpoint
from tests.world import journey, party, person, role, touch

IT, LEGAL = "role-it", "role-legal"


@pytest.fixture
def j() -> Journey:
    return journey(
        party("Acme"), role("IT", "Acme"), role("Legal"), touch("A", "IT", at=1), touch("B", "IT", "Legal", at=2),
        person("Ann", tenures=(Tenure(role=IT, start=1, end=4), Tenure(role=LEGAL))), person("Bob", "IT"), person("Cy"),
    )  # fmt: skip


def test_who_stays_keeps_the_time_of_it_who_goes_keeps_other_roles_and_who_comes_has_no_end(
    j: Journey,
) -> None:
    change = people.fill_role(j, IT, ("person-ann", "person-cy"))
    assert {record.id for record in change.put} == {"person-bob", "person-cy"}
    j.apply(change)
    assert set(people.people_of(j, IT)) == {"person-ann", "person-cy"}
    assert j.the(Person, "person-ann").tenures == (Tenure(role=IT, start=1, end=4), Tenure(role=LEGAL))
    assert j.the(Person, "person-bob").tenures == ()
    j.apply(people.fill_role(j, IT, ()))
    assert people.people_of(j, IT) == ()
    assert j.the(Person, "person-ann").tenures == (Tenure(role=LEGAL),)


def test_somebody_new_is_of_the_organisation_of_the_role(j: Journey) -> None:
    j.apply(people.add_person_to_role(j, IT, "Dee"))
    (dee,) = (each for each in j.all(Person) if each.name == "Dee")
    assert (dee.party, dee.tenures) == ("party-acme", (Tenure(role=IT),))


def test_somebody_new_acts_for_the_role_where_it_takes_part(j: Journey) -> None:
    change = people.add_person_taking_part(j, ("touch-a", "touch-b"), IT, "Dee")
    inverse = j.apply(change).inverse
    (dee,) = (each.id for each in j.all(Person) if each.name == "Dee")
    acting = [(part.role, part.person) for point in j.all(Touchpoint) for part in point.participations]
    assert acting == [(IT, dee), (IT, dee), (LEGAL, "")]
    assert people.people_of(j, IT)[-1] == dee
    j.apply(inverse)
    assert all(each.name != "Dee" for each in j.all(Person))
