"""Two windows side by side: what is copied in one is pasted in the other, with keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.journey import Journey
from app.model.records import Link, Role, Touchpoint
from app.widgets.dialogs.roles_to_map import RolesToMap
from app.widgets.main_window import MainWindow
from tests.robot import Robot
from tests.widgets.conftest import Program
from tests.world import journey, link, phase, role, touch, weeks

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_touchpoints_go_from_one_window_to_the_other_and_back(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    ours, theirs = tmp_path / "ours.journey", tmp_path / "theirs.journey"
    ours.write_bytes(native.dump(_ours()))
    theirs.write_bytes(native.dump(_theirs()))
    program.open(ours, theirs)
    assert program.session is not None
    first, second = (Robot(each, qtbot) for each in program.session.windows if isinstance(each, MainWindow))

    _sit_down(first)
    first.click(*first.marker("Demo", "IT manager"))
    first.click(*first.marker("Offer", "Sales"), keys=SHIFT)
    first.press("Ctrl+C")

    _sit_down(second)
    second.press("Ctrl+V")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RolesToMap)
    assert [choice.currentText() for choice in dialog.choices.values()] == [
        "IT managers",
        "Add as a new role",
    ]
    second.press("Return")
    _sit_down(second)
    pasted = _selected(second)
    assert [each.title for each in pasted] == ["Demo", "Offer"]
    assert pasted[1].start - pasted[0].start == 14  # theirs counts days
    assert [_names(second, each) for each in pasted] == [["IT managers", "Sales"], ["Sales"]]
    assert {each.origin for each in pasted} == {"touch-demo", "touch-offer"}
    (wait,) = second.document.journey.all(Link)
    assert (wait.source, wait.target, wait.wait) == (pasted[0].id, pasted[1].id, weeks(1))

    second.choose("paste")  # again: known by now, and farther on
    again = _selected(second)
    assert [each.start for each in again] == [each.start + 1 for each in pasted]
    assert not {each.id for each in again} & {each.id for each in pasted}
    second.press("Ctrl+Z", "Ctrl+Z")
    assert [each.title for each in second.document.journey.all(Touchpoint)] == ["Ticket"]
    assert [each.name for each in second.document.journey.all(Role)] == ["IT managers"]

    second.click(*second.marker("Ticket"))
    second.press("Ctrl+X")
    assert second.document.journey.all(Touchpoint) == ()
    _sit_down(first)
    before = {each.id for each in first.document.journey.records()}
    first.press("Ctrl+V", "Return")
    _sit_down(first)
    (ticket,) = _selected(first)
    assert ticket.id not in before
    assert _names(first, ticket) == ["IT manager"]

    again_read = native.load(native.dump(first.document.journey), "again")
    assert again_read == first.document.journey


def test_a_table_goes_from_one_window_to_the_other(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    ours, theirs = tmp_path / "ours.journey", tmp_path / "theirs.journey"
    ours.write_bytes(native.dump(_ours()))
    theirs.write_bytes(native.dump(_theirs()))
    program.open(ours, theirs)
    assert program.session is not None
    first, second = (Robot(each, qtbot) for each in program.session.windows if isinstance(each, MainWindow))

    _sit_down(first)
    first.press("Ctrl+Shift+T", "Ctrl+Home", "Shift+Right", "Shift+Down", "Ctrl+C")
    assert QApplication.clipboard().text() == "Demo\tChoose\r\nOffer\tChoose\r\n"

    _sit_down(second)
    second.press("Ctrl+Shift+T", "Ctrl+End", "Home", "Ctrl+V")
    assert [each.title for each in _selected(second)] == ["Demo", "Offer"]
    assert second.document.journey.phase_at(_selected(second)[0].start) is not None
    second.press("Ctrl+Z")
    assert [each.title for each in second.document.journey.all(Touchpoint)] == ["Ticket"]


def _ours() -> Journey:
    return journey(
        role("IT manager"),
        role("Sales"),
        phase("Choose", 0, 10),
        touch("Demo", "IT manager", "Sales", at=2, feeling=1),
        touch("Offer", "Sales", at=4),
        link("Demo", "Offer", wait=weeks(1)),
    )


def _theirs() -> Journey:
    return journey(role("IT managers"), touch("Ticket", "IT managers", at=3, feeling=-1), unit="day")


def _sit_down(robot: Robot) -> None:
    """Turn to a window, its map first."""
    robot.window.resize(1500, 900)
    robot.window.activateWindow()
    robot.qtbot.waitUntil(robot.window.isActiveWindow)
    robot.canvas.setFocus()
    robot.qtbot.waitUntil(robot.canvas.hasFocus)


def _selected(robot: Robot) -> list[Touchpoint]:
    return [each for each in robot.document.journey.all(Touchpoint) if each.id in robot.document.selection]


def _names(robot: Robot, touchpoint: Touchpoint) -> list[str]:
    return [robot.document.journey.the(Role, each).name for each in touchpoint.roles]
