from __future__ import annotations

import pytest

from app.model.edits import touchpoints
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Touchpoint
from tests.model.consistency import assert_consistent
from tests.world import days, insight, journey, link, phase, touch, weeks

A, B = "touch-a", "touch-b"


@pytest.fixture
def j() -> Journey:
    return journey(
        touch("A", "IT", at=1), touch("B", "Legal", at=3, duration=days(7)), phase("Need", 0, 4), phase("Buy", 4, 12),
        link("A", "B"), insight("pain", "Slow", at="A"),
    )  # fmt: skip


def the(j: Journey, touchpoint_id: str) -> Touchpoint:
    return j.the(Touchpoint, touchpoint_id)


def test_a_new_touchpoint_is_put_first_and_its_first_role_leads(j: Journey) -> None:
    change = touchpoints.add_touchpoint(j, ["role-it", "role-legal"], 2, "Call", feeling=-1, channel="")
    j.apply(change)
    new = the(j, change.put[0].id)
    assert [(p.role, p.involvement, p.feeling) for p in new.participations] == [
        ("role-it", "leads", -1),
        ("role-legal", "takes_part", -1),
    ]
    assert [t.title for t in j.touchpoints_of("role-it")] == ["A", "Call"]


def test_a_touchpoint_without_roles_is_refused(j: Journey) -> None:
    with pytest.raises(JourneyError, match="No role takes part"):
        j.apply(touchpoints.add_touchpoint(j, [], 2))


def test_several_move_together(j: Journey) -> None:
    j.apply(touchpoints.move_touchpoints(j, [A, B, A], 0.5))
    assert (the(j, A).start, the(j, B).start) == (1.5, 3.5)


def test_nudging_is_one_step(j: Journey) -> None:
    history = History()
    for _ in range(3):
        history.do(j, touchpoints.move_touchpoints(j, [A, B], 0.5))
    assert history.labels == ("Move 2 touchpoints",)
    history.undo(j)
    assert the(j, A).start == 1


def test_moving_out_of_all_time_is_refused_with_a_sentence(j: Journey) -> None:
    with pytest.raises(JourneyError, match="“Start” must be at most"):
        touchpoints.move_touchpoints(j, [A], 1e9)


def test_moving_nothing_is_refused(j: Journey) -> None:
    with pytest.raises(JourneyError, match="No touchpoint is selected"):
        touchpoints.move_touchpoints(j, [], 1)


def test_setting_the_phase_moves_as_far_into_it(j: Journey) -> None:
    j.apply(touchpoints.move_into_phase(j, [A, B], "phase-buy"))
    assert (the(j, A).start, the(j, B).start) == (6, 10)
    assert touchpoints.move_into_phase(j, [A, B], "phase-buy").is_empty


def test_a_touchpoint_outside_every_phase_goes_to_the_start(j: Journey) -> None:
    j.apply(touchpoints.move_touchpoints(j, [A], 50))
    j.apply(touchpoints.move_into_phase(j, [A], "phase-need"))
    assert the(j, A).start == 0


def test_stretching_keeps_the_stated_unit(j: Journey) -> None:
    j.apply(touchpoints.stretch(j, A, 3.5))
    assert the(j, A).duration == weeks(2.5)
    j.apply(touchpoints.stretch(j, B, 5))
    assert the(j, B).duration == days(14)
    j.apply(touchpoints.stretch(j, B, 3))
    assert the(j, B).duration is None


def test_moments_of_truth_are_toggled_together(j: Journey) -> None:
    j.apply(touchpoints.toggle_moment_of_truth(j, [A]))
    j.apply(touchpoints.toggle_moment_of_truth(j, [A, B]))
    assert the(j, A).moment_of_truth
    assert the(j, B).moment_of_truth
    j.apply(touchpoints.toggle_moment_of_truth(j, [A, B]))
    assert not the(j, A).moment_of_truth


def test_a_removed_touchpoint_takes_its_links_and_pins_along(j: Journey) -> None:
    change = touchpoints.remove_touchpoints(j, [A])
    assert set(change.remove) == {A, "link-a-handoff-b", "insight-pain-slow"}
    j.apply(change)
    assert_consistent(j)


def test_retitling(j: Journey) -> None:
    j.apply(touchpoints.retitle(j, A, "First call"))
    assert the(j, A).title == "First call"
