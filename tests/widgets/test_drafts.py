from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.files import recovery, recovery_log
from app.files.recovery_log import Header, drafts_line, head_lines, step_line, step_of, unsaid
from app.model.draft import Draft
from app.model.edits.records import remove_records
from app.model.edits.roles import rename_role
from app.model.history import History
from app.model.records import JourneyInfo, Role, Touchpoint
from app.widgets import catalogue
from app.widgets.capture.bar import CaptureBar
from app.widgets.capture.many import CaptureMany
from app.widgets.dialogs.question import Question
from app.widgets.document import Document
from app.widgets.drafts import Drafts
from app.widgets.main_window import MainWindow
from app.widgets.map.inline_editor import InlineEditor
from tests.widgets.conftest import Program, small
from tests.widgets.test_recovering import click, document_of, offered


def in_logs() -> list[str]:
    """The words of all drafts that a start would find now."""
    found = [recovery_log.replay(path) for path in sorted(recovery.folder().glob("*.log"))]
    return [draft.words for each in found for draft in each.drafts]


def editor_of(window: MainWindow) -> InlineEditor:
    assert window.canvas is not None
    found = window.canvas.typing.editor
    assert found is not None
    return found


def type_title(window: MainWindow, words: str, qtbot: QtBot) -> InlineEditor:
    """Type the journey's title in its place, and do not confirm it."""
    assert window.canvas is not None
    window.canvas.type_in(document_of(window).journey.info.id, "title")
    editor = editor_of(window)
    qtbot.keyClicks(editor, words)
    return editor


def bar_of(window: MainWindow) -> CaptureBar:
    found = window.panels.widget("capture")
    assert isinstance(found, CaptureBar)
    return found


def left_behind(
    *drafts: Draft, steps: tuple[str, ...] = (), path: Path | None = None, is_role_gone: bool = False
) -> Path:
    """A log as a program leaves it that was killed while somebody typed."""
    recovery.folder().mkdir(parents=True, exist_ok=True)
    made, history = small(), History()
    data = head_lines(Header(title=made.info.title, path=str(path or "")), made.records())
    typed = [each for draft in drafts if (each := unsaid(draft, made)) is not None]
    changes = [rename_role(made, "role-cfo", name) for name in steps]
    changes += [remove_records(made, ["role-cfo"])] if is_role_gone else []
    number = 0
    for number, change in enumerate(changes, 1):
        applied = history.do(made, change)
        data += step_line(number, step_of("do", applied, made, is_joined=False))
    log = recovery.folder() / "a.log"
    log.write_bytes(data + drafts_line(number, typed))
    return log


def named(name: str) -> Draft:
    """The role's name being typed."""
    return Draft(name, "Name", rename_role(small(), "role-cfo", name))


def recovered(window: MainWindow, qtbot: QtBot) -> Document:
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None and window.is_furnished)
    return document_of(window)


