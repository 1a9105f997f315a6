from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.parts import CustomField, MetricReading
from app.model.record import Duration
from app.model.records import Attachment, Channel, Evidence, Insight, Metric, ServiceLevel
from app.widgets.docks.inspector.files import Attachments
from app.widgets.docks.inspector.participant_row import ParticipantRow
from app.widgets.docks.inspector.participants import Participants
from app.widgets.docks.inspector.pinned import PinnedList
from app.widgets.docks.inspector.promises import ServiceLevels
from app.widgets.fields.naming import ChoiceOrNew
from app.widgets.fields.tags import TagsField
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import (
    BUDGET,
    INTRO,
    KICK_OFF,
    add,
    choose,
    choose_below,
    click,
    menu_item,
    piece,
    touchpoint,
)


def test_choosing_a_phase_moves_the_touchpoint(desk: Desk) -> None:
    desk.select(KICK_OFF)
    choose(desk.control("start", "Phase"), "Need")
    assert touchpoint(desk).start == 7
    assert desk.journey.phase_at(touchpoint(desk).start) == desk.record("phase-need")


def test_choosing_a_channel(desk: Desk) -> None:
    desk.select(KICK_OFF)
    choose(desk.control("channel"), "Phone")
    assert touchpoint(desk).channel == "channel-phone"
    desk.document.undo()
    picker = desk.control("channel")
    assert isinstance(picker, ChoiceOrNew)
    assert picker.choice.currentText() == "No channel"


def test_writing_the_name_of_a_new_channel_makes_and_chooses_it_in_one_step(desk: Desk) -> None:
    desk.select(KICK_OFF)
    picker = desk.control("channel")
    assert isinstance(picker, ChoiceOrNew)
    choose_below(picker, "New ch")
    assert picker.line.hasFocus()
    QTest.keyClicks(picker.line, "Fax")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    made = desk.journey.the(Channel, touchpoint(desk).channel)
    assert made.name == "Fax"
    assert picker.choice.currentText() == "Fax"
    assert len(desk.steps) == 1


def test_escape_gives_up_a_new_name(desk: Desk) -> None:
    desk.select(KICK_OFF)
    picker = desk.control("channel")
    assert isinstance(picker, ChoiceOrNew)
    choose_below(picker, "New ch")
    QTest.keyClicks(picker.line, "Fax")
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    assert len(desk.journey.all(Channel)) == 2
    assert not picker.line.isVisible()


def test_escape_takes_choosing_back(desk: Desk) -> None:
    desk.select(INTRO)
    picker = desk.control("channel")
    assert isinstance(picker, ChoiceOrNew)
    choose(picker, "Email")
    QTest.keyClick(picker.choice, Qt.Key.Key_Escape)
    assert touchpoint(desk, INTRO).channel == "channel-phone"
    assert desk.steps == ()


def test_the_wheel_over_a_choice_chooses_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.select(INTRO)
    picker = desk.control("channel")
    assert isinstance(picker, ChoiceOrNew)
    before = picker.choice.currentIndex()
    picker.choice.setFocus()

    place = QPointF(10, 10)
    event = QWheelEvent(
        place, picker.choice.mapToGlobal(place), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picker.choice, event)
    assert picker.choice.currentIndex() == before


def test_a_click_on_a_face_is_the_feeling_and_another_one_takes_it_back(desk: Desk) -> None:
    desk.select(KICK_OFF)
    row = desk.inspector.findChildren(ParticipantRow)[0]
    assert row.role == "role-cfo"
    click(row.feeling.marks[-1])
    part = touchpoint(desk).participation("role-cfo")
    assert part is not None
    assert part.feeling == -1
    click(row.feeling.marks[-1])
    part = touchpoint(desk).participation("role-cfo")
    assert part is not None
    assert part.feeling is None
    assert not any(mark.isChecked() for mark in row.feeling.marks.values())


