from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.records import add_record
from app.model.edits.roles import rename_role
from app.model.edits.touchpoints import retitle
from app.model.record import replaced
from app.model.records import SavedView
from app.model.view import Filter
from app.widgets.fields.chip import Chip
from app.widgets.finding.filter_bar import FilterBar
from app.widgets.finding.filter_popup import FilterPopup
from app.widgets.finding.find_bar import FindBar
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program, status

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
REQUEST, LANDS, KICK_OFF = "touch-budget-request", "touch-request-lands", "touch-kick-off"


@pytest.fixture
def window(program: Program, small_file: Path) -> MainWindow:
    opened = program.open(small_file)
    opened.resize(1300, 800)
    return opened


def bar_of(window: MainWindow) -> FilterBar:
    bar = window.panels.widget("filter_bar")
    assert isinstance(bar, FilterBar)
    return bar


def popup_of(window: MainWindow) -> FilterPopup:
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    popup = bar_of(window).popup
    assert popup is not None
    return popup


def click(popup: FilterPopup, words: str) -> None:
    row = next(row for row, choice in enumerate(popup.model.shown) if choice.words == words)
    index = popup.model.index(row)
    popup.list.scrollTo(index)
    QTest.mouseClick(popup.list.viewport(), LEFT, NO_KEY, popup.list.visualRect(index).center())


def lit(window: MainWindow) -> frozenset[str] | None:
    assert window.canvas is not None
    wanted = window.canvas.lighting.wanted
    return None if wanted is None else wanted.records


def visible_chips(window: MainWindow) -> list[Chip]:
    return [chip for chip in bar_of(window).findChildren(Chip) if chip.isVisible()]


def asked(window: MainWindow) -> Filter:
    assert window.document is not None
    return window.document.view_state.view.filter


def test_a_choice_lights_what_has_it_and_the_bar_and_the_status_say_so(window: MainWindow) -> None:
    popup = popup_of(window)
    click(popup, "CFO")
    assert lit(window) == {LANDS, KICK_OFF}
    assert bar_of(window).chips == ["Role: CFO"]
    assert bar_of(window).label.text() == "2 of 5 touchpoints"
    assert status(window).left.text().startswith("Filter: 2 of 5 lit")
    click(popup, "Takes part")
    assert lit(window) == frozenset()
    click(popup, "Takes part")
    assert lit(window) == {LANDS, KICK_OFF}
    popup.close()


def test_the_journey_stays_as_it_is_and_there_is_nothing_to_undo(window: MainWindow) -> None:
    assert window.document is not None
    before = window.document.journey.snapshot()
    popup = popup_of(window)
    click(popup, "CFO")
    popup.close()
    assert window.document.journey.snapshot() == before
    assert not window.document.history.can_undo


def test_a_chip_is_taken_away_and_with_the_last_the_filter(window: MainWindow, qtbot: QtBot) -> None:
    popup = popup_of(window)
    click(popup, "CFO")
    click(popup, "Purchase")
    popup.close()
    for count in (2, 1):
        qtbot.waitUntil(lambda count=count: len(visible_chips(window)) == count)  # type: ignore[misc]
        QTest.mouseClick(visible_chips(window)[0].remove_button, LEFT)
    assert asked(window) == Filter()
    assert lit(window) is None
    assert status(window).left.text().startswith("5 touchpoints")


def test_by_keyboard_a_name_is_typed_and_enter_takes_it(window: MainWindow) -> None:
    popup = popup_of(window)
    assert popup.search.hasFocus()
    QTest.keyClicks(popup.search, "purch")
    assert [choice.words for choice in popup.model.shown] == ["Phase", "Purchase"]
    QTest.keyClick(popup.search, Key.Key_Return)
    assert lit(window) == {REQUEST, LANDS, KICK_OFF}
    QTest.keyClick(popup.search, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Space)
    assert asked(window).roles == ("role-cfo",)
    QTest.keyClick(popup.list, Key.Key_Escape)
    assert bar_of(window).popup is None


def test_words_count_after_a_pause_in_typing(window: MainWindow, qtbot: QtBot) -> None:
    popup_of(window).close()
    bar = bar_of(window)
    QTest.keyClicks(bar.words, "request")
    qtbot.waitUntil(lambda: lit(window) == {REQUEST, LANDS})
    assert asked(window).text == "request"
    QTest.keyClick(bar.words, Key.Key_Escape)
    assert not bar.isVisible()
    assert asked(window) == Filter()
    assert bar.words.text() == ""


def test_clear_ends_the_filter_by_button_and_by_menu(window: MainWindow) -> None:
    popup = popup_of(window)
    click(popup, "CFO")
    popup.close()
    QTest.mouseClick(bar_of(window).clear_button, LEFT)
    assert asked(window) == Filter()
    assert window.document is not None
    window.document.view_state.set_filter(Filter(text="x"))
    window.action_set["clear_filter"].trigger()
    assert asked(window) == Filter()
    assert not bar_of(window).isVisible()
    assert not window.action_set["clear_filter"].isEnabled()


def test_a_filter_that_comes_with_a_saved_view_shows_the_bar(window: MainWindow) -> None:
    assert window.document is not None
    state = window.document.view_state
    view = replaced(state.view, filter=Filter(roles=("role-cfo",)))
    window.do(lambda there: add_record(there, SavedView, name="CFO's", view=view))
    state.look(view)
    assert bar_of(window).isVisible()
    assert lit(window) == {LANDS, KICK_OFF}
    assert bar_of(window).chips == ["Role: CFO"]


def test_what_is_lit_and_what_chips_say_follow_the_journey(window: MainWindow) -> None:
    assert window.document is not None
    window.document.view_state.set_filter(Filter(text="request", roles=("role-cfo",)))
    assert lit(window) == {LANDS}
    window.do(lambda there: retitle(there, KICK_OFF, "Last request"))
    assert lit(window) == {LANDS, KICK_OFF}
    assert bar_of(window).label.text() == "2 of 5 touchpoints"
    window.do(lambda there: rename_role(there, "role-cfo", "Treasurer"))
    assert bar_of(window).chips == ["Role: Treasurer"]


def test_find_looks_only_at_touchpoints_that_the_filter_leaves(window: MainWindow) -> None:
    assert window.document is not None
    window.document.view_state.set_filter(Filter(roles=("role-cfo",)))
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "request")
    assert lit(window) == {LANDS}
    bar = window.panels.widget("find_bar")
    assert isinstance(bar, FindBar)
    assert bar.label.text() == "1 found"
    window.document.view_state.set_filter(Filter(roles=("role-it-manager",)))
    assert bar.finder.hits == (REQUEST,)
    window.document.view_state.set_filter(Filter(roles=("role-cfo",)))
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert lit(window) == {LANDS, KICK_OFF}


def test_headers_of_roles_with_nothing_lit_fade(window: MainWindow) -> None:
    assert window.document is not None
    assert window.canvas is not None
    window.document.view_state.set_filter(Filter(text="tickets"))
    assert window.canvas.lighting.wanted is not None
    assert window.canvas.lighting.wanted.roles == {"role-it-manager"}


def test_in_a_narrow_window_chips_have_a_row_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    window.document.view_state.set_filter(Filter(roles=("role-cfo",)))
    bar = bar_of(window)

    def is_below() -> bool:
        chip = visible_chips(window)[0]
        return chip.mapTo(bar, chip.rect().topLeft()).y() > bar.choose_button.geometry().bottom()

    window.commands.looking.switch_panel("inspector")
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: len(visible_chips(window)) == 1 and not is_below())
    window.resize(760, 700)
    qtbot.waitUntil(is_below)
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: not is_below())
