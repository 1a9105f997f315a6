from __future__ import annotations

import pytest

from app.model.journey import Journey
from app.model.records import Role
from app.model.view import View
from app.tools.ghost import GhostBox, GhostRule
from tests.tools.table import Table
from tests.world import journey, party, role, touch


def committee() -> Journey:
    return journey(
        party("Northwind"), party("Servio", "supplier"),
        role("CFO", "Northwind"), role("IT", "Northwind"), role("Legal", "Northwind"),
        role("Sales", "Servio"), role("Support", "Servio"),
        touch("Kick-off", "CFO", "IT", "Sales", at=1), touch("Ticket", "IT", "Support", at=9),
    )  # fmt: skip


@pytest.fixture
def table() -> Table:
    return Table(committee())


def names(table: Table) -> list[str]:
    return [found.name for found in table.journey.all(Role)]


def party_of(table: Table, name: str) -> str:
    return table.journey.the(Role, f"role-{name.lower()}").party


def below(table: Table, name: str) -> tuple[float, float]:
    lane = table.ground().lane(f"role-{name.lower()}")
    assert lane is not None
    return 150, lane.y + lane.height - 3


def above(table: Table, name: str) -> tuple[float, float]:
    lane = table.ground().lane(f"role-{name.lower()}")
    assert lane is not None
    return 150, lane.y + 3


def test_a_header_is_dragged_to_another_place(table: Table) -> None:
    seen = table.drag(table.header("CFO"), below(table, "IT"))
    assert names(table) == ["IT", "CFO", "Legal", "Sales", "Support"]
    assert seen.ghost is not None
    assert seen.ghost.words == "CFO below IT"
    assert [type(shape) for shape in seen.ghost.shapes] == [GhostRule, GhostBox]
    assert table.selection == {"role-cfo"}


def test_a_header_goes_to_the_top(table: Table) -> None:
    seen = table.drag(table.header("Legal"), above(table, "CFO"))
    assert names(table)[:3] == ["Legal", "CFO", "IT"]
    assert seen.ghost is not None
    assert seen.ghost.words == "Legal to the top"


def test_dropped_where_it_was_nothing_changes(table: Table) -> None:
    before = table.journey.records()
    for place in (below(table, "IT"), above(table, "IT"), below(table, "CFO"), above(table, "Legal")):
        seen = table.drag(table.header("IT"), (150, 900), place)
        assert seen.change is None or seen.change.is_empty
    assert table.journey.records() == before


def test_between_two_roles_of_another_organisation_it_joins_them(table: Table) -> None:
    seen = table.drag(table.header("Legal"), below(table, "Sales"))
    assert names(table) == ["CFO", "IT", "Sales", "Legal", "Support"]
    assert party_of(table, "Legal") == "party-servio"
    assert seen.ghost is not None
    assert seen.ghost.words == "Legal joins Servio"


def test_at_the_border_between_organisations_it_stays_in_its_own(table: Table) -> None:
    table.drag(table.header("CFO"), above(table, "Sales"))
    assert names(table) == ["IT", "Legal", "CFO", "Sales", "Support"]
    assert party_of(table, "CFO") == "party-northwind"
    table.drag(table.header("Support"), above(table, "Sales"))
    assert names(table) == ["IT", "Legal", "CFO", "Support", "Sales"]
    assert party_of(table, "Support") == "party-servio"


def test_selected_roles_move_together(table: Table) -> None:
    table.selection = frozenset({"role-cfo", "role-it"})
    table.drag(table.header("IT"), below(table, "Legal"))
    assert names(table) == ["Legal", "CFO", "IT", "Sales", "Support"]


def test_hidden_roles_stay_behind_their_neighbour() -> None:
    table = Table(committee(), view=View(hidden_roles=("role-it",)))
    table.drag(table.header("Legal"), above(table, "CFO"))
    assert names(table)[:3] == ["Legal", "CFO", "IT"]


def test_a_click_on_a_header_selects_and_moves_nothing(table: Table) -> None:
    before = table.journey.records()
    table.drag(table.header("IT"), table.header("IT"))
    assert table.selection == {"role-it"}
    assert table.journey.records() == before


def test_the_header_that_is_carried_says_whose_it_is(table: Table) -> None:
    for selection, name in ((frozenset[str](), "CFO"), (frozenset({"role-cfo", "role-it"}), "2 roles")):
        table.selection = selection
        seen = table.hold(table.header("CFO"), table.header("Sales"))
        assert seen.ghost is not None
        assert [shape.name for shape in seen.ghost.shapes if isinstance(shape, GhostBox)] == [name]
        table.key("Esc")


def test_between_two_other_organisations_it_stays_in_its_own() -> None:
    table = Table(
        journey(
            party("Northwind"), party("Servio", "supplier"), party("Partner", "supplier"),
            role("CFO", "Northwind"), role("Sales", "Servio"), role("Fitter", "Partner"), touch("A", "CFO", at=1),
        )
    )  # fmt: skip
    table.drag(table.header("CFO"), below(table, "Sales"))
    assert party_of(table, "CFO") == "party-northwind"


def test_a_lane_dropped_above_all_shown_ones_stands_below_the_hidden_ones() -> None:
    table = Table(committee(), view=View(hidden_roles=("role-cfo",)))
    table.drag(table.header("Legal"), above(table, "IT"))
    assert names(table)[:3] == ["CFO", "Legal", "IT"]
