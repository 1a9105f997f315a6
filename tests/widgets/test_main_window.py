from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.export import export
from app.files import native, preferences
from app.settings import Settings
from app.widgets.cards import Card
from app.widgets.main_window import MainWindow
from app.widgets.welcome import Welcome
from tests.widgets.conftest import SAMPLE, Program, small, status
from tests.world import large_journey


def drop(window: MainWindow, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(300, 300), action, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), action, data, buttons, keys))
    return enter.isAccepted()


def test_a_file_of_the_command_line_is_shown_and_counted(program: Program) -> None:
    window = program.open(SAMPLE)
    assert window.document is not None
    assert window.document.path == SAMPLE.absolute()
    assert window.windowTitle().startswith("Buying a service platform")
    assert status(window).left.text() == "28 touchpoints · 7 roles · saved"
    assert status(window).middle.words == "Buying a service platform: Northwind Logistics"


def test_several_files_open_several_windows(program: Program, small_file: Path) -> None:
    program.open(SAMPLE, small_file)
    assert program.session is not None
    assert [each.path for each in program.session.windows] == [SAMPLE.absolute(), small_file]


def test_a_file_that_is_open_is_brought_to_the_front_instead_of_opened_twice(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    window.opening.open([small_file])
    assert program.session is not None
    assert len(program.session.windows) == 1


def test_a_dropped_file_fills_an_empty_window(program: Program, small_file: Path) -> None:
    window = program.open()
    assert window.is_empty
    assert drop(window, small_file)
    assert window.document is not None
    assert window.document.title == "Buying a platform"


def test_what_is_no_file_cannot_be_dropped(program: Program) -> None:
    assert not drop(program.open())


def test_a_picture_that_carries_a_journey_opens_as_one_that_has_no_file(
    program: Program, tmp_path: Path
) -> None:
    picture = tmp_path / "map.svg"
    picture.write_bytes(export(small()))
    window = program.open(picture)
    assert window.document is not None
    assert window.document.journey == small()
    assert window.document.path is None
    assert "not saved" in status(window).left.text()


def test_a_broken_file_is_told_in_the_message_bar_and_nothing_else_changes(
    program: Program, small_file: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.journey"
    broken.write_bytes(small_file.read_bytes()[:-40])
    window = program.open(small_file)
    before = window.document
    drop(window, broken)
    assert window.messages.kind == "error"
    assert "broken.journey" in window.messages.text
    assert window.document is before
    assert program.session is not None
    assert len(program.session.windows) == 1
    assert str(broken) not in program.session.settings.recent_files


def test_a_message_is_dismissed_by_its_button(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.open(tmp_path / "nowhere.journey")
    assert "nowhere.journey" in window.messages.text
    qtbot.mouseClick(window.messages.dismiss_button, Qt.MouseButton.LeftButton)
    assert window.messages.text == ""


def test_recent_files_are_remembered_on_disk_and_a_missing_one_is_said_and_forgotten(
    program: Program, small_file: Path
) -> None:
    window = program.open(small_file)
    assert preferences.load().recent_files == (str(small_file),)
    other = small_file.with_name("gone.journey")
    window.session.remember_file(other)
    window.opening.open([other])
    assert "gone.journey" in window.messages.text
    assert preferences.load().recent_files == (str(small_file),)


def test_a_large_file_is_read_by_a_job_that_can_be_cancelled(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.journey"
    path.write_bytes(native.dump(large_journey(1500)))
    window = program.open()
    window.opening.open([path])
    assert window.is_empty
    assert window.session.jobs.is_busy
    qtbot.waitUntil(lambda: not window.is_empty)


def test_a_new_window_looks_as_the_last_one_was_left(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    window.action_set["compact"].trigger()
    window.action_set["even"].trigger()
    window.action_set["outline"].trigger()
    window.resize(1000, 700)
    window.close()
    kept = preferences.load().window
    assert (kept.detail, kept.spacing) == ("compact", "even")
    assert (kept.panels["outline"], kept.panels["inspector"]) == (False, True)
    assert kept.geometry


def test_the_theme_changes_while_the_window_is_open(
    program: Program, small_file: Path, qapp: QApplication
) -> None:
    window = program.open(small_file, settings=Settings(theme="light"))
    assert window.document is not None
    light = qapp.palette().window().color().lightness()
    window.action_set["theme_dark"].trigger()
    assert window.document.view_state.theme == "dark"
    assert qapp.palette().window().color().lightness() < light
    assert preferences.load().theme == "dark"
    assert window.action_set["theme_dark"].isChecked()


def test_the_empty_window_offers_templates_and_samples(program: Program, qtbot: QtBot) -> None:
    window = program.open()
    page = window.findChild(Welcome)
    assert page is not None
    names = {card.accessibleName() for card in page.findChildren(Card)}
    assert {"Blank B2B journey", "Buying a service platform"} <= names
    card = next(card for card in page.findChildren(Card) if card.accessibleName() == "Blank B2B journey")
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.document is not None
    assert window.document.path is None


def test_an_empty_window_has_the_keyboard_at_open_a_journey_whatever_is_told(
    program: Program, tmp_path: Path
) -> None:
    window = program.open(tmp_path / "gone.journey")
    assert window.messages.isVisible()
    button = window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text().startswith("Open a Journey")


def test_closing_the_last_window_ends_the_worker(program: Program) -> None:
    window = program.open()
    session = window.session
    window.close()
    assert session.windows == []
    assert not session.jobs.is_busy


def test_the_panels_are_there_only_with_a_journey(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open()
    assert window.panels.widget("outline") is None
    assert not window._toolbar.isVisible()
    window.opening.open([small_file])
    qtbot.waitUntil(lambda: window.is_furnished)
    for panel in ("outline", "inspector"):
        shown = window.panels.widget(panel)
        assert shown is not None
        assert shown.isVisible()
    assert window._toolbar.isVisible()


def test_the_whole_program_runs_and_ends_when_its_window_is_closed(small_file: Path) -> None:
    code = (
        "import sys; from PySide6.QtCore import QTimer; from app.widgets import application as a\n"
        "real = a.start\n"
        "def start(*args):\n"
        "    session = real(*args)\n"
        "    timer = QTimer(session); timer.setInterval(50); timer.start()\n"
        "    timer.timeout.connect(lambda: session.windows[0].is_furnished and session.close_all())\n"
        "    return session\n"
        "a.start = start\n"
        "sys.exit(a.run([sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(small_file)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (
        done.returncode,
        done.stderr.replace("This plugin does not support propagateSizeHints()", "").strip(),
    ) == (0, "")


def test_a_narrow_screen_begins_without_the_inspector_and_can_show_it(
    program: Program, small_file: Path
) -> None:
    window = MainWindow(program.open(small_file).session)
    assert window.width() < 1000  # the screen without a display has 800 px
    assert (window.panels["outline"], window.panels["inspector"]) == (True, False)
    window.close()
