"""A review: what is looked for is found, filtered, saved as a view and tidied in the outline, by keyboard alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.model.records import Role, SavedView, Touchpoint
from app.model.view import Filter
from app.places import resource
from tests.robot import Robot
from tests.widgets.conftest import Program, status

SAMPLE = resource("samples") / "service-platform.journey"


def lit(robot: Robot) -> list[str]:
    """The titles of the touchpoints that are lit, in time order; all where nothing fades."""
    light = robot.canvas.lighting.wanted
    every = robot.document.journey.all(Touchpoint)
    return [each.title for each in every if light is None or each.id in light.records]


def test_a_review_by_keyboard_alone(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "review.journey"
    shutil.copy(SAMPLE, path)
    robot = Robot(program.open(path), qtbot)
    robot.canvas.setFocus()
    saved = robot.document.journey.snapshot()

    robot.press("Ctrl+F")
    robot.type("budget approv")
    assert lit(robot) == ["Budget approval"]
    robot.press("Return")
    assert robot.document.selection == {robot.touchpoint("Budget approval").id}
    robot.press("Esc")
    assert len(lit(robot)) == 28

    robot.press("Ctrl+Shift+F")
    robot.type("CFO")
    robot.press("Return")
    robot.type("email")
    robot.press("Return", "Esc")
    cfo = robot.role("CFO").id
    by_email = [
        each.title
        for each in robot.document.journey.touchpoints_of(cfo)
        if getattr(robot.document.journey.get(each.channel), "name", "") == "Email"
    ]
    assert lit(robot) == by_email
    assert status(robot.window).left.text().startswith(f"Filter: {len(by_email)} of 28 lit")
    assert robot.document.journey.snapshot() == saved

    robot.press("Ctrl+Shift+P")
    robot.type("save this view")
    robot.press("Return")
    robot.type("Mails to the CFO")
    robot.press("Return")
    assert robot.document.journey.all(SavedView)[-1].name == "Mails to the CFO"
    robot.choose("clear_filter")
    assert robot.document.view_state.view.filter == Filter()
    robot.press("Ctrl+Shift+P")
    robot.type("mails to")
    robot.press("Return")
    assert lit(robot) == by_email
    robot.choose("clear_filter")

    robot.canvas.setFocus()
    robot.press("Shift+F6", "Home", "Down", "Down", "F2")
    robot.type("Treasurer")
    robot.press("Return", "Ctrl+Down")
    assert [role.name for role in robot.document.journey.all(Role)][:2] == ["Head of Operations", "Treasurer"]
    robot.choose("history")
    robot.press("Shift+F6", "Home", "Return")
    assert robot.document.journey.snapshot() == saved
