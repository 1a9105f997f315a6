"""After anything that opened and closed the keyboard is where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.finding.filter_bar import FilterBar
from app.widgets.finding.find_bar import FindBar
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

Key, CTRL, SHIFT, ALT = (
    Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton
REQUEST, LANDS, KICK_OFF = "touch-budget-request", "touch-request-lands", "touch-kick-off"


@pytest.fixture
def window(program: Program, small_file: Path) -> MainWindow:
    opened = program.open(small_file)
    assert opened.canvas is not None
    opened.canvas.setFocus()
    return opened


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.activePopupWidget() or focused(), key, held)


def the(window: MainWindow, panel: str) -> QWidget:
    found = window.panels.widget(panel)
    assert found is not None
    return found


def close_button(panel: QWidget) -> QAbstractButton:
    return next(
        each for each in panel.findChildren(QAbstractButton) if each.accessibleName().startswith("Hide the")
    )


def dialog_of(window: MainWindow) -> QDialog | None:
    return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)


def find(window: MainWindow, words: str) -> FindBar:
    press(Key.Key_F, CTRL)
    bar = the(window, "find_bar")
    assert isinstance(bar, FindBar)
    assert focused() is bar.field
    QTest.keyClicks(bar.field, words)
    return bar


def test_after_finding_arrow_keys_walk_on_from_the_hit(window: MainWindow) -> None:
    assert window.canvas is not None
    assert window.document is not None
    find(window, "request")
    press(Key.Key_Return)
    press(Key.Key_F3)
    press(Key.Key_Escape)
    assert focused() is window.canvas
    spot = window.canvas.keyboard_spot()
    assert spot is not None
    assert spot.touchpoint == LANDS
    assert window.canvas.shows_keyboard()
    press(Key.Key_Right)
    assert window.document.selection == {KICK_OFF}


@pytest.mark.parametrize(
    ("words", "record", "first"),
    [
        ("nobody told", "insight-pain-nobody-told-the-cfo", LANDS),
        ("it manager", "role-it-manager", "touch-tickets-get-lost"),
        ("purchase", "phase-purchase", REQUEST),
    ],
)
def test_a_hit_that_is_no_touchpoint_is_selected_and_the_walk_begins_at_what_it_is_about(
    window: MainWindow, words: str, record: str, first: str
) -> None:
    assert window.document is not None
    find(window, words)
    press(Key.Key_Return)
    assert window.document.selection == {record}
    press(Key.Key_Escape)
    press(Key.Key_Right)
    assert window.document.selection == {first}


@pytest.mark.parametrize("from_table", [False, True])
@pytest.mark.parametrize(
    ("panel", "key", "held"), [("find_bar", Key.Key_F, CTRL), ("capture", Key.Key_K, CTRL)]
)
def test_a_bar_that_closes_gives_the_keyboard_back(
    window: MainWindow, panel: str, key: Qt.Key, held: Qt.KeyboardModifier, from_table: bool
) -> None:
    if from_table:
        press(Key.Key_T, CTRL | SHIFT)
    before = focused()
    assert (before is window.canvas) is not from_table
    press(key, held)
    assert the(window, panel).isAncestorOf(focused())
    press(Key.Key_Escape)
    assert not the(window, panel).isVisible()
    assert focused() is before


def test_a_bar_over_a_bar_gives_it_back_to_that_one(window: MainWindow) -> None:
    bar = find(window, "request")
    press(Key.Key_K, CTRL)
    assert the(window, "capture").isAncestorOf(focused())
    press(Key.Key_Escape)
    assert focused() is bar.field
    assert not bar.field.hasSelectedText()  # typing goes on
    press(Key.Key_Escape)
    assert focused() is window.canvas


def test_a_panel_that_is_hidden_with_the_keyboard_in_it_gives_it_to_the_map(window: MainWindow) -> None:
    for action_id in ("history", "votes", "outline", "inspector", "timer"):
        if window.panels[action_id]:
            window.offered[action_id].trigger()
        window.offered[action_id].trigger()
        inside = [
            each
            for each in the(window, action_id).findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        next(each for each in inside if each.isVisible() and each.isEnabled()).setFocus()
        assert focused() is not window.canvas
        window.offered[action_id].trigger()
        assert focused() is window.canvas, action_id


def test_esc_in_a_panel_goes_to_the_map(window: MainWindow) -> None:
    for action_id in ("history", "votes", "outline", "inspector"):
        if not window.panels[action_id]:
            window.offered[action_id].trigger()
        panel = the(window, action_id)
        inside = [
            each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for each in [each for each in inside if each.isVisible() and each.isEnabled()][:12]:
            each.setFocus()
            press(Key.Key_Escape)
            assert focused() is window.canvas, (action_id, each)
        assert panel.isVisible()


def test_every_panel_has_a_cross_that_hides_it(window: MainWindow) -> None:
    for action_id in ("history", "votes", "outline", "inspector", "table", "timer"):
        if not window.panels[action_id]:
            window.offered[action_id].trigger()
        QTest.mouseClick(close_button(the(window, action_id)), LEFT)
        assert not window.panels[action_id], action_id
        assert not window.offered[action_id].isChecked()
        assert focused() is window.canvas


def test_the_filter_s_list_gives_the_keyboard_back(window: MainWindow) -> None:
    press(Key.Key_F, CTRL | SHIFT)
    bar = the(window, "filter_bar")
    assert isinstance(bar, FilterBar)
    assert bar.popup is not None
    QTest.keyClick(bar.popup.search, Key.Key_Escape)
    assert bar.popup is None
    assert focused() is window.canvas


def test_a_menu_gives_the_keyboard_back(window: MainWindow) -> None:
    assert window.document is not None
    window.document.select((REQUEST,))
    press(Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(Key.Key_Escape)
    assert focused() is window.canvas
    menu = window._toolbar.ask_for_insight()
    press(Key.Key_Escape)
    assert focused() is window.canvas


@pytest.mark.parametrize(
    "action_id", ["new", "export", "settings", "shortcuts", "about", "palette", "insert_time", "remove_time"]
)
@pytest.mark.parametrize("place", ["map", "outline", "inspector"])
def test_a_dialog_gives_the_keyboard_back(
    window: MainWindow, qtbot: QtBot, action_id: str, place: str
) -> None:
    if place != "map":
        panel = the(window, place)
        inside = [
            each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        next(each for each in inside if each.isVisible() and each.isEnabled()).setFocus()
    before = focused()
    window.offered[action_id].trigger()
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    assert dialog is not None
    QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Escape)
    assert dialog_of(window) is None
    window.activateWindow()  # the system does so
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_a_button_of_the_toolbar_takes_no_keyboard_by_a_click(window: MainWindow) -> None:
    clickable = window._toolbar.findChildren(QAbstractButton)
    assert [each for each in clickable if each.focusPolicy() & Qt.FocusPolicy.ClickFocus] == []
    for button in window._toolbar.findChildren(QToolButton):
        action = button.defaultAction()
        if button.isVisible() and button.isEnabled() and action is not None and action.isCheckable():
            QTest.mouseClick(button, LEFT)
            assert focused() is window.canvas
