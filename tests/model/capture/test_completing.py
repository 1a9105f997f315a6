from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.layout.lanes import initials
from app.model.capture.completing import Completion, completion
from app.model.capture.known import Known
from tests.model.capture.test_line import TYPED, known
from tests.world import channel, journey, role


def complete(line: str) -> Completion | None:
    """Return the completion where `|` stands in the line."""
    of = journey(
        role("CFO"), role("IT manager"), role("Head of Operations"), role("Legal, EMEA"), role("Chief of staff"),
        channel("Video call", "video"), channel("Email"),
    )  # fmt: skip
    cursor = line.index("|")
    return completion(line.replace("|", ""), cursor, Known(of, initials))


def offered(line: str) -> list[str]:
    found = complete(line)
    return [offer.name for offer in found.offers] if found else []


def test_roles_are_offered_before_the_colon() -> None:
    assert offered("c|") == ["CFO", "Chief of staff"]
    assert offered("CFO, i|") == ["IT manager"]
    assert offered("oper|") == ["Head of Operations", "oper"]
    assert offered("ho|") == ["Head of Operations", "ho"]
    assert offered("CFO: c|") == []
    assert offered("|") == []
    assert offered("Budget review|") == []


def test_channels_are_offered_behind_their_mark() -> None:
    assert offered("CFO: x @vi|") == ["Video call"]
    assert offered("x @video c|") == ["Video call"]
    assert offered("x @em| w12") == ["Email"]
    assert offered("x @|")[:2] == ["Video call", "Email"]
    assert offered("x @pho|") == ["Phone"]
    assert offered("x @video call w12|") == []


def test_an_offer_says_what_it_replaces_and_how_it_is_written() -> None:
    found = complete("CFO, lega|: x")
    assert found is not None
    assert (found.start, found.end, found.offers[0].word) == (5, 9, "Legal, EMEA")
    found = complete("x @vid| w1")
    assert found is not None
    assert (found.start, found.end, found.offers[0].word) == (2, 6, "@Video call")


def test_a_name_that_only_begins_like_a_known_one_can_be_a_new_role() -> None:
    found = complete("CFO, it|")
    assert found is not None
    assert [(offer.kind, offer.word) for offer in found.offers] == [
        ("role", "IT manager"),
        ("new_role", '"it"'),
    ]
    found = complete("CFO, Auditor|")
    assert found is not None
    assert [(offer.kind, offer.word) for offer in found.offers] == [("new_role", "Auditor")]
    assert offered("Auditor|") == []


@given(TYPED, st.data())
def test_whatever_is_typed_an_offer_replaces_what_stands_before_the_cursor(
    line: str, data: st.DataObject
) -> None:
    cursor = data.draw(st.integers(0, len(line)))
    found = completion(line, cursor, known())
    if found is not None:
        assert 0 <= found.start <= found.end == cursor
        assert found.offers
        assert all(offer.word for offer in found.offers)
