from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.i18n import speaking
from app.model.records import Insight
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

LANGUAGES = ("en", "de", "fr")


def cut(window: MainWindow) -> list[str]:
    """Return the words of buttons that do not stand in them whole."""
    bar = window._toolbar
    buttons = [each for each in bar.findChildren(QToolButton) if each.isVisible()]
    worded = [each for each in buttons if each.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly]
    pushed = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
    assert all(each.mapTo(bar, each.rect().topRight()).x() <= bar.width() for each in [*buttons, *pushed])
    narrow = [each for each in worded if each.width() < each.fontMetrics().horizontalAdvance(each.text())]
    return [
        each.text()
        for each in [*narrow, *(each for each in pushed if each.width() < each.sizeHint().width())]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1900, 1366, 1200, 1000, 683])
def test_nothing_on_it_is_ever_cut(program: Program, small_file: Path, width: int, language: str) -> None:
    with speaking(language):
        window = program.open(small_file)
    window.setMinimumSize(100, 100)
    window.resize(width, 600)
    QApplication.processEvents()
    assert window._toolbar.width() == width
    assert cut(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1366, 1280])
def test_all_of_it_can_be_used_on_a_small_screen(
    program: Program, small_file: Path, width: int, language: str
) -> None:
    with speaking(language):
        window = program.open(small_file)
    window.resize(width, 600)
    QApplication.processEvents()
    bar = window._toolbar
    hidden = [each for each in bar.findChildren(QAbstractButton) if not each.isVisible()]
    assert [each.accessibleName() or each.text() for each in hidden] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_begins_with_as_much_as_fits(program: Program, small_file: Path, language: str) -> None:
    with speaking(language):
        window = program.open(small_file)
    bar = window._toolbar
    buttons = bar.findChildren(QToolButton)
    begun = [(each.isVisible(), each.toolButtonStyle()) for each in buttons]
    width = window.width()
    for px in (width + 400, width):
        window.resize(px, 600)
        QApplication.processEvents()
    assert [(each.isVisible(), each.toolButtonStyle()) for each in buttons] == begun


def test_words_and_groups_come_back_with_the_room(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    window.setMinimumSize(100, 100)
    bar = window._toolbar
    undo = next(
        each for each in bar.findChildren(QToolButton) if each.defaultAction() is window.offered["undo"]
    )
    even = next(
        each for each in bar.findChildren(QToolButton) if each.defaultAction() is window.offered["even"]
    )
    for width, has_words, is_there in ((1900, True, True), (600, False, False), (1900, True, True)):
        window.resize(width, 600)
        QApplication.processEvents()
        assert (undo.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon) is has_words
        assert even.isVisible() is is_there


def test_words_stand_under_undo_and_fit_only_where_the_others_have_theirs(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    window.setMinimumSize(100, 100)
    buttons = {each.defaultAction(): each for each in window._toolbar.findChildren(QToolButton)}

    def has_words(action: str) -> bool:
        style = buttons[window.offered[action]].toolButtonStyle()
        return style == Qt.ToolButtonStyle.ToolButtonTextUnderIcon

    for width in range(500, 1500, 20):
        window.resize(width, 600)
        QApplication.processEvents()
        captions = [has_words(action) for action in ("insert_role", "new", "undo")]
        assert captions == sorted(captions, reverse=True), width
        assert has_words("fit_map") == has_words("new")


def test_it_pins_an_insight_of_the_kind_that_is_chosen(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    window.resize(1700, 700)
    assert window.document is not None
    button = window._toolbar._insight
    assert not button.isEnabled()
    window.document.select(["touch-kick-off"])
    assert button.isEnabled()
    menu = window._toolbar.ask_for_insight()
    menu.actions()[1].trigger()
    menu.close()
    kinds = [each.kind for each in window.document.journey.all(Insight)]
    assert kinds.count("gain") == 1
