"""Saving the journey of one window: where to, what it would overwrite, and what is asked before it is closed."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from app.files import atomic, claims, native
from app.files import catalogue as formats
from app.files.stamp import Stamp, current, stamp_of_written
from app.i18n import tr
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.model.record import Record
from app.widgets import catalogue
from app.widgets.document import Document
from app.widgets.file_names import file_name, free_name, with_extension
from app.widgets.jobs import Job
from app.widgets.messages import sentence_of
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.dialogs.question import Question

AT_ONCE_RECORDS = 3_000  # written within a blink, where the disk is not slow
PATIENCE_S = 0.5  # with the disk; then the worker goes on alone
PATIENCE_AT_END_S = 20.0
Then = Callable[[], object]


def nothing() -> None:
    """Do nothing more."""


class Saving(QObject):
    """Saves on behalf of one window. Of several wishes while a file is being written the last counts."""

    def __init__(self, window: JourneyWindow) -> None:
        super().__init__(window)
        self._window = window
        self._next: Then | None = None
        self._is_writing = False
        self._job: Job | None = None  # the last one
        self._may_close = False
        self._forgotten: tuple[Draft, ...] = ()  # what the person would rather not finish
        self._refusal = ""  # the sentence that told it last

    @property
    def is_writing(self) -> bool:
        """Tell whether a file is being written now."""
        return self._is_writing

    def save(self, then: Then = nothing) -> None:
        """Save to the journey's file, or ask for one; ask before what somebody else saved is overwritten."""
        document = self._window.document
        if document is None:
            return
        if self._is_writing:  # until it is told, the file looks like one that somebody else wrote
            self._next = partial(self.save, then)
            return
        lost = document.origin if document.is_recovered and document.path is None else None
        if lost is not None and not os.path.exists(lost):  # noqa: PTH110  also where one may not look
            self._save_to(str(lost), then)
        elif lost is not None:
            self._ask(catalogue.ask_to_replace_by_recovered(lost, self._window), lost, then)
        elif document.path is None:
            self.save_as(then)
        elif document.stamp is not None and _is_other(document.path, document.stamp):
            self._ask(catalogue.ask_to_overwrite(document.path, self._window), document.path, then)
        else:
            self._write(document.path, then)

    def save_at_once(self) -> bool:
        """Save without asking, as the person's session ends; tell whether the file holds the journey now."""
        document = self._window.document
        waited: Job | None = None
        while self._job is not None and self._job is not waited:  # another one: what was wished meanwhile
            waited = self._job
            waited.wait(PATIENCE_AT_END_S)
        if document is None or document.path is None or self._is_writing:
            return False
        if document.stamp is not None and _is_other(document.path, document.stamp):
            return False
        document.history.begin_saving()
        try:
            stamp = write(document.path, document.journey.snapshot())
        except JourneyError:
            document.history.give_up_saving()
            return False
        self._saved(document, document.path, nothing, stamp)
        return True

    def save_as(self, then: Then = nothing) -> None:
        """Ask for a file and save there; the journey goes on in that file."""
        document = self._window.document
        if document is not None:
            self._ask_where(
                tr("Save As"), f"{file_name(document)}.journey", partial(self._save_to, then=then)
            )

    def _save_beside(self, then: Then) -> None:
        """Ask for a file, and propose one that is not there yet."""
        document = self._window.document
        if document is not None:
            name = free_name(self._folder(), file_name(document), "journey")
            self._ask_where(tr("Save As"), name, partial(self._save_to, then=then))

    def save_copy(self) -> None:
        """Ask for a file and write a copy there; the journey stays where it is."""
        document = self._window.document
        if document is not None:
            name = free_name(self._folder(), tr("{name} (copy)", name=file_name(document)), "journey")
            self._ask_where(tr("Save a Copy"), name, self._write_copy)

    def may_close(self) -> bool:
        """Tell whether closing loses nothing; else ask, and close the window after the answer."""
        document = self._window.document
        if self._is_writing:
            self._next = self._window.close  # asks again what is unsaved then
            return False
        if document is None or self._may_close:
            return True
        typed = document.drafts.look()
        is_forgotten = typed == self._forgotten
        if is_forgotten and not document.is_modified:
            return True
        question = (
            catalogue.ask_to_save(document, self._window)
            if is_forgotten
            else catalogue.ask_to_forget(typed, self._window)
        )
        question.finished.connect(lambda _: self._close_after(question.answer, typed))
        self._window.activateWindow()
        question.open()
        return False

    def _close_after(self, answer: str, typed: tuple[Draft, ...]) -> None:
        if answer == "save":
            self.save(self._window.close)
        elif answer == "forget":
            self._forgotten = typed
            self._window.close()
        elif answer == "discard":
            self._may_close = True
            self._window.close()
        else:
            self._forgotten = ()
            self._window.session.stay()

    def _ask(self, question: Question, path: Path, then: Then) -> None:
        """Ask whether to replace the file, and do as is answered."""

        def answered() -> None:
            if question.answer == "replace":
                self._save_to(str(path), then, is_asked=True)
            elif question.answer == "elsewhere":
                self._save_beside(then)
            else:
                self._window.session.stay()

        question.finished.connect(answered)
        question.open()

    def _folder(self) -> Path:
        document = self._window.document
        near = (document.path or document.origin) if document is not None else None
        recent = self._window.session.settings.recent_files
        return near.parent if near else Path(recent[0]).parent if recent else Path.home()

    def _ask_where(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        kind = tr("Journey")
        dialog = QFileDialog(self._window, title, str(self._folder()), f"{kind} (*.journey)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("journey")  # before it asks whether to replace a file
        dialog.selectFile(name)
        dialog.fileSelected.connect(chosen)
        dialog.rejected.connect(self._window.session.stay)
        dialog.open()

    def _save_to(self, name: str, then: Then, *, is_asked: bool = False) -> None:
        path = _with_suffix(name)
        other = self._window.session.window_of(path)
        if other is not None and other.document is not self._window.document:
            what = tr("This journey is open in another window.")
            self._window.messages.tell(JourneyError(what, path.name, tr("Save under another name.")))
            self._window.session.stay()
        elif path != Path(name).absolute() and path.exists() and not is_asked:
            self._ask(
                catalogue.ask_to_overwrite(path, self._window), path, then
            )  # the dialog asked for another name
        else:
            self._write(path, then)

    def _write(self, path: Path, then: Then) -> None:
        document = self._window.document
        if document is None:
            return
        if self._is_writing:
            self._next = partial(self._write, path, then)
            return
        document.history.begin_saving()
        self._start(
            document,
            path,
            partial(self._saved, document, path, then),
            partial(self._failed, self.save_as, document),
        )

    def _write_copy(self, name: str) -> None:
        document, path = self._window.document, _with_suffix(name)
        if document is None:
            return
        if document.path is not None and claims.key_of(path) == claims.key_of(document.path):
            self.save()
            return
        if self._is_writing:
            self._next = partial(self._write_copy, name)
            return
        self._start(document, path, partial(self._copied, path), partial(self._failed, self.save_copy, None))

    def _start(
        self,
        document: Document,
        path: Path,
        done: Callable[[Stamp], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Write the journey as it is now; what is large and what is written to a slow disk keeps nobody waiting."""
        records = document.journey.snapshot()
        self._is_writing = True
        title = tr("Saving {name}…", name=path.name)
        job = self._window.session.writing.start(title, lambda _report: write(path, records), done, failed)
        self._job = job
        if len(records) > AT_ONCE_RECORDS or not job.wait(PATIENCE_S):
            document.state_changed.emit()  # it is being saved

    def _saved(self, document: Document, path: Path, then: Then, stamp: Stamp) -> None:
        self._is_writing = False
        self._window.messages.withdraw(self._refusal)
        is_new = document.path != path
        document.saved_as(path, stamp)
        if self._window.session.keeping is not None:  # else there was no step
            catalogue.keeping(self._window.session).saved(document)
        if is_new:
            self._window.session.remember_file(path)
            self._window.messages.say("info", tr("The journey was saved as {name}.", name=path.name))
        self._go_on()
        then()

    def _copied(self, path: Path, _stamp: Stamp) -> None:
        self._is_writing = False
        self._window.messages.withdraw(self._refusal)
        self._window.session.remember_file(path)
        self._window.messages.say("info", tr("A copy was saved as {name}.", name=path.name))
        self._go_on()

    def _failed(self, elsewhere: Then, document: Document | None, error: Exception) -> None:
        self._is_writing = False
        if document is not None:
            document.history.give_up_saving()
            document.state_changed.emit()
        self._window.session.stay()
        self._refusal = sentence_of(error)
        self._window.messages.say("error", self._refusal, tr("Save &As…"), elsewhere, stays=True)
        self._go_on()

    def _go_on(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            following()


def write(path: Path, records: tuple[Record, ...]) -> Stamp:
    """Write the records to the file, whole or not at all; return its stamp. Raises JourneyError."""
    data = native.file_of(records)
    atomic.write(path, data)
    return stamp_of_written(path, data)


def _with_suffix(name: str) -> Path:
    path = Path(name).absolute()
    is_ours = formats.by_extension(path.name) is formats.by_extension("a.journey")
    return path if is_ours else with_extension(path, "journey")


def _is_other(path: Path, known: Stamp) -> bool:
    """Tell whether somebody else wrote the file since we did; one that is gone has nothing to lose."""
    now = current(path, known)
    return now is not None and now.digest != known.digest
