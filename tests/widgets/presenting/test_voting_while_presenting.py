from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.records import Insight
from app.widgets.main_window import MainWindow
from app.widgets.presenting.presentation import Presentation
from tests.widgets.conftest import Program
from tests.world import buying, insight

NO_KEYS = Qt.KeyboardModifier.NoModifier
LATE, COSTS, WISH = (
    "Nobody told the CFO",
    "Nobody knows the costs " + "that there are " * 20,
    "A page of figures",
)


@pytest.fixture
def shown(program: Program, qtbot: QtBot, tmp_path: Path) -> Presentation:
    """A journey with three insights at one touchpoint, presented there."""
    path = tmp_path / "votes.journey"
    about = [insight("pain", LATE, "Request lands"), insight("pain", COSTS, "Request lands")]
    path.write_bytes(native.dump(buying(*about, insight("opportunity", WISH, "Request lands"), wait={})))
    window = program.open(path)
    window.resize(1366, 768)
    QTest.keyClick(window, Qt.Key.Key_F5)
    shown = window.commands.presenting.presentation
    assert shown is not None
    qtbot.waitExposed(shown)
    shown.showNormal()
    shown.resize(1366, 768)
    qtbot.waitUntil(lambda: shown.band.width() == 1366)
    while not shown.band.caption.notes:
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shown.band.geometry().bottom() == shown.rect().bottom())
    return shown


@pytest.fixture
def window(program: Program, shown: Presentation) -> MainWindow:
    return program.window


def dots(window: MainWindow) -> dict[str, int]:
    """The dots of the insights that have some."""
    assert window.document is not None
    given = {
        each.text: sum(vote.count for vote in each.votes) for each in window.document.journey.all(Insight)
    }
    return {text: count for text, count in given.items() if count}


def press(shown: Presentation, *keys: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
    for key in keys:
        QTest.keyClick(shown, key, held)


def chosen(shown: Presentation) -> str:
    return next(note.text for note in shown.band.caption.notes if note.id == shown.choosing.chosen)


def place_of(shown: Presentation, text: str, part: str) -> QPoint:
    """Where a part of an insight's row stands in the presentation."""
    shown.grab()
    row = next(row for row in shown.band.plan.rows if row.note.text == text)
    at: QPointF = getattr(row, part).center()
    return shown.band.mapTo(shown, at.toPoint())


def test_plus_and_minus_vote_on_the_chosen_insight_and_undo_takes_it_back(
    shown: Presentation, window: MainWindow
) -> None:
    assert window.document is not None
    before = window.document.history.place
    press(shown, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Plus)
    assert dots(window) == {LATE: 2}
    assert shown.band.caption.notes[0].dots == 2
    assert window.document.history.place == before + 4
    press(shown, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert dots(window) == {LATE: 1}
    assert LATE in shown.foot.text()
    press(shown, Qt.Key.Key_Y, held=Qt.KeyboardModifier.ControlModifier)
    assert dots(window) == {LATE: 2}


def test_tab_chooses_another_insight_and_the_order_stays_while_the_room_votes(
    shown: Presentation, window: MainWindow
) -> None:
    assert chosen(shown) == LATE
    press(shown, Qt.Key.Key_Tab, Qt.Key.Key_Plus, Qt.Key.Key_Tab, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert dots(window) == {COSTS: 1, WISH: 2}
    assert [note.text for note in shown.band.caption.notes] == [LATE, COSTS, WISH]
    press(shown, Qt.Key.Key_Tab)
    assert chosen(shown) == LATE
    press(shown, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert chosen(shown) == COSTS
    press(shown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    assert [note.text for note in shown.band.caption.notes] == [WISH, COSTS, LATE]


def test_a_click_chooses_an_insight_and_its_buttons_vote(shown: Presentation, window: MainWindow) -> None:
    step = shown.step_now
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(shown, left, pos=place_of(shown, COSTS, "words"))
    assert chosen(shown) == COSTS
    QTest.mouseClick(shown, left, pos=place_of(shown, COSTS, "more"))
    assert dots(window) == {}  # without the mouse moving there are no buttons
    shown.remote.show()
    shown.band.offer_buttons(True)
    QTest.mouseClick(shown, left, pos=place_of(shown, COSTS, "more"))
    QTest.mouseClick(shown, left, pos=place_of(shown, COSTS, "more"))
    assert dots(window) == {COSTS: 2}
    QTest.mouseClick(shown, left, pos=place_of(shown, COSTS, "less"))
    assert dots(window) == {COSTS: 1}
    assert shown.step_now == step
    QTest.mouseClick(shown, left, pos=QPoint(60, 60))
    assert shown.step_now != step


def test_who_votes_has_so_many_dots_and_is_told_when_they_are_given(
    shown: Presentation, window: MainWindow
) -> None:
    ballot = window.commands.presenting.workshop.ballot
    ballot.voter, ballot.dots_each = "Ann", 2
    press(shown, Qt.Key.Key_Plus)
    assert shown.foot.text() == "Ann has 1 dot left."
    press(shown, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert dots(window) == {LATE: 2}
    assert "Ann has given all 2 dots." in shown.foot.text()
    press(shown, Qt.Key.Key_Tab, Qt.Key.Key_Minus)
    assert shown.foot.text() == "Ann has given it no dot in Round 1."


def test_dots_of_earlier_rounds_stay_but_are_told_apart(shown: Presentation, window: MainWindow) -> None:
    press(shown, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert shown.band.caption.notes[0].earlier == 0
    window.commands.presenting.workshop.ballot.session = "Round 2"
    press(shown, Qt.Key.Key_Plus)
    assert (shown.band.caption.notes[0].dots, shown.band.caption.notes[0].earlier) == (3, 2)


def test_nobody_votes_on_a_blank_screen_or_where_there_is_no_insight(
    shown: Presentation, window: MainWindow
) -> None:
    press(shown, Qt.Key.Key_B, Qt.Key.Key_Plus)
    assert not shown.blank.isVisible()
    press(shown, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Tab, Qt.Key.Key_Minus)
    assert dots(window) == {}
    assert shown.foot.text().startswith("There is nothing to vote on here")


@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (640, 480), (3840, 2160)])
@pytest.mark.parametrize("way", ["1", "2", "3"])
def test_the_chosen_insight_is_always_among_those_that_have_room(
    shown: Presentation, size: tuple[int, int], way: str
) -> None:
    shown.resize(*size)
    QTest.keyClicks(shown, way)
    for _ in range(4):
        press(shown, Qt.Key.Key_Tab)
        shown.grab()
        plan = shown.band.plan
        assert shown.choosing.chosen in {row.note.id for row in plan.rows}
        assert len(plan.rows) + plan.unseen == 3
        assert all(row.box.bottom() <= shown.band.foot().top() + 2 for row in plan.rows)
