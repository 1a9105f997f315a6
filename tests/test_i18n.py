from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.export import draw
from app.i18n import languages_of_environment, speaking, spoken, tr, trn, use_language, within_a_list
from app.layout.font import measure
from app.layout.layout import layout
from app.model.change import Change
from app.model.record import replaced
from app.model.view import View
from tests.world import journey, role, touch


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language()


def test_the_first_language_with_a_catalogue_is_spoken() -> None:
    use_language("tlh", "de_AT", "fr")
    assert tr("&Save") == "&Speichern"
    assert trn("{count} role", "{count} roles", 3) == "3 Rollen"
    use_language("tlh")
    assert tr("&Save") == "&Save"


def test_another_language_is_spoken_meanwhile_where_there_is_one() -> None:
    use_language("de")
    own = spoken()
    with speaking("en"):
        assert tr("&Save") == "&Save"
        assert spoken() is not own
        with speaking("fr-CA"):
            assert tr("&Save") not in ("&Save", "&Speichern")
        with speaking(""):
            assert tr("&Save") == "&Save"
    with speaking("tlh"):
        assert tr("&Save") == "&Speichern"
    assert spoken() is own


def test_a_picture_has_the_words_of_its_journey_whoever_draws_it() -> None:
    mine = journey(role("CFO"), touch("First call", "CFO", at=1))
    mine.apply(Change(put=(replaced(mine.info, language="en"),)))
    english = draw(mine, View(), "light")
    use_language("de")
    assert draw(mine, View(), "light") == english


def test_a_picture_follows_when_its_journey_gets_another_language() -> None:
    mine = journey(role("CFO"), touch("First call", "CFO", at=1))
    before = layout(mine, View(), measure)
    mine.apply(Change(put=(replaced(mine.info, language="de"),)))
    after = layout(mine, View(), measure, before)
    assert replace(after, memory=None) == replace(layout(mine, View(), measure), memory=None)
    assert [item.row.text for item in after.legend if item.row] != [
        item.row.text for item in before.legend if item.row
    ]


def test_the_environment_says_which_languages_a_person_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_CH.UTF-8")
    assert list(languages_of_environment()) == ["de_CH"]
    monkeypatch.setenv("LANGUAGE", "fr:de")
    assert list(languages_of_environment()) == ["fr", "de"]


def test_german_nouns_keep_their_capital_in_a_list() -> None:
    assert within_a_list("Handoff") == "handoff"
    with speaking("de"):
        assert within_a_list("Übergabe") == "Übergabe"
    with speaking("fr"):
        assert within_a_list("Irritant") == "irritant"
