from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.edits import participations
from app.model.edits.clipboard import cut, duplicate
from app.model.edits.joint import set_parts, unshare_all
from app.model.edits.records import remove_records
from app.model.edits.roles import switch_buying_role
from app.model.edits.touchpoints import toggle_moment_of_truth
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Evidence, Insight, Link, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import evidence, insight, journey, link, role, touch

KICK_OFF = "touch-kick-off"


@pytest.fixture
def j() -> Journey:
    return journey(
        touch("Kick-off", "IT", "Legal", at=1), touch("Sign", "Legal", at=3), touch("Ship", "Sales", at=5),
        link("Kick-off", "Sign", source_role="role-it", target_role="role-legal"),
        insight("pain", "Slow", at="Kick-off", of="IT"), evidence("Survey", at="Kick-off", of="IT"),
    )  # fmt: skip


def kick_off(j: Journey) -> Touchpoint:
    return j.the(Touchpoint, KICK_OFF)


def test_fields_of_a_part_are_set(j: Journey) -> None:
    j.apply(set_parts(j, [KICK_OFF], "role-legal", involvement="approves", thought="Hm"))
    part = kick_off(j).participation("role-legal")
    assert part is not None
    assert (part.involvement, part.thought) == ("approves", "Hm")
    with pytest.raises(JourneyError, match="“Involvement” must be one of"):
        set_parts(j, [KICK_OFF], "role-legal", involvement="watches")


def test_feelings_of_several_parts_are_set_at_once(j: Journey) -> None:
    parts = [(KICK_OFF, "role-it"), (KICK_OFF, "role-legal"), ("touch-sign", "role-legal")]
    j.apply(participations.set_feeling(j, parts, 2))
    assert [part.feeling for part in kick_off(j).participations] == [2, 2]
    j.apply(participations.set_feeling(j, parts[:1], None))
    assert [part.feeling for part in kick_off(j).participations] == [None, 2]
    with pytest.raises(JourneyError, match="at most 2"):
        participations.set_feeling(j, parts, 3)


def test_sharing_adds_a_part_once(j: Journey) -> None:
    j.apply(participations.share(j, KICK_OFF, "role-sales", involvement="is_informed"))
    assert kick_off(j).roles == ("role-it", "role-legal", "role-sales")
    with pytest.raises(JourneyError, match="“Sales” takes part in it already"):
        participations.share(j, KICK_OFF, "role-sales")


def test_unsharing_lifts_pins_to_the_touchpoint_and_frees_links(j: Journey) -> None:
    j.apply(unshare_all(j, [KICK_OFF], "role-it"))
    assert kick_off(j).roles == ("role-legal",)
    assert [(ref.id, ref.role) for ref in j.the(Insight, "insight-pain-slow").refs] == [(KICK_OFF, "")]
    assert [(ref.id, ref.role) for ref in j.the(Evidence, "evidence-survey").refs] == [(KICK_OFF, "")]
    assert j.the(Link, "link-kick-off-handoff-sign").source_role == ""
    assert_consistent(j)


def test_when_the_last_role_leaves_the_touchpoint_goes(j: Journey) -> None:
    j.apply(unshare_all(j, ["touch-ship"], "role-sales"))
    assert j.get("touch-ship") is None


def test_a_part_moves_to_another_role_with_its_links_and_pins(j: Journey) -> None:
    j.apply(participations.set_feeling(j, [(KICK_OFF, "role-it")], -2))
    j.apply(participations.move_participation(j, KICK_OFF, "role-it", "role-sales"))
    assert kick_off(j).roles == ("role-sales", "role-legal")
    part = kick_off(j).participation("role-sales")
    assert part is not None
    assert (part.feeling, part.involvement) == (-2, "leads")
    assert j.the(Link, "link-kick-off-handoff-sign").source_role == "role-sales"
    assert [(ref.id, ref.role) for ref in j.the(Insight, "insight-pain-slow").refs] == [
        (KICK_OFF, "role-sales")
    ]
    assert_consistent(j)


def test_a_part_cannot_move_to_a_role_that_takes_part_already(j: Journey) -> None:
    with pytest.raises(JourneyError, match="“Legal” takes part in it already"):
        participations.move_participation(j, KICK_OFF, "role-it", "role-legal")
    assert participations.move_participation(j, KICK_OFF, "role-it", "role-it") == Change(
        label="Move Kick-off to IT"
    )


def test_only_a_person_who_fills_the_other_role_moves_along() -> None:
    j = small_world()
    j.apply(participations.move_participation(j, "touch-sign", "role-legal", "role-sales"))
    assert [part.person for part in j.the(Touchpoint, "touch-sign").participations] == [""]


def test_a_metric_read_for_a_role_moves_with_its_part() -> None:
    j = small_world()
    j.apply(participations.move_participation(j, KICK_OFF, "role-it", "role-sales"))
    assert [reading.role for reading in kick_off(j).readings] == ["role-sales"]


def test_what_the_undo_menu_says_names_whose_it_is() -> None:
    j = journey(role("IT"), role("CFO"), touch("Ask", "IT", at=0), touch("Answer", "IT", "CFO", at=1))
    one, both = ["touch-ask"], ["touch-ask", "touch-answer"]
    part = [("touch-ask", "role-it")]
    said = [
        participations.set_feeling(j, part, None).label,
        participations.set_involvement(j, part, "approves").label,
        toggle_moment_of_truth(j, one).label,
        toggle_moment_of_truth(j, both).label,
        duplicate(j, one).label,
        cut(j, one).label,
        remove_records(j, ["role-cfo"]).label,
        switch_buying_role(j, ["role-it"], "user").label,
    ]
    assert said == [
        "Set feeling of Ask: not known",
        "Set involvement in Ask: Approves",
        "Mark Ask as moment of truth",
        "Mark 2 touchpoints as moments of truth",
        "Duplicate Ask",
        "Cut Ask",
        "Remove role CFO",
        "Add buying role User to IT",
    ]
