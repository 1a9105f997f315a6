from __future__ import annotations

import pytest

from app.model.errors import JourneyError
from app.model.records import Role
from app.model.role_colours import LIGHT_COLOURS
from app.tools import role_plans
from tests.model.edits.test_role_colours import colours, names, small
from tests.world import journey


def test_a_role_in_between_joins_the_organisation_above_and_changes_no_colour() -> None:
    j = small()
    before = colours(j)
    change = role_plans.add_role(j, "Legal", after="role-cfo")
    j.apply(change)
    assert names(j) == ["CFO", "Legal", "IT", "Sales"]
    assert j.the(Role, change.put[0].id).party == "party-northwind"
    assert {name: colour for name, colour in colours(j).items() if name != "Legal"} == before
    assert colours(j)["Legal"] not in before.values()


def test_the_first_role_of_all_is_added() -> None:
    j = journey()
    j.apply(role_plans.add_role(j))
    assert [(found.name, found.colour, found.party) for found in j.all(Role)] == [
        ("New role", LIGHT_COLOURS[0], "")
    ]


def test_new_roles_are_counted() -> None:
    j = small()
    for _ in range(3):
        j.apply(role_plans.add_role(j))
    assert names(j)[3:] == ["New role", "New role 2", "New role 3"]


def test_roles_step_past_the_next_shown_lane_and_past_the_hidden_ones_with_it() -> None:
    j = small()
    shown = ["role-cfo", "role-sales"]  # IT between them is hidden
    j.apply(role_plans.step_past(j, shown, ["role-cfo"], 1))
    assert names(j) == ["IT", "Sales", "CFO"]
    j.apply(role_plans.step_past(j, ["role-sales", "role-cfo"], ["role-cfo"], -1))
    assert names(j) == ["IT", "CFO", "Sales"]
    assert role_plans.step_past(j, shown, ["role-it"], 1).is_empty


def test_past_the_outermost_lane_no_role_steps() -> None:
    j = small()
    everyone = [found.id for found in j.all(Role)]
    for ids, step, words in ((everyone[:1], -1, "uppermost"), (everyone[1:], 1, "lowest")):
        with pytest.raises(JourneyError, match=words):
            role_plans.step_past(j, everyone, ids, step)  # type: ignore[arg-type]
