"""Commands on files: new, open, save, copies, pictures, settings, quitting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n import tr
from app.model.journey import Journey
from app.widgets import catalogue
from app.widgets.document import Document
from app.widgets.saving import Saving
from app.widgets.session import open_locally
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.watching import Watching


class Files:
    """Reads and writes files for one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self.saving = Saving(window)
        self._watching: Watching | None = None

    def keep(self, document: Document) -> None:
        """Keep every step of the document for recovery."""
        session = self._window.session
        document.witness = lambda op, applied, is_joined: catalogue.keeping(session).note(
            document, op, applied, is_joined
        )
        document.drafts.witness = lambda drafts: catalogue.keeping(session).typed(document, drafts)

    def look_after(self) -> None:
        """Look after the document's file, when the window stands; the first window offers what was lost."""
        if self._window.document is not None and self._watching is None:
            self._watching = catalogue.watching(self._window, lambda: self.saving.is_writing)
            self._watching.follow()
            catalogue.keeping(self._window.session)  # now rather than at the first key
            catalogue.overhear(self._window)
        if self._window.session.begins():
            catalogue.offer_lost(self._window.session, is_asked=False)

    def look(self) -> None:
        """Look whether the file was changed by others: the person has come back to the window."""
        if self._watching is not None:
            self._watching.look()

    def closed(self) -> None:
        """Let go of the document: its window is closed."""
        if self._watching is not None:
            self._watching.stop()
        if self._window.document is not None:
            self._window.document.witness = self._window.document.drafts.witness = None
            if self._window.session.keeping is not None:  # else there was no step
                catalogue.keeping(self._window.session).closed(self._window.document)

    def save(self) -> None:
        """Save the journey to its file."""
        self._window.take_over()
        self.saving.save()

    def save_as(self) -> None:
        """Save the journey to another file and go on there."""
        self._window.take_over()
        self.saving.save_as()

    def save_copy(self) -> None:
        """Write a copy of the journey to another file."""
        self._window.take_over()
        self.saving.save_copy()

    def revert(self) -> None:
        """Go back to what the file holds, when the person wants that."""
        document = self._window.document
        if document is None or document.path is None or self._watching is None:
            return
        self._window.take_over()
        question, watching = catalogue.ask_to_revert(document, self._window), self._watching

        def answered() -> None:
            if question.answer == "revert":
                watching.reload(tr("Revert to Saved"))

        question.finished.connect(answered)
        question.open()

    def recover(self) -> None:
        """Offer what was lost earlier."""
        catalogue.offer_lost(self._window.session, is_asked=True)

    def new_journey(self) -> None:
        dialog = catalogue.new_dialog(self._window.session, self._window)
        dialog.chosen.connect(self._window.opening.begin)
        dialog.open()

    def open_file(self) -> None:
        self._window.opening.ask(self._window)

    def close_window(self) -> None:
        self._window.close()

    def quit(self) -> None:
        self._window.session.close_all()

    def export_picture(self) -> None:
        if self._window.document is not None:
            dialog = catalogue.export_dialog(self._window.document, self._window.session, self._window)
            dialog.exported.connect(self._tell_exported)
            dialog.open()

    def print_picture(self) -> None:
        document = self._window.document
        if document is None:
            return
        records, view, name = document.journey.snapshot(), document.view_state.view, document.title
        theme = self._window.session.looks.theme
        self._window.start(
            tr("Drawing the map…"),
            lambda _report: catalogue.drawing_to_print(Journey.of(records), view),
            lambda drawing: catalogue.print_preview(drawing, name, theme, self._window).open(),
        )

    def show_settings(self) -> None:
        catalogue.settings_dialog(self._window.session, self._window).open()

    def _tell_exported(self, path: str) -> None:
        folder = Path(path).parent
        self._window.messages.say(
            "info", tr("The map was exported as {name}.", name=Path(path).name), tr("Show Folder"),
            lambda: open_locally(folder),
        )  # fmt: skip
