"""What the actions do in a window: the `Host` of the action table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.analysis.catalogue import findings
from app.files import atomic, native
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.records import Phase, Role, Touchpoint
from app.widgets import catalogue, crash
from app.widgets.actions import Panel
from app.widgets.document import Document
from app.widgets.file_names import file_name
from app.widgets.jobs import Report
from app.widgets.session import open_locally
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.clipboard import Pictures

T = TypeVar("T")


class Commands:
    """Does what a person asks of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self._session = window.session
        self._finding = -1

    @property
    def document(self) -> Document | None:
        return self._window.document

    def new_journey(self) -> None:
        dialog = catalogue.new_dialog(self._session, self._window)
        dialog.chosen.connect(self._window.opening.begin)
        dialog.open()

    def open_file(self) -> None:
        self._window.opening.ask(self._window)

    def close_window(self) -> None:
        self._window.close()

    def quit(self) -> None:
        self._session.close_all()

    def save_copy(self) -> None:
        document = self._window.document
        if document is None:
            return
        start = document.path.parent if document.path else Path.home()
        kinds = f"{tr('Journey')} (*.journey)"
        dialog = QFileDialog(self._window, tr("Save a Copy"), str(start), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("journey")  # before it asks whether to replace a file
        dialog.selectFile(f"{file_name(document)}.journey")
        dialog.fileSelected.connect(self._save_copy_as)
        dialog.open()

    def export_picture(self) -> None:
        if self._window.document is not None:
            dialog = catalogue.export_dialog(self._window.document, self._session, self._window)
            dialog.exported.connect(self._tell_exported)
            dialog.open()

    def print_picture(self) -> None:
        document = self._window.document
        if document is None:
            return
        journey, view, name = document.journey, document.view_state.view, document.title
        self._start(
            tr("Drawing the map…"),
            lambda _report: catalogue.drawing_to_print(journey, view),
            lambda drawing: catalogue.print_preview(drawing, name, self._window).open(),
        )

    def copy_picture(self) -> None:
        document = self._window.document
        if document is None:
            return
        journey, view, theme = document.journey, document.view_state.view, document.view_state.theme

        def done(copied: Pictures) -> None:
            catalogue.copy(copied)
            self._window.messages.say("info", tr("The map was copied as a picture (PNG and SVG)."))

        self._start(
            tr("Copying the map…"),
            lambda report: catalogue.pictures_to_copy(journey, view, theme, report),
            done,
        )

    def show_settings(self) -> None:
        catalogue.settings_dialog(self._session, self._window).open()

    def zoom_in(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_in()

    def zoom_out(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_out()

    def zoom_to(self, zoom: float) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_to(zoom)

    def fit_map(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.fit_map()

    def fit_selection(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.fit_selection()

    def go(self, kind: Literal["touchpoint", "phase", "finding"], step: int) -> None:
        """Select the next or previous one in time (a finding: by weight) and bring it into sight."""
        document = self._window.document
        if document is None:
            return
        if kind == "finding":
            self._go_to_finding(document, step)
            return
        ids = _in_time(document) if kind == "touchpoint" else [p.id for p in document.journey.all(Phase)]
        if ids:
            at = next((place for place, record_id in enumerate(ids) if record_id in document.selection), None)
            if at is None:
                at = -1 if step > 0 else 0
            self.go_to(ids[(at + step) % len(ids)])

    def go_to(self, record_id: str) -> None:
        """Select a record and bring it into sight."""
        document, canvas = self._window.document, self._window.canvas
        if document is None or canvas is None:
            return
        self._show_role_of(document, record_id)
        document.select((record_id,))
        canvas.reveal(record_id)

    def inspect(self, record_id: str) -> None:
        """Show all of a record beside the map."""
        if self._window.document is not None:
            self._window.document.select((record_id,))
            self.show_panel("inspector", True)

    def is_panel_shown(self, panel: Panel) -> bool:
        return self._window.panels[panel]

    def show_panel(self, panel: Panel, is_shown: bool) -> None:
        if self._window.panels[panel] != is_shown:
            self._window.panels[panel] = is_shown
            self._window.refresh()

    def is_full_screen(self) -> bool:
        return self._window.isFullScreen()

    def show_full_screen(self, is_on: bool) -> None:
        if is_on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def wanted_theme(self) -> str:
        return self._session.settings.theme

    def want_theme(self, theme: str) -> None:
        self._session.change_settings(theme=theme)

    def show_shortcuts(self) -> None:
        catalogue.show_shortcuts(self._session, self._window)

    def show_about(self) -> None:
        catalogue.show_about(self._session, self._window)

    def show_log(self) -> None:
        """Open the log, or say that it is empty."""
        path = crash.log_path()
        if not path.exists():
            self._window.messages.say("info", tr("Nothing has gone wrong so far: there is no log."))
        elif not open_locally(path):
            self._window.messages.say("info", tr("The log stands in {path}.", path=path))

    def _save_copy_as(self, chosen: str) -> None:
        document, path = self._window.document, Path(chosen)
        if document is None:
            return
        try:
            atomic.write(path, native.dump(document.journey))
        except JourneyError as error:
            self._window.messages.tell(error)
            return
        self._session.remember_file(path)
        self._window.messages.say("info", tr("A copy was saved as {name}.", name=path.name))

    def _start(self, title: str, task: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Let the worker do it; what goes wrong is said in the window."""
        self._window.job_strip.follow(self._session.jobs.start(title, task, done, self._window.messages.tell))

    def _go_to_finding(self, document: Document, step: int) -> None:
        found = findings(document.journey)
        if not found:
            self._window.messages.say("info", tr("Nothing is over its limit, and nobody is missing."))
            return
        self._finding = (
            (self._finding + step) % len(found) if self._finding >= 0 or step > 0 else len(found) - 1
        )
        finding = found[self._finding]
        self.go_to(self._on_map(finding.records))
        self._window.messages.say("warn", finding.sentence)

    def _on_map(self, records: Sequence[str]) -> str:
        """Return the first of these that can be brought into sight; a service level, say, has no place of its own."""
        canvas = self._window.canvas
        placed = (each for each in records if canvas is not None and canvas.shows(each))
        return next(placed, records[0])

    def _show_role_of(self, document: Document, record_id: str) -> None:
        """End what hides the record, so that going there shows it."""
        record = document.journey.get(record_id)
        shown = {role.id for role in document.shown_roles()}
        if isinstance(record, Role) and record.id not in shown:
            document.view_state.show_role(record.id, is_shown=True)
        elif isinstance(record, Touchpoint) and record.roles and not shown.intersection(record.roles):
            document.view_state.show_role(record.roles[0], is_shown=True)

    def _tell_exported(self, path: str) -> None:
        folder = Path(path).parent
        self._window.messages.say(
            "info", tr("The map was exported as {name}.", name=Path(path).name), tr("Show Folder"),
            lambda: open_locally(folder),
        )  # fmt: skip


def _in_time(document: Document) -> list[str]:
    shown = {role.id for role in document.shown_roles()}
    touchpoints = [each for each in document.journey.all(Touchpoint) if shown.intersection(each.roles)]
    return [each.id for each in sorted(touchpoints, key=lambda each: (each.start, each.id))]
