from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.model.change import Change
from app.model.edits.records import add_record
from app.model.parts import CustomField, MetricReading, Tenure
from app.model.record import Duration, Record
from app.model.records import (
    Attachment,
    Channel,
    Evidence,
    Insight,
    IssueThread,
    JourneyInfo,
    Link,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    SavedView,
    ServiceLevel,
    Touchpoint,
)
from app.widgets.docks.inspector.avatar import Avatar
from app.widgets.docks.inspector.files import Attachments
from app.widgets.docks.inspector.gathered import Gathered
from app.widgets.docks.inspector.jump_button import JumpButton
from app.widgets.docks.inspector.pages.kept import Looks
from app.widgets.docks.inspector.pages.knowledge import Dots
from app.widgets.docks.inspector.pages.timeline import Ends
from app.widgets.docks.inspector.participant_row import ParticipantRow
from app.widgets.docks.inspector.participants import Participants
from app.widgets.docks.inspector.people import PeopleOfRole
from app.widgets.docks.inspector.pinned import PinnedList
from app.widgets.docks.inspector.promises import ServiceLevels
from app.widgets.docks.inspector.references import References
from app.widgets.docks.inspector.rows import Piece
from app.widgets.fields.chips import Chips
from app.widgets.fields.colour import ColourWell
from app.widgets.fields.naming import ChoiceOrNew
from app.widgets.fields.scale import Scale
from app.widgets.fields.tags import TagsField
from tests.widgets.docks.inspector.conftest import Desk

KICK_OFF, INTRO, BUDGET = "touch-kick-off", "touch-intro-call", "touch-budget-request"
LINK, SLA = "link-intro-call-handoff-budget-request", "sla-kick-off"
LEFT = Qt.MouseButton.LeftButton


def touchpoint(desk: Desk, record_id: str = KICK_OFF) -> Touchpoint:
    return desk.journey.the(Touchpoint, record_id)


def piece(desk: Desk, kind: type[Piece], place: int = 0) -> Piece:
    return [each for each in desk.form.pieces if isinstance(each, kind)][place]


def choose(widget: QWidget, words: str) -> None:
    """Choose from a list with the keys, as somebody does who types the first letters."""
    box = widget.choice if isinstance(widget, ChoiceOrNew) else widget
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClicks(box, words)


def choose_below(widget: QWidget, words: str) -> None:
    """Choose from the list that drops down."""
    box = widget.choice if isinstance(widget, ChoiceOrNew) else widget
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box.view(), words)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def click(widget: QWidget) -> None:
    """Click into the middle of a widget, when all stands where it belongs."""
    QApplication.processEvents()
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)


def menu_item(words: str, press: QWidget) -> None:
    """Press a button and choose from the menu that it opens."""
    click(press)
    menu = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()
    )
    action = next(each for each in menu.actions() if each.text().replace("&", "") == words)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


@pytest.fixture(autouse=True)
def no_menu_left() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()


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
    assert isinstance(participants, Participants)
    menu_item("CFO", participants.add_button)
    assert touchpoint(desk, BUDGET).roles == ("role-it-manager", "role-cfo")
    row = participants.rows[1]
    assert row.remove_button is not None
    click(row.remove_button)
    assert touchpoint(desk, BUDGET).roles == ("role-it-manager",)


def test_the_last_participant_cannot_be_removed(desk: Desk) -> None:
    desk.select(BUDGET)
    participants = piece(desk, Participants)
    assert isinstance(participants, Participants)
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
    assert row._note.text() == "It counts as soon as this is given: Name"
    desk.type_into(row.controls["value"].widget(), "42")
    assert touchpoint(desk).custom == ()
    desk.type_into(row.controls["name"].widget(), "Cost")
    assert touchpoint(desk).custom == (CustomField(name="Cost", value="42"),)
    assert row._note.isHidden()
    click(row.remove_button)
    assert touchpoint(desk).custom == ()
    desk.document.undo()
    assert len(parts.rows) == 1


def test_a_reading_of_a_metric(desk: Desk) -> None:
    desk.document.do(_added(desk, Metric, name="CSAT"))
    metric = desk.journey.all(Metric)[0].id
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


