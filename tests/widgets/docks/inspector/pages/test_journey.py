from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.edits.records import remove_records
from app.model.record import Duration
from app.model.records import IssueThread, SavedView
from app.widgets.docks.inspector.found import Found
from app.widgets.docks.inspector.gathered import Gathered
from app.widgets.docks.inspector.jump_button import JumpButton
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import BUDGET, INTRO, LINK, choose, click, give, piece, touchpoint


def test_with_nothing_selected_the_journey_is_edited(desk: Desk) -> None:
    choose(desk.control("unit"), "Days")
    assert desk.journey.info.unit == "day"
    assert touchpoint(desk).start == 105
    QTest.keyClick(desk.control("unit"), Qt.Key.Key_Escape)
    assert desk.journey.info.unit == "week"
    for field, text in (
        ("start_date", "5 Jan 2026"),
        ("time_zone", "europe/berlin"),
        ("language", "de"),
        ("wait_limit", "2w"),
    ):
        desk.type_into(desk.control(field), text)
        QTest.keyClick(desk.control(field), Qt.Key.Key_Return)
    info = desk.journey.info
    assert (info.start_date, info.time_zone, info.language) == ("2026-01-05", "Europe/Berlin", "de")
    assert info.wait_limit == Duration(value=2, unit="week")


@pytest.mark.parametrize(
    ("field", "text"),
    [("time_zone", "Atlantis"), ("language", "German language"), ("review_date", "31.2.2026")],
)
def test_what_the_journey_cannot_be_is_told(desk: Desk, field: str, text: str) -> None:
    before = desk.journey.info
    desk.type_into(desk.control(field), text)
    QTest.keyClick(desk.control(field), Qt.Key.Key_Tab)
    assert desk.journey.info == before
    assert text in desk.wrong(field)


def test_records_without_a_place_on_the_map_are_made_and_gone_to(desk: Desk) -> None:
    desk.unfold()
    threads = next(
        each for each in desk.form.pieces if isinstance(each, Gathered) and each.kind is IssueThread
    )
    threads.line.setFocus()
    QTest.keyClicks(threads.line, "Ticket 7")
    QTest.keyClick(threads.line, Qt.Key.Key_Return)
    made = desk.journey.all(IssueThread)[0]
    assert made.title == "Ticket 7"
    click(threads.chips.chips[0])
    assert desk.document.selection == {made.id}


def test_a_view_is_saved_as_it_is_looked_at_now(desk: Desk) -> None:
    desk.document.view_state.set_detail("full")
    desk.unfold()
    views = next(each for each in desk.form.pieces if isinstance(each, Gathered) and each.kind is SavedView)
    views.line.setFocus()
    QTest.keyClicks(views.line, "For the board")
    QTest.keyClick(views.line, Qt.Key.Key_Return)
    assert [(each.name, each.view.detail) for each in desk.journey.all(SavedView)] == [
        ("For the board", "full")
    ]


def shown(desk: Desk) -> list[JumpButton]:
    """The findings that are to be seen."""
    return [each for each in piece(desk, Found).findChildren(JumpButton) if each.isVisible()]


def findings(desk: Desk) -> list[str]:
    return [each.accessibleName() for each in shown(desk)]


def test_findings_follow_the_journey_when_it_rests_and_lead_to_what_they_are_about(
    desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: any("Budget request" in each for each in findings(desk)))
    give(desk, BUDGET, title="Ask for money")
    qtbot.waitUntil(lambda: any("Ask for money" in each for each in findings(desk)))
    desk.document.do(remove_records(desk.journey, (LINK,)))
    qtbot.waitUntil(lambda: not any("Ask for money" in each for each in findings(desk)))
    desk.document.undo()
    qtbot.waitUntil(lambda: any("Ask for money" in each for each in findings(desk)))
    click(next(each for each in shown(desk) if "Ask for money" in each.accessibleName()))
    assert desk.document.selection <= {LINK, BUDGET, INTRO}
    assert desk.document.selection


def test_a_hidden_inspector_asks_for_no_findings_and_catches_up(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(findings(desk)))
    give(desk, BUDGET, title="Ask for money")
    desk.inspector.hide()
    qtbot.wait(600)  # longer than the rest after which they would be asked for
    words = [each.accessibleName() for each in piece(desk, Found).findChildren(JumpButton)]
    assert not any("Ask for money" in each for each in words)
    desk.inspector.show()
    qtbot.waitUntil(lambda: any("Ask for money" in each for each in findings(desk)))
