from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.dialogs.palette_match import match


def best(query: str, *texts: str) -> list[str]:
    found = [(match(query, text), text) for text in texts]
    fitting = [(fits.score, text) for fits, text in found if fits is not None]
    return [text for _score, text in sorted(fitting, reverse=True)]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("zoom", ("Zoom In", "Rezoom", "Zebra of old moon")[:2]),
        ("undo", ("Undo", "Undo: Rename role CFO", "Redo and undone things")),
        ("fm", ("Fit Map",)),
        ("snv", ("Save New Version",)),
        ("comp", ("Compact", "Accompany")),
        ("map fit", ("Fit Map", "Fitting a roadmap")),
        ("strasse", ("Große Straße",)),
    ],
)
def test_the_best_fit_stands_first(query: str, texts: tuple[str, ...]) -> None:
    assert best(query, *reversed(texts)) == list(texts)


def test_letters_must_begin_words_or_follow_each_other() -> None:
    assert match("fm", "Fit Map") is not None
    assert match("fima", "Fit Map") is not None
    assert match("ip", "Fit Map") is None
    assert match("x", "Fit Map") is None


def test_every_word_must_fit() -> None:
    assert match("fit zebra", "Fit Map") is None


def test_the_typed_letters_are_marked() -> None:
    fits = match("map", "Fit Map")
    assert fits is not None
    assert fits.places == {4, 5, 6}


def test_many_alike_letters_are_no_trap() -> None:
    assert match("a" * 30 + "b", "a " * 200) is None


@given(st.text(max_size=12), st.text(max_size=40))
def test_any_text_can_be_asked_and_marks_stand_in_it(query: str, text: str) -> None:
    fits = match(query, text)
    assert fits is None or all(0 <= at < len(text) for at in fits.places)
    if text.strip():
        assert match(text, text) is not None
