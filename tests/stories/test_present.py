"""A workshop presents its map: votes first, then step by step with a clicker, a round by the clock, and back to work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.touchpoints import retitle
from app.model.records import Insight, Phase, Role, Touchpoint
from app.places import resource
from app.widgets.presenting.presentation import Presentation
from tests.robot import Robot
from tests.widgets.conftest import Program

SAMPLE = resource("samples") / "service-platform.journey"


def test_a_room_votes_and_is_shown_the_map(program: Program, qtbot: QtBot) -> None:
    robot = Robot(program.open(SAMPLE), qtbot)
    document = robot.document
    steps_before = document.history.place

    pain = next(each for each in document.journey.all(Insight) if each.kind == "pain")
    about = next(ref.id for ref in pain.refs if isinstance(document.journey.get(ref.id), Touchpoint))
    given = sum(vote.count for vote in pain.votes)
    robot.window.go_to(pain.id)
    robot.canvas.setFocus()
    robot.press("+", "+", "+", "-")
    assert document.history.place == steps_before + 4

    robot.press("F5")
    shown = robot.window.commands.presenting.presentation
    assert shown is not None
    qtbot.waitExposed(shown)
    seen = [_clicked(shown) for _ in document.journey.all(Touchpoint)]
    assert seen == [each.id for each in document.journey.all(Touchpoint)]
    assert _clicked(shown) == seen[-1]

    while shown.step_now.record != about:
        _clicked(shown, Qt.Key.Key_PageUp)
    note = next(each for each in shown.band.caption.notes if each.text == pain.text)
    assert note.dots == given + 2

    document.do(retitle(document.journey, about, "Told at last"))  # at the desk, on the other screen
    assert shown.band.caption.title == "Told at last"

    for way, kind in (("2", Phase), ("3", Role)):
        QTest.keyClicks(shown, way)
        QTest.keyClick(shown, Qt.Key.Key_Home)
        assert [_clicked(shown) for _ in document.journey.all(kind)] == [
            each.id for each in document.journey.all(kind)
        ]

    QTest.keyClicks(shown, "t")
    assert shown.timer.isVisible()
    QTest.keyClicks(shown, "b")
    assert shown.blank.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: robot.window.commands.presenting.presentation is None)
    assert robot.window.commands.presenting.workshop.countdown.is_running
    assert document.selection == {document.journey.all(Role)[-1].id}
    robot.window.commands.presenting.workshop.countdown.reset()
    for _ in range(5):
        document.undo()
    assert document.history.place == steps_before


def _clicked(shown: Presentation, key: Qt.Key = Qt.Key.Key_PageDown) -> str:
    """Press a clicker's button; return what is shown then."""
    QTest.keyClick(shown, key)
    QApplication.processEvents()
    return shown.step_now.record
