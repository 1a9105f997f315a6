from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.files import recovery, recovery_log
from app.model.change import Change
from app.model.draft import Draft
from app.model.edits.roles import rename_role
from app.model.records import Role, Touchpoint
from app.widgets import catalogue
from app.widgets.capture.bar import CaptureBar
from app.widgets.capture.many import CaptureMany
from app.widgets.dialogs.question import Question
from app.widgets.docks.inspector.adding import AddingBox
from app.widgets.docks.inspector.form import Form
from app.widgets.docks.inspector.panel import Inspector
from app.widgets.docks.outline.panel import Outline
from app.widgets.docks.table.panel import Table
from app.widgets.fields.naming import NameLine
from app.widgets.fields.times import DurationField
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import document_of


def drafts_in_logs() -> list[Draft]:
    found = [recovery_log.replay(path) for path in sorted(recovery.folder().glob("*.log"))]
    return [draft for each in found for draft in each.drafts]


def words_in_logs() -> list[str]:
    return [each.words for each in drafts_in_logs()]


def type_into(field: QWidget, words: str, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)


def inspector_of(window: MainWindow, *selected: str) -> Inspector:
    document_of(window).select(selected)
    found = window.panels.widget("inspector")
    assert isinstance(found, Inspector)
    return found


def form_of(inspector: Inspector) -> Form:
    assert isinstance(inspector.form, Form)
    return inspector.form


def touchpoint(window: MainWindow, title: str) -> str:
    return next(each.id for each in document_of(window).journey.all(Touchpoint) if each.title == title)


def change_in(draft: Draft, window: MainWindow) -> Change:
    """The draft's change, which the journey takes."""
    assert draft.change is not None
    document_of(window).do(draft.change)
    document_of(window).undo()
    return draft.change


def test_a_description_in_the_inspector_is_in_the_log_as_steps_with_every_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    inspector = inspector_of(window, touchpoint(window, "Kick-off"))
    binding = form_of(inspector).binding("description")
    assert binding is not None
    type_into(binding.control.widget(), "Slow", qtbot)
    assert catalogue.keeping(window.session).flush()
    (log,) = recovery.folder().glob("*.log")
    found = recovery_log.replay(log)
    assert found.journey.the(Touchpoint, touchpoint(window, "Kick-off")).description == "Slow"
    assert found.drafts == ()


def test_a_time_that_waits_for_a_pause_is_in_the_log_before_it(window: MainWindow, qtbot: QtBot) -> None:
    inspector = inspector_of(window, touchpoint(window, "Kick-off"))
    field = next(each for each in inspector.findChildren(DurationField) if each.isVisible())
    type_into(field, "3 d", qtbot)
    field._pause.setInterval(100_000)
    field._pause.start()
    qtbot.waitUntil(lambda: words_in_logs() == ["3 d"])
    (draft,) = drafts_in_logs()
    assert change_in(draft, window)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert catalogue.keeping(window.session).flush()
    assert words_in_logs() == []


def test_what_would_be_one_more_is_in_the_log_until_it_is(window: MainWindow, qtbot: QtBot) -> None:
    inspector = inspector_of(window, touchpoint(window, "Kick-off"))
    box = next(each for each in inspector.findChildren(AddingBox))
    type_into(box.line, "Nobody came", qtbot)
    qtbot.waitUntil(lambda: words_in_logs() == ["Nobody came"])
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert catalogue.keeping(window.session).flush()
    assert words_in_logs() == []


def test_a_name_that_is_being_written_is_in_the_log(window: MainWindow, qtbot: QtBot) -> None:
    inspector = inspector_of(window, "role-cfo")
    line = next(each for each in inspector.findChildren(NameLine) if each.isVisible())
    type_into(line, "Ada", qtbot)
    qtbot.waitUntil(lambda: words_in_logs() == ["Ada"])
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    inspector_of(window)
    assert catalogue.keeping(window.session).flush()
    assert words_in_logs() == []


