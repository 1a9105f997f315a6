from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.i18n import speaking
from app.model.records import Touchpoint
from app.widgets import dynamic_menus
from app.widgets.context_menus import CONTEXT_MENUS
from app.widgets.letter_menu import LetterMenu
from tests.widgets.conftest import SAMPLE, Program

MOST_PX = 700  # what a screen of 768 px leaves


def with_submenus(menu: QMenu) -> Iterator[QMenu]:
    menu.aboutToShow.emit()
    yield menu
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from with_submenus(submenu)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_menu_is_to_be_seen_whole_on_a_small_screen(program: Program, language: str) -> None:
    with speaking(language):
        window = program.open(SAMPLE)
        assert window.document is not None
        assert window.canvas is not None
        window.document.select((window.document.journey.all(Touchpoint)[0].id,))
        menus = [action.menu() for action in window.menuBar().actions()]
        parts = dynamic_menus.parts(window)
        menus += [window.action_set.menu(table, parts, window.canvas) for table in CONTEXT_MENUS.values()]
        heights = {
            each.title(): each.sizeHint().height()
            for menu in menus
            if isinstance(menu, QMenu)
            for each in with_submenus(menu)
        }
    assert {title: height for title, height in heights.items() if height > MOST_PX} == {}


def test_a_menu_that_is_higher_than_the_screen_scrolls_in_one_column(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    menu = LetterMenu(window)
    actions: list[QAction] = []
    menu.fill_with(lambda: actions.extend(menu.addAction(f"Entry {number}") for number in range(80)))
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert len({menu.actionGeometry(action).x() for action in actions}) == 1
    assert menu.height() <= window.screen().availableGeometry().height()
    assert "&" in actions[0].text()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Up)  # around, to the last
    assert menu.activeAction() is actions[-1]
    assert menu.rect().contains(menu.actionGeometry(actions[-1]).center())
    menu.close()
