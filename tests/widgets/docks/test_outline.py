from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.model.records import Insight, Phase, Role
from app.widgets.docks.outline.panel import Outline
from app.widgets.docks.outline.rows import PhaseRow, RoleRow, Row
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program


def outline_of(window: MainWindow) -> Outline:
    found = window.findChild(Outline)
    assert isinstance(found, Outline)
    return found


def row_of(window: MainWindow, kind: type[Role] | type[Phase], place: int) -> Row:
    assert window.document is not None
    row = outline_of(window).row(window.document.journey.all(kind)[place].id)
    assert row is not None
    return row


def click(qtbot: QtBot, row: Row) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, row.height() // 2))


def test_it_lists_roles_phases_and_insights(program: Program, small_file: Path) -> None:
    outline = outline_of(program.open(small_file))
    names = [row.accessibleName() for row in outline.findChildren(Row)]
    assert names == ["CFO", "IT manager", "Account manager", "Need", "Purchase", "1 pain point"]


def test_an_eye_hides_and_shows_a_lane(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    row = row_of(window, Role, 0)
    assert isinstance(row, RoleRow)
    assert window.document is not None
    qtbot.mouseClick(row.eye, Qt.MouseButton.LeftButton)
    assert [role.name for role in window.document.shown_roles()] == ["IT manager", "Account manager"]
    assert not row.eye.isChecked()
    qtbot.mouseClick(row.eye, Qt.MouseButton.LeftButton)
    assert len(window.document.shown_roles()) == 3


def test_a_role_is_soloed_and_the_solo_ends_by_the_same_button(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    row = row_of(window, Role, 1)
    assert isinstance(row, RoleRow)
    assert window.document is not None
    row.solo.setVisible(True)
    qtbot.mouseClick(row.solo, Qt.MouseButton.LeftButton)
    assert [role.name for role in window.document.shown_roles()] == ["IT manager"]
    qtbot.mouseClick(row.solo, Qt.MouseButton.LeftButton)
    assert len(window.document.shown_roles()) == 3


def test_a_click_on_a_phase_selects_it(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    row = row_of(window, Phase, 1)
    assert isinstance(row, PhaseRow)
    click(qtbot, row)
    assert window.document is not None
    assert window.document.selection == {window.document.journey.all(Phase)[1].id}
    assert row.isChecked()


def test_a_click_on_a_hidden_role_shows_it(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    role = window.document.journey.all(Role)[0]
    window.document.view_state.show_role(role.id, is_shown=False)
    click(qtbot, row_of(window, Role, 0))
    assert role in window.document.shown_roles()


def test_a_click_on_pain_points_goes_to_one(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    click(qtbot, outline_of(window).findChildren(Row)[-1])
    assert window.document.selection == {window.document.journey.all(Insight)[0].id}


def test_what_is_selected_elsewhere_is_shown(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.select((window.document.journey.all(Role)[2].id,))
    assert row_of(window, Role, 2).isChecked()
    assert not row_of(window, Role, 0).isChecked()