def test_what_is_typed_in_place_is_in_the_log_without_being_confirmed(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    editor = type_title(window, "Lunch", qtbot)
    qtbot.waitUntil(lambda: in_logs() == ["Lunch"])
    qtbot.keyClicks(editor, " with the board")
    qtbot.waitUntil(lambda: in_logs() == ["Lunch with the board"])
    assert document_of(window).journey.info.title == "Buying a platform"
    (log,) = recovery.folder().glob("*.log")
    (draft,) = recovery_log.replay(log).drafts
    assert draft.change is not None
    assert [each.title for each in draft.change.put if isinstance(each, JourneyInfo)] == [
        "Lunch with the board"
    ]


def test_enter_makes_a_draft_a_step_and_esc_leaves_nothing_of_it(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    qtbot.keyClick(type_title(window, "Lunch", qtbot), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: in_logs() == ["Lunch"])
    qtbot.keyClick(editor_of(window), Qt.Key.Key_Escape)
    catalogue.keeping(window.session).flush()
    assert list(recovery.folder().glob("*.log")) == []
    editor = type_title(window, "Dinner", qtbot)
    qtbot.waitUntil(lambda: in_logs() == ["Dinner"])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    catalogue.keeping(window.session).flush()
    (log,) = recovery.folder().glob("*.log")
    found = recovery_log.replay(log)
    assert (found.entries, found.drafts, found.journey.info.title) == (1, (), "Dinner")


def test_a_key_costs_no_look_at_what_is_typed(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    looks: list[int] = []

    def asked() -> Iterator[Draft]:
        looks.append(1)
        yield from ()

    document_of(window).drafts.ask(asked)
    editor = type_title(window, "", qtbot)
    for _ in range(100):
        editor.insertPlainText("x")
    assert looks == []
    qtbot.waitUntil(lambda: looks == [1])


def test_while_somebody_types_on_what_was_typed_is_told_again_and_again(qtbot: QtBot) -> None:
    drafts, words, told = Drafts(), [""], list[tuple[Draft, ...]]()
    drafts.witness = told.append
    drafts.ask(lambda: [Draft(words[0])])

    def type_on() -> bool:
        words[0] += "x"
        drafts.soon()
        return len(told) >= 3

    qtbot.waitUntil(type_on)
    assert len({each[0].words for each in told}) == len(told)


def test_a_line_in_the_capture_bar_is_in_the_log_until_it_is_added_or_sent_away(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    window.offered["capture"].trigger()
    bar = bar_of(window)
    qtbot.keyClicks(bar.field, "CFO: budget rev")
    qtbot.waitUntil(lambda: in_logs() == ["CFO: budget rev"])
    window.offered["save"].trigger()
    catalogue.keeping(window.session).flush()
    assert in_logs() == ["CFO: budget rev"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    catalogue.keeping(window.session).flush()
    assert in_logs() == []
    assert "budget rev" in [each.title for each in document_of(window).journey.all(Touchpoint)]
    qtbot.keyClicks(bar.field, "IT: x")
    qtbot.waitUntil(lambda: in_logs() == ["IT: x"])
    while window.panels["capture"]:
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    catalogue.keeping(window.session).flush()
    assert in_logs() == []


def test_after_a_kill_what_was_being_typed_is_offered_and_becomes_the_last_step(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    log = left_behind(named("Finance"), steps=("Boss", "Chief"), path=small_file)
    window = program.open()
    (box,) = offered(window, qtbot).boxes
    assert "2 steps not saved" in box.accessibleDescription()
    assert "Being typed: “Finance”" in box.accessibleDescription()
    document = recovered(window, qtbot)
    assert document.journey.the(Role, "role-cfo").name == "Finance"
    assert "with what was being typed" in window.messages.text
    catalogue.keeping(window.session).flush()
    again = recovery_log.replay(log)
    assert (again.journey, again.drafts, again.entries) == (document.journey, (), 3)
    window.offered["undo"].trigger()
    assert document.journey.the(Role, "role-cfo").name == "Chief"
    window.offered["undo"].trigger()
    assert document.journey.the(Role, "role-cfo").name == "Boss"


def test_a_line_of_the_capture_bar_is_there_again_and_nothing_is_added(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    log = left_behind(Draft("CFO: budget rev", "Capture", is_line=True), path=small_file)
    window = program.open()
    assert "Being typed: “CFO: budget rev”" in offered(window, qtbot).boxes[0].accessibleDescription()
    before = small_file.read_bytes()
    document = recovered(window, qtbot)
    bar = bar_of(window)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.field.hasFocus())
    assert bar.field.line == "CFO: budget rev"
    assert "What was being typed is there again." in window.messages.text
    assert (document.path, document.is_modified, document.is_recovered) == (small_file, False, False)
    qtbot.waitUntil(lambda: [each.words for each in recovery_log.replay(log).drafts] == ["CFO: budget rev"])
    qtbot.keyClicks(bar.field, "iew")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert "budget review" in [each.title for each in document.journey.all(Touchpoint)]
    assert small_file.read_bytes() == before
    window.offered["save"].trigger()
    assert not [each for each in window.findChildren(Question) if each.isVisible()]
    assert b"budget review" in small_file.read_bytes()
    catalogue.keeping(window.session).flush()
    assert not log.exists()


def test_a_kill_before_the_bar_is_there_again_does_not_lose_its_line(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    log = left_behind(Draft("CFO: budget rev", "Capture", is_line=True), steps=("Boss",), path=small_file)
    window = program.open()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: window.document is not None)
    catalogue.keeping(window.session).flush()
    assert [each.words for each in recovery_log.replay(log).drafts] == ["CFO: budget rev"]
    qtbot.waitUntil(lambda: window.is_furnished)


def test_lines_that_were_looked_through_are_shown_again(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    left_behind(Draft("CFO: one\nIT: two", "Lines", is_line=True), path=small_file)
    window = program.open()
    recovered(window, qtbot)
    (dialog,) = window.findChildren(CaptureMany)
    assert dialog.model.lines == ("CFO: one", "IT: two")
    dialog.reject()


def test_a_file_that_is_open_already_is_not_opened_twice(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    left_behind(named("Finance"), path=small_file)
    window = program.open(small_file)
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: len(window.session.windows) == 2)
    other = window.session.windows[1]
    assert isinstance(other, MainWindow)
    qtbot.waitUntil(lambda: other.is_furnished)
    assert document_of(other).journey.the(Role, "role-cfo").name == "Finance"
    assert document_of(other).is_recovered
    assert document_of(window).path == small_file


def test_words_that_have_no_place_any_more_are_told_and_can_be_copied(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    words = "Finance " * 30
    left_behind(named(words.strip()), path=small_file, is_role_gone=True)
    window = program.open()
    document = recovered(window, qtbot)
    assert document.history.place == 1
    assert "has no place in the journey any more: “Finance" in window.messages.text
    assert len(window.messages.text) < 300
    qtbot.mouseClick(window.messages.button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == words.strip()
    assert window.messages.text.startswith("This journey was recovered")


def killed_twin(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Recover what a start would find if the program were killed now, in another window."""
    (log,) = recovery.folder().glob("*.log")
    (recovery.folder() / "twin.log").write_bytes(log.read_bytes())
    window.offered["recover"].trigger()
    click(offered(window, qtbot), "recover", qtbot)
    qtbot.waitUntil(lambda: len(window.session.windows) == 2)
    twin = window.session.windows[1]
    assert isinstance(twin, MainWindow)
    qtbot.waitUntil(lambda: twin.is_furnished)
    return twin


def test_a_new_touchpoint_whose_title_was_being_typed_is_one_step_after_a_kill_too(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    before = document_of(window).journey.all(Touchpoint)
    window.offered["insert_touchpoint"].trigger()
    qtbot.keyClicks(editor_of(window), "Asks for numbers")
    qtbot.waitUntil(lambda: in_logs() == ["Asks for numbers"])
    document = document_of(killed_twin(window, qtbot))
    (made,) = set(document.journey.all(Touchpoint)) - set(before)
    assert made.title == "Asks for numbers"
    assert document.selection == {made.id}
    assert document.history.place == 1
    assert document.history.undo_label == "Add touchpoint Asks for numbers"
    document.undo()
    assert document.journey.all(Touchpoint) == before
