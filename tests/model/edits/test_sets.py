from __future__ import annotations

from itertools import pairwise

import pytest

from app.i18n import speaking
from app.model import library
from app.model.edits.sets import add_phase_set, add_role_set
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Party, Phase, Role
from app.model.role_colours import LIGHT_COLOURS
from tests.world import journey, party, phase, role


def names(j: Journey) -> list[str]:
    return [found.name for found in j.all(Role)]


@pytest.mark.parametrize("key", library.phase_sets())
def test_phases_of_a_set_stand_behind_all_others_without_gaps(key: str) -> None:
    j = journey(phase("Before", 3, 7))
    phase_set = library.phase_sets()[key]
    change = add_phase_set(j, phase_set)
    assert change.label == f"Add phases: {phase_set.title}"
    j.apply(change)
    assert [found.name for found in j.all(Phase)] == ["Before", *(name for name, _ in phase_set.phases)]
    assert all(one.end == other.start for one, other in pairwise(j.all(Phase)))


def test_in_an_empty_journey_the_phases_begin_at_the_beginning() -> None:
    j = journey()
    j.apply(add_phase_set(j, library.phase_sets()["support"]))
    assert j.all(Phase)[0].start == 0


@pytest.mark.parametrize("key", library.role_sets())
def test_roles_of_a_set_come_in_their_order_with_colours_and_organisations(key: str) -> None:
    j, role_set = journey(), library.role_sets()[key]
    j.apply(add_role_set(j, role_set))
    assert names(j) == [name for name, _, _ in role_set.roles]
    assert [found.colour for found in j.all(Role)] == list(LIGHT_COLOURS[: len(names(j))])
    assert [j.the(Party, found.party).side for found in j.all(Role)] == [
        side for _, side, _ in role_set.roles
    ]
    assert len(j.all(Party)) == len({side for _, side, _ in role_set.roles})


def test_roles_that_are_there_are_not_added_again_and_organisations_are_used() -> None:
    j = journey(party("Acme"), party("Servio", "supplier"), role("finance DIRECTOR", "Acme"))
    j.apply(add_role_set(j, library.role_sets()["buying_centre"]))
    assert names(j)[:2] == ["finance DIRECTOR", "IT manager"]
    assert len(names(j)) == 7
    assert [found.name for found in j.all(Party)] == ["Acme", "Servio"]
    assert {j.the(Party, found.party).name for found in j.all(Role)} == {"Acme", "Servio"}


def test_a_set_whose_roles_are_all_there_is_refused_in_a_sentence() -> None:
    j, role_set = journey(), library.role_sets()["support"]
    j.apply(add_role_set(j, role_set))
    with pytest.raises(JourneyError, match="All roles of this set are there already: User, Service owner"):
        add_role_set(j, role_set)


def test_the_words_of_a_set_are_those_of_the_language() -> None:
    with speaking("de"):
        j = journey()
        j.apply(add_role_set(j, library.role_sets()["consumer"]))
    assert names(j) != ["Customer"]
    assert len(names(j)) == 1
