from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.model.edits.records import set_fields
from app.model.edits.touchpoints import retitle
from app.model.record import Duration
from app.model.records import JourneyInfo, Link, Role, Touchpoint
from app.widgets.fields.entry import Entry
from app.widgets.fields.lines import LinesField
from tests.widgets.docks.inspector.conftest import Desk

KICK_OFF, INTRO, BUDGET = "touch-kick-off", "touch-intro-call", "touch-budget-request"


def kick_off(desk: Desk) -> Touchpoint:
    return desk.journey.the(Touchpoint, KICK_OFF)


def test_typing_a_title_changes_it_with_every_key_and_is_one_step(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    assert isinstance(title, LinesField)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "St")
    assert kick_off(desk).title == "St"
    QTest.keyClicks(title, "art")
    assert kick_off(desk).title == "Start"
    assert len(desk.steps) == 1
    desk.document.undo()
    assert kick_off(desk).title == title.toPlainText() == "Kick-off"


def test_leaving_a_field_ends_the_step(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("title"), "A")
    desk.control("description").setFocus()
    desk.type_into(desk.control("title"), "B")
    assert len(desk.steps) == 2


def test_a_change_from_elsewhere_after_a_field_was_left_is_a_step_of_its_own(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    desk.type_into(title, "A")
    title.clearFocus()
    desk.document.do(retitle(desk.journey, KICK_OFF, "B"))
    assert len(desk.steps) == 2


def test_undo_is_the_journeys_while_a_field_has_the_focus(desk: Desk) -> None:
    undo = QAction("Undo", desk.inspector)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(desk.document.undo)
    desk.inspector.addAction(undo)
    desk.select(KICK_OFF)
    title = desk.control("title")
    assert isinstance(title, QPlainTextEdit)
    desk.type_into(title, "Start")
    QTest.keySequence(title, QKeySequence(QKeySequence.StandardKey.Undo))
    assert title.toPlainText() == kick_off(desk).title == "Kick-off"
    desk.type_into(title, "Start")
    start = desk.control("start", "Start")
    desk.type_into(start, "soon")
    QTest.keySequence(start, QKeySequence(QKeySequence.StandardKey.Undo))
    assert kick_off(desk).title == "Start"  # the text was ahead of the journey, and came back first


def test_a_shortcut_finds_what_was_typed_in_the_journey(desk: Desk) -> None:
    saved: list[Duration | None] = []
    save = QAction("Save", desk.inspector)
    save.setShortcut(QKeySequence("Ctrl+S"))
    save.triggered.connect(lambda: saved.append(kick_off(desk).duration))
    desk.inspector.addAction(save)
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    desk.type_into(duration, "2 d")
    QTest.keyClick(duration, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved == [Duration(value=2, unit="day")]


def test_enter_commits_and_escape_then_takes_nothing_back(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    desk.type_into(title, "Start")
    QTest.keyClick(title, Qt.Key.Key_Return)
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert kick_off(desk).title == "Start"


def test_escape_restores_what_was_there_when_the_focus_came_and_leaves_no_step(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    assert isinstance(title, QPlainTextEdit)
    desk.type_into(title, "Start")
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert kick_off(desk).title == title.toPlainText() == "Kick-off"
    assert desk.steps == ()


def test_a_change_of_the_same_record_neither_moves_the_cursor_nor_replaces_what_is_typed(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    assert isinstance(title, QPlainTextEdit)
    title.setFocus()
    cursor = title.textCursor()
    cursor.setPosition(4)
    title.setTextCursor(cursor)
    QTest.keyClicks(title, "x")
    desk.document.do(set_fields(desk.journey, (KICK_OFF,), description="From elsewhere"))
    assert title.toPlainText() == "Kickx-off"
    assert title.textCursor().position() == 5


def test_a_length_of_time_waits_for_enter(desk: Desk) -> None:
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    assert isinstance(duration, QLineEdit)
    desk.type_into(duration, "3 d")
    assert kick_off(desk).duration is None
    QTest.keyClick(duration, Qt.Key.Key_Return)
    assert kick_off(desk).duration == Duration(value=3, unit="day")
    assert duration.text() == "3 days"


def test_what_is_typed_is_tried_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("duration"), "3 d")
    qtbot.waitUntil(lambda: kick_off(desk).duration is not None)
    duration = desk.control("duration")
    assert isinstance(duration, QLineEdit)
    assert duration.text() == "3 d"  # whoever goes on typing finds it as it was
    QTest.keyClicks(duration, "ays")
    QTest.keyClick(duration, Qt.Key.Key_Return)
    assert kick_off(desk).duration == Duration(value=3, unit="day")
    assert len(desk.steps) == 1


def test_what_cannot_be_read_has_a_ring_and_a_sentence_and_the_journey_keeps_what_it_had(desk: Desk) -> None:
    desk.select(KICK_OFF)
    start = desk.control("start", "Start")
    desk.type_into(start, "soon")
    QTest.keyClick(start, Qt.Key.Key_Tab)
    assert start.property("wrong")
    assert "soon" in desk.wrong("start", "Start")
    assert "12" in desk.wrong("start", "Start")
    assert kick_off(desk).start == 15
    assert isinstance(start, QLineEdit)
    assert start.text() == "soon"
    assert start.accessibleDescription() == desk.wrong("start", "Start")


def test_the_ring_goes_as_soon_as_the_text_can_be_read(desk: Desk) -> None:
    desk.select(KICK_OFF)
    start = desk.control("start", "Start")
    desk.type_into(start, "soon")
    QTest.keyClick(start, Qt.Key.Key_Return)
    desk.type_into(start, "16")
    assert not start.property("wrong")
    assert desk.wrong("start", "Start") == ""


def test_escape_takes_wrong_text_away(desk: Desk) -> None:
    desk.select(KICK_OFF)
    start = desk.control("start", "Start")
    assert isinstance(start, QLineEdit)
    desk.type_into(start, "soon")
    QTest.keyClick(start, Qt.Key.Key_Return)
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert start.text() == "Week 15"
    assert desk.wrong("start", "Start") == ""


def test_undo_takes_text_that_is_not_in_the_journey_yet_back_first(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("title"), "Start")
    start = desk.control("start", "Start")
    assert isinstance(start, QLineEdit)
    desk.type_into(start, "soon")
    QTest.keySequence(start, QKeySequence(QKeySequence.StandardKey.Undo))
    assert start.text() == "Week 15"
    assert kick_off(desk).title == "Start"


def test_too_long_a_text_is_refused_beside_the_field(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    QGuiApplication.clipboard().setText("x" * 301)
    title.setFocus()
    assert isinstance(title, QPlainTextEdit)
    title.selectAll()
    QTest.keySequence(title, QKeySequence(QKeySequence.StandardKey.Paste))
    assert "301" in desk.wrong("title")
    assert kick_off(desk).title == "Kick-off"


def test_selecting_something_else_takes_what_was_typed_along(desk: Desk) -> None:
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    desk.type_into(duration, "2 d")
    desk.select(INTRO)
    assert kick_off(desk).duration == Duration(value=2, unit="day")
    assert desk.journey.the(Touchpoint, INTRO).duration is None
    assert isinstance(duration, QLineEdit)
    assert duration.text() == ""


def test_wrong_text_does_not_go_along_to_another_record(desk: Desk) -> None:
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    assert isinstance(duration, QLineEdit)
    desk.type_into(duration, "dogs")
    QTest.keyClick(duration, Qt.Key.Key_Return)
    desk.select(INTRO)
    assert (duration.text(), desk.wrong("duration")) == ("", "")


def test_growing_text_takes_line_breaks_and_grows(desk: Desk) -> None:
    desk.select(KICK_OFF)
    description = desk.control("description")
    before = description.height()
    desk.type_into(description, "One")
    QTest.keyClick(description, Qt.Key.Key_Return)
    QTest.keyClicks(description, "Two")
    assert kick_off(desk).description == "One\nTwo"
    assert description.height() > before


def test_a_title_has_one_line_whatever_is_pasted(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    QGuiApplication.clipboard().setText("One\nTwo")
    assert isinstance(title, QPlainTextEdit)
    title.setFocus()
    title.selectAll()
    QTest.keySequence(title, QKeySequence(QKeySequence.StandardKey.Paste))
    assert kick_off(desk).title == "One Two"


def test_the_arrow_keys_move_a_touchpoint_by_a_unit(desk: Desk) -> None:
    desk.select(KICK_OFF)
    start = desk.control("start", "Start")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Up)
    QTest.keyClick(start, Qt.Key.Key_Up)
    assert kick_off(desk).start == 17
    assert isinstance(start, Entry)
    assert start.text() == "Week 17"
    assert len(desk.steps) == 1


def test_dates_are_written_where_the_journey_has_a_start_date(desk: Desk) -> None:
    desk.document.do(set_fields(desk.journey, (desk.journey.info.id,), start_date="2026-01-05"))
    desk.select(KICK_OFF)
    start = desk.control("start", "Start")
    assert isinstance(start, QLineEdit)
    assert start.text() == "20 Apr 2026"
    desk.type_into(start, "27 April 2026")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert kick_off(desk).start == 16


def test_tab_goes_from_field_to_field_as_they_stand(desk: Desk) -> None:
    desk.select(INTRO)
    desk.inspector.edit()
    seen = []
    for _ in range(6):
        focused = desk.inspector.focusWidget()
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["Title", "Moment of truth", "Phase", "Channel", "Show this: Channel", "Start"]


@pytest.mark.parametrize(
    ("record", "kind", "field"),
    [
        ("role-cfo", Role, "name"),
        ("journey", JourneyInfo, "title"),
        ("link-intro-call-handoff-budget-request", Link, "label"),
    ],
)
def test_other_kinds_are_typed_in_alike(desk: Desk, record: str, kind: type[Role], field: str) -> None:
    if record != "journey":
        desk.select(record)
    desk.type_into(desk.control(field), "Another name")
    assert getattr(desk.journey.the(kind, record), field) == "Another name"


def test_growing_text_that_fits_never_scrolls(desk: Desk) -> None:
    desk.select(KICK_OFF)
    description = desk.control("description")
    assert isinstance(description, LinesField)
    desk.type_into(description, "One")
    for word in ("Two", "Three", "Four"):
        QTest.keyClick(description, Qt.Key.Key_Return)
        QTest.keyClicks(description, word)
        QApplication.processEvents()
        assert description.verticalScrollBar().value() == 0
    place = QPointF(10, 10)
    wheel = QWheelEvent(
        place, description.mapToGlobal(place), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(description.viewport(), wheel)
    assert description.verticalScrollBar().value() == 0


def test_wrong_text_is_there_again_when_its_record_is(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("duration"), "three dayz")
    desk.select(BUDGET)
    duration = desk.control("duration")
    assert isinstance(duration, Entry)
    assert duration.text() == ""
    assert desk.wrong("duration") == ""
    desk.select(KICK_OFF)
    assert duration.text() == "three dayz"
    assert "three dayz" in desk.wrong("duration")
    assert kick_off(desk).duration is None
    desk.type_into(duration, "3 days")
    QTest.keyClick(duration, Qt.Key.Key_Return)
    assert kick_off(desk).duration == Duration(value=3, unit="day")
    desk.select(BUDGET)
    desk.select(KICK_OFF)
    assert desk.wrong("duration") == ""


def test_wrong_text_does_not_come_back_over_what_was_changed_since(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("duration"), "three dayz")
    desk.select(BUDGET)
    desk.document.do(set_fields(desk.journey, (KICK_OFF,), duration=Duration(value=2, unit="day")))
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    assert isinstance(duration, Entry)
    assert duration.text() == "2 days"
    assert desk.wrong("duration") == ""


@pytest.mark.parametrize("words", ["値 " * 60, "لا شيء " * 30, "One\nTwo\n\nThree", "🎉 " * 60])
def test_growing_text_is_seen_whole_in_every_script(desk: Desk, words: str, qtbot: QtBot) -> None:
    desk.document.do(set_fields(desk.journey, (KICK_OFF,), description=words))
    desk.select(KICK_OFF)
    description = desk.control("description")
    assert isinstance(description, LinesField)
    QTest.qWait(30)
    block, height = description.document().begin(), 0.0
    while block.isValid():
        height += description.blockBoundingRect(block).height()
        block = block.next()
    assert description.viewport().height() >= height


def test_a_hint_of_several_lines_is_seen_whole(desk: Desk) -> None:
    desk.inspector.resize(250, 900)
    desk.select("role-cfo")
    desk.unfold()
    QTest.qWait(30)
    quote = desk.control("quote")
    assert isinstance(quote, LinesField)
    low = quote.height()
    quote.hint("What do people in this role say, when they are asked and nobody else listens?")
    assert quote.height() > low
    high = quote.height()
    desk.type_into(quote, "No.")
    assert quote.height() == high  # nothing below it jumps
