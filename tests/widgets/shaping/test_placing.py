from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.files import native
from app.layout.result import Box
from app.model.edits.touchpoints import retitle
from app.model.records import Role, Touchpoint
from app.seeing.camera import Camera
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program
from tests.widgets.shaping.desk import Desk
from tests.world import journey

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


def test_a_touchpoint_is_made_after_the_one_where_the_keyboard_is(window: MainWindow) -> None:
    desk = Desk(window, "touch-intro-call", "role-it-manager")
    desk.press(Key.Key_Return, CONTROL)
    desk.type("Asks for prices")
    desk.press(Key.Key_Return)
    made = next(each for each in desk.document.journey.all(Touchpoint) if each.title == "Asks for prices")
    assert (made.start, made.roles) == (6.0, ("role-it-manager",))
    assert desk.document.history.place == 1
    desk.press(Key.Key_Insert)
    desk.press(Key.Key_Escape)
    assert len(desk.titles()) == 6


def test_nudges_feelings_and_lanes_by_keys_each_one_step(window: MainWindow) -> None:
    desk = Desk(window, "touch-budget-request", "role-it-manager")
    for _ in range(4):
        desk.press(Key.Key_Right, ALT)
    assert desk.the("touch-budget-request").start == 12.0
    desk.press(Key.Key_Left, ALT | SHIFT)
    assert desk.the("touch-budget-request").start == 11.95
    assert desk.document.history.place == 1
    desk.press(Key.Key_Up, ALT)
    desk.press(Key.Key_Up, ALT)
    assert desk.the("touch-budget-request").participations[0].feeling == 2
    assert desk.document.history.place == 2
    desk.press(Key.Key_Up, CONTROL)
    assert desk.the("touch-budget-request").roles == ("role-cfo",)
    spot = desk.canvas.keyboard_spot()
    assert spot is not None
    assert spot.role == "role-cfo"
    assert desk.document.history.place == 3
    desk.press(Key.Key_Up, CONTROL)
    assert "no lane above" in window.messages.text
    assert desk.document.history.place == 3


def test_digits_set_the_feeling_of_what_is_selected_and_else_begin_a_capture(window: MainWindow) -> None:
    desk = Desk(window, "touch-budget-request", "role-it-manager")
    for key, feeling in ((Key.Key_1, -2), (Key.Key_5, 2), (Key.Key_0, None)):
        desk.press(key)
        assert desk.the("touch-budget-request").participations[0].feeling == feeling
    desk.document.select(())
    steps = desk.document.history.place
    desk.press(Key.Key_3)
    assert desk.document.history.place == steps


def test_where_the_keyboard_is_only_that_roles_part_is_meant(window: MainWindow) -> None:
    desk = Desk(window, "touch-kick-off", "role-cfo")
    desk.press(Key.Key_1)
    felt = {part.role: part.feeling for part in desk.the("touch-kick-off").participations}
    assert felt == {"role-cfo": -2, "role-it-manager": 2, "role-account-manager": 2}


def test_deleted_is_what_is_selected_and_the_keyboard_stays_on_the_line(window: MainWindow) -> None:
    desk = Desk(window, "touch-budget-request", "role-it-manager")
    desk.press(Key.Key_Delete)
    assert "Budget request" not in desk.titles()
    spot = desk.canvas.keyboard_spot()
    assert spot is not None
    assert (spot.touchpoint, spot.role) == ("touch-kick-off", "role-it-manager")
    assert not desk.document.selection
    desk.document.undo()
    assert "Budget request" in desk.titles()


def test_what_goes_with_a_role_is_said(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"role-cfo"})
    desk.press(Key.Key_Delete)
    assert [role.name for role in desk.document.journey.all(Role)] == ["IT manager", "Account manager"]
    assert "touchpoint" in window.messages.text


def test_a_removal_is_taken_back_from_its_message_only_while_it_is_the_last_step(window: MainWindow) -> None:
    for has_gone_on in (False, True):
        desk = Desk(window)
        desk.document.select({"role-cfo"})
        desk.press(Key.Key_Delete)
        place = desk.document.history.place
        if has_gone_on:
            desk.document.do(retitle(desk.document.journey, "touch-kick-off", "Start"))
            assert window.messages.button.isVisible()
        QTest.mouseClick(window.messages.button, Qt.MouseButton.LeftButton)
        assert desk.document.history.place == (place + 1 if has_gone_on else place - 1)


