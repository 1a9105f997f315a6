from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.model.records import Phase
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program
from tests.widgets.shaping.desk import Desk

Key = Qt.Key


@pytest.fixture
def desk(program: Program, small_file: Path) -> Desk:
    """The small journey, a phase of it selected."""
    desk = Desk(window=program.open(small_file))
    desk.document.select({"phase-need"})
    return desk


def phases(desk: Desk) -> list[tuple[str, float, float]]:
    return [(found.name, found.start, found.end) for found in desk.document.journey.all(Phase)]


def split(window: MainWindow) -> None:
    window.offered["split_phase"].trigger()


def test_splitting_a_phase_and_typing_its_name_is_one_step(desk: Desk) -> None:
    before = phases(desk)
    split(desk.window)
    desk.type("Search")
    desk.press(Key.Key_Return)
    assert phases(desk) == [("Need", 0, 4), ("Search", 4, 8), *before[1:]]
    assert desk.document.history.labels == ("Split phase Need",)
    desk.document.undo()
    assert phases(desk) == before
    assert not desk.document.history.can_undo


def test_a_split_without_another_name_stays_and_esc_takes_it_back(desk: Desk) -> None:
    before = phases(desk)
    split(desk.window)
    desk.press(Key.Key_Return)
    assert phases(desk) == [("Need", 0, 4), ("Need", 4, 8), *before[1:]]
    desk.document.undo()
    desk.document.select({"phase-need"})
    split(desk.window)
    desk.press(Key.Key_Escape)
    assert phases(desk) == before
    assert not desk.document.history.can_undo
