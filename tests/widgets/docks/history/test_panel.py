from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.edits.roles import rename_role
from app.model.records import Role
from app.widgets.docks.history.panel import HistoryPanel
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
AccessibleText = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(program: Program, small_file: Path) -> MainWindow:
    opened = program.open(small_file)
    opened.action_set["history"].trigger()
    return opened


def panel(window: MainWindow) -> HistoryPanel:
    found = window.panels.widget("history")
    assert isinstance(found, HistoryPanel)
    return found


def rename(window: MainWindow, *names: str) -> None:
    assert window.document is not None
    for name in names:
        window.do(lambda journey, name=name: rename_role(journey, "role-cfo", name))  # type: ignore[misc]
        window.document.end_merging()


def name(window: MainWindow) -> str:
    assert window.document is not None
    return window.document.journey.the(Role, "role-cfo").name


def words(window: MainWindow) -> list[str]:
    steps = panel(window).steps
    return [steps.index(row).data(AccessibleText) for row in range(steps.rowCount())]


def click(window: MainWindow, row: int) -> None:
    view = panel(window).view
    index = panel(window).steps.index(row)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, view.visualRect(index).center())


def test_it_lists_the_steps_and_where_the_journey_is(window: MainWindow) -> None:
    assert words(window) == ["Beginning, the journey is here now"]
    rename(window, "Boss", "Chief")
    assert words(window) == ["Beginning", "Rename role Boss", "Rename role Chief, the journey is here now"]


def test_a_click_goes_to_a_step_back_and_forth(window: MainWindow) -> None:
    rename(window, "One", "Two", "Three")
    click(window, 1)
    assert name(window) == "One"
    assert words(window)[2:] == ["Rename role Two, undone", "Rename role Three, undone"]
    click(window, 0)
    assert name(window) == "CFO"
    click(window, 3)
    assert name(window) == "Three"


def test_by_keyboard_arrows_choose_and_enter_goes(window: MainWindow) -> None:
    rename(window, "One", "Two", "Three")
    view = panel(window).view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Up)
    QTest.keyClick(view, Key.Key_Up)
    assert name(window) == "Three"
    QTest.keyClick(view, Key.Key_Return)
    assert name(window) == "One"
    QTest.keyClick(view, Key.Key_Home)
    QTest.keyClick(view, Key.Key_Space)
    assert name(window) == "CFO"


def test_a_new_step_takes_the_place_of_what_was_undone(window: MainWindow) -> None:
    rename(window, "One", "Two")
    click(window, 1)
    rename(window, "Other")
    assert words(window) == ["Beginning", "Rename role One", "Rename role Other, the journey is here now"]


def test_undo_elsewhere_is_seen_here(window: MainWindow) -> None:
    rename(window, "One")
    window.action_set["undo"].trigger()
    assert words(window) == ["Beginning, the journey is here now", "Rename role One, undone"]
    assert panel(window).view.currentIndex().row() == 0


def test_one_more_of_a_thousand_steps_tells_of_one_row(window: MainWindow) -> None:
    rename(window, *(f"Name {number}" for number in range(1_000)))
    told: list[tuple[int, int]] = []
    steps = panel(window).steps
    steps.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    steps.rowsRemoved.connect(lambda *_: told.append((-1, -1)))
    steps.modelReset.connect(lambda: told.append((-2, -2)))
    rename(window, "Last")
    assert told == [(1001, 1001)]
    click(window, 0)
    assert name(window) == "CFO"
    assert len(told) == 1


def test_hidden_it_does_nothing_and_catches_up_when_it_is_shown(window: MainWindow) -> None:
    window.action_set["history"].trigger()
    rename(window, "One")
    assert panel(window).steps.rowCount() == 1
    window.action_set["history"].trigger()
    assert panel(window).steps.rowCount() == 2
