from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.i18n import speaking
from tests.widgets.conftest import Program


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("width", [1366, 683])
@pytest.mark.parametrize("action_id", ["timer", "filter", "find"])
def test_no_word_of_a_bar_is_cut(
    program: Program, small_file: Path, qtbot: QtBot, action_id: str, width: int, language: str
) -> None:
    with speaking(language):
        window = program.open(small_file)
        window.panels.show_panel("inspector", False)
        window.setMinimumSize(100, 100)
        window.resize(width, 600)
        window.offered[action_id].trigger()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
    QApplication.processEvents()
    bar = window.panels.widget({"filter": "filter_bar", "find": "find_bar"}.get(action_id, action_id))
    assert bar is not None
    worded = [*bar.findChildren(QPushButton), *bar.findChildren(QLabel)]

    def cut() -> list[str]:
        shown = [each for each in worded if each.isVisible() and each.text()]
        narrow = [each for each in shown if each.width() < each.sizeHint().width()]
        outside = [each for each in shown if each.mapTo(bar, each.rect().topRight()).x() >= bar.width()]
        return [each.text() for each in (*narrow, *outside)]

    qtbot.waitUntil(lambda: cut() == [])
