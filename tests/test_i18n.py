from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from app.export import draw
from app.i18n import (
    headed,
    language,
    languages_of_environment,
    number_text,
    plural_of,
    quoted,
    speaking,
    spoken,
    tr,
    trc,
    trn,
    use_language,
    within_a_list,
)
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


@pytest.mark.parametrize(
    ("spoken_language", "texts"),
    [
        ("en", ("1.5", "−1.25", "12,345.5", "12345.5", "9999")),
        ("de", ("1,5", "−1,25", "12.345,5", "12345,5", "9999")),
        ("fr", ("1,5", "−1,25", "12\u202f345,5", "12345,5", "9999")),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    spoken_language: str, texts: tuple[str, ...]
) -> None:
    with speaking(spoken_language):
        assert language() == spoken_language
        written = (
            number_text(1.5),
            number_text(-1.25, has_sign=True),
            number_text(12345.5),
            number_text(12345.5, is_exact=True),
            number_text(9999),
        )
    assert written == texts


def test_numbers_have_no_needless_digits() -> None:
    numbers = (3, 3.5, 0, -0.00001, -0.05, -10, 1e7, 10**400)
    assert [number_text(number, is_exact=True) for number in numbers] == [
        "3", "3.5", "0", "0", "-0.05", "-10", "10000000", f"1{'0' * 400}",
    ]  # fmt: skip
    assert (number_text(0, has_sign=True), number_text(2, has_sign=True)) == ("0", "+2")


def test_numbers_in_a_text_are_written_as_the_language_writes_them() -> None:
    with speaking("de"):
        assert tr("about {count} MB", count=2.5) == "etwa 2,5\u00a0MB"
        assert trn("{count} role", "{count} roles", 12_000) == "12.000 Rollen"


def test_half_of_a_thing_is_one_in_french_only() -> None:
    assert [plural_of(amount) for amount in (0.5, 1, 1.5, 2)] == [2, 1, 2, 2]
    with speaking("fr"):
        assert [plural_of(amount) for amount in (0.5, 1, 1.5, 2)] == [0, 1, 1, 2]


def test_quotes_and_colons_are_those_of_the_language() -> None:
    assert (quoted("Ja"), headed("CFO", "no")) == ("“Ja”", "CFO: no")
    with speaking("de"):
        assert (quoted("Ja"), headed("CFO", "no")) == ("„Ja“", "CFO: no")
    with speaking("fr"):
        assert (quoted("Ja"), headed("CFO", "no")) == ("«\u00a0Ja\u00a0»", "CFO\u00a0: no")


def test_one_english_word_has_another_translation_in_another_context() -> None:
    assert trc("behind a verb", "role") == tr("role") == "role"
    with speaking("fr"):
        assert (trc("behind a verb", "role"), tr("role")) == ("le rôle", "rôle")
