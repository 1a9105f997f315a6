"""Opening journeys: by dialog, drop, recent file or command line; small files at once, large ones by a job."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from app.files import catalogue, templates
from app.files.stamp import Stamp, read_with_stamp
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.places import resource
from app.widgets.jobs import Job, Report
from app.widgets.messages import sentence_of
from app.widgets.picture import Made, make
from app.widgets.session import Session, Window

AT_ONCE_BYTES = 400_000  # read within a blink


class Read(NamedTuple):
    """A journey read from a file, what its format could not carry, in sentences, and its picture where it is large."""

    journey: Journey
    notes: tuple[str, ...]
    stamp: Stamp | None = None
    made: Made | None = None


def read(path: Path) -> Read:
    """Return the journey in a file; raises JourneyError where there is none."""
    notes: list[str] = []
    data, stamp = read_with_stamp(path)
    return Read(catalogue.open_journey(data, str(path), notes.append), tuple(notes), stamp)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Opening:
    """Opens journeys on behalf of one window: in it while it is empty, then in new ones."""

    def __init__(self, session: Session, window: Window, follow: Callable[[Job], None]) -> None:
        self._session = session
        self._window = window
        self._follow = follow
        self._refusals: list[str] = []

    def ask(self, parent: QWidget) -> None:
        """Let the person choose files and open them."""
        recent = self._session.settings.recent_files
        folder = str(Path(recent[0]).parent) if recent else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Open a Journey"), folder, _filters())
        self.open(Path(name) for name in chosen)

    def open(self, paths: Iterable[Path]) -> None:
        """Open these files; what is wrong with one of them is said, and nothing else changes."""
        while self._refusals:  # told of other files
            self._window.messages.withdraw(self._refusals.pop())
        for path in paths:
            if self._raise_open(path):
                continue
            if _size(path) <= AT_ONCE_BYTES:
                self._open_now(path)
            else:
                self._open_in_job(path)

    def sample(self, name: str) -> None:
        """Open a sample journey as a journey that has no file yet."""
        self._make(lambda: read(resource("samples") / f"{name}.journey").journey)

    def begin(self, template: str) -> None:
        """Begin a new journey from a template."""
        self._make(lambda: templates.begin(template))

    def _make(self, make: Callable[[], Journey]) -> None:
        try:
            journey = make()
        except JourneyError as error:
            self._window.messages.tell(error)
            return
        self._session.show_journey(journey, None, self._window)

    def _open_now(self, path: Path) -> None:
        try:
            found = read(path)
        except Exception as error:
            self._refuse(path, error)
        else:
            self._show(path, found)

    def _open_in_job(self, path: Path) -> None:
        view, theme = self._session.first_view(), self._session.looks.name

        def task(report: Report) -> Read:
            found = read(path)
            report(0.3)
            made = make(found.journey, view, theme, report=lambda part: report(0.3 + 0.7 * part))
            return found._replace(made=made)

        title = tr("Opening {name}…", name=path.name)
        job = self._session.jobs.start(
            title, task, lambda found: self._show(path, found), lambda error: self._refuse(path, error)
        )
        self._follow(job)

    def _show(self, path: Path, found: Read) -> None:
        window = self._session.show_journey(found.journey, path, self._window, found.made)
        document = window.document
        if document is not None and document.path is not None:
            document.stamp = found.stamp
        if found.notes:
            window.messages.say("warn", " ".join(found.notes), stays=True)

    def _refuse(self, path: Path, error: Exception) -> None:
        if not path.exists():
            self._session.forget_file(path)
        self._refusals.append(sentence_of(error))
        self._window.messages.say("error", self._refusals[-1], stays=True)

    def _raise_open(self, path: Path) -> bool:
        window = self._session.window_of(path)
        if window is not None:
            window.activateWindow()
            self._session.remember_file(path)
        return window is not None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _filters() -> str:
    rows = catalogue.FORMATS
    every = " ".join(f"*{extension}" for row in rows for extension in row.extensions)
    each = [f"{row.title()} ({' '.join(f'*{extension}' for extension in row.extensions)})" for row in rows]
    ours, all_files = tr("All journeys"), tr("All files")
    return ";;".join([f"{ours} ({every})", *each, f"{all_files} (*)"])
