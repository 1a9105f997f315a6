from __future__ import annotations

import pytest

from app.model.edits.touchpoints import move_touchpoints
from app.model.errors import JourneyError
from app.model.records import Phase, Touchpoint
from app.tools.grips import gesture_at
from app.tools.pointer import Pointer
from app.tools.tool import MOST_TRIED
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


def test_new_time_is_as_long_as_the_grid_says_whatever_stands_where_it_would_end(table: Table) -> None:
    table.journey.apply(move_touchpoints(table.journey, ["touch-sign"], 0.37))
    x = table.ground().x_of(10.37)
    table.drag(table.ruler(8), (x, table.ruler(8)[1]))
    assert starts(table) == [2, 12.87, 22.5]


def test_a_phase_that_goes_with_the_time_is_named() -> None:
    table = Table(
        journey(phase("Need", 0, 8), phase("Wait", 10, 12), touch("A", "IT", at=2), touch("B", "IT", at=20))
    )
    seen = table.drag(table.ruler(14), table.ruler(9))
    assert seen.ghost is not None
    assert seen.ghost.words == "Remove 5 weeks from Week 9 · Wait goes too"
    assert [found.name for found in table.journey.all(Phase)] == ["Need"]


def test_among_very_many_touchpoints_busy_time_is_refused_while_it_is_dragged() -> None:
    many = (touch(f"T{n}", "IT", at=n / 20) for n in range(MOST_TRIED + 1))
    table = Table(journey(phase("All", 0, 40), *many))
    gesture = gesture_at(table.ground(), Pointer(*table.ruler(30)))
    assert gesture is not None
    assert gesture.at(table.ground(), Pointer(*table.ruler(25), is_down=True)).change is None
    with pytest.raises(JourneyError, match="stand in that time"):
        gesture.at(table.ground(), Pointer(*table.ruler(5), is_down=True))
