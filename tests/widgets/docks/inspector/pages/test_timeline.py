from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.record import Duration
from app.model.records import Link, Phase
from app.widgets.docks.inspector.jump_button import JumpButton
from app.widgets.docks.inspector.pages.timeline import Ends
from app.widgets.fields.naming import ChoiceOrNew
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import BUDGET, INTRO, LINK, choose, choose_below, click, piece


def test_a_link_is_given_another_kind_a_wait_and_turned_round(desk: Desk) -> None:
    desk.select(LINK)
    choose(desk.control("kind"), "Escalation")
    desk.type_into(desk.control("wait"), "5 d")
    QTest.keyClick(desk.control("wait"), Qt.Key.Key_Return)
    choose(desk.control("source_role"), "Account")
    link = desk.journey.the(Link, LINK)
    assert (link.kind, link.wait, link.source_role) == (
        "escalation", Duration(value=5, unit="day"), "role-account-manager",
    )  # fmt: skip
    ends = piece(desk, Ends)
    click(ends.reverse_button)
    assert desk.journey.the(Link, LINK).source == BUDGET


def test_another_word_can_be_written_for_an_open_list(desk: Desk) -> None:
    desk.select(LINK)
    picker = desk.control("kind")
    assert isinstance(picker, ChoiceOrNew)
    choose_below(picker, "Another")
    QTest.keyClicks(picker.line, "loop back")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert desk.journey.the(Link, LINK).kind == "loop back"


def test_the_borders_of_a_phase_move_its_neighbour_and_an_overlap_is_refused(desk: Desk) -> None:
    desk.select("phase-need")
    desk.type_into(desk.control("end"), "9")
    QTest.keyClick(desk.control("end"), Qt.Key.Key_Return)
    assert desk.journey.the(Phase, "phase-purchase").start == 9
    desk.type_into(desk.control("end"), "-4")
    QTest.keyClick(desk.control("end"), Qt.Key.Key_Return)
    assert desk.journey.the(Phase, "phase-need").end == 9
    assert desk.wrong("end") != ""


def test_a_jump_goes_to_the_record(desk: Desk) -> None:
    desk.select(LINK)
    jump = next(
        each for each in desk.inspector.findChildren(JumpButton) if each.accessibleName() == "Intro call"
    )
    click(jump)
    assert desk.document.selection == {INTRO}
