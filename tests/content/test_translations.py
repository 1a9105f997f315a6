"""The translations: complete, true to the code, and fit to be filled with values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from app.i18n import tr, trn, use_language
from app.model.duration_text import duration_text, read_duration
from app.model.record import Duration
from app.widgets.actions.table import ACTION_BY_ID
from app.widgets.menus import MENUS, Menu
from scripts.make_locale import (
    KEYWORDS,
    LANGUAGES,
    ROOT,
    kept_together,
    missing,
    mo_bytes,
    po_bytes,
    po_path,
    updated,
)

PLACES = re.compile(r"\{(\w+)\}")
MNEMONIC = re.compile(r"&(?!&)(\w)")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The program speaks this language."""
    use_language(request.param)
    yield request.param
    use_language()


def pairs(language: str) -> list[tuple[str, str]]:
    """Return every text with its translation, each form of a plural by itself."""
    found: list[tuple[str, str]] = []
    for message in updated(language):
        if isinstance(message.id, tuple):
            found += [(message.id[min(place, 1)], form) for place, form in enumerate(message.string)]
        elif message.id:
            found.append((message.id, str(message.string)))
    return found


def test_nothing_is_missing_and_nothing_is_stale(language: str) -> None:
    catalogue = updated(language)
    assert missing(catalogue) == [], "run `make locale` and translate what it names"
    assert po_path(language).read_bytes() == po_bytes(catalogue), "run `make locale`"
    assert po_path(language).with_suffix(".mo").read_bytes() == mo_bytes(catalogue), "run `make locale`"


def test_values_find_their_places(language: str) -> None:
    wrong = [(text, told) for text, told in pairs(language) if places(text) != places(told)]
    assert wrong == []


def places(text: str) -> set[str]:
    """Return the names of the values in a text; one alone need not say its number."""
    return set(PLACES.findall(text)) - {"count"}


def test_an_entry_of_a_menu_has_a_letter_where_the_english_one_has(language: str) -> None:
    wrong = [
        (text, told)
        for text, told in pairs(language)
        if len(MNEMONIC.findall(text.replace("&&", ""))) != len(MNEMONIC.findall(told.replace("&&", "")))
    ]
    assert wrong == []


def test_letters_in_a_menu_are_told_apart(language: str) -> None:
    for menu in MENUS:
        letters = [
            letter.lower() for text in entries(menu) for letter in MNEMONIC.findall(text.replace("&&", ""))
        ]
        assert len(letters) == len(set(letters)), f"{language}: {menu.title()}: {entries(menu)}"
    bar = [letter.lower() for menu in MENUS for letter in MNEMONIC.findall(menu.title())]
    assert len(bar) == len(set(bar))


def entries(menu: Menu) -> list[str]:
    """Return the words of a menu's own entries."""
    return [
        entry.title() if isinstance(entry, Menu) else ACTION_BY_ID[entry].text()
        for entry in menu.entries
        if isinstance(entry, Menu) or entry in ACTION_BY_ID
    ]


@pytest.mark.parametrize("unit", ["hour", "day", "week", "month"])
def test_durations_that_are_said_are_understood(language: str, unit: str) -> None:
    for value in (1, 2.5, 14):
        told = Duration(value=value, unit=unit)
        assert read_duration(duration_text(told), unit) == told


def test_it_is_spoken(language: str) -> None:
    assert tr("&Save") != "&Save"
    one, many = (trn("{count} touchpoint", "{count} touchpoints", count) for count in (1, 7))
    assert (one, many) != ("1 touchpoint", "7 touchpoints")
    assert (one[0], many[0]) == ("1", "7")


def test_every_text_is_found_in_the_code() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sorted((ROOT / "app").rglob("*.py"))
        for inner in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(inner, ast.JoinedStr)
        for call in ast.walk(inner)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS
    ]
    assert hidden == [], "a text within an f-string is not extracted"


def test_french_marks_do_not_stand_alone_at_the_start_of_a_line() -> None:
    assert kept_together("« Oui » : non ?") == "«\u00a0Oui\u00a0»\u00a0: non\u00a0?"
    assert [told for _, told in pairs("fr") if re.search(r" [:;?!»]|« ", told)] == []
