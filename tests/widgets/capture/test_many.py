from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.drawing.tokens import THEMES
from app.model.capture.plan import Place
from app.model.change import Change
from app.model.journey import Journey
from app.widgets.capture.lines_model import LINE, TITLE, WHEN
from app.widgets.capture.many import CaptureMany
from app.widgets.document import Document
from tests.world import journey, role, touch

Open = Callable[..., tuple[CaptureMany, list[Change]]]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """A dialog over a window; what it adds is collected."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 600)
    parent.show()

    def show(*lines: str, of: Journey | None = None) -> tuple[CaptureMany, list[Change]]:
        shown = Document(of or journey(role("CFO"), touch("a", "CFO", at=1)), None, parent)
        added: list[Change] = []

        def add(plan: Callable[[Journey], Change]) -> bool:
            added.append(plan(shown.journey))
            return True

        dialog = CaptureMany(shown, lines, Place(5), add, THEMES["light"], parent)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog, added

    yield show
    for dialog in parent.findChildren(CaptureMany):
        dialog.close()


def words(dialog: CaptureMany, row: int, column: int) -> str:
    return str(dialog.model.index(row, column).data())


def test_a_line_with_a_problem_is_left_out_and_shown_and_the_others_are_added(opened: Open) -> None:
    dialog, added = opened("CFO: a", "x" * 1_000, "c")
    assert dialog.model.problems == 1
    assert "too long" in words(dialog, 1, TITLE)
    assert dialog.table.currentIndex().row() == 1
    assert dialog.button.text() == "Add 2 Touchpoints"
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    (change,) = added
    assert change.label == "Add 2 touchpoints"


def test_nothing_can_be_added_where_no_line_can(opened: Open) -> None:
    dialog, added = opened("nobody")
    assert "Begin with a role" in words(dialog, 0, TITLE)
    assert not dialog.button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not added


def test_space_leaves_out_the_current_line_whichever_cell_was_clicked(opened: Open) -> None:
    dialog, _added = opened("CFO: a", "CFO: b")
    dialog.table.setCurrentIndex(dialog.model.index(1, WHEN))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.button.text() == "Add 1 Touchpoint"
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.button.text() == "Add 2 Touchpoints"


def test_typing_in_any_cell_writes_the_line_anew(opened: Open, qtbot: QtBot) -> None:
    dialog, _added = opened("CFO: a", "CFO: b")
    dialog.table.setCurrentIndex(dialog.model.index(1, WHEN))
    QTest.keyClicks(dialog.table, "C")
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "FO: other")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(dialog, 1, LINE) == "CFO: other")


def test_rules_between_the_lines_are_left_out_at_first(opened: Open) -> None:
    dialog, _added = opened("CFO: a", "-----", "CFO: b")
    assert dialog.button.text() == "Add 2 Touchpoints"


def test_a_line_can_be_corrected_in_its_cell_and_all_behind_it_are_read_anew(
    opened: Open, qtbot: QtBot
) -> None:
    dialog, _added = opened("CFO: b", "c")
    assert words(dialog, 1, WHEN) == "Week 6"
    dialog.table.setCurrentIndex(dialog.model.index(0, LINE))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "CFO: b w20")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(dialog, 1, WHEN) == "Week 21")
    assert dialog.isVisible()


def test_escape_adds_nothing(opened: Open) -> None:
    dialog, added = opened("CFO: b")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not added