def test_of_a_shared_touchpoint_the_keyboard_goes_along_to_the_next_lane(window: MainWindow) -> None:
    desk = Desk(window, "touch-intro-call", "role-it-manager")
    desk.press(Key.Key_Up, CONTROL)
    assert set(desk.the("touch-intro-call").roles) == {"role-cfo", "role-account-manager"}
    desk.canvas.selecting.stand("touch-intro-call", "role-account-manager")
    for key, there in ((Key.Key_Up, "role-it-manager"), (Key.Key_Down, "role-account-manager")):
        desk.press(key, CONTROL)
        spot = desk.canvas.keyboard_spot()
        assert spot is not None
        assert spot.role == there
        assert set(desk.the("touch-intro-call").roles) == {"role-cfo", there}


def test_looking_beyond_the_map_a_new_touchpoint_still_stands_on_its_timeline(window: MainWindow) -> None:
    desk = Desk(window)
    last = desk.canvas.stage.layout.scale.times[-1]
    desk.canvas.eye.look(Camera(desk.canvas.stage.box.right - 40, 200.0, 0.5))
    assert desk.canvas.here[0] > last + 1
    desk.press(Key.Key_Return, CONTROL)
    (made,) = desk.document.selection
    assert desk.the(made).start == last


def test_all_is_selected_or_all_of_a_role_or_phase(window: MainWindow) -> None:
    desk = Desk(window, "touch-budget-request", "role-it-manager")
    desk.press(Key.Key_A, CONTROL)
    assert len(desk.document.selection) == 5
    desk.document.select({"touch-request-lands"})
    desk.press(Key.Key_R, CONTROL | ALT)
    assert desk.document.selection == {"touch-request-lands", "touch-kick-off"}
    desk.document.select({"touch-intro-call"})
    desk.press(Key.Key_P, CONTROL | ALT)
    assert desk.document.selection == {"touch-tickets-get-lost", "touch-intro-call"}


def test_several_are_given_to_the_next_lane_together_or_not_at_all(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"touch-tickets-get-lost", "touch-budget-request"})
    desk.press(Key.Key_Up, CONTROL)
    assert [desk.the(each).roles for each in ("touch-tickets-get-lost", "touch-budget-request")] == [
        ("role-cfo",)
    ] * 2
    assert desk.document.history.place == 1
    desk.document.undo()
    assert desk.the("touch-tickets-get-lost").roles == ("role-it-manager",)
    desk.document.select({"touch-tickets-get-lost", "touch-kick-off"})
    before = desk.document.journey.records()
    desk.press(Key.Key_Down, CONTROL)
    assert desk.document.journey.records() == before
    assert window.messages.text


def test_on_a_journey_without_roles_the_first_is_a_role(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "blank.journey"
    path.write_bytes(native.dump(journey()))
    desk = Desk(program.open(path))
    desk.press(Key.Key_Return, CONTROL)
    desk.type("Buyer")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, CONTROL)
    desk.type("Looks around")
    desk.press(Key.Key_Tab)
    desk.type("Decides")
    desk.press(Key.Key_Return)
    assert [role.name for role in desk.document.journey.all(Role)] == ["Buyer"]
    assert desk.titles() == ["Looks around", "Decides"]
    assert desk.document.history.place == 3


def test_a_command_while_typing_takes_over_what_was_typed_first(window: MainWindow) -> None:
    desk = Desk(window, "touch-budget-request", "role-it-manager")
    desk.press(Key.Key_F2)
    desk.type("Asks for money")
    desk.press(Key.Key_S, CONTROL)
    assert desk.the("touch-budget-request").title == "Asks for money"
    assert desk.canvas.typing.editor is None


def test_what_is_undone_and_redone_comes_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    desk = Desk(window, "touch-tickets-get-lost", "role-it-manager")
    canvas = desk.canvas
    desk.press(Key.Key_Down, ALT)
    for key in (Key.Key_Z, Key.Key_Y):
        canvas.eye.look(Camera(2000.0, 100.0, 2.0))
        desk.press(key, CONTROL)
        qtbot.waitUntil(lambda: not canvas.eye.is_flying)
        spot = canvas.stage.places.spots("touch-tickets-get-lost")[0]
        assert canvas.eye.seen().overlaps(Box(spot.x, spot.y, 1, 1))
    desk.press(Key.Key_Z, CONTROL)
    assert canvas.eye.goal == canvas.eye.camera  # it is in sight already


def test_a_selected_role_gets_the_new_touchpoint_behind_its_last(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.select(["role-cfo"])
    window.offered["insert_touchpoint"].trigger()
    made = window.document.journey.touchpoints_of("role-cfo")[-1]
    assert made.roles == ("role-cfo",)
    assert made.start > 15