def test_a_rule_of_the_journey_is_told_beside_the_field_of_the_part(desk: Desk) -> None:
    desk.select("person-ingrid")
    parts = desk.control("tenures")
    row = parts.rows[0]  # type: ignore[attr-defined]
    for name, text in (("start", "9"), ("end", "3")):
        line = row.controls[name].widget()
        desk.type_into(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    person = desk.journey.the(Person, "person-ingrid")
    assert person.tenures == (Tenure(role="role-cfo", start=9),)
    assert row.controls["end"].widget().property("wrong")
    line = row.controls["start"].widget()
    desk.type_into(line, "1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    person = desk.journey.the(Person, "person-ingrid")
    assert person.tenures == (Tenure(role="role-cfo", start=1),)  # what was refused does not come along


def test_an_insight_is_written_where_it_is_pinned(desk: Desk) -> None:
    desk.select(KICK_OFF)
    insights = piece(desk, PinnedList)
    assert isinstance(insights, PinnedList)
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
    assert isinstance(found, PinnedList)
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
    assert isinstance(levels, ServiceLevels)
    desk.type_into(levels.line, "2 d")
    QTest.keyClick(levels.line, Qt.Key.Key_Return)
    made = next(each for each in desk.journey.all(ServiceLevel) if each.ref.id == BUDGET)
    assert made.promised == Duration(value=2, unit="day")
    assert levels.line.text() == ""


def test_a_role_has_a_colour_from_the_palette_by_number_or_none(desk: Desk) -> None:
    desk.select("role-cfo")
    well = desk.control("colour")
    assert isinstance(well, ColourWell)
    click(well.swatches["#5E258E"])
    assert desk.journey.the(Role, "role-cfo").colour == "#5E258E"
    desk.type_into(well.line, "#abc")
    QTest.keyClick(well.line, Qt.Key.Key_Return)
    assert desk.journey.the(Role, "role-cfo").colour == "#AABBCC"
    desk.type_into(well.line, "blue")
    QTest.keyClick(well.line, Qt.Key.Key_Return)
    assert desk.journey.the(Role, "role-cfo").colour == "#AABBCC"
    assert "blue" in desk.wrong("colour")
    click(well.swatches[""])
    assert desk.journey.the(Role, "role-cfo").colour == ""


def test_buying_roles_are_chips(desk: Desk) -> None:
    desk.select("role-cfo")
    chips = desk.control("buying_roles")
    assert isinstance(chips, Chips)
    menu_item("Decider", chips.add_button)
    assert desk.journey.the(Role, "role-cfo").buying_roles == ("decider",)
    chips.chips[0].setFocus()
    QTest.keyClick(chips.chips[0], Qt.Key.Key_Delete)
    assert desk.journey.the(Role, "role-cfo").buying_roles == ()


def test_people_of_a_role_are_chips_to_go_to_and_a_line_for_new_ones(desk: Desk) -> None:
    desk.select("role-cfo")
    people = piece(desk, PeopleOfRole)
    assert isinstance(people, PeopleOfRole)
    people.line.setFocus()
    QTest.keyClicks(people.line, "Marta")
    QTest.keyClick(people.line, Qt.Key.Key_Return)
    made = next(each for each in desk.journey.all(Person) if each.name == "Marta")
    assert made.tenures == (Tenure(role="role-cfo"),)
    assert made.party == "party-northwind"
    click(people.chips.chips[0])
    assert desk.document.selection == {"person-ingrid"}


def test_a_role_goes_to_another_organisation_or_to_a_new_one(desk: Desk) -> None:
    desk.select("role-cfo")
    choose(desk.control("party"), "Servio")
    assert desk.journey.the(Role, "role-cfo").party == "party-servio"
    picker = desk.control("party")
    assert isinstance(picker, ChoiceOrNew)
    choose_below(picker, "New")
    QTest.keyClicks(picker.line, "Rotterdam Port")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert desk.journey.the(Party, desk.journey.the(Role, "role-cfo").party).name == "Rotterdam Port"


def test_a_picture_of_a_role_is_made_small_and_what_is_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "face.png"))
    (tmp_path / "words.png").write_text("no image")
    desk.select("role-cfo")
    avatar = piece(desk, Avatar)
    assert isinstance(avatar, Avatar)
    avatar.use(tmp_path / "words.png")
    assert "words.png" in avatar.complaint.text()
    avatar.use(tmp_path / "face.png")
    kept = desk.journey.the(Attachment, desk.journey.the(Role, "role-cfo").avatar)
    assert (kept.name, kept.media_type) == ("face.png", "image/png")
    assert len(kept.data) < 20_000
    click(avatar.remove_button)
    assert desk.journey.all(Attachment) == ()


