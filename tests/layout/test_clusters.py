import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.clusters import clusters, words

WHOLE = ["é", "👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "❤️", "각", "नि"]


@pytest.mark.parametrize("character", WHOLE)
def test_what_a_reader_sees_as_one_character_stays_whole(character: str) -> None:
    assert clusters(f"a{character}b") == ["a", character, "b"]


def test_two_flags_are_two_characters() -> None:
    assert clusters("🇩🇪🇫🇷") == ["🇩🇪", "🇫🇷"]


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_a_line_may_break_at_spaces_and_between_ideographs_but_not_before_a_full_stop() -> None:
    assert [word for word, _ in words("go on 見積もり。次")] == ["go", "on", "見", "積", "も", "り。", "次"]


@given(st.text())
def test_words_keep_all_but_spaces(text: str) -> None:
    kept = "".join(word for word, _ in words(text))
    assert "".join(kept.split()) == "".join(text.split())
    assert unicodedata.normalize("NFC", "".join(kept.split())) == unicodedata.normalize(
        "NFC", "".join(text.split())
    )
