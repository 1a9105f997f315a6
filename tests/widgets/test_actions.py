from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.edits.roles import rename_role
from app.model.record import Duration
from app.model.records import Insight, Link, Phase, Touchpoint
from app.model.view import Filter
from app.widgets.actions import placing
from app.widgets.actions.action import Action
from app.widgets.actions.table import ACTION_BY_ID, ACTIONS
from app.widgets.main_window import MainWindow
from app.widgets.menus import MENUS, ids_in
from tests.widgets.conftest import Dialogs, Program, status
from tests.world import journey, service_level, touch

OPENS = {
    "new": "New Journey", "open": "Open a Journey", "save_as": "Save As", "save_copy": "Save a Copy", "revert": "Revert to Saved", "export": "Export", "print": "Print",
    "settings": "Settings", "insert_time": "Insert Time", "remove_time": "Remove Time", "shortcuts": "Keyboard Shortcuts", "about": "About Journeylines",
}  # fmt: skip
NEEDS_A_HIDDEN_ROLE = {"show_all_roles"}
NEEDS_A_TOUCHPOINT = {action.id for action in placing.ROWS} - {"insert_touchpoint", "select_all"}
NEEDS_A_SELECTION = {
    "select_nothing", "fit_selection", "duplicate", "rename", "inspect", "moment_of_truth", "link_to", "pin_pain", "pin_gain",
    "pin_opportunity", "pin_idea", "pin_question", "present_from_here",
}  # fmt: skip
NEEDS_A_ROLE = {"role_up", "role_down", "hide_role", "solo_role"}
NEEDS_TWO_TOUCHPOINTS = {"link"}
NEEDS_AN_INSIGHT = {"vote_more", "vote_less"}
NEEDS_A_LINK = {"reverse_link"}
NEEDS_A_PHASE = {"split_phase", "merge_phase", "phase_earlier", "phase_later"}
NEEDS_NO_INSPECTOR = {"inspect", "edit_journey"}
NEEDS_A_STEP = {"undo", "redo", "save", "revert"}
NEEDS_THE_OTHER = {"proportional": "even", "standard": "compact", "theme_system": "theme_dark"}


def test_every_action_stands_in_exactly_one_menu() -> None:
    found = [action_id for menu in MENUS for action_id in ids_in(menu)]
    assert sorted(found) == sorted(action.id for action in ACTIONS)


