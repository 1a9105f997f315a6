"""What all windows of the program share: settings, looks, the worker, and which windows there are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.collector import look_at_all_again
from app.files import preferences
from app.files.claims import key_of
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.view import View
from app.settings import Settings
from app.widgets import crash
from app.widgets.document import Document
from app.widgets.jobs import Jobs
from app.widgets.messages import MessageBar
from app.widgets.picture import Made
from app.widgets.theme import Looks

MOST_RECENT = 12
PATIENCE_S = 0.5  # with a picture that nobody waits for any more


class Window(Protocol):
    """What the session knows of a window."""

    messages: MessageBar

    @property
    def is_empty(self) -> bool: ...
    @property
    def document(self) -> Document | None: ...
    @property
    def path(self) -> Path | None: ...
    def show_journey(self, journey: Journey, path: Path | None, made: Made | None = None) -> None: ...
    def show(self) -> None: ...
    def close(self) -> bool: ...
    def activateWindow(self) -> None: ...
    def isActiveWindow(self) -> bool: ...


class Keeper(Protocol):
    """What the session knows of recovery."""

    def close(self) -> None: ...
    def leave(self) -> None: ...


class Session(QObject):
    """The program while it runs; `settings_changed` is emitted after settings were changed and kept.

    A sentence emitted by `went_wrong`, from any thread and in the midst of anything, is shown in the window in front.
    """

    settings_changed = Signal()
    went_wrong = Signal(str)

    def __init__(self, looks: Looks, settings: Settings, make_window: Callable[[Session], Window]) -> None:
        super().__init__()
        self.looks = looks
        self.settings = settings
        self.jobs = Jobs(self)
        self.sketching = Jobs(self)  # small pictures for cards do not wait for a large file
        self.writing = Jobs(self)  # files that are saved wait for no picture
        self.keeping: Keeper | None = None  # made by the catalogue when it is needed first
        self.windows: list[Window] = []
        self._make_window = make_window
        self._has_begun = False
        self._is_quitting = False
        self._is_closing = False
        self.went_wrong.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def first_view(self) -> View:
        """Return how a journey is looked at first: as the last one was."""
        kept = self.settings.window
        return View(spacing=kept.spacing, detail=kept.detail)

    def show_journey(
        self, journey: Journey, path: Path | None, window: Window | None, made: Made | None = None
    ) -> Window:
        """Show a journey in this window where it is empty, else in a new one; `made` is its picture made ahead."""
        if window is None or not window.is_empty:
            window = self._make_window(self)
            self.windows.append(window)
        window.show_journey(journey, path.absolute() if path else None, made)
        window.show()
        window.activateWindow()
        if path is not None:
            self.remember_file(path)
        return window

    def window_of(self, path: Path) -> Window | None:
        """Return the window that shows this file, by whatever way it is named, or none."""
        wanted = key_of(path)
        return next((each for each in self.windows if each.path and key_of(each.path) == wanted), None)

    def begins(self) -> bool:
        """Tell whether nobody has asked this before."""
        is_first, self._has_begun = not self._has_begun, True
        return is_first

    def closed(self, window: Window) -> None:
        """Forget a window that was closed; with the last one the workers end."""
        if window in self.windows:
            self.windows.remove(window)
            look_at_all_again()
        if not self.windows:
            self.end()
        elif self._is_quitting:
            self.close_all()

    def close_all(self) -> None:
        """Close every window, first those that have to ask; who cancels one keeps the others."""
        if self._is_closing:
            return
        self._is_quitting = self._is_closing = True
        try:
            for window in sorted(self.windows, key=_has_nothing_to_lose):
                if not window.close():
                    return  # it asks, and goes on here when it is closed
            self._is_quitting = False
        finally:
            self._is_closing = False

    def stay(self) -> None:
        """Do not go on to close windows: the person has other wishes."""
        self._is_quitting = False

    def end(self) -> bool:
        """End the workers; tell whether they have ended. What is being saved is waited for, pictures only a moment."""
        self.writing.close()
        if self.keeping is not None:
            self.keeping.close()
        has_ended = [jobs.close(PATIENCE_S) for jobs in (self.sketching, self.jobs)]
        return all(has_ended)

    def front(self) -> Window | None:
        """Return the window in which the person works, or none."""
        return next(iter(sorted(self.windows, key=lambda window: not window.isActiveWindow())), None)

    def front_messages(self) -> MessageBar | None:
        """Return where to tell what concerns no window."""
        window = self.front()
        return window.messages if window is not None else None

    def tell_error(self, error: Exception) -> None:
        """Tell the sentence of an error in the window in front."""
        messages = self.front_messages()
        if messages is not None:
            messages.tell(error, stays=True)

    def _tell(self, sentence: str) -> None:
        path, messages = crash.log_path(), self.front_messages()
        if messages is not None:
            messages.say("error", sentence, tr("Show Log"), lambda: open_locally(path), stays=True)

    def change_settings(self, **fields: Any) -> None:
        """Change settings and keep them; where the disk refuses, they hold until the program ends."""
        values = {name: getattr(self.settings, name) for name in Settings.model_fields}
        changed = Settings(**{**values, **fields})
        if changed == self.settings:
            return
        self.settings = changed
        with suppress(JourneyError):
            preferences.save(changed)
        self.looks.want(changed.theme)
        self.settings_changed.emit()

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path.absolute())
        others = [other for other in self.settings.recent_files if other != name]
        self.change_settings(recent_files=(name, *others)[:MOST_RECENT])

    def forget_file(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self.change_settings(
            recent_files=tuple(other for other in self.settings.recent_files if other != str(path))
        )


def _has_nothing_to_lose(window: Window) -> bool:
    return window.document is None or not window.document.is_modified


def open_locally(path: Path) -> bool:
    """Open a file or folder with the program that the person's system has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
