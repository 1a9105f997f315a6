from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.files import recovery, recovery_log
from app.model.edits.roles import rename_role
from app.widgets import catalogue, crash
from app.widgets.application import went_wrong
from app.widgets.crash import Crash, log_path
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program


@pytest.fixture
def told() -> Iterator[list[str]]:
    said: list[str] = []
    made = Crash(said.append)
    made.install()
    yield said
    made.remove()


def raise_through_the_hook(message: str) -> None:
    try:
        raise RuntimeError(message)
    except RuntimeError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_an_unexpected_error_is_logged_and_told(told: list[str]) -> None:
    raise_through_the_hook("tile 7 is gone")
    assert told == ["RuntimeError: tile 7 is gone"]
    log = log_path().read_text(encoding="utf-8")
    assert "tile 7 is gone" in log
    assert "Traceback" in log


def test_an_error_in_a_thread_is_logged(told: list[str]) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in log_path().read_text(encoding="utf-8")
    assert told == []


def test_the_same_place_failing_again_and_again_does_not_fill_the_disk(told: list[str]) -> None:
    for _ in range(100):
        raise_through_the_hook("again")
    assert 1 <= log_path().read_text(encoding="utf-8").count("again") <= 3 * 20


def test_a_log_that_has_grown_large_is_begun_anew() -> None:
    crash.record("x" * (crash.MOST_BYTES + 1))
    crash.record("new")
    assert "new" in log_path().read_text(encoding="utf-8")
    assert log_path().stat().st_size < 1000
    assert log_path().with_suffix(".old.log").stat().st_size > crash.MOST_BYTES


def test_the_hooks_are_given_back() -> None:
    before = (sys.excepthook, threading.excepthook)
    made = Crash(lambda _: None)
    made.install()
    assert sys.excepthook is not before[0]
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_window_says_what_went_wrong_and_goes_on(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    session = window.session
    made = Crash(lambda what: session.went_wrong.emit(went_wrong(what)))
    made.install()
    raise_through_the_hook("a slot")
    made.remove()
    qtbot.waitUntil(lambda: "a slot" in window.messages.text)
    assert window.messages.kind == "error"
    assert window.messages.button.text() == "Show Log"
    window.action_set["compact"].trigger()
    assert window.document is not None
    assert window.document.view_state.view.detail == "compact"


class Failing(QWidget):
    """A part of the window that is broken."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.resize(50, 50)
        self.broken = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.broken:
            raise RuntimeError("painting")

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        raise RuntimeError("typing")


@pytest.fixture
def crashing(program: Program, small_file: Path) -> Iterator[MainWindow]:
    """A window as the running program has it: with its exceptions caught."""
    window = program.open(small_file)
    session = window.session
    made = Crash(lambda what: session.went_wrong.emit(went_wrong(what)))
    made.install()
    yield window
    made.remove()


def soon(window: MainWindow, act: Callable[[], object]) -> None:
    """Do it from the event loop, as the system delivers what a person does."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.start(1)


def told_of(window: MainWindow, what: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: what in window.messages.text)
    assert what in log_path().read_text(encoding="utf-8")


def goes_on_and_keeps_everything(window: MainWindow, qtbot: QtBot) -> None:
    """Editing works as before, and the recovery log has every step, those before the crash and those after it."""
    assert window.do(lambda journey: rename_role(journey, "role-cfo", "Boss"))
    keeping = catalogue.keeping(window.session)
    assert keeping.flush()
    (log,) = recovery.folder().glob("*.log")
    assert window.document is not None
    assert recovery_log.replay(log).journey == window.document.journey
    window.offered["undo"].trigger()
    window.offered["redo"].trigger()
    assert keeping.flush()
    assert recovery_log.replay(log).journey == window.document.journey


def test_an_error_in_a_slot_is_told_and_editing_goes_on(crashing: MainWindow, qtbot: QtBot) -> None:
    window = crashing
    assert window.do(lambda journey: rename_role(journey, "role-it-manager", "CIO"))
    action = window.addAction("Broken")
    action.triggered.connect(lambda: 1 / 0)
    action.trigger()
    told_of(window, "ZeroDivisionError", qtbot)
    goes_on_and_keeps_everything(window, qtbot)


def test_an_error_of_a_slot_of_the_document_s_own_signals_loses_no_step(
    crashing: MainWindow, qtbot: QtBot
) -> None:
    window = crashing
    assert window.document is not None
    window.document.changed.connect(lambda _ids: {}["no panel"])
    assert window.do(lambda journey: rename_role(journey, "role-it-manager", "CIO"))
    told_of(window, "KeyError", qtbot)
    goes_on_and_keeps_everything(window, qtbot)


def test_an_error_while_painting_is_told_and_the_window_paints_again(
    crashing: MainWindow, qtbot: QtBot
) -> None:
    window, broken = crashing, Failing(crashing)
    broken.show()
    told_of(window, "painting", qtbot)
    broken.broken = False
    assert not window.grab().isNull()
    goes_on_and_keeps_everything(window, qtbot)


def test_an_error_in_a_timer_and_in_an_event_are_told(crashing: MainWindow, qtbot: QtBot) -> None:
    window, broken = crashing, Failing(crashing)
    broken.broken = False
    soon(window, lambda: next(iter(())))
    told_of(window, "StopIteration", qtbot)
    broken.show()
    soon(window, lambda: QTest.keyClick(broken, Qt.Key.Key_A))
    told_of(window, "typing", qtbot)
    goes_on_and_keeps_everything(window, qtbot)


def test_an_error_in_a_tool_leaves_the_journey_as_it_is(
    crashing: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = crashing
    assert window.canvas is not None
    assert window.document is not None
    before = window.document.journey.snapshot()
    with monkeypatch.context() as broken:
        broken.setattr(window.canvas.tooling, "press", lambda *_: 1 / 0)
        soon(window, partial(QTest.mouseClick, window.canvas.viewport(), Qt.MouseButton.LeftButton))
        told_of(window, "ZeroDivisionError", qtbot)
    assert window.document.journey.snapshot() == before
    goes_on_and_keeps_everything(window, qtbot)


def test_an_error_in_a_job_is_told_and_the_worker_goes_on(crashing: MainWindow, qtbot: QtBot) -> None:
    window = crashing
    window.start("Draw", lambda _report: 1 / 0, lambda _result: None)
    qtbot.waitUntil(lambda: "division by zero" in window.messages.text)
    done: list[int] = []
    window.start("Draw", lambda _report: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    window.start("Draw", lambda _report: 7, lambda _result: {}["nothing"])  # what comes of it is broken
    told_of(window, "KeyError", qtbot)
    window.start("Draw", lambda _report: 7, done.append)
    qtbot.waitUntil(lambda: done == [7, 7])
    goes_on_and_keeps_everything(window, qtbot)
