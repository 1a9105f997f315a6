from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.widgets import crash
from app.widgets.application import went_wrong
from app.widgets.crash import Crash, log_path
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