def test_arrow_keys_change_the_feeling_in_one_step(desk: Desk) -> None:
    desk.select(KICK_OFF)
    row = desk.inspector.findChildren(ParticipantRow)[0]
    row.feeling.marks[2].setFocus()
    QTest.keyClick(row.feeling.marks[2], Qt.Key.Key_Left)
    QTest.keyClick(row.feeling.marks[1], Qt.Key.Key_Left)
    part = touchpoint(desk).participation("role-cfo")
    assert part is not None
    assert part.feeling == 0
    assert len(desk.steps) == 1
    QTest.keyClick(row.feeling.marks[0], Qt.Key.Key_Delete)
    part = touchpoint(desk).participation("role-cfo")
    assert part is not None
    assert part.feeling is None


def test_involvement_person_action_and_thought_of_a_participant(desk: Desk) -> None:
    desk.select(KICK_OFF)
    row = desk.inspector.findChildren(ParticipantRow)[1]
    choose(row.involvement, "Approves")
    click(row.fold_button)
    controls = {binding.row.label: binding.control.widget() for binding in row.bindings}
    desk.type_into(controls["Action"], "Shows the plan")
    desk.type_into(controls["Thought"], "Too fast")
    choose(controls["Person"], "Priya")
    part = touchpoint(desk).participation("role-it-manager")
    assert part is not None
    assert (part.involvement, part.action, part.thought, part.person) == (
        "approves", "Shows the plan", "Too fast", "person-priya",
    )  # fmt: skip


def test_a_participant_is_added_and_removed(desk: Desk) -> None:
    desk.select(BUDGET)
    participants = piece(desk, Participants)
    menu_item("CFO", participants.add_button)
    assert touchpoint(desk, BUDGET).roles == ("role-it-manager", "role-cfo")
    row = participants.rows[1]
    assert row.remove_button is not None
    click(row.remove_button)
    assert touchpoint(desk, BUDGET).roles == ("role-it-manager",)


def test_the_last_participant_cannot_be_removed(desk: Desk) -> None:
    desk.select(BUDGET)
    participants = piece(desk, Participants)
    button = participants.rows[0].remove_button
    assert button is not None
    click(button)
    assert touchpoint(desk, BUDGET).roles == ("role-it-manager",)
    assert participants.complaint.isVisible()
    assert "Somebody has to take part" in participants.complaint.text()


def test_the_star_makes_a_moment_of_truth(desk: Desk) -> None:
    desk.select(KICK_OFF)
    click(desk.control("moment_of_truth"))
    assert touchpoint(desk).moment_of_truth
    QTest.keyClick(desk.control("moment_of_truth"), Qt.Key.Key_Space)
    assert not touchpoint(desk).moment_of_truth


def test_tags_are_written_and_taken_away(desk: Desk) -> None:
    desk.select(KICK_OFF)
    tags = desk.control("tags")
    assert isinstance(tags, TagsField)
    tags.line.setFocus()
    QTest.keyClicks(tags.line, "budget,late")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert touchpoint(desk).tags == ("budget", "late")
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert touchpoint(desk).tags == ("budget",)
    click(tags.chips[0].remove_button)
    assert touchpoint(desk).tags == ()


def test_a_tag_that_is_too_long_is_refused_and_stays_in_the_line(desk: Desk) -> None:
    desk.select(KICK_OFF)
    tags = desk.control("tags")
    assert isinstance(tags, TagsField)
    tags.line.setFocus()
    tags.line.setText("x" * 81)
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert touchpoint(desk).tags == ()
    assert "80" in desk.wrong("tags")
    assert tags.line.text() == "x" * 81


