from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files import native, recovery, recovery_log
from app.model.edits.roles import rename_role
from app.widgets import catalogue, saving
from app.widgets.capture.bar import CaptureBar
from app.widgets.dialogs.question import Question
from app.widgets.ending import end_of_session
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program
from tests.widgets.test_saving import name_in


class Manager:
    """What a system says at its end: there is no other way to have it say so."""

    def __init__(self, may_ask: bool = True) -> None:
        self.may_ask = may_ask
        self.said: list[str] = []

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def release(self) -> None:
        self.said.append("release")

    def cancel(self) -> None:
        self.said.append("cancel")


def press_soon(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QTimer:
    """Answer the question that is going to be in the way."""
    timer = QTimer()

    def press() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, Question) and each.isVisible():
                timer.stop()
                QTest.keyClick(each, key, modifier)

    timer.timeout.connect(press)
    timer.start(20)
    return timer


@pytest.fixture
def unsaved(program: Program, small_file: Path) -> MainWindow:
    window = program.open(small_file)
    window.do(lambda journey: rename_role(journey, "role-cfo", "Boss"))
    return window


def test_with_all_saved_nobody_is_asked(program: Program, small_file: Path) -> None:
    manager = Manager()
    end_of_session(program.open(small_file).session, manager)
    assert manager.said == []


def test_enter_saves(unsaved: MainWindow, small_file: Path) -> None:
    timer, manager = press_soon(Qt.Key.Key_Return), Manager()
    end_of_session(unsaved.session, manager)
    assert name_in(small_file) == "Boss"
    assert manager.said == ["release"]
    assert not timer.isActive()
    assert list(recovery.folder().glob("*.log")) == []


def test_what_was_written_a_moment_ago_is_no_reason_not_to_save_what_came_then(
    unsaved: MainWindow, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "PATIENCE_S", 0.0)
    unsaved.offered["save"].trigger()
    unsaved.do(lambda journey: rename_role(journey, "role-cfo", "Chief"))
    while name_in(small_file) != "Boss":  # and the window has not heard of it yet
        pass
    timer = press_soon(Qt.Key.Key_Return)
    end_of_session(unsaved.session, Manager())
    assert name_in(small_file) == "Chief"
    assert not unsaved.isWindowModified()
    assert not timer.isActive()


def test_a_window_that_is_saved_as_the_session_ends_does_not_stop_the_saving_of_another(
    unsaved: MainWindow, small_file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_file = tmp_path / "other.journey"
    other_file.write_bytes(small_file.read_bytes())
    unsaved.opening.open([other_file])
    other = next(each for each in unsaved.session.windows if each is not unsaved)
    assert isinstance(other, MainWindow)
    qtbot.waitUntil(lambda: other.is_furnished)
    other.do(lambda journey: rename_role(journey, "role-cfo", "Owner"))
    monkeypatch.setattr(saving, "PATIENCE_S", 0.0)
    other.offered["save"].trigger()
    timer = press_soon(Qt.Key.Key_Return)
    end_of_session(unsaved.session, Manager())
    assert (name_in(small_file), name_in(other_file)) == ("Boss", "Owner")
    assert not other.commands.files.saving.is_writing
    other.do(lambda journey: rename_role(journey, "role-cfo", "Later"))
    other.offered["save"].trigger()
    qtbot.waitUntil(lambda: name_in(other_file) == "Later")
    assert not timer.isActive()


def test_esc_keeps_the_session(unsaved: MainWindow, small_file: Path) -> None:
    timer, manager = press_soon(Qt.Key.Key_Escape), Manager()
    end_of_session(unsaved.session, manager)
    assert manager.said == ["release", "cancel"]
    assert name_in(small_file) == "CFO"
    assert not timer.isActive()


def test_where_nobody_can_be_asked_all_is_left_for_the_next_start(
    unsaved: MainWindow, small_file: Path
) -> None:
    end_of_session(unsaved.session, Manager(may_ask=False))
    assert name_in(small_file) == "CFO"
    (log,) = recovery.folder().glob("*.log")
    assert unsaved.document is not None
    assert recovery_log.replay(log).journey == unsaved.document.journey
    catalogue.keeping(unsaved.session).leave()
    (orphan,) = recovery.orphans()
    orphan.leave()


def test_what_is_being_typed_at_the_end_is_taken_over_and_asked_about(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.canvas is not None
    assert window.document is not None
    window.canvas.type_in(window.document.journey.info.id, "title")
    editor = window.canvas.typing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Lunch")
    timer, manager = press_soon(Qt.Key.Key_Return), Manager()
    end_of_session(window.session, manager)
    assert native.load(small_file.read_bytes(), "").info.title == "Lunch"
    assert manager.said == ["release"]
    assert not timer.isActive()


def test_a_line_of_the_capture_bar_is_left_for_the_next_start(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    window.offered["capture"].trigger()
    bar = window.panels.widget("capture")
    assert isinstance(bar, CaptureBar)
    qtbot.keyClicks(bar.field, "CFO: bud")
    manager = Manager()
    end_of_session(window.session, manager)
    assert manager.said == []
    (log,) = recovery.folder().glob("*.log")
    assert [each.words for each in recovery_log.replay(log).drafts] == ["CFO: bud"]


def test_what_somebody_else_changed_is_not_overwritten_at_the_end(
    unsaved: MainWindow, small_file: Path
) -> None:
    theirs = small_file.read_bytes().replace(b"CFO", b"CIO")
    small_file.write_bytes(theirs)
    timer = press_soon(Qt.Key.Key_Return)
    end_of_session(unsaved.session, Manager())
    assert small_file.read_bytes() == theirs
    assert not timer.isActive()
    assert len(list(recovery.folder().glob("*.log"))) == 1


def test_a_picture_that_nobody_waits_for_any_more_does_not_keep_the_process(small_file: Path) -> None:
    code = (
        "import sys, time; from PySide6.QtCore import QTimer; from app.widgets import application as a\n"
        "real = a.start\n"
        "def start(*args):\n"
        "    session = real(*args)\n"
        "    session.jobs.start('Draw', lambda report: time.sleep(600), print, print)\n"
        "    timer = QTimer(session); timer.setInterval(50); timer.start()\n"
        "    timer.timeout.connect(lambda: session.windows[0].is_furnished and session.close_all())\n"
        "    return session\n"
        "a.start = start\n"
        "sys.exit(a.run([sys.argv[1]]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(small_file)], timeout=120, check=False)
    assert done.returncode == 0
