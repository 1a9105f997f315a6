from __future__ import annotations

import pytest

from app.analysis.filter_words import filter_of
from app.i18n import language
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.view import Filter
from tests.world import channel, id_of, insight, journey, phase, role, touch


def small() -> Journey:
    return journey(
        role("CFO"),
        role("Legal, risk"),
        channel("Email"),
        phase("Need", 0, 10),
        touch("Review", "CFO", at=3, channel="Email", tags=("Money", "risk")),
        insight("worry", "late", "Review"),
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({}, Filter()),
        ({"roles": "cfo"}, Filter(roles=(id_of("role", "CFO"),))),
        ({"roles": id_of("role", "CFO")}, Filter(roles=(id_of("role", "CFO"),))),
        ({"roles": "Legal, Risk"}, Filter(roles=(id_of("role", "Legal, risk"),))),
        ({"channels": "EMAIL"}, Filter(channels=(id_of("channel", "Email"),))),
        ({"phases": "need"}, Filter(phases=(id_of("phase", "Need"),))),
        ({"tags": "money, Risk"}, Filter(tags=("Money", "risk"))),
        ({"insight_kinds": "pain"}, Filter(insight_kinds=("pain",))),
        ({"insight_kinds": "Frage, idée, pain point"}, Filter(insight_kinds=("idea", "pain", "question"))),
        ({"insight_kinds": "worry"}, Filter(insight_kinds=("worry",))),
        ({"involvements": "takes part, is_consulted"}, Filter(involvements=("is_consulted", "takes_part"))),
        ({"text": "late, money", "roles": "CFO"}, Filter(text="late, money", roles=(id_of("role", "CFO"),))),
    ],
)
def test_things_are_named_in_any_language_or_by_their_ids(said: dict[str, str], wanted: Filter) -> None:
    assert filter_of(small(), said) == wanted
    assert language() == "en"


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("roles", "CEO", "There is no role “CEO”. The roles are “CFO”, “Legal, risk”."),
        ("channels", "Fax", "There is no channel “Fax”. The channels are “Email”."),
        ("phases", "Use", "There is no phase “Use”. The phases are “Need”."),
        ("tags", "x", "No touchpoint has the tag “x”. The tags are “Money”, “risk”."),
        ("insight_kinds", "x", "There is no kind of insight “x”. The kinds are “Pain point”, "),
        ("involvements", "x", "“x” is no way to take part. The ways are “Leads”, "),
        ("tags", ", ", "it names nothing"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(field: str, words: str, sentence: str) -> None:
    with pytest.raises(JourneyError) as caught:
        filter_of(small(), {field: words})
    assert sentence in str(caught.value)


def test_where_there_is_nothing_to_name_nothing_is_offered() -> None:
    with pytest.raises(JourneyError) as caught:
        filter_of(journey(role("CFO")), {"channels": "Email"})
    assert str(caught.value) == "There is no channel “Email”."
