from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.edits import evidence
from app.model.edits.pins import ref_to
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Evidence
from tests.world import evidence as some_evidence
from tests.world import journey, touch

SURVEY = "evidence-survey"


@pytest.fixture
def j() -> Journey:
    return journey(touch("Sign", "IT", at=1), touch("Ship", "IT", at=2), some_evidence("Survey", at="Sign"))


def about(j: Journey) -> list[str]:
    return [ref.id for ref in j.the(Evidence, SURVEY).refs]


def test_evidence_is_added_for_several_records(j: Journey) -> None:
    change = evidence.add_evidence(j, "interview", "Three users", ["touch-sign", "role-it"], n=3, of=5)
    j.apply(change)
    new = j.the(Evidence, change.put[0].id)
    assert [ref.id for ref in new.refs] == ["touch-sign", "role-it"]
    assert new in j.pinned_to("role-it")


def test_more_than_all_cannot_have_said_so(j: Journey) -> None:
    with pytest.raises(JourneyError, match="6 of 5 cannot have said so"):
        evidence.add_evidence(j, "survey", "All and one", n=6, of=5)
    j.apply(evidence.set_evidence(j, SURVEY, n=5))
    with pytest.raises(JourneyError, match="5 of 4"):
        evidence.set_evidence(j, SURVEY, of=4)


def test_what_it_supports_is_taken_away(j: Journey) -> None:
    survey = j.the(Evidence, SURVEY)
    j.apply(Change((replaced(survey, refs=(*survey.refs, ref_to(j, "touch-ship", "role-it"))),)))
    assert about(j) == ["touch-sign", "touch-ship"]
    j.apply(evidence.no_longer_support(j, SURVEY, "touch-sign"))
    assert about(j) == ["touch-ship"]
    with pytest.raises(JourneyError, match="does not support that"):
        evidence.no_longer_support(j, SURVEY, "touch-ship")