def test_a_custom_field_counts_as_soon_as_it_has_a_name(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.unfold()
    parts = desk.add_part("custom")
    row = parts.rows[0]
    assert row.note.text() == "It counts as soon as this is given: Name"
    desk.type_into(row.controls["value"].widget(), "42")
    assert touchpoint(desk).custom == ()
    desk.type_into(row.controls["name"].widget(), "Cost")
    assert touchpoint(desk).custom == (CustomField(name="Cost", value="42"),)
    assert row.note.isHidden()
    click(row.remove_button)
    assert touchpoint(desk).custom == ()
    desk.document.undo()
    assert len(parts.rows) == 1


def test_a_reading_of_a_metric(desk: Desk) -> None:
    metric = add(desk, Metric, name="CSAT")
    desk.select(KICK_OFF)
    desk.unfold()
    row = desk.add_part("readings").rows[0]
    choose(row.controls["metric"].widget(), "CSAT")
    value = row.controls["value"].widget()
    desk.type_into(value, "4,5")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert touchpoint(desk).readings == (MetricReading(metric=metric, value=4.5),)
    date = row.controls["date"].widget()
    desk.type_into(date, "12 May 2026")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert touchpoint(desk).readings[0].date == "2026-05-12"


def test_web_pages_get_a_scheme_and_what_is_none_is_refused(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.unfold()
    row = desk.add_part("web_links").rows[0]
    line = row.controls["address"].widget()
    desk.type_into(line, "not an address")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert touchpoint(desk).web_links == ()
    assert line.property("wrong")
    desk.type_into(line, "example.org/a")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert touchpoint(desk).web_links == ("https://example.org/a",)


def test_an_insight_is_written_where_it_is_pinned(desk: Desk) -> None:
    desk.select(KICK_OFF)
    insights = piece(desk, PinnedList)
    menu_item("Idea", insights.adding.kind_button)
    QTest.keyClicks(insights.adding.line, "Send the numbers before")
    QTest.keyClick(insights.adding.line, Qt.Key.Key_Return)
    made = next(each for each in desk.journey.all(Insight) if each.kind == "idea")
    assert (made.text, made.refs[0].id) == ("Send the numbers before", KICK_OFF)
    assert insights.adding.line.toPlainText() == ""
    desk.type_into(insights.boxes[0].line, "Nobody asked the CFO")
    assert desk.journey.the(Insight, insights.boxes[0].record_id).text == "Nobody asked the CFO"
    click(insights.boxes[0].remove_button)
    assert [each.kind for each in desk.journey.all(Insight)] == ["idea"]


def test_evidence_is_added_and_detached_and_stays(desk: Desk) -> None:
    desk.select(KICK_OFF)
    found = piece(desk, PinnedList, 1)
    found.adding.line.setFocus()
    QTest.keyClicks(found.adding.line, "Survey of May")
    QTest.keyClick(found.adding.line, Qt.Key.Key_Tab)
    assert {each.title for each in desk.journey.all(Evidence)} == {"Interview 4", "Survey of May"}
    click(found.boxes[0].remove_button)
    assert desk.journey.all(Evidence)[0].refs == ()


def test_a_service_level_is_promised_in_a_line(desk: Desk) -> None:
    desk.select(BUDGET)
    desk.unfold()
    levels = piece(desk, ServiceLevels)
    desk.type_into(levels.line, "2 d")
    QTest.keyClick(levels.line, Qt.Key.Key_Return)
    made = next(each for each in desk.journey.all(ServiceLevel) if each.ref.id == BUDGET)
    assert made.promised == Duration(value=2, unit="day")
    assert levels.line.text() == ""


def test_a_file_is_kept_or_linked_and_a_missing_one_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    desk.select(KICK_OFF)
    desk.unfold()
    files = piece(desk, Attachments)
    files.keep(tmp_path / "gone.txt")
    assert "gone.txt" in files.complaint.text()
    files.keep(Path("/dev/zero"))  # it has no size and no end
    assert files.complaint.text()
    assert not touchpoint(desk).attachments
    files.link(tmp_path / "notes.txt")
    assert "Save the journey first" in files.complaint.text()
    files.keep(tmp_path / "notes.txt")
    desk.document.saved_as(tmp_path / "map.journey")
    files.link(tmp_path / "notes.txt")
    kept = [desk.journey.the(Attachment, each) for each in touchpoint(desk).attachments]
    assert [(each.name, each.link, bool(each.data)) for each in kept] == [
        ("notes.txt", "", True), ("notes.txt", "notes.txt", False),
    ]  # fmt: skip
