from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.files import lock, native, recovery, recovery_log, recovery_writer
from app.files.recovery_log import Header, head_lines, step_line, step_of
from app.model.edits.roles import rename_role
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Role
from app.widgets import catalogue
from app.widgets.dialogs.question import Question
from app.widgets.dialogs.recovery import RecoveryDialog
from app.widgets.main_window import MainWindow
from app.widgets.preparing import LARGE
from tests.widgets.conftest import Program, document_of, small
from tests.world import large_journey


def left_behind(name: str, *names: str, path: Path | None = None, start: Journey | None = None) -> Path:
    """A log as a killed program leaves it, with a step for each name that the finance director got."""
    recovery.folder().mkdir(parents=True, exist_ok=True)
    made, history = start or small(), History()
    data = head_lines(Header(title=made.info.title, path=str(path or "")), made.records())
    role = made.all(Role)[0].id
    for number, called in enumerate(names, 1):
        applied = history.do(made, rename_role(made, role, called))
        data += step_line(number, step_of("do", applied, made, is_joined=False))
    log = recovery.folder() / f"{name}.log"
    log.write_bytes(data)
    return log


def offered(window: MainWindow, qtbot: QtBot) -> RecoveryDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(RecoveryDialog)))
    return next(each for each in window.findChildren(RecoveryDialog) if each.isVisible())


