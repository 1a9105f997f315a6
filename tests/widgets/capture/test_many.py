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


def test_a_line_with_a_problem_keeps_all_from_being_added_until_it_is_left_out(opened: Open) -> None:
    dialog, added = opened("nobody", "CFO: b", "c")
    assert dialog.model.problems == 1
    assert "Begin with a role" in words(dialog, 0, TITLE)
    assert not dialog.button.isEnabled()
    dialog.table.setCurrentIndex(dialog.model.index(0, LINE))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.button.isEnabled()
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    (change,) = added
    assert change.label == "Add 2 touchpoints"


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
