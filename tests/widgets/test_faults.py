"""What ends the program at once is in the log after the next start."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from collections.abc import Iterator

import pytest

from app.widgets import faults
from app.widgets.crash import log_path

FALL = "import os\nfrom app.widgets.faults import Faults\nFaults().install()\nos.abort()\n"


@pytest.fixture
def next_start() -> Iterator[faults.Faults]:
    """The watch of a program that starts after another fell."""
    was_on = faulthandler.is_enabled()
    made = faults.Faults()
    yield made
    made.remove()
    if was_on:
        faulthandler.enable()


def fall() -> None:
    """Let a program fall."""
    ended = subprocess.run([sys.executable, "-c", FALL], capture_output=True, check=False)
    assert ended.returncode != 0


def test_a_fall_is_in_the_log_after_the_next_start_and_only_once(next_start: faults.Faults) -> None:
    fall()
    next_start.install()
    log = log_path().read_text(encoding="utf-8")
    assert "An earlier run ended here" in log
    assert "Aborted" in log or "abort" in log.lower()
    next_start.remove()
    next_start.install()
    assert log_path().read_text(encoding="utf-8") == log


def test_a_start_after_a_quiet_end_writes_nothing(next_start: faults.Faults) -> None:
    next_start.install()
    next_start.remove()
    next_start.install()
    assert not log_path().exists()


def test_a_file_that_cannot_be_written_stops_nobody(next_start: faults.Faults) -> None:
    faults.path().mkdir(parents=True)
    next_start.install()
    assert not log_path().exists()
