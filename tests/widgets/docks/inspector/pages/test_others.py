from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.parts import Tenure
from app.model.record import Duration
from app.model.records import Person, SavedView, ServiceLevel
from app.widgets.docks.inspector.pages.kept import Looks
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import INTRO, SLA, add, click, piece, touchpoint


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


def test_a_service_level_needs_its_promise(desk: Desk) -> None:
    desk.select(SLA)
    desk.type_into(desk.control("promised"), "")
    QTest.keyClick(desk.control("promised"), Qt.Key.Key_Return)
    assert desk.journey.the(ServiceLevel, SLA).promised == Duration(value=4, unit="hour")
    assert "needed" in desk.wrong("promised")


def test_a_saved_view_takes_how_one_looks_now(desk: Desk) -> None:
    view = add(desk, SavedView, name="For the board")
    desk.document.view_state.show_role("role-cfo", is_shown=False)
    desk.select(view)
    looks = piece(desk, Looks)
    click(looks.take_button)
    assert desk.journey.the(SavedView, view).view.hidden_roles == ("role-cfo",)
    assert "Without CFO" in looks.words.text()
    desk.document.view_state.show_all_roles()
    click(looks.show_button)
    assert desk.document.view_state.view.hidden_roles == ("role-cfo",)


def test_what_is_shown_can_be_removed(desk: Desk) -> None:
    desk.select("channel-phone")
    click(desk.inspector.remove_button)
    assert desk.journey.get("channel-phone") is None
    assert touchpoint(desk, INTRO).channel == ""
    assert desk.form.binding("goal") is not None  # the journey's own page
