"""The usual phases and roles from the Insert menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.model.records import Phase, Role
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program


def choose(window: MainWindow, qtbot: QtBot, *titles: str) -> None:
    """Open a menu of the bar and its submenus, and click the entry of the last title."""
    menu: QMenu | None = None
    actions = window.menuBar().actions()
    for title in titles:
        action = next(each for each in actions if each.text().replace("&", "") == title)
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            submenu.popup(window.mapToGlobal(window.rect().center()))
            qtbot.waitUntil(submenu.isVisible)
            menu, actions = submenu, submenu.actions()
            continue
        assert menu is not None
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_usual_phases_come_behind_the_others_are_selected_and_undone_as_one(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    before = window.document.journey.all(Phase)
    choose(window, qtbot, "Insert", "Usual Phases", "Incident")
    now = window.document.journey.all(Phase)
    assert [each.name for each in now[len(before) :]] == ["Report", "Triage", "Diagnose", "Resolve", "Review"]
    assert now[len(before)].start == before[-1].end
    assert window.document.selection == {each.id for each in now[len(before) :]}
    window.action_set["undo"].trigger()
    assert window.document.journey.all(Phase) == before


def test_usual_roles_come_once(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    choose(window, qtbot, "Insert", "Usual Roles", "Buying centre and supplier")
    names = [each.name for each in window.document.journey.all(Role)]
    assert names[:3] == ["CFO", "IT manager", "Account manager"]
    assert names.count("IT manager") == 1
    assert "Purchaser" in names
    choose(window, qtbot, "Insert", "Usual Roles", "Buying centre and supplier")
    assert "there already" in window.messages.text
    assert [each.name for each in window.document.journey.all(Role)] == names
