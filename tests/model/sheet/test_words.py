from __future__ import annotations

import pytest

from app.i18n import LANGUAGES, speaking
from app.model.errors import JourneyError
from app.model.sheet.words import feeling_text, read_choice, read_feeling, read_flag, read_involvement
from app.model.vocabulary import deviations, feelings, involvements


@pytest.mark.parametrize(
    ("text", "feeling"),
    [("2", 2), ("+1", 1), ("0", 0), ("-1", -1), ("\u22122", -2), ("-2.0", -2), ("Very good", 2), ("🙁", -1), ("☹️", -1), (" ", None)],
)  # fmt: skip
def test_feelings_are_numbers_names_or_faces(text: str, feeling: int | None) -> None:
    assert read_feeling(text) == feeling


@pytest.mark.parametrize("text", ["3", "0.5", "fine", "nan", "-inf", "1e400"])
def test_no_other_feeling_is_known(text: str) -> None:
    with pytest.raises(JourneyError, match="from -2 to 2"):
        read_feeling(text)


def test_feelings_are_written_as_numbers() -> None:
    assert [feeling_text(feeling) for feeling in (2, 0, -2, None)] == ["2", "0", "-2", ""]


def test_yes_and_no_are_known_in_several_languages() -> None:
    assert all(map(read_flag, ("yes", "X", "true", "1", "ja", "Oui", "✓")))
    assert not any(map(read_flag, ("", "no", "FALSE", "0", "nein", "-")))
    with pytest.raises(JourneyError, match="neither yes nor no"):
        read_flag("perhaps")


def test_the_beginning_of_a_choice_is_enough_where_it_is_one() -> None:
    names = {"ad_hoc": "Ad hoc", "failed": "Failed", "far": "Far away"}
    assert read_choice("ad h", lambda: names) == "ad_hoc"
    assert read_choice("FAR", lambda: names) == "far"
    with pytest.raises(JourneyError, match="Ad hoc, Failed, Far away"):
        read_choice("fa", lambda: names)
    with pytest.raises(JourneyError, match="not known here"):
        read_choice("", lambda: names)


def test_letters_of_a_raci_table_are_involvements() -> None:
    assert [read_involvement(text) for text in ("R", "a", "C", "i", "x", "Leads", "is informed")] == [
        "leads", "approves", "is_consulted", "is_informed", "takes_part", "leads", "is_informed",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", LANGUAGES)
def test_words_written_in_one_language_are_read_in_every_other(language: str, reader: str) -> None:
    with speaking(language):
        written = {name: word for word, name in (*involvements().items(), *deviations().items())}
        felt = {name: feeling for feeling, name in feelings().items()}
    with speaking(reader):
        for name, word in written.items():
            assert read_choice(name, involvements if word in involvements() else deviations) == word
        assert {name: read_feeling(name) for name in felt} == felt