def test_a_file_is_kept_or_linked_and_a_missing_one_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    desk.select(KICK_OFF)
    desk.unfold()
    files = piece(desk, Attachments)
    assert isinstance(files, Attachments)
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
    assert isinstance(ends, Ends)
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


def test_scores_votes_and_what_an_insight_is_about(desk: Desk) -> None:
    pain = desk.journey.all(Insight)[0].id
    desk.select(pain)
    desk.unfold()
    severity = desk.control("severity")
    assert isinstance(severity, Scale)
    click(severity.marks[4])
    dots = piece(desk, Dots)
    assert isinstance(dots, Dots)
    click(dots.more_button)
    click(dots.more_button)
    click(dots.less_button)
    about = piece(desk, References)
    assert isinstance(about, References)
    click(about.chips.chips[0].remove_button)
    assert about.complaint.isVisible()
    about.line.setFocus()
    QTest.keyClicks(about.line, "CFO")
    QTest.keyClick(about.line, Qt.Key.Key_Return)
    insight = desk.journey.the(Insight, pain)
    assert insight.severity == 4
    assert sum(vote.count for vote in insight.votes) == 1
    assert [ref.id for ref in insight.refs] == [KICK_OFF, "role-cfo"]


def test_more_cannot_have_said_so_than_were_asked(desk: Desk) -> None:
    desk.select(desk.journey.all(Evidence)[0].id)
    for field, text in (("of", "5"), ("n", "7")):
        desk.type_into(desk.control(field), text)
        QTest.keyClick(desk.control(field), Qt.Key.Key_Return)
    evidence = desk.journey.all(Evidence)[0]
    assert (evidence.n, evidence.of) == (None, 5)
    assert desk.wrong("n") == "7 of 5 cannot have said so."


def test_a_service_level_needs_its_promise(desk: Desk) -> None:
    desk.select(SLA)
    desk.type_into(desk.control("promised"), "")
    QTest.keyClick(desk.control("promised"), Qt.Key.Key_Return)
    assert desk.journey.the(ServiceLevel, SLA).promised == Duration(value=4, unit="hour")
    assert "needed" in desk.wrong("promised")


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
        each for each in desk.form.pieces if isinstance(each, Gathered) and each._kind is IssueThread
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
    views = next(each for each in desk.form.pieces if isinstance(each, Gathered) and each._kind is SavedView)
    views.line.setFocus()
    QTest.keyClicks(views.line, "For the board")
    QTest.keyClick(views.line, Qt.Key.Key_Return)
    assert [(each.name, each.view.detail) for each in desk.journey.all(SavedView)] == [
        ("For the board", "full")
    ]


def test_several_of_a_kind_are_edited_together_in_one_step(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO, BUDGET)
    assert desk.control("title").placeholderText() == "Several values"  # type: ignore[attr-defined]
    choose(desk.control("channel"), "Email")
    assert {each.channel for each in desk.journey.all(Touchpoint)} == {"channel-email"}
    desk.type_into(desk.control("description"), "Ask again")
    assert {each.description for each in desk.journey.all(Touchpoint)} == {"Ask again"}
    assert len(desk.steps) == 2


def test_escape_gives_each_of_several_its_own_back(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO)
    desk.type_into(desk.control("title"), "Same")
    assert {touchpoint(desk).title, touchpoint(desk, INTRO).title} == {"Same"}
    QTest.keyClick(desk.control("title"), Qt.Key.Key_Escape)
    assert (touchpoint(desk).title, touchpoint(desk, INTRO).title) == ("Kick-off", "Intro call")
    assert desk.steps == ()


def test_the_feeling_of_a_role_is_set_in_all_of_several(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO)
    row = next(each for each in desk.inspector.findChildren(ParticipantRow) if each.role == "role-it-manager")
    assert row.feeling.value is not None
    click(row.feeling.marks[-2])
    for record_id in (KICK_OFF, INTRO):
        part = touchpoint(desk, record_id).participation("role-it-manager")
        assert part is not None
        assert part.feeling == -2
    cfo = touchpoint(desk).participation("role-cfo")
    assert cfo is not None
    assert cfo.feeling == 2


