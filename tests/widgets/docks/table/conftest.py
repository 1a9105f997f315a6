"""A window with its table open, and hands for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets.docks.table.panel import Table
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program


class Desk:
    """A window, its table, and what a person does to the table with keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        assert window.document is not None
        self.document: Document = window.document
        table = window.panels.widget("table")
        assert isinstance(table, Table)
        self.table = table
        self.view = table.view

    @property
    def journey(self) -> Journey:
        return self.document.journey

    def at(self, title: str, key: str) -> None:
        """Put the cursor into a cell; the row is named by its title, "" is the empty last one."""
        model = self.table.model
        rows = [row for row in range(model.rowCount()) if model.text(row, model.place_of("title")) == title]
        self.view.setCurrentIndex(model.index(rows[-1], model.place_of(key)))

    def where(self) -> tuple[str, str]:
        """Return title of the row and key of the column in which the cursor is."""
        index, model = self.view.currentIndex(), self.table.model
        return model.text(index.row(), model.place_of("title")), model.columns[index.column()].key

    def keys(self, *keys: str | Qt.Key) -> None:
        """Type words, or press keys."""
        for key in keys:
            for each in key if isinstance(key, str) else (key,):  # an editor may open at the first letter
                QTest.keyClick(QApplication.focusWidget() or self.view, each)  # type: ignore[arg-type]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key with Ctrl or Shift."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)

    def titles(self) -> list[str]:
        """Return the titles as they stand in the table."""
        model = self.table.model
        return [model.text(row, model.place_of("title")) for row in range(len(model.rows.ids))]

    def touchpoint(self, title: str) -> Touchpoint:
        return next(each for each in self.journey.all(Touchpoint) if each.title == title)

    def said(self) -> str:
        return self.window.messages.text


@pytest.fixture
def desk(program: Program, small_file: Path, qtbot: QtBot) -> Desk:
    """The small journey with its table open and the keyboard in it."""
    return opened(program, small_file, qtbot)


@pytest.fixture
def desk_of(program: Program, tmp_path: Path, qtbot: QtBot) -> Callable[[Journey], Desk]:
    """Open any journey with its table."""

    def make(journey: Journey) -> Desk:
        path = tmp_path / "other.journey"
        path.write_bytes(native.dump(journey))
        return opened(program, path, qtbot)

    return make


def opened(program: Program, path: Path, qtbot: QtBot) -> Desk:
    window = program.open(path)
    window.resize(1400, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.action_set["table"].trigger()
    found = Desk(window, qtbot)
    qtbot.waitUntil(found.view.hasFocus)
    return found


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
