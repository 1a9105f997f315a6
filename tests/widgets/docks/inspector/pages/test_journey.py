from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.record import Duration
from app.model.records import IssueThread, SavedView
from app.widgets.docks.inspector.gathered import Gathered
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import choose, click, touchpoint


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
