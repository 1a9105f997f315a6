from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.link_words import link_words, read_link_words
from app.model.record import Duration
from app.model.records import Link
from tests.world import days, hours, steps, weeks


@pytest.mark.parametrize(
    ("text", "label", "wait"),
    [
        ("sends contract 3 days", "sends contract", days(3)),
        ("sends contract, 3 days", "sends contract", days(3)),
        ("sends contract (2 weeks)", "sends contract", weeks(2)),
        ("asks again 1 h 30 min", "asks again", hours(1.5)),
        ("3 days", "", days(3)),
        ("2", "", weeks(2)),
        ("Offer 2", "Offer 2", None),
        ("3 signatures", "3 signatures", None),
        ("2 offers after 3 days", "2 offers after", days(3)),
        ("  signed  by   all ", "signed by all", None),
        ("", "", None),
    ],
)
def test_a_length_of_time_at_the_end_is_the_wait(text: str, label: str, wait: Duration | None) -> None:
    assert read_link_words(text, "week") == (label, wait)


def test_steps_have_no_days() -> None:
    assert read_link_words("goes on 3 days", "step") == ("goes on 3 days", None)
    assert read_link_words("goes on 3 steps", "step") == ("goes on", steps(3))


@given(
    st.sampled_from(["", "sends contract", "Offer 2", "Überblick"]),
    st.sampled_from([None, days(3), hours(36.25)]),
)
def test_what_stands_there_is_read_as_it_is(label: str, wait: Duration | None) -> None:
    words = link_words(Link(id="k", source="a", target="b", label=label, wait=wait))
    assert read_link_words(words, "week") == (label, wait)
