"""Commands on files: new, open, copies, pictures, settings, quitting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.files import atomic, native
from app.i18n import tr
from app.model.errors import JourneyError
from app.widgets import catalogue
from app.widgets.file_names import file_name
from app.widgets.session import open_locally
from app.widgets.window import JourneyWindow


class Files:
    """Reads and writes files for one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

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
            dialog = catalogue.export_dialog(self._window.document, self._window.session, self._window)
            dialog.exported.connect(self._tell_exported)
            dialog.open()

    def print_picture(self) -> None:
        document = self._window.document
        if document is None:
            return
        journey, view, name = document.journey, document.view_state.view, document.title
        self._window.start(
            tr("Drawing the map…"),
            lambda _report: catalogue.drawing_to_print(journey, view),
            lambda drawing: catalogue.print_preview(drawing, name, self._window).open(),
        )

    def show_settings(self) -> None:
        catalogue.settings_dialog(self._window.session, self._window).open()

    def _save_copy_as(self, chosen: str) -> None:
        document, path = self._window.document, Path(chosen)
        if document is None:
            return
        try:
            atomic.write(path, native.dump(document.journey))
        except JourneyError as error:
            self._window.messages.tell(error)
            return
        self._window.session.remember_file(path)
        self._window.messages.say("info", tr("A copy was saved as {name}.", name=path.name))

    def _tell_exported(self, path: str) -> None:
        folder = Path(path).parent
        self._window.messages.say(
            "info", tr("The map was exported as {name}.", name=Path(path).name), tr("Show Folder"),
            lambda: open_locally(folder),
        )  # fmt: skip
