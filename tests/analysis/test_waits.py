from __future__ import annotations

import pytest

from app.analysis import waits
from app.analysis.waits import Wait, wait_of
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Link
from tests.world import days, hours, journey, link, steps, touch, weeks


def world(*links: Record, **info: object) -> Journey:
    points = (touch("A", "IT", at=1, duration=days(7)), touch("B", "Legal", at=5), touch("C", "IT", at=2))
    return journey(*points, *links, **info)


def wait(*links: Record, **info: object) -> Wait | None:
    j = world(*links, **info)
    return wait_of(j, j.all(Link)[0])


def test_a_wait_runs_from_the_end_of_the_source_to_the_start_of_the_target() -> None:
    found = wait(link("A", "B"))
    assert found == Wait("link-a-handoff-b", 3.0, None, False, "3 weeks")


def test_a_stated_wait_wins_and_is_told_as_stated() -> None:
    found = wait(link("A", "B", wait=days(18)))
    assert found is not None
    assert found.span == pytest.approx(18 / 7)
    assert found.text == "18 days"


def test_a_link_that_starts_at_once_or_runs_backwards_has_no_wait() -> None:
    assert wait(link("A", "C")) is None
    assert wait(link("B", "A")) is None
    assert wait(link("B", "A", wait=days(2))) is not None


def test_a_target_that_starts_before_the_source_ends_waits_for_nothing() -> None:
    j = journey(touch("A", "IT", at=1, duration=weeks(3)), touch("B", "IT", at=2), link("A", "B"))
    assert waits.waits(j) == ()


@pytest.mark.parametrize(
    ("own", "journeys", "over"),
    [(None, None, False), (None, weeks(2), True), (weeks(4), weeks(2), False), (days(20), None, True),
     (None, weeks(3), False), (weeks(0), None, True)],
)  # fmt: skip
def test_a_wait_is_over_the_limit_of_the_link_or_of_the_journey(
    own: object, journeys: object, over: bool
) -> None:
    found = wait(link("A", "B", wait_limit=own), wait_limit=journeys)
    assert found is not None
    assert found.is_over is over


def test_a_wait_that_equals_its_limit_but_for_rounding_is_fine() -> None:
    j = journey(
        touch("A", "IT", at=0.1 + 0.2), touch("B", "IT", at=0.3 + 0.1), link("A", "B", wait_limit=hours(16.8))
    )
    assert [found.is_over for found in waits.waits(j)] == [False]


def test_steps_are_counted_on_a_step_timeline() -> None:
    j = journey(
        touch("A", "IT", at=1), touch("B", "IT", at=4), link("A", "B"), unit="step", wait_limit=steps(2)
    )
    assert waits.waits(j) == (Wait("link-a-handoff-b", 3.0, 2.0, True, "3 steps"),)


def test_a_finding_says_what_waits_how_long_and_after_what() -> None:
    (finding,) = waits.findings(
        world(link("A", "B"), link("C", "B", wait_limit=weeks(9)), wait_limit=days(10))
    )
    assert finding.sentence == "“B” waits 3 weeks after “A”; the limit is 10 days."
    assert finding.records == ("link-a-handoff-b", "touch-a", "touch-b")
    assert finding.weight == pytest.approx(1 - 10 / 21)
    assert finding.identity == "waits link-a-handoff-b"
