"""Giving back what an earlier program lost: looked for by the worker, offered in a dialog, opened as unsaved."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.files import recovery
from app.files.recovery_log import Replayed
from app.i18n import quoted, tr, trn
from app.model.change import Change
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.widgets.dialogs.recovery import RecoveryDialog
from app.widgets.document import Document
from app.widgets.keeping import Found, Keeping, Lost, look_for_lost
from app.widgets.messages import Remedy
from app.widgets.picture import Made, make
from app.widgets.session import Session, Window, open_locally
from app.widgets.window import JourneyWindow

MOST_SHOWN = 120  # characters of words in a message


class Recovering:
    """Offers what was lost, once at a start and whenever the person asks."""

    def __init__(self, session: Session, keeping: Keeping) -> None:
        self._session = session
        self._keeping = keeping

    def look(self, *, is_asked: bool) -> None:
        """Look for what was lost, and offer it in the window in front."""
        self._session.jobs.start(
            tr("Looking for unsaved journeys…"), lambda _report: look_for_lost(),
            partial(self._offer, is_asked), self._session.tell_error,
        )  # fmt: skip

    def _offer(self, is_asked: bool, found: Found) -> None:
        window = self._session.front()
        if window is None or not isinstance(window, QWidget):
            self._decide([], [], list(found.lost))
            return
        if found.unreadable:
            words = trn(
                "A recovery log cannot be read. It was moved aside.",
                "{count} recovery logs cannot be read. They were moved aside.",
                found.unreadable,
            )
            window.messages.say("warn", words, tr("Show Folder"), _show_aside, stays=True)
        if found.lost:
            dialog = RecoveryDialog(found.lost, window)
            undecided = list(found.lost)
            dialog.decided.connect(undecided.clear)
            dialog.decided.connect(partial(self._decide))  # which keeps this alive as long as the dialog
            dialog.destroyed.connect(lambda: self._leave(undecided))  # with its window
            dialog.open()
        elif is_asked and not found.unreadable:
            window.messages.say("info", tr("There is nothing to recover."))

    def _decide(self, recovered: list[Lost], discarded: list[Lost], left: list[Lost]) -> None:
        self._leave(left)
        moved = [(lost.orphan.set_aside(), lost.orphan.path) for lost in discarded]
        window = self._session.front()
        if discarded and window is not None:
            words = tr("What was discarded is kept for 60 days.")
            window.messages.say(
                "info", words, tr("Undo"), partial(self._take_back, moved),
                other=Remedy(tr("Show Folder"), _show_aside), stays=True,
            )  # fmt: skip
        for lost in recovered:
            self._recover(lost)

    def _take_back(self, moved: Iterable[tuple[Path | None, Path]]) -> None:
        """Offer again what was discarded."""
        for aside, path in moved:
            if aside is not None:
                recovery.put_back(aside, path)
        self.look(is_asked=True)

    def _leave(self, left: Iterable[Lost]) -> None:
        for lost in left:
            lost.orphan.leave()

    def _recover(self, lost: Lost) -> None:
        journey = lost.replayed.journey
        view, theme = self._session.first_view(), self._session.looks.name

        def refuse(error: Exception) -> None:
            lost.orphan.leave()
            self._session.tell_error(error)

        self._session.jobs.start(
            tr("Drawing the map…"),
            lambda report: make(journey, view, theme, report=report),
            partial(self._show, lost),
            refuse,
        )

    def _show(self, lost: Lost, made: Made) -> None:
        found = lost.replayed
        origin = Path(found.header.path) if found.header.path else None
        is_file = lost.is_in_file and origin is not None and self._session.window_of(origin) is None
        path = origin if is_file else None
        window = self._session.show_journey(found.journey, path, self._session.front(), made)
        document = window.document
        assert isinstance(document, Document)
        if path is None:
            document.recover(found.history, origin)
        else:
            document.stamp = found.header.stamp
        self._keeping.adopt(document, lost)
        place = document.history.place
        homeless = _resume(window, document, found.drafts)
        still = tuple(draft for draft in found.drafts if draft.is_line or draft in homeless)
        self._keeping.typed(document, still)  # until the bar has the line, and other words are copied
        is_typed = document.history.place > place or len(still) > len(homeless)
        _tell(window, document, _words_about(found, document, is_typed))
        if homeless:
            _tell_homeless(window, homeless)


def _words_about(found: Replayed, document: Document, is_typed: bool) -> str:
    if not found.is_whole:
        return tr(
            "This journey was recovered in part: the end of its log cannot be read. It is not saved yet."
        )
    if not document.is_recovered:
        return tr("What was being typed is there again.") if is_typed else ""
    if is_typed:
        return tr("This journey was recovered, with what was being typed. It is not saved yet.")
    return tr("This journey was recovered. It is not saved yet.")


def _tell(window: Window, document: Document, words: str) -> None:
    """Say what was recovered, until it is saved."""
    if not document.is_recovered:
        if words:
            window.messages.say("info", words)
        return
    window.messages.say("warn", words, stays=True)

    def withdraw() -> None:
        if not document.is_recovered:
            window.messages.withdraw(words)

    document.state_changed.connect(withdraw)


def _resume(window: Window, document: Document, drafts: Iterable[Draft]) -> list[Draft]:
    """Take over what was being typed, and put lines back into the capture bar; return what has no place any more."""
    homeless = []
    for draft in drafts:
        if draft.is_line and isinstance(window, JourneyWindow):
            window.resume_line(draft.words)
        elif draft.change is None or not _take_over(document, draft, draft.change):
            homeless.append(draft)
    return homeless


def _take_over(document: Document, draft: Draft, change: Change) -> bool:
    if draft.is_joined:
        document.history.resume_merging()
    else:
        document.end_merging()
    try:
        document.do(change)
    except JourneyError:
        return False
    document.end_merging()
    document.select(record.id for record in change.put)
    return True


def _tell_homeless(window: Window, homeless: Iterable[Draft]) -> None:
    """Say what was being typed and is nowhere in the journey, so that it is not lost."""
    words = "\n\n".join(draft.words for draft in homeless)
    shown = " · ".join(quoted(draft.shown(MOST_SHOWN)) for draft in homeless)
    window.messages.say(
        "warn", tr("What was being typed has no place in the journey any more: {words}", words=shown),
        tr("&Copy"), lambda: QGuiApplication.clipboard().setText(words), stays=True,
    )  # fmt: skip


def _show_aside() -> None:
    open_locally(recovery.aside())