def test_no_two_actions_share_a_shortcut(qapp: QApplication) -> None:
    keys = [key.toString() for action in ACTIONS for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_no_shortcut_is_one_that_desktops_keep_for_themselves(qapp: QApplication) -> None:
    taken = {f"Ctrl+Alt+{key}" for key in ("Up", "Down", "Left", "Right", "T", "L", "D", "Del", "Backspace")}
    keys = {key.toString() for action in ACTIONS for key in action.shortcuts()}
    assert not keys & (taken | {"Alt+F4", "Alt+Tab", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc"})


def test_entries_of_a_menu_have_mnemonics_of_their_own(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    for menu in (action.menu() for action in window.menuBar().actions()):
        assert isinstance(menu, QMenu)
        letters = [
            text[text.index("&") + 1].lower() for each in menu.actions() if "&" in (text := each.text())
        ]
        assert len(letters) == len(set(letters)), f"{menu.title()}: {letters}"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_an_effect_by_its_menu_entry(
    action: Action,
    program: Program,
    dialogs: Dialogs,
    small_file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)  # the edge of the operating system
    window = ready(program, action, small_file)
    before = state(window, dialogs)
    window.action_set[action.id].trigger()
    qtbot.waitUntil(lambda: state(window, dialogs) != before)
    close_popups()
    if action.id in OPENS:
        qtbot.waitUntil(lambda: OPENS[action.id] in dialogs.titles)
    qtbot.waitUntil(lambda: not any(each.isModal() for each in visible_windows()))


@pytest.mark.parametrize(
    "action_id", [action.id for action in ACTIONS if action.shortcut and action.id not in ("quit", "close")]
)
def test_every_shortcut_runs_its_action(
    action_id: str, program: Program, dialogs: Dialogs, small_file: Path, qtbot: QtBot
) -> None:
    action = ACTION_BY_ID[action_id]
    window = ready(program, action, small_file)
    with qtbot.waitSignal(window.action_set[action_id].triggered):
        press(window, action.shortcuts()[0])
    close_popups()
    qtbot.waitUntil(lambda: not any(each.isModal() for each in visible_windows()))


def test_without_a_journey_only_what_makes_sense_can_be_done(program: Program) -> None:
    window = program.open()
    enabled = {action.id for action in ACTIONS if window.action_set[action.id].isEnabled()}
    assert {"new", "open", "settings", "quit", "about", "shortcuts", "theme_dark"} <= enabled
    assert not enabled & {"export", "print", "copy_picture", "save_copy", "zoom_in", "compact", "next_phase"}


def words(action: QAction) -> str:
    return action.text().replace("&", "")


def test_roles_are_hidden_and_soloed_by_their_menus(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert window.document is not None
    roles = submenu(window, "&View", "&Roles")
    roles.aboutToShow.emit()
    entry = next(action for action in roles.actions() if words(action) == "CFO")
    assert entry.isChecked()
    entry.trigger()
    assert [role.name for role in window.document.shown_roles()] == ["IT manager", "Account manager"]
    assert status(window).left.text() == "5 touchpoints · 2 of 3 roles shown · saved"
    roles.aboutToShow.emit()
    solo = next(action.menu() for action in roles.actions() if words(action) == "Solo")
    assert isinstance(solo, QMenu)
    solo.aboutToShow.emit()
    next(action for action in solo.actions() if words(action) == "Account manager").trigger()
    assert [role.name for role in window.document.shown_roles()] == ["Account manager"]
    window.action_set["show_all_roles"].trigger()
    assert len(window.document.shown_roles()) == 3


def test_samples_and_recent_files_open_from_their_menus(program: Program, small_file: Path) -> None:
    window = program.open()
    samples = submenu(window, "&Help", "&Sample Journeys")
    samples.aboutToShow.emit()
    next(action for action in samples.actions() if words(action) == "Buying running shoes").trigger()
    assert window.document is not None
    assert window.document.path is None
    window.session.remember_file(small_file)
    recent = submenu(window, "&File", "Open &Recent")
    recent.aboutToShow.emit()
    recent.actions()[0].trigger()
    assert [each.path for each in window.session.windows] == [None, small_file]


def test_the_toolbar_says_and_sets_the_detail(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    button = next(
        each for each in window._toolbar.findChildren(type(window._toolbar._zoom)) if each.text() == "Compact"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.document.view_state.view.detail == "compact"
    assert button.isChecked()


def submenu(window: MainWindow, title: str, name: str) -> QMenu:
    top = next(action.menu() for action in window.menuBar().actions() if action.text() == title)
    assert isinstance(top, QMenu)
    found = next(action.menu() for action in top.actions() if action.text() == name)
    assert isinstance(found, QMenu)
    return found


def ready(program: Program, action: Action, path: Path) -> MainWindow:
    window = program.open(path)
    assert window.document is not None
    if action.id in NEEDS_A_HIDDEN_ROLE:
        window.document.view_state.show_role("role-cfo", is_shown=False)
    if action.id in NEEDS_A_SELECTION:
        window.document.select((window.document.journey.all(Touchpoint)[-1].id,))
    if action.id in NEEDS_A_ROLE:
        window.document.select(("role-it-manager",))
    if action.id in NEEDS_TWO_TOUCHPOINTS:
        window.document.select(each.id for each in window.document.journey.all(Touchpoint)[-2:])
    if action.id in NEEDS_AN_INSIGHT:
        window.document.select((window.document.journey.all(Insight)[0].id,))
        window.commands.presenting.vote(1)
    if action.id in NEEDS_A_LINK:
        window.document.select((window.document.journey.all(Link)[0].id,))
    if action.id in NEEDS_A_PHASE:
        phases = window.document.journey.all(Phase)
        window.document.select((phases[1 if action.id == "phase_earlier" else 0].id,))
    if action.id in NEEDS_NO_INSPECTOR:
        window.panels.show_panel("inspector", False)
    if action.id in NEEDS_A_TOUCHPOINT:
        feels_so = "touch-tickets-get-lost" if action.id == "feel_3" else "touch-budget-request"
        window.document.select((feels_so,))
    if action.id in NEEDS_A_STEP:
        window.do(lambda journey: rename_role(journey, "role-cfo", "Finance director"))
    if action.id == "redo":
        window.action_set["undo"].trigger()
    if action.id == "clear_filter":
        window.document.view_state.set_filter(Filter(text="call"))
    if action.id in NEEDS_THE_OTHER:
        window.action_set[NEEDS_THE_OTHER[action.id]].trigger()
    if action.id in ("zoom_100", "fit_map"):
        assert window.canvas is not None
        window.canvas.eye.zoom_at(1.7, 100, 100)
    window.refresh()
    return window


def state(window: MainWindow, dialogs: Dialogs) -> tuple[object, ...]:
    """All that an action may change, as a person sees it."""
    if window not in window.session.windows or window.document is None or window.canvas is None:
        return ("closed",)
    clipboard = QGuiApplication.clipboard().mimeData()
    return (
        window.document.view_state.view,
        window.document.selection,
        window.document.journey.snapshot(),
        window.session.settings,
        tuple(panel for panel in window.panels.kinds if window.panels[panel]),
        len(visible_windows()),
        window.canvas.hasFocus(),
        window.canvas.eye.goal,
        window.canvas.typing.editor is not None,
        type(window.canvas.tooling.tool),
        window.isFullScreen(),
        window.isWindowModified(),
        window.messages.text,
        tuple(dialogs.titles),
        len(clipboard.formats()) if clipboard is not None else 0,
    )


def visible_windows() -> list[object]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def close_popups() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def press(window: MainWindow, keys: QKeySequence) -> None:
    combination = keys[0]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_a_broken_service_level_brings_its_touchpoint_into_sight(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    late = touch("Tickets stuck", "IT manager", at=90)
    level = service_level("Tickets stuck", Duration(value=4, unit="hour"), Duration(value=31, unit="hour"))
    path = tmp_path / "late.journey"
    path.write_bytes(native.dump(journey(touch("Begin", "IT manager", at=1), late, level)))
    window = program.open(path)
    assert window.canvas is not None
    assert window.document is not None
    window.canvas.zoom_to(1.0)
    window.action_set["next_finding"].trigger()
    assert window.document.selection == {late.id}
    marker = window.canvas.stage.places.spots(late.id)[0]
    eye = window.canvas.eye
    qtbot.waitUntil(lambda: not eye.is_flying)
    assert eye.seen().x < marker.x < eye.seen().right


def test_a_role_in_the_menu_has_nothing_in_the_place_of_its_tick(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    menu = next(each for each in window.findChildren(QMenu) if each.title().replace("&", "") == "Roles")
    menu.aboutToShow.emit()
    entries = [each for each in menu.actions() if each.isCheckable()]
    assert len(entries) == 3
    assert all(each.isChecked() and each.icon().isNull() for each in entries)
