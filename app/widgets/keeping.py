"""The recovery of a program's documents: each step and all that is being typed goes to its log, and what an earlier
program lost is offered.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from app.files import claims, recovery
from app.files.recovery import Orphan
from app.files.recovery_log import Header, Op, Replayed, step_of, unsaid
from app.files.recovery_writer import Log, Writer
from app.i18n import tr
from app.model.change import Applied
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.widgets.document import Document
from app.widgets.session import Session


class Lost(NamedTuple):
    """A journey that was not saved, or in which somebody typed, when its program ended."""

    orphan: Orphan
    replayed: Replayed
    is_in_file: bool  # only what was being typed is lost


class Found(NamedTuple):
    """What was looked for at a start: journeys that can be given back, and how many logs cannot be read."""

    lost: tuple[Lost, ...]
    unreadable: int


class Keeping(QObject):
    """Keeps the logs of all open documents, by one worker."""

    _refused = Signal(object)  # JourneyError, or none when all is well again

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._logs: dict[Document, Log] = {}
        self._writer = Writer(recovery.folder(), self._refused.emit)
        self._said = ""
        self._refused.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def note(self, document: Document, op: Op, applied: Applied, is_joined: bool) -> None:
        """Note a step of a document."""
        step = step_of(op, applied, document.journey, is_joined)
        self._log_of(document).take(step, document.journey.snapshot)

    def typed(self, document: Document, drafts: tuple[Draft, ...]) -> None:
        """Note all that is being typed in a document."""
        journey = document.journey
        found = (unsaid(draft, journey) for draft in drafts)
        self._log_of(document).draft(tuple(each for each in found if each is not None), journey.snapshot)

    def saved(self, document: Document) -> None:
        """The document was saved: what is to be recovered begins with what was done since."""
        log = self._logs.get(document)
        if log is None:
            return
        if document.is_clean:
            log.clear()
            document.drafts.tell_again()
        else:
            log.begin_anew()

    def closed(self, document: Document) -> None:
        """The person has closed the document: nothing of it is to be recovered."""
        log = self._logs.pop(document, None)
        if log is not None:
            log.close()

    def adopt(self, document: Document, lost: Lost) -> None:
        """Go on in the log of the journey that this document was recovered from."""
        found = lost.replayed
        if not found.is_whole:
            lost.orphan.keep_copy()
        self._logs[document] = self._writer.continued_log(
            lost.orphan.path, lost.orphan.lock, found.entries, found.good_bytes, lambda: _header(document)
        )

    def flush(self) -> bool:
        """Wait until all is on the disk; tell whether it is."""
        return self._writer.flush()

    def leave(self) -> None:
        """The program ends with documents open: leave their logs for the next start."""
        for log in self._logs.values():
            log.leave()
        self._logs.clear()
        self._writer.close()

    def close(self) -> None:
        """Write what is left and end the worker."""
        self._writer.close()

    def _log_of(self, document: Document) -> Log:
        if document not in self._logs:
            self._logs[document] = self._writer.new_log(lambda: _header(document))
        return self._logs[document]

    def _tell(self, refusal: JourneyError | None) -> None:
        messages = self._session.front_messages()
        if messages is None:
            return
        if refusal is None:
            messages.withdraw(self._said)
            messages.say("info", tr("The recovery log is written again."))
        else:
            self._said = str(refusal)
            messages.tell(refusal, stays=True)


def look_for_lost() -> Found:
    """Return what programs that were killed have left behind; logs that cannot be read are set aside.

    What its program had saved just before it ended is not lost, and its log is removed.
    """
    lost: list[Lost] = []
    unreadable = 0
    for orphan in recovery.orphans():
        try:
            replayed = orphan.replay()
        except JourneyError:
            unreadable += 1
            orphan.set_aside()
            continue
        is_in_file = orphan.is_in_file(replayed)
        if replayed.is_empty or (is_in_file and not replayed.drafts):
            orphan.remove()
        else:
            lost.append(Lost(orphan, replayed, is_in_file))
    recovery.forget_old()
    claims.forget_old()
    return Found(tuple(lost), unreadable)


def _header(document: Document) -> Header:
    path = document.path or (document.origin if document.is_recovered else None)
    title, stamp = document.title[:1000], document.stamp
    if path is None or stamp is None:
        return Header(title=title, path=str(path or "")[:8000])
    return Header(title=title, path=str(path), size=stamp.size, mtime_ns=stamp.mtime_ns, digest=stamp.digest)
