from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app.model.records import Insight
from tests.widgets.conftest import Program


@pytest.mark.parametrize("width", [1700, 1366, 1200, 1000, 760])
def test_nothing_on_it_is_ever_cut(program: Program, small_file: Path, width: int) -> None:
    window = program.open(small_file)
    window.resize(width, 600)
    QApplication.processEvents()
    buttons = [each for each in window._toolbar.findChildren(QToolButton) if each.isVisible()]
    assert len(buttons) >= 7
    worded = [each for each in buttons if each.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly]
    assert [
        each.text() for each in worded if each.width() < each.fontMetrics().horizontalAdvance(each.text())
    ] == []
    assert all(each.mapTo(window._toolbar, each.rect().topRight()).x() <= width for each in buttons)


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
