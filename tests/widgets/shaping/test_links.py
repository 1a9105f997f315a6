from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.records import Link
from app.widgets.letter_menu import LetterMenu
from app.widgets.main_window import MainWindow
from tests.widgets.shaping.desk import Desk

Key = Qt.Key
LABEL = "Link Tickets get lost to Intro call"


@pytest.mark.parametrize(("key", "kind"), [(Key.Key_Down, "escalation"), (Key.Key_Escape, "handoff")])
def test_a_link_and_the_kind_that_is_chosen_for_it_are_one_step(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, kind: str
) -> None:
    desk = Desk(window)
    before = desk.document.journey.records()
    desk.document.select({"touch-tickets-get-lost", "touch-intro-call"})
    window.offered["link"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), LetterMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, key)
    if key != Key.Key_Escape:
        qtbot.keyClick(menu, Key.Key_Return)
    (made,) = (link for link in desk.document.journey.all(Link) if link.target == "touch-intro-call")
    assert made.kind == kind
    assert desk.document.history.labels == (LABEL,)
    desk.document.undo()
    assert desk.document.journey.records() == before


def test_of_several_links_at_once_no_kind_is_asked(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"touch-tickets-get-lost", "touch-intro-call", "touch-kick-off"})
    window.offered["link"].trigger()
    assert QApplication.activePopupWidget() is None
    assert len(desk.document.selection) == 2
    assert desk.document.history.place == 1


def test_linking_from_one_touchpoint_walks_and_without_one_says_what_to_do(window: MainWindow) -> None:
    desk = Desk(window)
    window.commands.linking.link_to()
    assert "begins at one touchpoint" in window.messages.text
    desk = Desk(window, "touch-tickets-get-lost", "role-it-manager")
    window.offered["link"].trigger()
    ghost = desk.canvas.tooling.ghost
    assert ghost is not None
    assert ghost.words == "Link to Intro call: Enter, or Esc"
    desk.press(Key.Key_Escape)
    assert desk.canvas.tooling.ghost is None
    assert desk.document.history.place == 0
