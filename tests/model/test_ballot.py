from __future__ import annotations

import pytest

from app.model.ballot import Ballot, ranking, sessions_of, voters_of
from app.model.errors import JourneyError
from app.model.journey import Journey
from tests.world import insight, journey, touch


def pains() -> Journey:
    return journey(
        touch("a", "IT", at=1),
        insight("pain", "one", "a"),
        insight("pain", "two", "a"),
        insight("idea", "three", "a"),
    )


def give(of: Journey, ballot: Ballot, name: str, dots: int = 1) -> None:
    found = next(each.id for each, _ in ranking(of, ballot.session_name) if each.text == name)
    of.apply(ballot.cast(of, found, dots))


def test_insights_stand_in_the_order_of_their_dots() -> None:
    of, ballot = pains(), Ballot("Pains")
    for name in ("two", "three", "three"):
        give(of, ballot, name)
    assert [(each.text, dots) for each, dots in ranking(of, "Pains")] == [
        ("three", 2),
        ("two", 1),
        ("one", 0),
    ]
    assert [dots for _, dots in ranking(of, "another round")] == [0, 0, 0]
    assert sessions_of(of) == ("Pains",)


def test_a_voter_has_so_many_dots_and_the_whole_room_any_number() -> None:
    of, ballot = pains(), Ballot("Pains", "Ann", 2)
    give(of, ballot, "one")
    assert ballot.left(of) == 1
    give(of, ballot, "two")
    with pytest.raises(JourneyError, match="Ann has given all 2 dots"):
        give(of, ballot, "three")
    give(of, ballot, "two", -1)
    give(of, ballot, "three")
    ballot.voter = ""
    give(of, ballot, "one", 5)
    assert ballot.left(of) is None
    assert voters_of(of, "Pains") == ("Ann",)


def test_no_more_dots_can_be_taken_back_than_were_given() -> None:
    with pytest.raises(JourneyError, match="no dot in Round 1"):
        give(pains(), Ballot(), "one", -1)
