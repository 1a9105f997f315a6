"""The end of the person's session: the computer shuts down, or they log out, while the program runs."""

from __future__ import annotations

from typing import Protocol

from app.i18n import tr
from app.widgets import catalogue
from app.widgets.main_window import MainWindow
from app.widgets.session import Session


class Manager(Protocol):
    """What we need of QSessionManager."""

    def allowsInteraction(self) -> bool: ...
    def release(self) -> None: ...
    def cancel(self) -> None: ...


def end_of_session(session: Session, manager: Manager) -> None:
    """Ask what is to become of unsaved journeys, as far as the system lets us; what stays unsaved is offered next time."""
    open_windows = [each for each in session.windows if isinstance(each, MainWindow)]
    for each in open_windows:
        each.take_over()
    windows = [each for each in open_windows if each.isWindowModified()]
    is_typing = [bool(each.document.drafts.look()) for each in open_windows if each.document is not None]
    if not windows:
        if any(is_typing):
            catalogue.keeping(session).flush()
        return
    answer = "later"
    if manager.allowsInteraction():
        question = catalogue.ask_at_end_of_session(
            [window.document.title for window in windows if window.document], windows[0]
        )
        question.exec()
        answer = question.answer
        manager.release()
    if not answer:
        manager.cancel()
        windows[0].messages.say("info", tr("The session goes on."))
        return
    if answer == "save":
        for window in windows:
            window.commands.files.saving.save_at_once()
    catalogue.keeping(session).flush()
