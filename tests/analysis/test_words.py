from __future__ import annotations

from app.analysis import words
from tests.world import channel, evidence, insight, journey, link, role, touch


def test_known_words_are_not_mentioned() -> None:
    j = journey(
        touch("A", "IT", at=1, channel="Email"), touch("B", "IT", at=2), link("A", "B"), insight("pain", "Slow", at="A"),
        channel("Email"), evidence("Survey", at="A"), role("IT", buying_roles=("decider",)),
    )  # fmt: skip
    assert list(words.findings(j)) == []


def test_each_unknown_word_is_named_once_with_its_users() -> None:
    j = journey(
        touch("A", "IT", at=1), touch("B", "IT", at=2), link("A", "B", "telepathy"), link("B", "A", "telepathy"),
        insight("rumour", "They say", at="A"), channel("Fax", "fax"), role("IT", buying_roles=("sponsor", "muse")),
    )  # fmt: skip
    found = {finding.identity: finding for finding in words.findings(j)}
    assert set(found) == {
        "words link.kind telepathy", "words insight.kind rumour", "words channel.glyph fax",
        "words role.buying_roles sponsor", "words role.buying_roles muse",
    }  # fmt: skip
    telepathy = found["words link.kind telepathy"]
    assert set(telepathy.records) == {"link-a-telepathy-b", "link-b-telepathy-a"}
    assert telepathy.sentence.endswith("2 times.")
