from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.edits import insights
from app.model.edits.pins import ref_to
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Ref, replaced
from app.model.records import Insight, Role, Touchpoint, Vote
from tests.world import journey, phase, role, touch


@pytest.fixture
def j() -> Journey:
    return journey(
        touch("Sign", "IT", at=1), role("Sales"), phase("Buy", 0, 2), Insight(id="slow", text="Slow")
    )


def refs(j: Journey, insight_id: str = "slow") -> list[tuple[str, str, str]]:
    return [(ref.kind, ref.id, ref.role) for ref in j.the(Insight, insight_id).refs]


def test_an_insight_is_pinned_to_a_touchpoint_a_part_a_role_or_a_phase(j: Journey) -> None:
    for about, part in (("touch-sign", ""), ("touch-sign", "role-it"), ("role-sales", ""), ("phase-buy", "")):
        change = insights.pin_insight(j, "opportunity", about, part, "Do it", severity=4)
        j.apply(change)
        new = j.the(Insight, change.put[0].id)
        assert [(ref.id, ref.role) for ref in new.refs] == [(about, part)]
        assert new in j.pinned_to(about)
        assert j.all(Insight)[-1] == new


def test_a_role_that_takes_no_part_cannot_be_pinned(j: Journey) -> None:
    with pytest.raises(JourneyError, match="takes no part"):
        j.apply(insights.pin_insight(j, "pain", "touch-sign", "role-sales"))
    with pytest.raises(JourneyError, match="no record with the id nowhere"):
        insights.pin_insight(j, "pain", "nowhere")


def test_pins_are_taken_away(j: Journey) -> None:
    pins = tuple(ref_to(j, about) for about in ("touch-sign", "role-sales"))
    j.apply(Change((replaced(j.the(Insight, "slow"), refs=pins),)))
    assert refs(j) == [("touchpoint", "touch-sign", ""), ("role", "role-sales", "")]
    j.apply(insights.unpin_from(j, "slow", "touch-sign"))
    assert refs(j) == [("role", "role-sales", "")]
    with pytest.raises(JourneyError, match="not pinned there"):
        insights.unpin_from(j, "slow", "touch-sign")


def test_text_is_set(j: Journey) -> None:
    j.apply(insights.set_text(j, "slow", "Very slow"))
    assert j.the(Insight, "slow").text == "Very slow"
    assert j.pinned_to("role-sales") == ()


def test_votes_are_counted_by_session_and_voter(j: Journey) -> None:
    for voter, dots in (("Ada", 2), ("Bob", 1), ("Ada", 1), ("Bob", -1)):
        j.apply(insights.vote(j, "slow", "round 1", voter, dots))
    assert j.the(Insight, "slow").votes == (Vote(session="round 1", voter="Ada", count=3),)
    with pytest.raises(JourneyError, match="no dot to take away"):
        insights.vote(j, "slow", "round 2", "Ada", -1)


def test_a_pin_names_a_record_that_is_there(j: Journey) -> None:
    assert insights.ref_to(j, "touch-sign", "role-it") == Ref(
        kind="touchpoint", id="touch-sign", role="role-it"
    )


def test_one_insight_is_pinned_to_several_at_once(j: Journey) -> None:
    abouts = [(found.id, "") for found in j.all(Touchpoint)] + [(found.id, "") for found in j.all(Role)]
    change = insights.pin_insight_on(j, "question", [*abouts, abouts[0]])
    j.apply(change)
    assert [(ref.id, ref.role) for ref in j.the(Insight, change.put[0].id).refs] == abouts
    assert change.label == "Add insight: Question"
    with pytest.raises(JourneyError, match="Select one first"):
        insights.pin_insight_on(j, "pain", [])


def test_a_pain_point_becomes_an_opportunity(j: Journey) -> None:
    new = insights.pin_insight(j, "pain", j.all(Role)[0].id).put[0]
    j.apply(insights.pin_insight(j, "pain", j.all(Role)[0].id, id=new.id))
    change = insights.set_kind(j, [new.id], "opportunity")
    j.apply(change)
    assert j.the(Insight, new.id).kind == "opportunity"
    assert change.label == "Make insight: Opportunity"
