from __future__ import annotations

import pytest

from app.model.edits import time
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Link, Person, Phase, SavedView, Tenure, Touchpoint
from app.model.view import View
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import days, hours, journey, link, person, phase, steps, touch, weeks


@pytest.fixture
def j() -> Journey:
    return journey(
        phase("Need", 0, 4), phase("Buy", 4, 6), touch("Ask", "IT", at=1), touch("Sign", "IT", at=4, planned_start=3),
        touch("Late", "IT", at=5.5), replaced(person("Ada"), tenures=(Tenure(role="role-it", start=2, end=5),)),
        SavedView(id="view", name="Early", view=View(first=0, last=4.5)),
    )  # fmt: skip


def intervals(j: Journey) -> list[tuple[float, float]]:
    return [(found.start, found.end) for found in j.all(Phase)]


def starts(j: Journey) -> list[float]:
    return [found.start for found in j.all(Touchpoint)]


def test_inserted_time_moves_everything_later(j: Journey) -> None:
    j.apply(time.insert_time(j, 2, 10))
    assert intervals(j) == [(0, 14), (14, 16)]
    assert starts(j) == [1, 14, 15.5]
    assert j.the(Touchpoint, "touch-sign").planned_start == 13
    assert j.the(Person, "person-ada").tenures[0] == Tenure(role="role-it", start=12, end=15)
    assert j.the(SavedView, "view").view.last == 14.5
    assert_consistent(j)


def test_time_inserted_at_a_border_makes_the_phase_before_it_grow(j: Journey) -> None:
    j.apply(time.insert_time(j, 4, 1))
    assert intervals(j) == [(0, 5), (5, 7)]
    assert starts(j) == [1, 5, 6.5]


def test_removed_time_gathers_what_was_in_it(j: Journey) -> None:
    j.apply(time.remove_time(j, 3, 2))
    assert intervals(j) == [(0, 3), (3, 4)]
    assert starts(j) == [1, 3, 3.5]
    assert_consistent(j)


def test_a_phase_that_is_wholly_removed_goes(j: Journey) -> None:
    change = time.remove_time(j, 3.5, 10)
    assert change.remove == ("phase-buy",)
    j.apply(change)
    assert intervals(j) == [(0, 3.5)]
    assert_consistent(j)


def test_removing_what_was_inserted_gives_the_same_times(j: Journey) -> None:
    before = j.records()
    j.apply(time.insert_time(j, 2, 3))
    j.apply(time.remove_time(j, 2, 3))
    assert j.records() == before


def test_no_time_cannot_be_inserted_or_removed(j: Journey) -> None:
    for edit in (time.insert_time, time.remove_time):
        with pytest.raises(JourneyError, match="longer than nothing"):
            edit(j, 1, 0)


def test_another_unit_keeps_when_things_happen(j: Journey) -> None:
    j.apply(time.set_unit(j, "day"))
    assert j.info.unit == "day"
    assert intervals(j) == [(0, 28), (28, 42)]
    assert starts(j) == [7, 28, 38.5]


def test_durations_are_counted_in_steps_and_back() -> None:
    j = journey(
        touch("A", "IT", at=1, duration=days(14), planned_duration=hours(84)), touch("B", "IT", at=5),
        link("A", "B", wait=days(7), wait_limit=weeks(3)), wait_limit=days(21),
    )  # fmt: skip
    j.apply(time.set_unit(j, "step"))
    a, b = j.the(Touchpoint, "touch-a"), j.all(Link)[0]
    assert (a.start, a.duration, a.planned_duration) == (1, steps(2), steps(0.5))
    assert (b.wait, b.wait_limit, j.info.wait_limit) == (steps(1), steps(3), steps(3))
    j.apply(time.set_unit(j, "month"))
    assert j.the(Touchpoint, "touch-a").duration == replaced(days(2), unit="month")
    assert_consistent(j)


@pytest.mark.parametrize("unit", ["step", "hour", "day", "month"])
def test_a_world_with_everything_can_be_counted_in_any_unit(unit: str) -> None:
    j = small_world()
    before = j.records()
    applied = j.apply(time.set_unit(j, unit))  # type: ignore[arg-type]
    assert_consistent(j)
    j.apply(applied.inverse)
    assert j.records() == before


def test_the_same_unit_changes_nothing(j: Journey) -> None:
    assert time.set_unit(j, "week").is_empty


def test_time_in_which_something_stands_is_not_removed_as_empty(j: Journey) -> None:
    with pytest.raises(JourneyError, match="“Sign” stands in that time"):
        time.remove_empty_time(j, 2, 3)
    with pytest.raises(JourneyError, match="2 touchpoints stand in that time"):
        time.remove_empty_time(j, 2, 4)
    assert starts(j) == [1, 4, 5.5]


def test_empty_time_goes_up_to_what_stands_at_its_edges(j: Journey) -> None:
    change = time.remove_empty_time(j, 1, 3)
    j.apply(change)
    assert starts(j) == [1, 1, 2.5]
    assert change.label == "Remove 3 weeks"
