from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.records import Phase, Role
from app.seeing.camera import Camera
from app.widgets.map.edge_buttons import EdgeButtons
from app.widgets.map.rehearsal import settled
from tests.widgets.conftest import Program
from tests.widgets.map.conftest import Shown
from tests.world import journey, role


def test_the_plus_below_the_lanes_adds_a_role_and_types_its_name(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    assert window.document is not None
    (buttons,) = window.canvas.findChildren(EdgeButtons)
    window.document.select(("role-cfo",))
    qtbot.mouseClick(buttons.role, Qt.MouseButton.LeftButton)
    new = window.document.journey.all(Role)[-1]
    assert (new.name, new.party) == ("New role", "party-servio")
    editor = window.canvas.typing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Legal")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert window.document.journey.the(Role, new.id).name == "Legal"
    assert window.document.history.labels == ("Add role Legal",)


def test_the_plus_behind_the_phases_adds_one(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    assert window.document is not None
    (buttons,) = window.canvas.findChildren(EdgeButtons)
    qtbot.mouseClick(buttons.phase, Qt.MouseButton.LeftButton)
    assert [(found.name, found.start, found.end) for found in window.document.journey.all(Phase)][-1] == (
        "New phase", 16, 20,
    )  # fmt: skip
    editor = window.canvas.typing.editor
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert len(window.document.journey.all(Phase)) == 2
    assert not window.document.history.can_undo


def test_the_buttons_follow_the_map_and_go_out_of_sight_with_it(shown: Shown) -> None:
    canvas = shown()
    buttons = EdgeButtons(canvas, lambda: None, lambda: None)
    assert buttons.role.isVisible()
    before = buttons.role.pos()
    canvas.zoom_to(canvas.camera.zoom * 0.8)
    assert settled(canvas)
    assert buttons.role.pos() != before
    canvas.zoom_to(4.0)
    assert settled(canvas)
    assert not buttons.role.isVisible()
    assert not buttons.phase.isVisible()


def test_a_map_without_lanes_has_no_buttons(shown: Shown) -> None:
    canvas = shown(journey())
    buttons = EdgeButtons(canvas, lambda: None, lambda: None)
    assert not buttons.role.isVisible()
    assert not buttons.phase.isVisible()


def test_a_phase_that_ends_at_the_edge_keeps_its_plus_in_sight(shown: Shown) -> None:
    canvas = shown()
    buttons = EdgeButtons(canvas, lambda: None, lambda: None)
    box = canvas.stage.layout.map_box
    last = max(phase.x + phase.width for phase in canvas.stage.layout.phases)
    for beyond in (0.0, 20.0):
        canvas.eye.look(Camera(last + 20 - beyond - canvas.viewport().width(), box.y - 150, 1.0))
        assert settled(canvas)
        assert buttons.phase.isVisible()
        assert canvas.viewport().rect().contains(buttons.phase.geometry())


def test_the_first_plus_for_a_phase_covers_no_words_of_the_ruler(shown: Shown) -> None:
    canvas = shown(journey(role("CFO")))
    buttons = EdgeButtons(canvas, lambda: None, lambda: None)
    look = canvas.stage.pins.column(canvas.camera)
    assert look.start < buttons.phase.geometry().left()
    assert buttons.phase.geometry().right() < look.end - 20
