from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import pytest

from app.model import vocabulary
from app.model.record import TimeUnit
from app.model.records import Channel, Deviation, Involvement, JourneyInfo, Relation, Role, ServiceLevel, Side


def allowed(record: Any, field: str) -> set[str]:
    return set(get_args(record.model_fields[field].annotation)) - {""}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (vocabulary.involvements, set(get_args(Involvement))),
        (vocabulary.deviations, set(get_args(Deviation))),
        (vocabulary.sides, set(get_args(Side))),
        (vocabulary.time_units, set(get_args(TimeUnit))),
        (vocabulary.stages, allowed(Role, "stage")),
        (vocabulary.channel_modes, allowed(Channel, "mode")),
        (vocabulary.relations, allowed(Relation, "kind")),
        (vocabulary.journey_kinds, allowed(JourneyInfo, "kind")),
        (vocabulary.journey_states, allowed(JourneyInfo, "state")),
        (vocabulary.service_level_kinds, allowed(ServiceLevel, "kind")),
        (vocabulary.feelings, {-2, -1, 0, 1, 2}),
    ],
)  # fmt: skip
def test_closed_lists_name_exactly_the_words_that_records_accept(
    names: Callable[[], Mapping[Any, str]], words: set[Any]
) -> None:
    assert set(names()) == words
    assert all(names().values())


def test_default_words_of_open_lists_are_known() -> None:
    assert {"handoff", "escalation", "information", "dependency", "alternative"} == set(
        vocabulary.link_kinds()
    )
    assert "pain" in vocabulary.insight_kinds()
    assert "interview" in vocabulary.evidence_kinds()
    assert len(vocabulary.buying_roles()) == 7


def test_an_unknown_word_is_shown_as_it_is() -> None:
    assert vocabulary.name_in(vocabulary.insight_kinds(), "gut_feeling") == "gut feeling"
