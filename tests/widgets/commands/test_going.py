from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.edits.evidence import add_evidence
from app.model.records import Evidence, Insight
from app.seeing.camera import Camera
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

SHIFT = Qt.KeyboardModifier.ShiftModifier


def pane(window: MainWindow) -> str:
    """Where the keyboard is."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    for panel in window.panels.kinds:
        widget = window.panels.widget(panel)
        if widget is not None and widget.isAncestorOf(focus):
            return panel
    return "map" if focus is window.canvas else str(focus)


def test_f6_goes_from_panel_to_panel_and_shift_f6_back(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    window.canvas.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(pane(window))
    assert seen == ["inspector", "outline", "map"]
    QTest.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert pane(window) == "outline"


def test_f6_goes_to_what_can_be_done_about_a_message_and_the_keyboard_comes_back(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    window.canvas.setFocus()
    pressed: list[str] = []
    window.messages.say("warn", "One", "Do One", lambda: pressed.append("one"), stays=True)
    window.messages.say("warn", "Two", "Do Two", lambda: pressed.append("two"), stays=True)
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6, SHIFT)
        if QApplication.focusWidget() is window.messages.button:
            break
    assert QApplication.focusWidget() is window.messages.button
    QTest.keyClick(window.messages.button, Qt.Key.Key_Space)
    assert pressed == ["two"]
    assert QApplication.focusWidget() is window.messages.button
    QTest.keyClick(window.messages.button, Qt.Key.Key_Escape)
    assert window.messages.isHidden()
    assert pressed == ["two"]
    assert QApplication.focusWidget() is window.canvas


def test_what_is_not_on_the_map_is_selected_and_what_it_is_about_comes_into_sight(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    assert window.canvas is not None
    window.do(lambda there: add_evidence(there, "interview", "Talk 4", ["touch-kick-off"]))
    evidence = window.document.journey.all(Evidence)[0]
    window.canvas.eye.zoom_at(3.0, 0, 0)
    window.canvas.eye.scroll(-9000, 0)
    spot = window.canvas.stage.places.spots("touch-kick-off")[0]
    assert window.canvas.eye.seen().right < spot.x
    window.go_to(evidence.id)
    goal = window.canvas.eye.goal
    assert window.document.selection == {evidence.id}
    assert goal.box(*window.canvas.size_px()).right > spot.x


def test_what_one_goes_to_is_selected_and_comes_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    document, canvas = window.document, window.canvas
    assert document is not None
    assert canvas is not None
    for record in ("touch-kick-off", document.journey.all(Insight)[0].id, "touch-tickets-get-lost"):
        canvas.eye.look(Camera(3000.0, 2000.0, 1.5))
        window.commands.going.go_to(record)
        qtbot.waitUntil(lambda: not canvas.eye.is_flying)
        box = canvas.stage.places.box(record)
        assert box is not None
        assert canvas.eye.seen().overlaps(box), record
        assert document.selection == {record}