def test_tags_of_several_are_added_to_all_and_taken_from_all(desk: Desk) -> None:
    desk.select(INTRO)
    tags = desk.control("tags")
    assert isinstance(tags, TagsField)
    tags.line.setFocus()
    QTest.keyClicks(tags.line, "old")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    desk.select(KICK_OFF, INTRO)
    assert [(chip.value, chip.face.is_faded) for chip in tags.chips] == [("old", True)]
    tags.line.setFocus()
    QTest.keyClicks(tags.line, "new")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert (touchpoint(desk).tags, touchpoint(desk, INTRO).tags) == (("new",), ("old", "new"))
    click(tags.chips[0].remove_button)
    click(tags.chips[0].remove_button)
    assert (touchpoint(desk).tags, touchpoint(desk, INTRO).tags) == ((), ())


def test_several_kinds_are_counted_and_one_of_them_can_be_gone_on_with(desk: Desk) -> None:
    desk.document.select((KICK_OFF, INTRO, "role-cfo"))
    buttons = list(desk.inspector.form.buttons)  # type: ignore[union-attr]
    assert [button.accessibleName() for button in buttons] == ["1 role", "2 touchpoints"]
    click(buttons[1])
    assert desk.document.selection == {KICK_OFF, INTRO}


def test_a_jump_goes_to_the_record(desk: Desk) -> None:
    desk.select(LINK)
    jump = next(
        each for each in desk.inspector.findChildren(JumpButton) if each.accessibleName() == "Intro call"
    )
    click(jump)
    assert desk.document.selection == {INTRO}


def test_what_is_shown_can_be_removed(desk: Desk) -> None:
    desk.select("channel-phone")
    page = desk.inspector._stack.currentWidget()
    QTest.mouseClick(page.remove_button, LEFT)  # type: ignore[attr-defined]
    assert desk.journey.get("channel-phone") is None
    assert touchpoint(desk, INTRO).channel == ""
    assert desk.form.binding("goal") is not None  # the journey's own page


def test_a_hidden_inspector_does_nothing_and_catches_up(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    desk.inspector.hide()
    desk.document.select((INTRO,))
    assert title.toPlainText() == "Kick-off"  # type: ignore[attr-defined]
    desk.inspector.show()
    assert title.toPlainText() == "Intro call"  # type: ignore[attr-defined]


def test_a_saved_view_takes_how_one_looks_now(desk: Desk) -> None:
    desk.document.do(_added(desk, SavedView, name="For the board"))
    view = desk.journey.all(SavedView)[0].id
    desk.document.view_state.show_role("role-cfo", is_shown=False)
    desk.select(view)
    looks = piece(desk, Looks)
    assert isinstance(looks, Looks)
    click(looks.take_button)
    assert desk.journey.the(SavedView, view).view.hidden_roles == ("role-cfo",)
    assert "Without CFO" in looks.words.text()
    desk.document.view_state.show_all_roles()
    click(looks.show_button)
    assert desk.document.view_state.view.hidden_roles == ("role-cfo",)


def test_every_control_has_a_name_for_screen_readers(desk: Desk) -> None:
    for kind in (
        JourneyInfo,
        Touchpoint,
        Role,
        Phase,
        Link,
        Insight,
        Evidence,
        Party,
        Person,
        Channel,
        ServiceLevel,
    ):
        record = desk.journey.all(kind)[0]
        desk.document.select((record.id,) if kind is not JourneyInfo else ())
        desk.unfold()
        for widget in desk.form.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, (kind.__name__, widget)


def _added(desk: Desk, kind: type[Record], **fields: str) -> Change:
    return add_record(desk.journey, kind, **fields)


def test_a_line_edit_never_has_less_than_it_shows(desk: Desk) -> None:
    desk.inspector.resize(260, 700)
    desk.select(KICK_OFF)
    desk.unfold()
    QApplication.processEvents()
    for widget in desk.form.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLineEdit | QComboBox | Scale):
            right = widget.mapTo(desk.form, QPoint(widget.width(), 0)).x()
            assert right <= desk.form.width(), widget.accessibleName()
