from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.records import add_record
from app.model.records import Role, SavedView
from app.model.view import View
from app.widgets.actions.table import ACTIONS
from app.widgets.dialogs.palette import PaletteDialog
from app.widgets.dialogs.palette_offers import Offer, Offers
from app.widgets.main_window import MainWindow
from tests.large_world import large_journey
from tests.widgets.conftest import Program

Key = Qt.Key
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def palette(window: MainWindow) -> PaletteDialog:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Key.Key_P, keys)
    found = [each for each in window.findChildren(PaletteDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def words(dialog: PaletteDialog) -> list[str]:
    return [offer.words for offer in dialog.lines.shown]


def test_it_offers_every_action(window: MainWindow) -> None:
    dialog = palette(window)
    offered = {offer.id for offer in dialog.lines.shown}
    assert offered == {action.id for action in ACTIONS} - {"palette"}
    dialog.close()


def test_an_action_is_typed_and_done_by_enter(window: MainWindow) -> None:
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "compact")
    assert words(dialog)[0] == "Compact"
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert window.document is not None
    assert window.document.view_state.view.detail == "compact"
    assert not [each for each in window.findChildren(PaletteDialog) if each.isVisible()]


def test_lines_say_menu_and_keys_and_why_something_cannot_be_done(window: MainWindow) -> None:
    dialog = palette(window)
    by_id = {offer.id: offer for offer in dialog.lines.shown}
    assert by_id["compact"].aside == "View › Detail"
    assert by_id["find"].keys == "Ctrl+F"
    assert not by_id["undo"].is_on
    assert by_id["undo"].why_not == "Nothing to undo"
    assert by_id["fit_selection"].why_not == "Select something first"
    assert by_id["pin_pain"].why_not == "Select a touchpoint or a role first"
    assert by_id["reverse_link"].why_not == "Select a link first"
    assert by_id["standard"].is_checked
    QTest.keyClicks(dialog.field, "fit selection")
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()


def test_the_name_of_the_menu_may_be_typed_too(window: MainWindow) -> None:
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "theme dark")
    assert words(dialog)[0] == "Dark"
    dialog.close()


def test_roles_phases_and_touchpoints_are_gone_to_by_their_names(window: MainWindow) -> None:
    assert window.document is not None
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "kick")
    assert (dialog.lines.shown[0].words, dialog.lines.shown[0].aside) == ("Kick-off", "Go to touchpoint")
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert window.document.selection == {"touch-kick-off"}
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "cfo")
    assert dialog.lines.shown[0].words == "CFO"
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert window.document.selection == {window.document.journey.all(Role)[0].id}


def test_what_was_used_lately_stands_first(window: MainWindow) -> None:
    for typed in ("compact", "even"):
        dialog = palette(window)
        QTest.keyClicks(dialog.field, typed)
        QTest.keyClick(dialog.field, Key.Key_Return)
    assert window.session.settings.recent_actions == ("even", "compact")
    dialog = palette(window)
    assert words(dialog)[:2] == ["Even", "Compact"]
    assert words(dialog).count("Even") == 1
    dialog.close()


def test_arrows_choose_around_the_ends_and_a_click_does_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "theme")
    QTest.keyClick(dialog.field, Key.Key_Up)
    assert dialog.list.currentIndex().row() == len(dialog.lines.shown) - 1
    QTest.keyClick(dialog.field, Key.Key_Down)
    assert dialog.list.currentIndex().row() == 0
    row = words(dialog).index("Dark")
    at = dialog.list.visualRect(dialog.lines.index(row)).center()
    QTest.mouseClick(dialog.list.viewport(), LEFT, NO_KEY, at)
    assert window.session.settings.theme == "dark"


def test_esc_closes_it_and_nothing_was_done(window: MainWindow) -> None:
    assert window.document is not None
    view = window.document.view_state.view
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "compact")
    QTest.keyClick(dialog.field, Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.document.view_state.view is view


def test_words_that_fit_nothing_are_answered(window: MainWindow) -> None:
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "qqq")
    assert words(dialog) == []
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()
    QApplication.processEvents()


def test_it_opens_without_a_journey(program: Program) -> None:
    window = program.open()
    dialog = palette(window)
    by_id = {offer.id: offer for offer in dialog.lines.shown}
    assert by_id["new"].is_on
    assert by_id["export"].why_not == "Open a journey first"
    dialog.close()


def test_of_very_many_touchpoints_the_first_are_offered() -> None:
    offers = Offers([Offer("budget", "Budget of time")], (), large_journey(2_000))
    found = offers.found("budget")
    assert len(found) == 60
    assert all("budget" in offer.words.lower() for offer in found)


def test_a_saved_view_is_applied(window: MainWindow) -> None:
    assert window.document is not None
    state = window.document.view_state
    window.do(lambda there: add_record(there, SavedView, name="Board", view=View(detail="full")))
    dialog = palette(window)
    QTest.keyClicks(dialog.field, "board")
    assert dialog.lines.shown[0].aside == "Apply saved view"
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert state.view.detail == "full"


@pytest.mark.parametrize("height", [300, 384, 500, 760])
def test_in_a_low_window_no_line_of_the_palette_is_cut(window: MainWindow, qtbot: QtBot, height: int) -> None:
    window.setMinimumSize(0, 0)
    window.setFixedSize(680, height)
    qtbot.waitUntil(lambda: window.height() == height)
    dialog = palette(window)

    bottom = window.mapFromGlobal(dialog.mapToGlobal(dialog.rect().bottomLeft()))
    assert bottom.y() < height
    last = dialog.list.indexAt(dialog.list.viewport().rect().bottomLeft() - QPoint(-20, 6))
    assert dialog.list.viewport().rect().contains(dialog.list.visualRect(last))
    QTest.keyClicks(dialog.field, "compact")
    assert words(dialog)[0] == "Compact"
    dialog.close()
