"""A list that drops down is as wide as its longest entry, however narrow the box is from which it drops."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.widgets.fields.choice import Choice, Option
from app.widgets.fields.naming import ChoiceOrNew


def sign() -> QIcon:
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.red)
    return QIcon(picture)


def shown(qtbot: QtBot, words: Sequence[str], width: int, *, is_quiet: bool, has_signs: bool) -> Choice:
    options = [Option(each, each, sign() if has_signs else None) for each in words]
    choice = Choice(lambda: options, is_quiet=is_quiet)
    choice.show_value(words[0])
    choice.setFixedWidth(width)
    qtbot.addWidget(choice)
    choice.show()
    qtbot.waitExposed(choice)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    return choice


def room(choice: Choice) -> int:
    """How many px there are for the words of an entry."""
    assert choice.view().isVisible()
    return choice.view().viewport().width() - choice.iconSize().width() - 16


@pytest.mark.parametrize("count", [3, 40], ids=["few", "more than fit"])
@pytest.mark.parametrize("has_signs", [False, True], ids=["plain", "signs"])
@pytest.mark.parametrize("is_quiet", [False, True], ids=["usual", "quiet"])
def test_every_entry_is_seen_whole(qtbot: QtBot, is_quiet: bool, has_signs: bool, count: int) -> None:
    words = [
        "None",
        "Self-service",
        *(
            f"Channel number {place} for the subsidiaries in the Nordic countries and beyond"
            for place in range(count)
        ),
    ]
    choice = shown(qtbot, words, 60, is_quiet=is_quiet, has_signs=has_signs)
    assert room(choice) >= max(choice.fontMetrics().horizontalAdvance(each) for each in words)


def test_a_very_long_name_makes_no_list_wider_than_the_screen(qtbot: QtBot) -> None:
    choice = shown(qtbot, ["None", "Head of " * 80], 100, is_quiet=False, has_signs=False)
    assert choice.view().window().width() <= choice.screen().availableGeometry().width()


def test_a_choice_with_room_for_a_new_name_shows_its_words_whole(qtbot: QtBot) -> None:
    both = ChoiceOrNew(lambda: [Option("a", "A")], "Somebody who is not on the map yet and has a long title…")
    both.show_value("a")
    both.setFixedWidth(60)
    qtbot.addWidget(both)
    both.show()
    QTest.mouseClick(both.choice, Qt.MouseButton.LeftButton)
    assert room(both.choice) >= both.choice.fontMetrics().horizontalAdvance(both.choice.itemText(1))