def test_a_cell_of_the_table_is_in_the_log_as_the_change_it_would_be(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.offered["table"].trigger()
    table = window.panels.widget("table")
    assert isinstance(table, Table)
    index = table.model.index(0, table.model.place_of("title"))
    table.view.setCurrentIndex(index)
    table.view.setFocus()
    qtbot.keyClicks(table.view, "L")
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not table.view
    qtbot.keyClicks(editor, "unch")
    qtbot.waitUntil(lambda: words_in_logs() == ["Lunch"])
    (draft,) = drafts_in_logs()
    assert [each.title for each in change_in(draft, window).put if isinstance(each, Touchpoint)] == ["Lunch"]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    table.view.setFocus()
    qtbot.waitUntil(lambda: words_in_logs() == [])


def test_a_name_in_the_outline_is_in_the_log_as_the_change_it_would_be(
    window: MainWindow, qtbot: QtBot
) -> None:
    outline = window.panels.widget("outline")
    assert isinstance(outline, Outline)
    outline.view.setFocus()
    outline.view.go_to("role-cfo", is_edited=True)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not outline.view)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Finance")
    qtbot.waitUntil(lambda: words_in_logs() == ["Finance"])
    (draft,) = drafts_in_logs()
    assert "Finance" in [each.name for each in change_in(draft, window).put if isinstance(each, Role)]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: words_in_logs() == [])


def test_lines_that_are_looked_through_are_in_the_log_until_they_are_added(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.capturing.preview("CFO: one\nCFO: two")
    dialog = next(each for each in window.findChildren(CaptureMany))
    qtbot.waitUntil(lambda: words_in_logs() == ["CFO: one\nCFO: two"])
    dialog.reject()
    qtbot.waitUntil(lambda: words_in_logs() == [])


def question_in(window: MainWindow) -> Question:
    (found,) = [each for each in window.findChildren(Question) if each.isVisible()]
    return found


def test_a_window_with_a_line_in_its_capture_bar_asks_before_it_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.offered["capture"].trigger()
    bar = window.panels.widget("capture")
    assert isinstance(bar, CaptureBar)
    qtbot.keyClicks(bar.field, "CFO: budget rev")
    assert not window.close()
    question = question_in(window)
    assert "“CFO: budget rev” is not in the journey yet." in question.accessibleDescription()
    QTest.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClicks(bar.field, "iew")
    assert bar.field.line == "CFO: budget review"
    assert not window.close()
    qtbot.mouseClick(question_in(window).buttons["forget"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.windows == [])
    assert list(recovery.folder().glob("*.log")) == []


def test_closing_takes_over_what_is_typed_in_place_and_asks_to_save_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.canvas is not None
    window.canvas.type_in(document_of(window).journey.info.id, "title")
    assert window.canvas.typing.editor is not None
    qtbot.keyClicks(window.canvas.typing.editor, "Lunch")
    assert not window.close()
    assert document_of(window).journey.info.title == "Lunch"
    question = question_in(window)
    assert "save" in question.buttons
    question.reject()


def test_words_that_are_refused_are_asked_about_before_the_window_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.canvas is not None
    window.canvas.type_in(document_of(window).journey.info.id, "title")
    editor = window.canvas.typing.editor
    assert editor is not None
    editor.setPlainText("much too long " * 40)
    assert not window.close()
    question = question_in(window)
    assert "much too long much" in question.accessibleDescription()
    question.reject()
    assert window.canvas.typing.editor is editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert window.close()


def test_who_cancels_the_question_about_saving_is_asked_about_the_words_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    document = document_of(window)
    document.do(rename_role(document.journey, "role-cfo", "Boss"))
    window.offered["capture"].trigger()
    bar = window.panels.widget("capture")
    assert isinstance(bar, CaptureBar)
    qtbot.keyClicks(bar.field, "CFO: x")
    window.close()
    qtbot.mouseClick(question_in(window).buttons["forget"], Qt.MouseButton.LeftButton)
    saving = question_in(window)
    assert "save" in saving.buttons
    saving.reject()
    window.close()
    assert "forget" in question_in(window).buttons
    question_in(window).reject()
