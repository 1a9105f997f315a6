"""The file of one window while others can reach it too: open elsewhere, changed by another program, gone, read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from app.files import catalogue as formats
from app.files import claims
from app.files.lock import Lock
from app.files.stamp import Stamp, current, read_with_stamp
from app.i18n import tr
from app.model.edits.whole import become
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.widgets.document import Document
from app.widgets.messages import Remedy
from app.widgets.window import JourneyWindow

CALM_MS = 300  # others write in several strokes


class Watching(QObject):
    """Looks after the file of a window's document; says what happens to it and lets the person choose."""

    def __init__(
        self, window: JourneyWindow, is_writing: Callable[[], bool], reread: Callable[[Document], None]
    ) -> None:
        """`reread` is called when the document holds again what its file holds."""
        super().__init__(window)
        self._window = window
        self._is_writing = is_writing
        self._reread = reread
        self._path: Path | None = None
        self._claim: Lock | None = None
        self._told: Stamp | None = None  # how the file was when a change was told
        self._is_gone_told = self._is_claim_told = False
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._calm.start)
        self._watcher.directoryChanged.connect(self._calm.start)

    def follow(self) -> None:
        """Look after the document's file from now on, and after the one it is saved to later."""
        document = self._window.document
        if document is not None:
            document.state_changed.connect(self._follow_path)
            self._follow_path()

    def stop(self) -> None:
        """The window is closed: others may have the file."""
        self._let_go()
        self._calm.stop()

    def look(self) -> None:
        """Look whether the file is still the one that we read or wrote, and whether it is open elsewhere."""
        document = self._window.document
        if document is None or document.path is None or self._is_writing():
            return
        self._watch(document.path)
        if self._claim is None:
            self._take_claim(document.path)
        if document.stamp is None:
            return
        now = current(document.path, document.stamp)
        if now is None:
            self._tell_gone(document, document.path)
        elif now.digest == document.stamp.digest:
            document.stamp = now
            self._settle(document.path)
        elif self._told is None or now.digest != self._told.digest:
            self._told = now
            self._tell_changed(document.path)

    def reload(self, label: str) -> None:
        """Read the file again; undo brings back what was here."""
        document = self._window.document
        if document is None or document.path is None:
            return
        path = document.path
        title = tr("Opening {name}…", name=path.name)
        self._window.start(title, lambda _report: _read(path), lambda found: self._become(path, label, found))

    def _become(self, path: Path, label: str, found: tuple[Journey, Stamp] | JourneyError) -> None:
        document = self._window.document
        if document is None or document.path != path:
            return
        if isinstance(found, JourneyError):
            document.mark_unsaved()  # what is here is nowhere else any more
            self._window.messages.tell(found, stays=True)
            return
        journey, stamp = found
        if self._window.do(lambda present: become(present, journey, label)):
            document.saved_as(path, stamp)
            self._reread(document)
            self._settle(path)

    def _follow_path(self) -> None:
        document = self._window.document
        path = document.path if document is not None else None
        if path == self._path:
            return
        self._let_go()
        if self._path is not None:
            self._settle(self._path)
            self._window.messages.withdraw(_claimed_words(self._path))
        self._path, self._is_claim_told = path, False
        if path is not None:
            self._watch(path)
            self._take_claim(path)

    def _watch(self, path: Path) -> None:
        """Watch the file, again where it was replaced, and its folder, where it comes back after it was gone."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = [str(each) for each in (path, path.parent) if str(each) not in watched and each.exists()]
        if missing:
            self._watcher.addPaths(missing)

    def _settle(self, path: Path) -> None:
        """The file is as we know it, or is not ours any more: what was told of it does not hold."""
        self._told, self._is_gone_told = None, False
        self._window.messages.withdraw(_changed_words(path))
        self._window.messages.withdraw(_gone_words(path))

    def _let_go(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _take_claim(self, path: Path) -> None:
        words = _claimed_words(path)
        try:
            self._claim = claims.claim(path)
        except OSError:  # without a place for claims nobody can be told
            return
        if self._claim is not None:
            self._is_claim_told = False
            self._window.messages.withdraw(words)
        elif not self._is_claim_told:
            self._is_claim_told = True
            copy = self._window.document.detach if self._window.document is not None else None
            self._window.messages.say("warn", words, tr("Go On in a Copy"), copy, stays=True)

    def _tell_changed(self, path: Path) -> None:
        self._is_gone_told = False
        self._window.messages.withdraw(_gone_words(path))
        self._window.messages.say(
            "warn", _changed_words(path), tr("Reload"), lambda: self.reload(tr("Reload")),
            other=Remedy(tr("Keep Mine"), self._keep), stays=True,
        )  # fmt: skip

    def _keep(self) -> None:
        if self._window.document is not None:
            self._window.document.mark_unsaved()

    def _tell_gone(self, document: Document, path: Path) -> None:
        if not self._is_gone_told:
            self._is_gone_told = True
            document.mark_unsaved()
            self._told = None
            self._window.messages.withdraw(_changed_words(path))
            self._window.messages.say("warn", _gone_words(path), stays=True)


def _changed_words(path: Path) -> str:
    return tr("“{name}” was changed by another program.", name=path.name)


def _gone_words(path: Path) -> str:
    return tr("“{name}” is not there any more. Save to write it again.", name=path.name)


def _claimed_words(path: Path) -> str:
    return tr(
        "“{name}” is also open in another window or program. Whoever saves last overwrites the other.",
        name=path.name,
    )


def _read(path: Path) -> tuple[Journey, Stamp] | JourneyError:
    try:
        data, stamp = read_with_stamp(path)
        return formats.open_journey(data, str(path)), stamp
    except JourneyError as error:
        return error
