from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.records import Insight
from app.widgets.main_window import MainWindow
from app.widgets.presenting.countdown import Countdown
from app.widgets.presenting.timer_bar import TimerBar
from app.widgets.presenting.voting import Voting
from tests.widgets.conftest import Program
from tests.world import insight, journey, role, touch

LATE, DULL = "insight-pain-late", "insight-pain-dull"


@pytest.fixture
def window(program: Program, tmp_path: Path) -> MainWindow:
    of = journey(
        role("IT"), touch("a", "IT", at=1), insight("pain", "Late", "a"), insight("pain", "Dull", "a")
    )
    path = tmp_path / "votes.journey"
    path.write_bytes(native.dump(of))
    return program.open(path)


def voting(window: MainWindow) -> Voting:
    window.action_set["votes"].trigger()
    panel = window.panels.widget("votes")
    assert isinstance(panel, Voting)
    return panel


def votes(window: MainWindow, record: str) -> int:
    assert window.document is not None
    return sum(vote.count for vote in window.document.journey.the(Insight, record).votes)


def order(panel: Voting) -> list[tuple[str, int]]:
    return [(row.text, row.dots) for row in panel.list.rows.rows]


def test_plus_and_minus_vote_in_the_list_which_stays_in_order(window: MainWindow) -> None:
    panel = voting(window)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.rows.index(1))
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(panel.list, key)
    assert order(panel) == [("Dull", 1), ("Late", 0)]
    assert panel.list.current == DULL
    assert window.document is not None
    assert window.document.selection == {DULL}
    for _ in range(3):
        window.document.undo()
    assert order(panel) == [("Late", 0), ("Dull", 0)]


def test_plus_and_minus_vote_on_the_map_too(window: MainWindow) -> None:
    assert window.document is not None
    assert window.canvas is not None
    window.document.select((LATE,))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Plus)
    QTest.keyClick(window.canvas, Qt.Key.Key_Plus)
    QTest.keyClick(window.canvas, Qt.Key.Key_Minus)
    assert votes(window, LATE) == 1


def test_the_buttons_of_a_row_vote(window: MainWindow) -> None:
    panel = voting(window)
    row = panel.list.visualRect(panel.list.rows.index(0))
    more, less = QPoint(row.right() - 20, row.center().y()), QPoint(row.right() - 76, row.center().y())
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=more)
    assert votes(window, LATE) == 1
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=less)
    assert votes(window, LATE) == 0


def test_a_voter_without_dots_left_is_told_so(window: MainWindow) -> None:
    panel = voting(window)
    panel.voter.setEditText("Ann")
    panel.dots_each.setValue(1)
    panel.list.setCurrentIndex(panel.list.rows.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Plus)
    QTest.keyClick(panel.list, Qt.Key.Key_Plus)
    assert votes(window, LATE) == 1
    assert "Ann has given" in window.messages.text


def test_the_end_of_a_round_names_what_was_chosen_and_begins_the_next(window: MainWindow) -> None:
    panel = voting(window)
    panel.list.setCurrentIndex(panel.list.rows.index(1))
    QTest.keyClick(panel.list, Qt.Key.Key_Plus)
    QTest.mouseClick(panel.end_button, Qt.MouseButton.LeftButton)
    assert "“Dull” (1 dot)" in window.messages.text
    assert panel.session.currentText() == "Round 2"
    assert order(panel) == [("Late", 0), ("Dull", 0)]
    panel.session.setEditText("Round 1")
    assert order(panel) == [("Dull", 1), ("Late", 0)]


def test_a_hidden_panel_catches_up_when_it_is_shown(window: MainWindow) -> None:
    panel = voting(window)
    window.action_set["votes"].trigger()
    assert window.document is not None
    window.document.select((DULL,))
    window.commands.presenting.vote(1)
    assert order(panel) == [("Late", 0), ("Dull", 0)]
    window.action_set["votes"].trigger()
    assert order(panel) == [("Dull", 1), ("Late", 0)]


def test_the_timer_is_shown_and_told_when_it_is_over(window: MainWindow, qtbot: QtBot) -> None:
    countdown = window.commands.presenting.workshop.countdown
    countdown.set_length(1)
    with qtbot.waitSignal(countdown.ended):
        countdown.start()
    assert window.panels["timer"]
    assert "time is over" in window.messages.text


def test_the_bar_of_the_timer_starts_pauses_and_sets_it(window: MainWindow) -> None:
    window.action_set["timer"].trigger()
    bar = window.panels.widget("timer")
    assert isinstance(bar, TimerBar)
    countdown = window.commands.presenting.workshop.countdown
    QTest.mouseClick(bar.presets.buttons["10"], Qt.MouseButton.LeftButton)
    assert countdown.length == 600
    QTest.mouseClick(bar.start_button, Qt.MouseButton.LeftButton)
    assert countdown.is_running
    QTest.mouseClick(bar.more_button, Qt.MouseButton.LeftButton)
    assert countdown.seconds > 600
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert countdown.is_running
    countdown.reset()


def test_the_end_of_a_round_is_told_when_only_the_bar_was_ever_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.action_set["timer"].trigger()
    bar = window.panels.widget("timer")
    assert isinstance(bar, TimerBar)
    gc.collect()
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not window.panels["timer"]
    countdown = window.findChild(Countdown)
    assert countdown is not None
    countdown.set_length(1)
    with qtbot.waitSignal(countdown.ended):
        countdown.start()
    assert window.panels["timer"]


def test_showing_the_votes_puts_the_keyboard_at_the_first_insight_and_plus_gives_a_dot(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    assert window.document is not None
    window.canvas.setFocus()
    window.action_set["votes"].trigger()
    panel = window.panels.widget("votes")
    assert isinstance(panel, Voting)
    assert QApplication.focusWidget() is panel.list
    QTest.keyClick(panel.list, Qt.Key.Key_Plus)
    assert [sum(vote.count for vote in each.votes) for each in window.document.journey.all(Insight)] == [1]
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.canvas
    window.action_set["votes"].trigger()
    assert not panel.isVisible()
