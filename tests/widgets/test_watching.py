from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.files import claims, native, preferences, recovery, recovery_log
from app.model.edits.roles import rename_role
from app.model.journey import Journey
from app.widgets import catalogue
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program, document_of, small

THEIRS = native.dump(small()).replace(b"CFO", b"CIO")


def write(path: Path, data: bytes) -> None:
    """As another program writes: a new file takes the place of the old one."""
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(path)


def changed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "was changed by another program" in window.messages.text)


def is_there(document: Document, journey: Journey) -> bool:
    return document.is_clean and document.journey == journey


def press(window: MainWindow, words: str, qtbot: QtBot) -> None:
    button = next(each for each in window.messages.buttons if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_change_by_another_program_is_noticed_and_read_when_wanted(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    write(small_file, THEIRS)
    changed(window, qtbot)
    document = document_of(window)
    assert document.journey == small()
    press(window, "Reload", qtbot)
    qtbot.waitUntil(lambda: native.dump(document.journey) == THEIRS)
    assert document.is_clean
    assert window.messages.text == ""
    window.offered["undo"].trigger()
    assert document.journey == small()
    assert window.isWindowModified()


def test_own_changes_are_kept_when_wanted_and_saving_asks(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    write(small_file, THEIRS)
    changed(window, qtbot)
    press(window, "Keep Mine", qtbot)
    assert window.isWindowModified()
    assert document_of(window).journey == small()
    window.commands.files.look()
    assert window.messages.text == ""
    write(small_file, THEIRS + b" ")
    changed(window, qtbot)  # a further change is told


def test_every_further_change_is_noticed_too(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    for name in (b"CIO", b"CTO", b"COO"):
        theirs = native.load(THEIRS.replace(b"CIO", name), "")
        write(small_file, native.dump(theirs))
        changed(window, qtbot)
        press(window, "Reload", qtbot)
        qtbot.waitUntil(partial(is_there, document_of(window), theirs))


def test_coming_back_to_the_window_looks_at_the_file(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    watching = window.commands.files._watching
    assert watching is not None
    watching._watcher.blockSignals(True)  # as where the system tells nothing: on a network
    write(small_file, THEIRS)
    window.commands.files.look()
    assert "was changed" in window.messages.text


def test_a_file_that_was_only_touched_or_put_back_is_not_changed(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    os.utime(small_file, (1, 1))
    window.commands.files.look()
    assert window.messages.text == ""
    write(small_file, THEIRS)
    changed(window, qtbot)
    write(small_file, native.dump(small()))
    qtbot.waitUntil(lambda: window.messages.text == "")


def test_saving_is_no_change_by_others(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    document = document_of(window)
    for name in ("A", "B"):
        document.do(rename_role(document.journey, "role-cfo", name))
        window.offered["save"].trigger()
        qtbot.wait(400)
        assert window.messages.text == ""


def test_a_file_that_is_gone_is_told_and_the_journey_counts_as_unsaved(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    small_file.unlink()
    qtbot.waitUntil(lambda: "is not there any more" in window.messages.text)
    assert window.isWindowModified()
    assert catalogue.keeping(window.session).flush()  # from now on it can be recovered
    (log,) = recovery.folder().glob("*.log")
    assert recovery_log.replay(log).journey == small()
    window.offered["save"].trigger()
    assert native.load(small_file.read_bytes(), "") == small()
    assert not window.isWindowModified()
    qtbot.waitUntil(lambda: window.messages.text == "")
    small_file.unlink()  # again
    qtbot.waitUntil(lambda: "is not there any more" in window.messages.text)
    assert window.isWindowModified()


def test_a_file_that_comes_back_is_not_told_to_be_gone(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    elsewhere = small_file.with_name("elsewhere.journey")
    small_file.rename(elsewhere)
    qtbot.waitUntil(lambda: "is not there any more" in window.messages.text)
    elsewhere.rename(small_file)
    qtbot.waitUntil(lambda: window.messages.text == "")
    assert window.isWindowModified()


def test_of_a_file_the_last_that_happened_is_told(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    write(small_file, THEIRS)
    changed(window, qtbot)
    small_file.unlink()
    qtbot.waitUntil(lambda: "is not there any more" in window.messages.text)
    write(small_file, THEIRS)
    changed(window, qtbot)
    window.messages.dismiss()
    assert window.messages.text == ""


def test_half_a_file_is_refused_and_read_when_it_is_whole(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    write(small_file, THEIRS[:300])
    changed(window, qtbot)
    press(window, "Reload", qtbot)
    qtbot.waitUntil(lambda: "ends in the middle" in window.messages.text)
    assert document_of(window).journey == small()
    assert window.isWindowModified()  # it can be saved, and closing asks
    assert window.offered["save"].isEnabled()
    write(small_file, THEIRS)
    changed(window, qtbot)
    press(window, "Reload", qtbot)
    qtbot.waitUntil(lambda: native.dump(document_of(window).journey) == THEIRS)


def test_after_save_as_the_new_file_is_watched_and_the_old_one_is_not(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    write(small_file, THEIRS)
    changed(window, qtbot)
    other = tmp_path / "folder" / "other.journey"
    other.parent.mkdir()
    window.commands.files.saving._save_to(str(other), lambda: None)
    assert "was saved as other" in window.messages.text
    window.messages.dismiss()
    assert window.messages.text == ""
    write(small_file, THEIRS)
    qtbot.wait(500)
    assert window.messages.text == ""
    write(other, THEIRS)
    changed(window, qtbot)


def test_a_file_that_is_open_in_this_program_comes_to_the_front(
    program: Program, small_file: Path, tmp_path: Path
) -> None:
    window = program.open(small_file)
    (tmp_path / "link.journey").symlink_to(small_file)
    window.opening.open([small_file, tmp_path / "x" / ".." / small_file.name, tmp_path / "link.journey"])
    assert window.session.windows == [window]
    assert window.messages.text == ""


HOLDS = """
import sys
from pathlib import Path
from app.files import claims
held = claims.claim(Path(sys.argv[1]))
print("held" if held else "refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_program(small_file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(small_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "held"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    with process:
        pass


def test_the_second_program_on_a_file_is_told_until_it_is_the_only_one(
    program: Program, small_file: Path, other_program: subprocess.Popen[str]
) -> None:
    window = program.open(small_file)
    assert "is also open in another window or program" in window.messages.text
    window.commands.files.look()
    window.messages.dismiss()
    assert window.messages.text == ""
    window.commands.files.look()
    assert window.messages.text == ""  # told once
    end(other_program)
    window.commands.files.look()
    assert claims.claim(small_file) is None


def test_the_second_program_can_go_on_in_a_copy(
    program: Program, small_file: Path, other_program: subprocess.Popen[str], qtbot: QtBot
) -> None:
    window = program.open(small_file)
    press(window, "Go On in a Copy", qtbot)
    document = document_of(window)
    assert document.path is None
    assert window.isWindowModified()
    write(small_file, THEIRS)
    qtbot.wait(400)
    assert window.messages.text == ""
    end(other_program)


def test_a_closed_window_lets_others_have_the_file(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    assert claims.claim(small_file) is None
    window.close()
    held = claims.claim(small_file)
    assert held is not None
    held.release()
    assert list((preferences.folder() / "open").iterdir()) == []
