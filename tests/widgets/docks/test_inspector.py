from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.model.records import Link, Role, Touchpoint
from app.places import resource
from app.widgets.docks.inspector.pages import page_of
from app.widgets.docks.inspector.panel import Inspector
from app.widgets.docks.inspector.story import Fact, Facts, Head, Jumps, Participants, Title
from app.widgets.main_window import MainWindow
from app.widgets.opening import read
from tests.widgets.conftest import Program, small

SAMPLES = sorted(resource("samples").glob("*.journey"))


def words(window: MainWindow) -> list[str]:
    inspector = window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    return [label.text() for label in inspector._area.widget().findChildren(QLabel) if label.text()]


def touchpoint(window: MainWindow, title: str) -> Touchpoint:
    assert window.document is not None
    return next(each for each in window.document.journey.all(Touchpoint) if each.title == title)


def facts(page: tuple[object, ...]) -> dict[str, Fact]:
    return {fact.label: fact for part in page if isinstance(part, Facts) for fact in part.facts}


def test_without_a_selection_it_tells_of_the_journey_and_its_findings(
    program: Program, small_file: Path
) -> None:
    said = words(program.open(small_file))
    assert {"Journey", "Buying a platform", "Fewer lost tickets"} <= set(said)
    assert any("Request lands" in text and "limit" in text for text in said)


def test_a_touchpoint_is_told_with_roles_and_feelings(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.select((touchpoint(window, "Kick-off").id,))
    said = words(window)
    assert {
        "Touchpoint",
        "shared by 3 roles",
        "Kick-off",
        "Week 15",
        "Purchase",
        "CFO",
        "Account manager",
    } <= set(said)


def test_following_a_link_selects_what_is_at_its_end(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.select((touchpoint(window, "Kick-off").id,))
    buttons = [each for each in window.findChildren(QPushButton) if each.accessibleName() == "CFO"]
    button = buttons[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.document.selection == {window.document.journey.all(Role)[0].id}


def test_words_can_be_selected_but_nothing_looks_editable(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    inspector = window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    title = next(each for each in inspector.findChildren(QLabel) if each.text() == "Buying a platform")
    assert title.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_wait_over_its_limit_is_told_in_red() -> None:
    journey = small()
    link = journey.all(Link)[0]
    page = page_of(journey, (link.id,))
    assert facts(page)["Wait"] == Fact("Wait", "3 weeks", "pain")
    assert facts(page)["Limit"].value == "2 weeks"
    assert page[0] == Head("Handoff", "over its limit")


def test_several_things_are_listed() -> None:
    journey = small()
    page = page_of(journey, [each.id for each in journey.all(Touchpoint)])
    assert Title("5 things") in page
    jumps = next(part for part in page if isinstance(part, Jumps))
    assert jumps.jumps[0].text == "Tickets get lost"


def test_a_feeling_that_is_not_known_stays_unknown() -> None:
    journey = read(SAMPLES[0]).journey
    for each in journey.all(Touchpoint):
        told = next((part for part in page_of(journey, (each.id,)) if isinstance(part, Participants)), None)
        if told is not None:
            assert [part.feeling for part in told.parts] == [part.feeling for part in each.participations]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_record_of_the_samples_has_a_page(path: Path) -> None:
    journey = read(path).journey
    for record in journey.records():
        page = page_of(journey, (record.id,))
        assert isinstance(page[0], Head)
        assert isinstance(page[1], Title)
