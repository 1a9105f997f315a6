from __future__ import annotations

from app.drawing.palette import LIGHT_COLOURS, looks_of
from app.drawing.tokens import LIGHT
from app.model.journey import Journey
from app.model.records import Role
from app.tools import role_plans
from tests.world import journey, party, role, touch


def small() -> Journey:
    return journey(
        party("Northwind"), party("Servio", "supplier"), role("CFO", "Northwind"), role("IT", "Northwind"),
        role("Sales", "Servio"), touch("Kick-off", "CFO", "IT", "Sales", at=1),
    )  # fmt: skip


def colours(j: Journey) -> dict[str, str]:
    return {j.the(Role, role_id).name: look.colour for role_id, look in looks_of(j, LIGHT).items()}


def names(j: Journey) -> list[str]:
    return [found.name for found in j.all(Role)]


def test_a_new_role_gets_the_next_colour_that_nobody_has() -> None:
    j = small()
    j.apply(role_plans.add_role(j, "Legal"))
    assert j.all(Role)[-1].colour == LIGHT_COLOURS[3]
    j.apply(role_plans.remove_roles(j, ["role-it"]))
    j.apply(role_plans.add_role(j, "Procurement"))
    assert j.all(Role)[-1].colour == LIGHT_COLOURS[1]


def test_the_ninth_role_shares_a_colour_with_one_other() -> None:
    j = small()
    for _ in range(6):
        j.apply(role_plans.add_role(j))
    assert list(colours(j).values()).count(LIGHT_COLOURS[0]) == 2
    assert len(set(looks_of(j, LIGHT).values())) == 9
    assert names(j)[3:6] == ["New role", "New role 2", "New role 3"]


def test_colours_do_not_follow_the_place() -> None:
    j = small()
    before = colours(j)
    j.apply(role_plans.move_roles(j, ["role-sales"], ""))
    assert names(j) == ["Sales", "CFO", "IT"]
    assert colours(j) == before
    j.apply(role_plans.remove_roles(j, ["role-cfo"]))
    assert colours(j) == {name: colour for name, colour in before.items() if name != "CFO"}


def test_a_role_in_between_joins_the_organisation_above_and_changes_no_colour() -> None:
    j = small()
    before = colours(j)
    change = role_plans.add_role(j, "Legal", after="role-cfo")
    j.apply(change)
    assert names(j) == ["CFO", "Legal", "IT", "Sales"]
    assert j.the(Role, change.put[0].id).party == "party-northwind"
    assert {name: colour for name, colour in colours(j).items() if name != "Legal"} == before
    assert colours(j)["Legal"] not in before.values()


def test_nothing_more_than_asked_changes_where_all_colours_stay() -> None:
    j = small()
    assert len(role_plans.add_role(j, "Legal").put) == 1
    for found in j.all(Role):
        j.apply(role_plans.roles.recolour_role(j, found.id, colours(j)[found.name]))
    assert len(role_plans.move_roles(j, ["role-sales"], "").put) == 1


def test_the_first_role_of_all_is_added() -> None:
    j = journey()
    j.apply(role_plans.add_role(j))
    assert [(found.name, found.colour, found.party) for found in j.all(Role)] == [
        ("New role", LIGHT_COLOURS[0], "")
    ]
