"""Real windows with real events: what every test of the window stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.journey import Journey
from app.places import resource
from app.settings import Settings
from app.widgets import saving
from app.widgets.application import start
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from app.widgets.session import Session
from app.widgets.status_bar import StatusBar
from tests.world import buying, channel, insight, weeks

SAMPLE = resource("samples") / "service-platform.journey"
Open = Callable[..., MainWindow]


def small() -> Journey:
    """Three roles, five touchpoints, a wait over its limit, a pain."""
    return buying(
        channel("Email"),
        insight("pain", "Nobody told the CFO", "Request lands"),
        landing=-2,
        kick_off=15,
        wait={"wait_limit": weeks(2)},
        subject="Northwind",
    )


def status(window: MainWindow) -> StatusBar:
    """The line at the foot of a window."""
    found = window.panels.widget("status_bar")
    assert isinstance(found, StatusBar)
    return found


def document_of(window: MainWindow) -> Document:
    """What is open in a window."""
    assert window.document is not None
    return window.document


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """The small journey as a file."""
    path = tmp_path / "small.journey"
    path.write_bytes(native.dump(small()))
    return path


class Program:
    """The program as `run` puts it together, without its event loop."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        self._qapp = qapp
        self._qtbot = qtbot
        self.session: Session | None = None

    def open(self, *paths: Path, settings: Settings | None = None) -> MainWindow:
        """Start with these files; return the first window, furnished and active."""
        session = self.session = start(self._qapp, settings or Settings(), list(paths))
        window = self.window
        window.panels.show_panel("inspector", True)  # the screen without a display is narrow
        window.refresh()
        window.activateWindow()
        self._qtbot.waitExposed(window)
        self._qtbot.waitUntil(
            lambda: all(isinstance(each, MainWindow) and each.is_furnished for each in session.windows)
        )
        return window

    @property
    def window(self) -> MainWindow:
        """The first window."""
        assert self.session is not None
        window = self.session.windows[0]
        assert isinstance(window, MainWindow)
        return window

    def close(self) -> None:
        """End, and leave nothing."""
        if self.session is not None:
            for window in self.session.windows:
                assert isinstance(window, MainWindow)
                window.take_over()
                if window.document is not None:
                    window.document.history.mark_clean()  # nobody is asked
                    window.commands.files.saving._forgotten = window.document.drafts.look()
            self.session.close_all()
            self.session.end()
            self.session.jobs.close()
            self.session.looks.deleteLater()
        self._qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._qapp.processEvents()
        self._qapp.setStyleSheet("")


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program to start; afterwards no window, dialog or worker is left."""
    monkeypatch.setattr(saving, "PATIENCE_S", 30.0)  # the disk of a busy machine may be slow
    made = Program(qapp, qtbot)
    yield made
    made.close()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left, left


@pytest.fixture
def window(program: Program, small_file: Path) -> MainWindow:
    """A window with the small journey."""
    return program.open(small_file)


class Dialogs(QObject):
    """Closes every dialog soon after it opens, and remembers their titles."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._close_one)
        self._timer.start(30)

    def stop(self) -> None:
        self._timer.stop()

    def _close_one(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                self.titles.append(widget.windowTitle())
                widget.reject()


@pytest.fixture
def dialogs(qapp: QApplication) -> Iterator[Dialogs]:
    """Whatever dialog opens is closed like by a person who presses Esc."""
    made = Dialogs()
    yield made
    made.stop()
