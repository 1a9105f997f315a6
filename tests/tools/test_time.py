from __future__ import annotations

import pytest

from app.model.records import Phase, Touchpoint
from tests.tools.table import Table
from tests.world import journey, phase, touch


@pytest.fixture
def table() -> Table:
    return Table(
        journey(
            phase("Need", 0, 8),
            phase("Buy", 8, 24),
            touch("Ask", "IT", at=2),
            touch("Sign", "IT", at=10),
            touch("Work", "IT", at=20),
        )
    )


def starts(table: Table) -> list[float]:
    return [found.start for found in table.journey.all(Touchpoint)]


def test_a_drag_to_the_right_inserts_time(table: Table) -> None:
    seen = table.drag(table.ruler(6), table.ruler(9))
    assert starts(table) == [2, 13, 23]
    assert [(found.start, found.end) for found in table.journey.all(Phase)] == [(0, 11), (11, 27)]
    assert seen.ghost is not None
    assert seen.ghost.words == "Insert 3 weeks at Week 6 · 2 touchpoints move along"


def test_a_drag_to_the_left_removes_time(table: Table) -> None:
    seen = table.drag(table.ruler(18), table.ruler(14))
    assert starts(table) == [2, 10, 16]
    assert seen.ghost is not None
    assert seen.ghost.words == "Remove 4 weeks from Week 14"


def test_time_in_which_something_stands_is_not_removed(table: Table) -> None:
    before = table.journey.records()
    seen = table.drag(table.ruler(14), table.ruler(6))
    assert seen.ghost is not None
    assert seen.ghost.is_refused
    assert seen.ghost.words == "“Sign” stands in that time."
    assert seen.cursor == "not_here"
    assert table.last.refusal is not None
    assert table.journey.records() == before


def test_back_where_it_began_nothing_happens(table: Table) -> None:
    before = table.journey.records()
    table.drag(table.ruler(6), table.ruler(12), table.ruler(6))
    table.hold(table.ruler(6), table.ruler(12))
    table.key("Esc")
    assert table.journey.records() == before
