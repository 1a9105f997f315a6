from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.files import preferences
from app.files.templates import templates
from app.model.edits.roles import rename_role
from app.model.records import Role
from app.widgets.dialogs.new import NewDialog
from app.widgets.dialogs.question import Question
from app.widgets.dialogs.settings import SettingsDialog
from app.widgets.dialogs.shortcuts import ShortcutsDialog
from app.widgets.dialogs.time import TimeDialog
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program


def opened(window: MainWindow, action: str, kind: type[QDialog]) -> QDialog:
    window.action_set[action].trigger()
    dialog = window.findChild(kind)
    assert isinstance(dialog, kind)
    return dialog


def test_new_shows_every_template_and_begins_the_one_that_is_chosen(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    dialog = opened(window, "new", NewDialog)
    assert isinstance(dialog, NewDialog)
    assert [card.accessibleName() for card in dialog.grid.cards] == [each.title for each in templates()]
    card = next(card for card in dialog.grid.cards if card.accessibleName() == "Blank consumer journey")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    made = window.session.windows[-1]
    assert isinstance(made, MainWindow)
    assert made is not window
    assert made.document is not None
    assert made.document.path is None


def test_a_dialog_closed_while_its_pictures_are_drawn_leaves_no_trouble(
    program: Program, qtbot: QtBot
) -> None:
    window = program.open()
    dialog = opened(window, "new", NewDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy)


def test_the_theme_of_the_settings_holds_at_once(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    dialog = opened(window, "settings", SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    qtbot.mouseClick(dialog.theme.buttons["dark"], Qt.MouseButton.LeftButton)
    assert window.session.looks.name == "dark"
    assert preferences.load().theme == "dark"
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert preferences.load().language == "en"
    dialog.accept()


def test_the_page_of_shortcuts_names_every_action_that_has_one(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.do(
        rename_role(window.document.journey, "role-cfo", "Chief")
    )  # which Undo would take back
    dialog = opened(window, "shortcuts", ShortcutsDialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {
        "Export",
        "Ctrl+E",
        "Fit Map",
        "Next Finding",
        "F8",
        "On the map",
        "Undo",
        "Redo",
        "While presenting",
    } <= said
    dialog.reject()


def test_new_says_the_whole_description_of_the_chosen_template(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    dialog = opened(program.open(small_file), "new", NewDialog)
    assert isinstance(dialog, NewDialog)
    assert dialog.description.text() == templates()[0].description
    qtbot.mouseClick(dialog.grid.cards[1], Qt.MouseButton.LeftButton)
    assert dialog.description.text() == templates()[1].description
    dialog.reject()


def test_enter_presses_the_button_that_has_the_focus(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    window.document.do(
        rename_role(window.document.journey, window.document.journey.all(Role)[0].id, "Treasurer")
    )
    dialog = opened(window, "revert", Question)
    assert isinstance(dialog, Question)
    answers: list[str] = []
    dialog.finished.connect(lambda _result: answers.append(dialog.answer))
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Cancel"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert answers == [""]


def test_a_dialog_is_as_high_as_its_words_need(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    dialog = TimeDialog(window.document, window, 3.0, is_inserted=True)
    dialog.resize(380, 90)  # as Qt wishes on a low screen
    dialog.open()
    qtbot.waitExposed(dialog)
    for line in (dialog.length_field, dialog.place_field):
        assert line.height() >= line.sizeHint().height()
    dialog.reject()


def test_a_dialog_is_never_larger_than_the_screen(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    dialog = ShortcutsDialog(window.offered, window)
    dialog.resize(4000, 3000)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert window.screen().availableGeometry().size().expandedTo(dialog.size()) == (
        window.screen().availableGeometry().size()
    )
    dialog.reject()


def test_nothing_of_the_shortcuts_is_cut_at_the_side(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    dialog = opened(window, "shortcuts", ShortcutsDialog)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    dialog.resize(600, 320)
    QApplication.processEvents()
    content = area.widget()
    assert content is not None
    chips = [each for each in content.findChildren(QLabel) if each.property("tone") == "chip"]
    assert len(chips) > 40
    for chip in chips:
        right = chip.mapTo(content, chip.rect().topRight()).x()
        assert right < area.viewport().width(), chip.text()
    dialog.close()
