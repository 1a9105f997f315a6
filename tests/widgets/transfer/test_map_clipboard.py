from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.drawing.palette import looks_of
from app.drawing.tokens import LIGHT
from app.files import embed, native
from app.model.records import Insight, Link, Role, Touchpoint
from app.widgets.dialogs.roles_to_map import RolesToMap
from app.widgets.transfer import mime
from tests.robot import Robot
from tests.widgets.conftest import Dialogs, Program
from tests.world import journey, role, touch

Start = Callable[[Path], Robot]


@pytest.fixture
def robot(program: Program, small_file: Path, qtbot: QtBot) -> Robot:
    """Hands before a window with the small journey, the keyboard on the map."""
    window = program.open(small_file)
    window.resize(1500, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.canvas is not None
    window.canvas.setFocus()
    return Robot(window, qtbot)


def titles(robot: Robot) -> list[str]:
    return [each.title for each in robot.document.journey.all(Touchpoint)]


def selected(robot: Robot) -> list[Touchpoint]:
    chosen = robot.document.selection
    return [each for each in robot.document.journey.all(Touchpoint) if each.id in chosen]


def put(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def test_a_copy_is_pasted_beside_the_original_and_moves_on(robot: Robot) -> None:
    robot.click(*robot.marker("Kick-off", "CFO"))
    assert robot.document.selection == {"touch-kick-off"}
    robot.press("Ctrl+C")
    assert robot.window.messages.text == "1 touchpoint was copied."
    robot.press("Ctrl+V")
    (first,) = selected(robot)
    assert (first.title, first.start, first.origin) == ("Kick-off", 16, "touch-kick-off")
    robot.press("Ctrl+V")
    (second,) = selected(robot)
    assert (second.start, second.origin) == (17, "touch-kick-off")
    assert [part.feeling for part in second.participations] == [2, 2, 2]
    robot.press("Ctrl+Z", "Ctrl+Z")
    assert len(titles(robot)) == 5


def test_pasting_by_the_context_menu_goes_to_the_lane_and_time_under_the_pointer(robot: Robot) -> None:
    robot.document.select(("touch-request-lands",))
    robot.press("Ctrl+C")
    at = robot.on_screen(*robot.in_lane("Account manager", 9))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, robot.canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(robot.canvas.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "&Paste").trigger()
    menu.close()
    (pasted,) = selected(robot)
    assert (pasted.start, pasted.roles) == (9, ("role-account-manager",))
    assert pasted.participations[0].feeling == -2


def test_links_and_insights_come_along(robot: Robot) -> None:
    robot.document.select(("touch-budget-request", "touch-request-lands"))
    robot.press("Ctrl+C", "Ctrl+V")
    assert len(robot.document.journey.all(Link)) == 2
    assert len(robot.document.journey.all(Insight)) == 2
    new = {each.id for each in selected(robot)}
    assert {robot.document.journey.all(Link)[0].source, robot.document.journey.all(Link)[1].source} & new


def test_what_is_cut_is_gone_and_comes_back_where_it_is_pasted(robot: Robot) -> None:
    robot.document.select(("touch-kick-off",))
    robot.press("Ctrl+X")
    assert "Kick-off" not in titles(robot)
    assert robot.document.history.undo_label.startswith("Cut ")
    robot.press("Ctrl+V")
    assert "Kick-off" in titles(robot)
    assert robot.document.history.undo_label.startswith("Paste ")


def test_duplicates_stand_one_later_and_are_selected(robot: Robot) -> None:
    robot.document.select(("touch-kick-off", "touch-intro-call"))
    robot.press("Ctrl+D")
    assert [(each.title, each.start) for each in selected(robot)] == [("Intro call", 6), ("Kick-off", 16)]
    assert len({each.id for each in robot.document.journey.all(Touchpoint)}) == 7


def test_nothing_selected_is_told(robot: Robot) -> None:
    robot.press("Ctrl+C")
    assert robot.window.messages.text == "Select touchpoints to copy."
    robot.press("Ctrl+X")
    assert robot.window.messages.text == "Select touchpoints to cut."


def test_of_other_records_the_words_are_copied(robot: Robot) -> None:
    robot.document.select((robot.document.journey.all(Insight)[0].id,))
    robot.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Nobody told the CFO"


def test_a_field_with_the_keyboard_copies_and_pastes_its_own_words(robot: Robot, qtbot: QtBot) -> None:
    robot.document.select(("touch-kick-off",))
    field = QLineEdit("some words")
    robot.window.statusBar().addWidget(field)
    field.setFocus()
    field.selectAll()
    qtbot.waitUntil(field.hasFocus)
    robot.choose("copy")
    assert QGuiApplication.clipboard().text() == "some words"
    field.clear()
    robot.press("Ctrl+V")
    robot.choose("paste")
    assert field.text() == "some wordssome words"
    assert len(titles(robot)) == 5
    field.deleteLater()


def test_a_table_becomes_touchpoints(robot: Robot) -> None:
    put("Title\tStart\tRoles\nAudit\t20\tCFO\nReport\t21\tIT manager, CFO\n")
    robot.press("Ctrl+V")
    assert [(each.title, each.start, len(each.roles)) for each in selected(robot)] == [
        ("Audit", 20, 1),
        ("Report", 21, 2),
    ]
    assert robot.window.messages.text == "2 touchpoints were pasted."


def test_a_table_without_titles_is_read_from_the_left(robot: Robot) -> None:
    put("Audit\t20\nReport\t21\n")
    robot.press("Ctrl+V")
    assert [(each.title, each.start) for each in selected(robot)] == [("Audit", 20), ("Report", 21)]


def test_a_table_without_titles_that_cannot_be_is_told_how_it_was_read(robot: Robot) -> None:
    put("Audit\tCFO\nReport\tCFO\n")
    robot.press("Ctrl+V")
    assert robot.window.messages.text == (
        "Row 1, Start: “CFO” is no place on the timeline. A first row can say what the columns are; "
        "without one they are: Title, Start, Duration, Channel, Roles."
    )
    assert len(titles(robot)) == 5


def test_a_table_that_cannot_be_is_refused_as_a_whole(robot: Robot) -> None:
    put("Title\tStart\nAudit\t20\nReport\tlater\n")
    robot.press("Ctrl+V")
    assert robot.window.messages.text.startswith("Row 2, Start: “later” is no place on the timeline.")
    assert len(titles(robot)) == 5
    put("Title\tStart\nAudit\t20\n")
    robot.press("Ctrl+V")
    assert robot.window.messages.text == "1 touchpoint was pasted."
    robot.window.messages.dismiss()
    assert robot.window.messages.text == ""


def test_lines_of_text_go_to_the_preview_of_the_capture(robot: Robot, dialogs: Dialogs) -> None:
    put("CFO: budget review\nIT manager: reply")
    robot.press("Ctrl+V")
    robot.qtbot.waitUntil(lambda: bool(dialogs.titles))
    assert len(titles(robot)) == 5


def test_one_line_of_text_goes_to_the_capture_bar(robot: Robot) -> None:
    put("CFO: budget review\n")
    robot.press("Ctrl+V")
    assert robot.window.panels["capture"]
    robot.press("Return")
    assert "budget review" in titles(robot)


def test_strangers_are_asked_for_and_answered_by_keys(robot: Robot) -> None:
    other = journey(touch("Audit", "CFOs", "Auditor", at=3, feeling=1))
    data = QMimeData()
    data.setData(mime.MEDIA_TYPE, native.dump(other))
    QGuiApplication.clipboard().setMimeData(data)
    robot.press("Ctrl+V")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RolesToMap)
    assert [choice.currentText() for choice in dialog.choices.values()] == ["Add as a new role"] * 2
    dialog.choices["role-cfos"].setCurrentIndex(dialog.choices["role-cfos"].findText("CFO"))
    robot.press("Return")
    (audit,) = selected(robot)
    assert [robot.document.journey.the(Role, each).name for each in audit.roles] == ["CFO", "Auditor"]
    robot.choose("undo")
    assert len(robot.document.journey.all(Role)) == 3


def test_a_role_that_comes_along_takes_no_other_roles_colour(robot: Robot) -> None:
    before = looks_of(robot.document.journey, LIGHT)
    other = journey(
        role("CFO"), role("Auditor", colour=before["role-it-manager"].colour), touch("Audit", "Auditor", at=3)
    )
    data = QMimeData()
    data.setData(mime.MEDIA_TYPE, native.dump(other))
    QGuiApplication.clipboard().setMimeData(data)
    robot.press("Ctrl+V", "Return")
    after = looks_of(robot.document.journey, LIGHT)
    assert len(after) == 4
    assert {each: after[each] for each in before} == before


def test_a_hostile_clipboard_gets_a_sentence_and_changes_nothing(robot: Robot) -> None:
    before = robot.document.journey.records()
    for payload in (
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"format":"journeylines","version":1,"minor":0,"records":[{}]}',
    ):
        data = QMimeData()
        data.setData(mime.MEDIA_TYPE, payload)
        QGuiApplication.clipboard().setMimeData(data)
        robot.press("Ctrl+V")
        assert robot.window.messages.text.startswith("The clipboard")
        robot.window.messages.dismiss()
    assert robot.document.journey.records() == before


def test_a_file_from_the_file_manager_is_opened(robot: Robot, tmp_path: Path) -> None:
    path = tmp_path / "other.journey"
    path.write_bytes(native.dump(journey(touch("Audit", "CFO", at=3))))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    robot.press("Ctrl+V")
    assert [each.path for each in robot.window.session.windows][1:] == [path]
    assert len(titles(robot)) == 5


def test_a_picture_with_a_journey_inside_is_pasted_and_one_without_is_told(robot: Robot) -> None:
    picture = QMimeData()
    other = native.dump(journey(touch("Audit", "CFO", at=3)))
    picture.setData("image/svg+xml", embed.into_svg(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', other))
    QGuiApplication.clipboard().setMimeData(picture)
    robot.press("Ctrl+V")
    assert "Audit" in titles(robot)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    robot.press("Ctrl+V")
    assert "carries no journey" in robot.window.messages.text


def test_nothing_on_the_clipboard_is_told(robot: Robot) -> None:
    QGuiApplication.clipboard().clear()
    robot.press("Ctrl+V")
    assert "nothing on the clipboard" in robot.window.messages.text
