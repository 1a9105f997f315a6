"""The window without a mouse: where keys bring the focus, and that nothing is lost or caught on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.files import native
from app.files.templates import templates
from app.model.edits.records import remove_records
from app.model.records import Channel, Role, Touchpoint
from app.widgets.dialogs.question import Question
from app.widgets.letter_menu import underlined
from app.widgets.main_window import MainWindow
from tests.robot import Robot, spoken
from tests.widgets.conftest import Program


@pytest.fixture
def robot(program: Program, small_file: Path, qtbot: QtBot) -> Robot:
    """Hands before the small journey, which lie on the map."""
    made = Robot(program.open(small_file), qtbot)
    made.canvas.setFocus()
    return made


def focused() -> str:
    """The name of what has the focus, as a screen reader says it."""
    widget = (QApplication.activeModalWidget() or QApplication).focusWidget()
    assert isinstance(widget, QWidget)
    return spoken(widget)


def test_looking_closely_puts_the_keyboard_into_the_first_field(robot: Robot) -> None:
    robot.press("Ctrl+Shift+J")
    assert focused() == "Title"
    robot.press("Esc", "Right", "Alt+Return")
    assert focused() == "Title"
    robot.press("Esc")
    assert robot.canvas.hasFocus()


def test_tab_comes_into_the_inspector_at_its_first_field_and_out_of_it_again(robot: Robot) -> None:
    robot.press("Right")
    before = []
    while focused() != "Title":
        before.append(focused())
        assert len(before) < 40
        robot.press("Tab")
    came_from = before[-1]
    robot.press("Shift+Tab")
    assert focused() == came_from


def test_arrow_keys_and_letters_go_through_all_templates(robot: Robot) -> None:
    robot.press("Ctrl+N")
    titles = [each.title for each in templates()]
    seen = [focused()]
    for _ in titles[1:]:
        robot.press("Right")
        seen.append(focused())
    assert seen == titles
    robot.type("e")
    assert focused() == "Empty map"
    robot.press("Up")
    assert focused() in titles[: titles.index("Empty map") - 1]
    robot.press("Down", "Return")
    made = robot.window.session.windows[-1]
    assert isinstance(made, MainWindow)
    assert made.document is not None
    assert not made.document.journey.all(Role)


def test_letters_choose_in_menus_what_they_would_pin_on_the_map(robot: Robot) -> None:
    robot.press("Right")
    steps = robot.document.history.place
    robot.press("Ctrl+K")
    robot.type("IT manager: Calls @Phone")
    robot.press("Return", "Esc", "Home")
    assert robot.document.history.place == steps + 1
    robot.menu("T", "cp")
    (there,) = robot.document.selection
    touchpoint = robot.document.journey.the(Touchpoint, there)
    assert robot.document.journey.the(Channel, touchpoint.channel).name == "Phone"
    assert QApplication.activePopupWidget() is None
    assert robot.document.history.place == steps + 2


def test_every_entry_that_comes_from_the_journey_has_a_letter(robot: Robot) -> None:
    robot.press("Right")
    robot.menu("T", "w")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    letters = [underlined(action.text()) for action in menu.actions()]
    assert letters == ["c", "i", "a"]
    robot.press("Esc", "Esc", "Esc")


def test_a_new_touchpoint_comes_behind_what_was_found_and_into_the_lane_that_is_selected(
    robot: Robot,
) -> None:
    robot.press("Ctrl+F")
    robot.type("Request lands")
    robot.press("Return", "Esc", "Ctrl+Return")
    robot.type("Asks for figures")
    robot.press("Return")
    made = robot.touchpoint("Asks for figures")
    assert made.roles == (robot.role("CFO").id,)
    assert 13 < made.start < 15
    robot.press("Ctrl+Shift+R")
    robot.type("Legal")
    robot.press("Return", "Ctrl+Return")
    robot.type("Reads the contract")
    robot.press("Return")
    assert robot.touchpoint("Reads the contract").roles == (robot.role("Legal").id,)


def test_esc_after_a_choice_from_a_list_goes_to_the_map_and_takes_nothing_back(robot: Robot) -> None:
    robot.press("Ctrl+Shift+J")
    robot.tab_to("State")
    robot.pick("Future state")
    robot.press("Esc")
    assert robot.canvas.hasFocus()
    assert robot.document.journey.info.state == "future"
    robot.press("Ctrl+Z")
    assert robot.document.journey.info.state == "current"


def test_undo_while_a_title_is_typed_on_the_map_takes_back_what_is_typed_only(robot: Robot) -> None:
    robot.press("Right", "Return")
    before = robot.document.journey.snapshot()
    robot.type("Another")
    robot.press("Ctrl+Z")
    assert robot.document.journey.snapshot() == before
    robot.press("Esc")
    assert robot.document.journey.snapshot() == before


def test_saving_while_a_title_is_typed_saves_the_title(robot: Robot, small_file: Path, qtbot: QtBot) -> None:
    robot.press("Right", "Return")
    robot.type("Late words")
    robot.press("Ctrl+S")
    qtbot.waitUntil(lambda: not robot.document.is_modified)
    saved = native.load(small_file.read_bytes(), small_file.name)
    assert "Late words" in [each.title for each in saved.all(Touchpoint)]


@pytest.mark.parametrize("where", ["map", "inspector", "table"])
def test_closing_while_something_is_typed_asks_and_keeps_it(where: str, robot: Robot) -> None:
    robot.press("Right")
    if where == "map":
        robot.press("Return")
    elif where == "inspector":
        robot.press("Alt+Return", "Ctrl+A")
    else:
        robot.press("Ctrl+Shift+T", "F6", "F6")
        table = robot.window.panels.widget("table")
        assert table is not None
        view = table.findChild(QTableView)
        view.setFocus()
        robot.press("Home", "F2", "Ctrl+A")
    robot.type("Not lost")
    robot.press(robot.window.offered["close"].shortcut().toString())
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    robot.press("Esc")
    assert robot.window.isVisible()
    assert "Not lost" in [each.title for each in robot.document.journey.all(Touchpoint)]


def test_a_role_deleted_while_its_name_is_typed_beside_the_map_comes_back_by_undo(robot: Robot) -> None:
    before = robot.document.journey.snapshot()
    robot.press("Shift+F6", "Home", "Down", "Down")
    robot.press("Alt+Return", "Ctrl+A")
    robot.type("Treasurer")
    robot.document.do(remove_records(robot.document.journey, [robot.role("Treasurer").id]))
    robot.type("x")
    robot.press("Return", "Esc")
    robot.canvas.setFocus()
    while robot.document.history.can_undo:
        robot.press("Ctrl+Z")
    assert robot.document.journey.snapshot() == before


def test_reverting_while_something_is_typed_is_undone_with_all_words(robot: Robot, qtbot: QtBot) -> None:
    robot.press("Right", "Alt+Return", "Ctrl+A")
    robot.type("Kept words")
    assert "Kept words" in [each.title for each in robot.document.journey.all(Touchpoint)]
    robot.window.offered["revert"].trigger()
    assert isinstance(QApplication.activeModalWidget(), Question)
    robot.press("Return")
    qtbot.waitUntil(lambda: robot.document.history.undo_label == "Revert to Saved")
    assert "Kept words" not in [each.title for each in robot.document.journey.all(Touchpoint)]
    robot.choose("undo")
    assert "Kept words" in [each.title for each in robot.document.journey.all(Touchpoint)]


def test_two_edits_at_once_are_two_steps(robot: Robot) -> None:
    robot.press("Right", "Return")
    robot.type("First")
    robot.press("F6", "Ctrl+A")
    robot.type("Second")
    robot.canvas.setFocus()
    robot.press("Ctrl+Z")
    assert "First" in [each.title for each in robot.document.journey.all(Touchpoint)]
    robot.press("Ctrl+Z")
    assert "Tickets get lost" in [each.title for each in robot.document.journey.all(Touchpoint)]


@pytest.mark.parametrize("where", ["map", "table"])
def test_a_window_closed_by_its_frame_asks_about_what_is_being_typed(where: str, robot: Robot) -> None:
    robot.press("Right", "Return")
    if where == "table":
        robot.press("Esc", "Ctrl+Shift+T")
        table = robot.window.panels.widget("table")
        assert table is not None
        table.findChild(QTableView).setFocus()
        robot.press("Home", "F2", "Ctrl+A")
    robot.type("Not lost")
    robot.window.close()
    assert isinstance(QApplication.activeModalWidget(), Question)
    robot.press("Esc")
    assert "Not lost" in [each.title for each in robot.document.journey.all(Touchpoint)]


def test_saving_while_a_cell_is_typed_saves_the_cell(robot: Robot, small_file: Path, qtbot: QtBot) -> None:
    robot.press("Right", "Ctrl+Shift+T")
    table = robot.window.panels.widget("table")
    assert table is not None
    table.findChild(QTableView).setFocus()
    robot.press("Home", "F2", "Ctrl+A")
    robot.type("Late words")
    robot.press("Ctrl+S")
    qtbot.waitUntil(lambda: b"Late words" in small_file.read_bytes())
