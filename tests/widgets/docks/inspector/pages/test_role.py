from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.parts import Tenure
from app.model.records import Attachment, Party, Person, Role
from app.widgets.docks.inspector.avatar import Avatar
from app.widgets.docks.inspector.people import PeopleOfRole
from app.widgets.fields.chips import Chips
from app.widgets.fields.colour import ColourWell
from app.widgets.fields.naming import ChoiceOrNew
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import choose, choose_below, click, menu_item, piece


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
    avatar.use(tmp_path / "words.png")
    assert "words.png" in avatar.complaint.text()
    avatar.use(tmp_path / "face.png")
    kept = desk.journey.the(Attachment, desk.journey.the(Role, "role-cfo").avatar)
    assert (kept.name, kept.media_type) == ("face.png", "image/png")
    assert len(kept.data) < 20_000
    click(avatar.remove_button)
    assert desk.journey.all(Attachment) == ()


def test_arrows_among_the_swatches_are_one_step_and_escape_takes_them_back_and_then_leaves(
    desk: Desk,
) -> None:
    left: list[bool] = []
    desk.inspector.left.connect(lambda: left.append(True))
    desk.select("role-cfo")
    well = desk.control("colour")
    assert isinstance(well, ColourWell)
    well.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert desk.journey.the(Role, "role-cfo").colour == list(well.swatches)[2]
    assert len(desk.steps) == 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.journey.the(Role, "role-cfo").colour == ""
    assert desk.steps == ()
    assert left == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert left == [True]
