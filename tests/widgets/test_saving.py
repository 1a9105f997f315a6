from __future__ import annotations

import errno
import os
import threading
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.files import atomic, native, recovery
from app.files.catalogue import open_journey, put_into_picture
from app.model.edits.roles import rename_role
from app.model.errors import JourneyError
from app.model.records import Role
from app.widgets import saving as saving_module
from app.widgets.dialogs.question import Question
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program, document_of, small, status


def pixel() -> bytes:
    """A picture of one pixel."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(1, 1, QImage.Format.Format_RGB32).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def rename(window: MainWindow, name: str = "Finance director") -> None:
    assert window.do(lambda journey: rename_role(journey, "role-cfo", name))


def name_in(path: Path) -> str:
    return next(role.name for role in open_journey(path).all(Role) if role.id == "role-cfo")


def question(window: MainWindow, qtbot: QtBot) -> Question:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Question)))
    return next(each for each in window.findChildren(Question) if each.isVisible())


def answer(window: MainWindow, word: str, qtbot: QtBot) -> None:
    asked = question(window, qtbot)
    if word:
        qtbot.mouseClick(asked.buttons[word], Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(asked) or not asked.isVisible())


def choose_file(window: MainWindow, path: Path) -> None:
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.accepted.emit()
    dialog.done(1)


def proposed(window: MainWindow) -> str:
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    return Path(dialog.selectedFiles()[0]).name


def logs() -> list[Path]:
    return list(recovery.folder().glob("*.log"))


def test_ctrl_s_saves_and_the_marks_of_unsaved_changes_go(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert not window.isWindowModified()
    assert not window.offered["save"].isEnabled()
    rename(window)
    assert window.isWindowModified()
    assert status(window).left.text().endswith("not saved")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert name_in(small_file) == "Finance director"
    assert not window.isWindowModified()
    assert status(window).left.text().endswith("· saved")


def test_undoing_to_what_was_saved_is_no_change(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    rename(window)
    window.offered["save"].trigger()
    rename(window, "Boss")
    window.offered["undo"].trigger()
    assert not window.isWindowModified()
    window.offered["undo"].trigger()
    assert window.isWindowModified()


def test_a_sample_has_no_file_and_asks_where(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.open()
    window.opening.sample("running-shoes")
    assert not window.isWindowModified()
    window.offered["save"].trigger()
    choose_file(window, tmp_path / "mine.journey")
    document = document_of(window)
    assert document.path == tmp_path / "mine.journey"
    assert document.is_clean
    assert open_journey(tmp_path / "mine.journey") == document.journey
    assert window.session.settings.recent_files[0] == str(tmp_path / "mine.journey")
    assert "mine.journey" in window.messages.text


def test_a_picture_with_a_journey_inside_is_never_overwritten_by_it(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "map.png"
    picture.write_bytes(put_into_picture(pixel(), "png", small()))
    before = picture.read_bytes()
    window = program.open(picture)
    rename(window)
    window.offered["save"].trigger()
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.selectedFiles()[0].endswith("map.journey")
    choose_file(window, tmp_path / "map.journey")
    assert picture.read_bytes() == before
    assert name_in(tmp_path / "map.journey") == "Finance director"


def test_save_as_goes_on_in_the_new_file(program: Program, small_file: Path, tmp_path: Path) -> None:
    window = program.open(small_file)
    rename(window)
    window.offered["save_as"].trigger()
    choose_file(window, tmp_path / "other")
    assert document_of(window).path == tmp_path / "other.journey"
    rename(window, "Boss")
    window.offered["save"].trigger()
    assert name_in(tmp_path / "other.journey") == "Boss"
    assert name_in(small_file) == "CFO"


def test_save_as_asks_before_it_replaces_a_file_that_the_dialog_did_not_ask_about(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    (tmp_path / "v1.2.journey").write_bytes(b"precious")
    window.offered["save_as"].trigger()
    choose_file(window, tmp_path / "v1.2")
    answer(window, "", qtbot)
    assert (tmp_path / "v1.2.journey").read_bytes() == b"precious"
    assert document_of(window).path == small_file


def test_a_file_that_is_open_in_another_window_is_not_overwritten(
    program: Program, small_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.journey"
    other.write_bytes(native.dump(small()))
    window = program.open(small_file, other)
    rename(window)
    window.offered["save_as"].trigger()
    choose_file(window, other)
    assert "open in another window" in window.messages.text
    assert name_in(other) == "CFO"


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unasked(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    rename(window)
    theirs = native.dump(small()).replace(b"CFO", b"CIO")
    small_file.write_bytes(theirs)
    window.offered["save"].trigger()
    asked = question(window, qtbot)
    assert asked.buttons["elsewhere"].isDefault()
    answer(window, "", qtbot)
    assert small_file.read_bytes() == theirs
    window.offered["save"].trigger()
    answer(window, "replace", qtbot)
    assert name_in(small_file) == "Finance director"
    assert document_of(window).is_clean
    small_file.write_bytes(theirs)
    rename(window, "Boss")
    window.offered["save"].trigger()
    answer(window, "elsewhere", qtbot)
    assert proposed(window) == "small 2.journey"
    choose_file(window, tmp_path / "mine.journey")
    assert small_file.read_bytes() == theirs
    assert name_in(tmp_path / "mine.journey") == "Boss"


def test_a_file_that_is_gone_is_written_again(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    small_file.unlink()
    rename(window)
    window.offered["save"].trigger()
    assert name_in(small_file) == "Finance director"


def test_a_disk_that_refuses_is_said_and_nothing_is_taken_for_saved(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.open(small_file)
    rename(window)
    before = small_file.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        window.offered["save"].trigger()
    assert "The disk is full." in window.messages.text
    assert window.isWindowModified()
    assert small_file.read_bytes() == before
    assert window.messages.button.text() == "Save &As…"
    qtbot.mouseClick(window.messages.button, Qt.MouseButton.LeftButton)
    choose_file(window, tmp_path / "elsewhere.journey")
    assert not window.isWindowModified()
    assert name_in(tmp_path / "elsewhere.journey") == "Finance director"


def test_what_a_disk_refused_once_is_not_said_any_more_when_it_is_saved(
    program: Program, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.open(small_file)
    rename(window)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        window.offered["save"].trigger()
    window.offered["save"].trigger()
    assert not window.isWindowModified()
    assert window.messages.text == ""


def test_a_large_journey_is_saved_by_the_worker_and_what_is_done_meanwhile_is_not_taken_for_saved(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_module, "AT_ONCE_RECORDS", 1)
    window = program.open(small_file)
    rename(window)
    window.offered["save"].trigger()
    assert window.commands.files.saving.is_writing
    rename(window, "Boss")
    qtbot.waitUntil(lambda: not window.commands.files.saving.is_writing)
    assert name_in(small_file) == "Finance director"
    assert window.isWindowModified()
    window.offered["undo"].trigger()
    assert not window.isWindowModified()


def test_a_slow_disk_keeps_nobody_waiting(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.open(small_file)
    saving, may_go_on, fsync = window.commands.files.saving, Event(), os.fsync
    rename(window)

    def slow(descriptor: int) -> None:
        if threading.current_thread().name.startswith("job"):  # not the recovery log
            may_go_on.wait(30)
        fsync(descriptor)

    monkeypatch.setattr(saving_module, "PATIENCE_S", 0.01)
    monkeypatch.setattr(os, "fsync", slow)
    window.offered["save"].trigger()
    assert saving.is_writing
    assert status(window).left.text().endswith("· saving…")
    rename(window, "Boss")
    assert name_in(small_file) == "CFO"
    may_go_on.set()
    qtbot.waitUntil(lambda: not saving.is_writing)
    assert name_in(small_file) == "Finance director"
    assert status(window).left.text().endswith("not saved")


def test_wishes_to_save_while_it_is_saved_are_fulfilled_afterwards(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_module, "AT_ONCE_RECORDS", 1)
    window = program.open(small_file)
    rename(window)
    window.offered["save"].trigger()
    while name_in(small_file) != "Finance director":  # written, and the window has not heard of it yet
        pass
    rename(window, "Boss")
    window.offered["save"].trigger()
    qtbot.waitUntil(lambda: document_of(window).is_clean)
    assert name_in(small_file) == "Boss"


def test_a_window_waits_with_closing_until_the_file_is_written(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_module, "AT_ONCE_RECORDS", 1)
    window = program.open(small_file)
    session = window.session
    rename(window)
    window.offered["save"].trigger()
    assert not window.close()
    qtbot.waitUntil(lambda: session.windows == [])
    assert name_in(small_file) == "Finance director"


def test_a_worker_that_cannot_write_says_so(
    program: Program, small_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_module, "AT_ONCE_RECORDS", 1)
    window = program.open(small_file)
    rename(window)

    def refuse(path: Path, _data: bytes) -> None:
        raise JourneyError("The disk is full.", str(path))

    with monkeypatch.context() as full:
        full.setattr(atomic, "write", refuse)
        window.offered["save"].trigger()
        qtbot.waitUntil(lambda: "The disk is full." in window.messages.text)
    assert window.isWindowModified()


def test_a_copy_does_not_make_the_journey_saved(program: Program, small_file: Path, tmp_path: Path) -> None:
    window = program.open(small_file)
    rename(window)
    window.offered["save_copy"].trigger()
    choose_file(window, tmp_path / "copy.journey")
    assert name_in(tmp_path / "copy.journey") == "Finance director"
    assert document_of(window).path == small_file
    assert window.isWindowModified()
    window.offered["save_copy"].trigger()
    assert proposed(window) == "small (copy).journey"
    choose_file(window, small_file)
    assert not window.isWindowModified()  # a copy over the journey's own file is the journey saved


def test_closing_asks_and_cancel_keeps_all(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    rename(window)
    assert not window.close()
    asked = question(window, qtbot)
    assert "Buying a platform" in asked.accessibleName()
    assert asked.buttons["save"].isDefault()
    answer(window, "", qtbot)
    assert window.isVisible()
    assert window.isWindowModified()
    assert name_in(small_file) == "CFO"


def test_of_several_files_with_one_title_it_is_said_which_is_closed(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.windowTitle().startswith("Buying a platform (small.journey)")
    rename(window)
    window.close()
    assert "(small.journey)" in question(window, qtbot).accessibleName()
    answer(window, "", qtbot)
    window.offered["save_as"].trigger()
    choose_file(window, tmp_path / "buying a platform.journey")
    assert window.windowTitle().startswith("Buying a platform[*]")


def test_a_very_long_name_can_be_copied(program: Program, small_file: Path) -> None:
    long = small_file.rename(small_file.with_name("n" * 247 + ".journey"))
    window = program.open(long)
    window.offered["save_copy"].trigger()
    assert proposed(window).endswith("(copy).journey")
    choose_file(window, long.with_name("short.journey"))
    assert long.with_name("short.journey").exists()


def test_closing_saves_when_that_is_wanted(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    session = window.session
    rename(window)
    window.close()
    QTest.keyClick(question(window, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.windows == [])
    assert name_in(small_file) == "Finance director"
    assert logs() == []


def test_closing_throws_changes_away_when_that_is_wanted(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    session = window.session
    rename(window)
    assert session.keeping is not None
    window.close()
    asked = question(window, qtbot)
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(asked, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: session.windows == [])
    assert name_in(small_file) == "CFO"
    qtbot.waitUntil(lambda: logs() == [])  # the worker takes it away


def test_a_new_journey_that_nobody_touched_closes_at_once(program: Program) -> None:
    window = program.open()
    window.opening.sample("running-shoes")
    assert window.close()


def test_closing_goes_on_after_save_as_and_not_after_its_cancel(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open()
    session = window.session
    window.opening.sample("running-shoes")
    document = document_of(window)
    document.do(rename_role(document.journey, document.journey.all(Role)[0].id, "Runner"))
    window.close()
    answer(window, "save", qtbot)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.reject()
    assert window.isVisible()
    window.close()
    answer(window, "save", qtbot)
    choose_file(window, tmp_path / "run.journey")
    qtbot.waitUntil(lambda: session.windows == [])
    assert open_journey(tmp_path / "run.journey").all(Role)[0].name == "Runner"


def test_quitting_asks_for_each_unsaved_journey_and_cancel_keeps_the_rest(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [small_file, tmp_path / "b.journey", tmp_path / "c.journey"]
    for path in paths[1:]:
        path.write_bytes(native.dump(small()))
    first = program.open(*paths)
    session = first.session
    windows = [each for each in session.windows if isinstance(each, MainWindow)]
    rename(windows[1])
    rename(windows[2])
    first.offered["quit"].trigger()
    answer(windows[1], "save", qtbot)
    answer(windows[2], "", qtbot)
    assert session.windows == [windows[0], windows[2]]
    assert name_in(paths[1]) == "Finance director"
    windows[0].offered["quit"].trigger()
    answer(windows[2], "discard", qtbot)
    qtbot.waitUntil(lambda: session.windows == [])
    assert name_in(paths[2]) == "CFO"


def test_after_a_cancelled_quit_closing_one_window_closes_one(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "b.journey").write_bytes(native.dump(small()))
    first = program.open(small_file, tmp_path / "b.journey")
    session = first.session
    second = session.windows[1]
    assert isinstance(second, MainWindow)
    rename(second)
    first.offered["quit"].trigger()
    answer(second, "", qtbot)
    first.close()
    assert session.windows == [second]


def test_reverting_asks_brings_back_the_file_and_can_be_undone(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert not window.offered["revert"].isEnabled()
    rename(window)
    window.offered["revert"].trigger()
    answer(window, "", qtbot)
    assert window.isWindowModified()
    window.offered["revert"].trigger()
    answer(window, "revert", qtbot)
    document = document_of(window)
    qtbot.waitUntil(lambda: document.is_clean)
    assert document.journey == small()
    assert document.history.undo_label == "Revert to Saved"
    window.offered["undo"].trigger()
    assert document.journey != small()
    assert window.isWindowModified()


def test_every_answer_of_a_question_is_reached_by_keys(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    rename(window)
    window.close()
    asked = question(window, qtbot)
    seen = set()
    for _ in range(6):
        focused = asked.focusWidget()
        assert isinstance(focused, QPushButton)
        seen.add(focused.text())
        QTest.keyClick(asked, Qt.Key.Key_Tab)
    assert {"&Save", "&Don’t Save", "Cancel"} <= seen
    answer(window, "", qtbot)
