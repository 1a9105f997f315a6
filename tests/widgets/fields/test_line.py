from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.widgets.actions.action import Action
from app.widgets.actions.table import ACTIONS
from app.widgets.fields.line import Line
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)  # fmt: skip
Key = Qt.Key
# what a person who types means for the text, whatever the window has under the same keys
OF_TEXT = {
    "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Left", "Ctrl+Right",
    "Ctrl+Shift+Left", "Ctrl+Shift+Right",
}  # fmt: skip


def takes(widget: QWidget, key: int, held: Qt.KeyboardModifier) -> bool:
    """Tell whether the widget takes a key before the window's shortcuts get it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    widget.event(event)
    return event.isAccepted()


class Greedy(QLineEdit):
    """A line as on a system where each letter with Ctrl means something in it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Modest(Line, Greedy):
    """Such a line that leaves what it has no use for."""


def of_the_window() -> list[tuple[Action, QKeySequence]]:
    return [
        (action, keys)
        for action in ACTIONS
        for keys in action.shortcuts()
        if keys[0].keyboardModifiers() & CTRL and keys.toString() not in OF_TEXT
    ]


def test_the_window_gets_its_shortcuts_out_of_a_line(qapp: QApplication) -> None:
    kept: list[str] = []
    for action, keys in of_the_window():
        key, held = keys[0].key(), keys[0].keyboardModifiers()
        is_letter = Key.Key_A <= key <= Key.Key_Z and not held & ALT
        for line in (Modest("words") if is_letter else Line("words"), QPlainTextEdit("words")):
            if takes(line, key, held):
                kept.append(f"{action.id} {keys.toString()}")
    assert kept == []
    assert len(of_the_window()) > 40


@pytest.mark.parametrize("words", sorted(OF_TEXT - {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"}))
def test_a_line_keeps_the_keys_that_edit_text(qapp: QApplication, words: str) -> None:
    keys = QKeySequence(words)[0]
    assert takes(Line("words"), keys.key(), keys.keyboardModifiers())


def test_undo_is_the_line_s_while_it_has_something_to_take_back(qapp: QApplication) -> None:
    line = Modest()
    assert not takes(line, Key.Key_Z, CTRL)
    line.insert("a")
    assert takes(line, Key.Key_Z, CTRL)
    assert not takes(line, Key.Key_Y, CTRL)
    line.undo()
    assert not takes(line, Key.Key_Z, CTRL)
    assert takes(line, Key.Key_Y, CTRL)
    assert takes(line, Key.Key_Z, CTRL | SHIFT)


def test_letters_are_typed(qapp: QApplication) -> None:
    assert takes(Line(), Key.Key_P, NONE)


def test_every_line_of_the_window_leaves_the_window_its_shortcuts(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert isinstance(window, MainWindow)
    for action_id in ("outline", "inspector", "history", "votes", "timer", "find", "filter", "capture"):
        if action_id not in window.panels.kinds or not window.panels[action_id]:
            window.offered[action_id].trigger()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
    lines = [each for each in window.panels.findChildren(QLineEdit) if not isinstance(each, Line)]
    assert [each.accessibleName() or each.objectName() for each in lines] == []


@pytest.mark.parametrize(
    ("pasted", "text"),
    [("One\nTwo", "One Two"), ("One\r\n\n  Two\tThree\n", "One Two Three"), ("One  two", "One  two")],
)
def test_lines_that_are_pasted_become_one_for_good(qapp: QApplication, pasted: str, text: str) -> None:
    line = Line("before")
    QGuiApplication.clipboard().setText(pasted)
    line.selectAll()
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert line.text() == text
    line.undo()
    assert len(line.text().splitlines()) == 1
