"""Days from a calendar: it drops down below a field of dates, by its sign and by keys, and typing stays as it was."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton

from app.model.edits.records import set_fields
from app.model.records import Evidence, JourneyInfo, Touchpoint
from app.widgets.fields.calendar import Calendar
from app.widgets.fields.times import DateField, MomentField
from tests.widgets.docks.inspector.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier


def begin_on(desk: Desk, day: str) -> None:
    info = desk.journey.info
    desk.document.do(set_fields(desk.journey, (info.id,), start_date=day))


def opened(field: DateField | MomentField) -> Calendar:
    calendar = field.calendar
    assert calendar is not None
    assert calendar.isVisible()
    return calendar


def days_of(calendar: Calendar) -> QTableView:
    return next(each for each in calendar.findChildren(QTableView))


def date_of(desk: Desk) -> str:
    found = desk.record("interview-4")
    assert isinstance(found, Evidence)
    return found.date


def start_of(desk: Desk, touchpoint: str) -> float:
    found = desk.record(touchpoint)
    assert isinstance(found, Touchpoint)
    return found.start


def evidence_field(desk: Desk) -> DateField:
    evidence = next(iter(desk.journey.all(Evidence)))
    desk.select(evidence.id)
    field = desk.control("date")
    assert isinstance(field, DateField)
    return field


def test_a_day_is_chosen_by_keys_alone_and_is_one_step(desk: Desk) -> None:
    field = evidence_field(desk)
    desk.type_into(field, "12 May 2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    steps = len(desk.steps)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    days = days_of(opened(field))
    assert opened(field).shown_day() == QDate(2026, 5, 12)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert next(iter(desk.journey.all(Evidence))).date == "2026-05-20"
    assert field.text() == "20 May 2026"
    assert field.hasFocus()
    assert len(desk.steps) == steps + 1
    desk.document.undo()
    assert next(iter(desk.journey.all(Evidence))).date == "2026-05-12"


def test_the_sign_in_the_field_opens_it_and_a_click_chooses(desk: Desk) -> None:
    field = evidence_field(desk)
    desk.type_into(field, "12 May 2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    sign = next(each for each in field.findChildren(QToolButton) if each.isVisible())
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    calendar = opened(field)
    days = days_of(calendar)
    wanted = next(
        days.model().index(row, column)
        for row in range(days.model().rowCount())
        for column in range(days.model().columnCount())
        if days.model().index(row, column).data() == 28 and row > 3
    )
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=days.visualRect(wanted).center())
    assert next(iter(desk.journey.all(Evidence))).date == "2026-05-28"
    assert field.calendar is None or not field.calendar.isVisible()


def test_escape_closes_the_calendar_and_changes_nothing(desk: Desk) -> None:
    field = evidence_field(desk)
    before = desk.journey
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_F4)
    calendar = opened(field)
    QTest.keyClick(days_of(calendar), Qt.Key.Key_Right)
    QTest.keyClick(days_of(calendar), Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert next(iter(desk.journey.all(Evidence))).date == ""
    assert desk.journey is before
    assert not desk.steps


def test_a_date_can_be_taken_away_in_the_calendar(desk: Desk) -> None:
    field = evidence_field(desk)
    desk.type_into(field, "12 May 2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    none = opened(field).none_button
    assert none is not None
    QTest.mouseClick(none, Qt.MouseButton.LeftButton)
    assert next(iter(desk.journey.all(Evidence))).date == ""


def test_a_touchpoint_is_moved_to_a_day_and_keeps_its_hour(desk: Desk) -> None:
    begin_on(desk, "2026-01-05")
    touchpoint = next(each for each in desk.journey.all(Touchpoint) if each.title == "Intro call")
    desk.select(touchpoint.id)
    field = desk.control("start", "Start")
    assert isinstance(field, MomentField)
    desk.type_into(field, "2026-02-10 14:30")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    days = days_of(opened(field))
    assert opened(field).none_button is None
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert field.text() == "11 Feb, 14:30"


def test_without_a_start_date_a_place_on_the_timeline_has_no_calendar(desk: Desk) -> None:
    touchpoint = next(iter(desk.journey.all(Touchpoint)))
    desk.select(touchpoint.id)
    field = desk.control("start", "Start")
    assert isinstance(field, MomentField)
    assert not [each for each in field.findChildren(QToolButton) if each.isVisible()]
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert field.calendar is None
    assert field.text() == "Week 5"


def test_the_start_of_the_journey_is_chosen_in_a_calendar_that_begins_today(desk: Desk) -> None:
    desk.select()
    field = desk.control("start_date")
    assert isinstance(field, DateField)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert opened(field).shown_day() == QDate.currentDate()
    QTest.mouseClick(opened(field).today_button, Qt.MouseButton.LeftButton)
    info = desk.journey.info
    assert isinstance(info, JourneyInfo)
    assert info.start_date == QDate.currentDate().toString(Qt.DateFormat.ISODate)


def test_a_date_with_its_hour_in_another_year_is_seen_whole(desk: Desk) -> None:
    begin_on(desk, "2026-01-05")
    touchpoint = next(iter(desk.journey.all(Touchpoint)))
    desk.select(touchpoint.id)
    field = desk.control("start", "Start")
    assert isinstance(field, MomentField)
    desk.type_into(field, "2027-02-25 12:00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    QTest.qWait(30)
    assert field.text() == "25 Feb 2027, 12:00"
    sign = 24 if [each for each in field.findChildren(QToolButton) if each.isVisible()] else 0
    room = field.width() - 18 - sign  # within border and padding
    assert field.fontMetrics().horizontalAdvance(field.text()) <= room