def click(dialog: RecoveryDialog, which: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(getattr(dialog, f"{which}_button"), Qt.MouseButton.LeftButton)


def first_role(window: MainWindow) -> str:
    return document_of(window).journey.all(Role)[0].name


def test_a_start_after_a_kill_offers_what_was_lost_and_enter_gives_it_back(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    before = small_file.read_bytes()
    left_behind("a", "Boss", "Finance director", path=small_file)
    window = program.open()
    dialog = offered(window, qtbot)
    (box,) = dialog.boxes
    assert box.text() == "Buying a platform"
    assert "small.journey in " in box.accessibleDescription()
    assert "2 steps not saved" in box.accessibleDescription()
    assert "The last one: Rename role Finance director" in box.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document is not None)
    assert first_role(window) == "Finance director"
    document = document_of(window)
    assert document.path is None
    assert window.windowTitle().startswith("Buying a platform (recovered)")
    assert window.isWindowModified()
    assert small_file.read_bytes() == before
    window.offered["undo"].trigger()
    assert first_role(window) == "Boss"


def test_what_was_recovered_goes_on_in_its_log_until_it_is_saved(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    log = left_behind("a", "Boss", path=small_file)
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    document = document_of(window)
    assert lock.acquire(log.with_suffix(".lock")) is None
    document.do(rename_role(document.journey, document.journey.all(Role)[0].id, "Chief"))
    catalogue.keeping(window.session).flush()
    assert recovery_log.replay(log).journey == document.journey
    window.offered["save"].trigger()
    (asked,) = [each for each in window.findChildren(Question) if each.isVisible()]
    assert asked.buttons["elsewhere"].isDefault()
    qtbot.mouseClick(asked.buttons["elsewhere"], Qt.MouseButton.LeftButton)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    assert dialog.selectedFiles()[0].endswith("small (recovered).journey")
    dialog.fileSelected.emit(str(tmp_path / "saved.journey"))
    dialog.done(1)
    assert not window.isWindowModified()
    assert "(recovered)" not in window.windowTitle()
    assert "was saved as" in window.messages.text
    window.messages.dismiss()
    assert window.messages.text == ""
    catalogue.keeping(window.session).flush()
    assert not log.exists()


def test_what_was_recovered_replaces_its_file_only_when_that_is_wanted(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    left_behind("a", "Boss", path=small_file)
    before = small_file.read_bytes()
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    window.offered["save"].trigger()
    (asked,) = [each for each in window.findChildren(Question) if each.isVisible()]
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert small_file.read_bytes() == before
    window.offered["save"].trigger()
    asked = next(each for each in window.findChildren(Question) if each.isVisible())
    qtbot.mouseClick(asked.buttons["replace"], Qt.MouseButton.LeftButton)
    assert native.load(small_file.read_bytes(), "") == document_of(window).journey
    assert document_of(window).path == small_file


def test_where_the_file_is_gone_saving_writes_it_again_without_asking(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    left_behind("a", "Boss", path=small_file)
    small_file.unlink()
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    window.offered["save"].trigger()
    assert document_of(window).path == small_file
    assert native.load(small_file.read_bytes(), "") == document_of(window).journey


def test_later_leaves_it_for_the_next_start(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "Boss")
    content = log.read_bytes()
    window = program.open()
    dialog = offered(window, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert log.read_bytes() == content
    window.offered["recover"].trigger()
    click(offered(window, qtbot), "later", qtbot)
    (orphan,) = recovery.orphans()
    orphan.leave()


def test_what_is_discarded_is_kept_aside(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "Boss")
    content = log.read_bytes()
    window = program.open()
    click(offered(window, qtbot), "discard", qtbot)
    assert not log.exists()
    assert [each.read_bytes() for each in recovery.aside().iterdir()] == [content]
    assert "kept for 60 days" in window.messages.text
    window.offered["recover"].trigger()
    qtbot.waitUntil(lambda: "nothing to recover" in window.messages.text)


def test_discarding_can_be_undone(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "Boss")
    content = log.read_bytes()
    window = program.open()
    click(offered(window, qtbot), "discard", qtbot)
    assert window.messages.button.text() == "Undo"
    qtbot.mouseClick(window.messages.button, Qt.MouseButton.LeftButton)
    dialog = offered(window, qtbot)
    assert log.read_bytes() == content
    assert not list(recovery.aside().iterdir())
    click(dialog, "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    assert first_role(window) == "Boss"


def test_several_are_given_back_in_windows_of_their_own_and_what_is_not_ticked_stays(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    for name in ("One", "Two", "Three"):
        left_behind(name, name)
    window = program.open(small_file)
    dialog = offered(window, qtbot)
    assert len(dialog.boxes) == 3
    qtbot.mouseClick(dialog.boxes[1], Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert not dialog.boxes[1].isChecked()
    click(dialog, "recover", qtbot)
    session = window.session
    qtbot.waitUntil(lambda: len(session.windows) == 3)
    qtbot.waitUntil(lambda: all(each.document is not None for each in session.windows))
    (orphan,) = recovery.orphans()
    orphan.leave()


def test_with_nothing_ticked_there_is_nothing_to_do_but_to_wait(program: Program, qtbot: QtBot) -> None:
    left_behind("a", "Boss")
    window = program.open()
    dialog = offered(window, qtbot)
    dialog.boxes[0].click()
    assert not dialog.recover_button.isEnabled()
    assert not dialog.discard_button.isEnabled()
    click(dialog, "later", qtbot)


def test_a_log_that_cannot_be_read_is_moved_aside_and_told(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "Boss")
    log.write_bytes(b"rubbish")
    window = program.open()
    qtbot.waitUntil(lambda: "recovery log cannot be read" in window.messages.text)
    assert [each.read_bytes() for each in recovery.aside().iterdir()] == [b"rubbish"]


def test_what_was_saved_just_before_the_end_is_not_offered(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    log = left_behind("a", "Boss", path=small_file)
    small_file.write_bytes(native.dump(recovery_log.replay(log).journey))
    window = program.open()
    qtbot.waitUntil(lambda: not log.exists())
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy)
    assert window.findChildren(RecoveryDialog) == []


def test_what_another_running_program_edits_is_not_offered(program: Program, qtbot: QtBot) -> None:
    held = lock.acquire(left_behind("a", "Boss").with_suffix(".lock"))
    assert held is not None
    window = program.open()
    window.offered["recover"].trigger()
    qtbot.waitUntil(lambda: "nothing to recover" in window.messages.text)
    held.release()


def test_closing_the_program_while_it_is_offered_leaves_it(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "Boss")
    window = program.open()
    offered(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not log.with_suffix(".lock").exists())
    assert log.exists()
    (orphan,) = recovery.orphans()
    orphan.leave()


def test_a_large_one_is_read_and_drawn_by_the_worker(program: Program, qtbot: QtBot) -> None:
    left_behind("a", "Boss", start=large_journey(LARGE + 100))
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    assert first_role(window) == "Boss"


def test_what_was_recovered_asks_before_it_is_closed(program: Program, qtbot: QtBot) -> None:
    left_behind("a", "Boss")
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    assert not window.close()
    (asked,) = [each for each in window.findChildren(Question) if each.isVisible()]
    qtbot.mouseClick(asked.buttons["discard"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recovery.orphans() == [])
    assert list(recovery.folder().glob("*.log")) == []


def test_a_log_read_in_part_says_so(program: Program, qtbot: QtBot) -> None:
    log = left_behind("a", "One", "Two", "Three")
    log.write_bytes(log.read_bytes().replace(b"Two", b"Twi"))
    window = program.open()
    click(offered(window, qtbot), "later", qtbot)
    window.offered["recover"].trigger()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    assert first_role(window) == "One"
    assert "in part" in window.messages.text
    assert len(list(recovery.aside().iterdir())) == 1


def test_a_disk_that_takes_no_log_is_told_and_editing_goes_on(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "AGAIN_S", 0.05)
    window = program.open(small_file)
    recovery.folder().parent.mkdir(parents=True, exist_ok=True)
    recovery.folder().write_bytes(b"in the way")
    assert window.do(lambda journey: rename_role(journey, "role-cfo", "Boss"))
    qtbot.waitUntil(lambda: "recovery log cannot be written" in window.messages.text)
    assert window.do(lambda journey: rename_role(journey, "role-cfo", "Chief"))
    recovery.folder().unlink()
    qtbot.waitUntil(lambda: "is written again" in window.messages.text)
    (log,) = recovery.folder().glob("*.log")
    assert recovery_log.replay(log).journey == document_of(window).journey
