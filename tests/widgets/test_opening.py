from __future__ import annotations

from pathlib import Path

from app.widgets.main_window import MainWindow
from tests.widgets.conftest import SAMPLE, Program


def test_what_was_told_of_the_journey_here_stays_while_another_is_opened(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    window.messages.say("warn", "Words that have no place any more.", "Copy", stays=True)
    window.opening.open([SAMPLE])
    assert len(window.session.windows) == 2
    assert window.messages.text == "Words that have no place any more."


def test_why_a_file_was_refused_is_not_said_any_more_when_another_is_opened(
    program: Program, small_file: Path, tmp_path: Path
) -> None:
    window = program.open(small_file)
    missing = [tmp_path / "one.journey", tmp_path / "two.journey"]
    window.opening.open(missing)
    window.opening.open(missing[1:])
    assert told(window) == ["two.journey"]
    window.opening.open(missing)
    assert told(window) == ["one.journey", "two.journey"]
    window.opening.open(missing)
    window.opening.open([small_file])
    assert told(window) == []


def told(window: MainWindow) -> list[str]:
    """The files about which something is said, each in a message of its own."""
    found = []
    while window.messages.text:
        found.append(next(name for name in ("one.journey", "two.journey") if name in window.messages.text))
        window.messages.dismiss()
    return found[::-1]
