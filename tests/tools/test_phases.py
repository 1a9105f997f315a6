from __future__ import annotations

import pytest

from app.model.journey import Journey
from app.model.records import Phase, Touchpoint
from app.tools.grips import gesture_at
from app.tools.phases import phase_here
from app.tools.pointer import Pointer
from app.tools.tool import MOST_TRIED, Typing
from tests.tools.table import FREE, Table
from tests.world import journey, phase, touch


def four() -> Journey:
    return journey(
        phase("Need", 0, 8), phase("Buy", 8, 16), phase("Use", 20, 28),
        touch("Ask", "IT", at=2), touch("Sign", "IT", at=10), touch("Pause", "IT", at=18), touch("Work", "IT", at=24),
    )  # fmt: skip


@pytest.fixture
def table() -> Table:
    return Table(four())


def intervals(table: Table) -> dict[str, tuple[float, float]]:
    return {found.name: (found.start, found.end) for found in table.journey.all(Phase)}


def starts(table: Table) -> dict[str, float]:
    return {found.title: found.start for found in table.journey.all(Touchpoint)}


def test_a_border_between_two_phases_moves_for_both(table: Table) -> None:
    seen = table.drag(table.band(8), table.band(6))
    assert intervals(table) == {"Need": (0, 6), "Buy": (6, 16), "Use": (20, 28)}
    assert starts(table)["Ask"] == 2
    assert seen.ghost is not None
    assert "Week 6" in seen.ghost.words
    assert seen.cursor == "across"


def test_a_border_holds_on_to_a_moment_and_alt_frees_it(table: Table) -> None:
    x, y = table.band(10)
    table.drag(table.band(8), (x + 4, y))
    assert intervals(table)["Need"] == (0, 10)
    x, y = table.band(9)
    table.drag(table.band(10), (x + 7, y), held=FREE)
    assert 9 < intervals(table)["Need"][1] < 10


def test_a_border_that_would_leave_no_length_is_refused_at_once(table: Table) -> None:
    before = table.journey.records()
    seen = table.drag(table.band(8), table.band(17))
    assert seen.ghost is not None
    assert seen.ghost.is_refused
    assert seen.ghost.words == "“Buy” would have no length left."
    assert table.last.refusal is not None
    assert table.journey.records() == before


def test_a_border_runs_into_no_other_phase(table: Table) -> None:
    seen = table.hold(table.band(16), table.band(22))
    assert seen.ghost is not None
    assert seen.ghost.words == "“Use” is in the way."


def test_a_phase_is_dragged_behind_another_with_its_touchpoints(table: Table) -> None:
    seen = table.drag(table.band(3), table.band(15))
    assert list(intervals(table)) == ["Buy", "Need", "Use"]
    assert starts(table)["Ask"] == 10
    assert starts(table)["Sign"] == 2
    assert seen.ghost is not None
    assert seen.ghost.words == "Need with 1 touchpoint behind Buy"


def test_a_phase_is_dragged_to_the_front(table: Table) -> None:
    seen = table.drag(table.band(24), table.band(1))
    assert list(intervals(table)) == ["Use", "Need", "Buy"]
    assert seen.ghost is not None
    assert seen.ghost.words.endswith("to the front")


def test_a_short_drag_of_a_phase_leaves_it_where_it_is(table: Table) -> None:
    before = table.journey.records()
    x, y = table.band(3)
    table.drag((x, y), (x + 12, y))
    assert table.journey.records() == before
    assert table.selection == {"phase-need"}


def test_a_drag_over_a_gap_makes_a_phase_and_asks_for_its_name(table: Table) -> None:
    table.drag(table.band(16.6), table.band(19))
    assert intervals(table)["New phase"] == (16.5, 19)
    new = next(found.id for found in table.journey.all(Phase) if found.name == "New phase")
    assert table.last.typing == Typing(new, "name", is_new=True)
    assert table.selection == {new}


def test_esc_leaves_phases_as_they_were(table: Table) -> None:
    before = table.journey.records()
    for place in (8, 3, 17):
        table.hold(table.band(place), table.band(place + 3), table.band(1))
        table.key("Esc")
    assert table.journey.records() == before


def test_a_double_click_in_a_gap_adds_a_phase_that_fills_it(table: Table) -> None:
    table.double_click(table.band(18))
    assert intervals(table)["New phase"] == (16, 20)
    assert table.last.typing is not None
    table.double_click(table.band(30))
    assert intervals(table)["New phase 2"] == (28, 32)


def test_a_double_click_on_a_phase_types_its_name(table: Table) -> None:
    table.double_click(table.band(3))
    assert table.last.typing == Typing("phase-need", "name")


def test_a_phase_comes_where_there_is_a_gap_else_behind_all_and_the_first_where_the_timeline_begins() -> None:
    j = journey(phase("Need", 0, 4), phase("Use", 10, 14))
    starts = []
    for at in (6.5, 2.0):
        made = phase_here(j, at)
        assert made.change is not None
        assert made.typing == Typing(made.change.put[0].id, "name", is_new=True)
        starts.append(made.change.put[0].start)  # type: ignore[attr-defined]
        j.apply(made.change)
    assert starts == [4.0, 14.0]
    first = phase_here(journey(), 6.5)
    assert first.change is not None
    assert first.change.put[0].start == 0.0  # type: ignore[attr-defined]


def test_a_border_that_is_only_clicked_stays_though_headers_jump_under_the_hand(table: Table) -> None:
    before = table.journey.records()
    x, y = table.band(8)
    table.drag((x + 4, y), (x + 4, y - 60), (x + 5, y - 60))
    assert table.journey.records() == before


def test_a_double_click_beside_a_border_means_the_gap(table: Table) -> None:
    x, y = table.band(20)
    table.double_click((x - 7, y))
    assert intervals(table)["New phase"] == (16, 20)


def test_among_very_many_touchpoints_a_phase_is_moved_only_at_the_end() -> None:
    many = (touch(f"T{n}", "IT", at=n / 20) for n in range(MOST_TRIED + 1))
    table = Table(journey(phase("Need", 0, 8), phase("Buy", 8, 16), *many))
    start, end = table.band(3), table.band(15)
    gesture = gesture_at(table.ground(), Pointer(*start))
    assert gesture is not None
    seen = gesture.at(table.ground(), Pointer(*end, is_down=True))
    assert seen.change is None
    assert seen.ghost is not None
    assert seen.ghost.words.endswith("behind Buy")
    table.drag(start, end)
    assert list(intervals(table)) == ["Buy", "Need"]
