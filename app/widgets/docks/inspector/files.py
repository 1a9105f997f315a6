"""The piece of a touchpoint's page with its files, and how one of them is opened or saved."""

from __future__ import annotations

import base64
import mimetypes
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.files import atomic, reading
from app.files.reasons import reason_of
from app.i18n import tr
from app.model.edits.attachments import MOST_BYTES, attach, attach_link, detach
from app.model.errors import JourneyError
from app.model.records import Attachment
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.docks.inspector.section_box import jump_button
from app.widgets.docks.inspector.words import text
from app.widgets.fields.control import sentence_of
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.wrapping import QuietButton, Wrapping
from app.widgets.icons import icon


class Attachments(Piece):
    """The files attached to a touchpoint: kept in the journey, or linked where they are."""

    edits = ("attachments",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._touchpoint = ""
        self._listed: tuple[Attachment, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add_button = QuietButton(tr("Attach a file…"), desk.theme)
        self.add_button.clicked.connect(lambda: self._ask(self.keep))
        self.link_button = QuietButton(tr("Link to a file…"), desk.theme)
        self.link_button.clicked.connect(lambda: self._ask(self.link))
        self.complaint = Complaint()
        self.stack(self._rows, self.add_button, self.link_button, self.complaint, gap=2)

    def show_records(self, records: Records) -> None:
        """List the files of the touchpoint."""
        if records[0].id != self._touchpoint:
            self.complaint.say("")
        self._touchpoint = records[0].id
        found = tuple(self._desk.journey.the(Attachment, each) for each in records[0].attachments)
        if found == self._listed:
            return
        self._listed = found
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for attachment in found:
            self._rows.addWidget(self._row(attachment))

    def is_filled(self) -> bool:
        return bool(self._listed)

    def keep(self, path: Path) -> None:
        """Keep a file in the journey."""
        touchpoint = self._touchpoint
        try:
            size = path.stat().st_size
            data = b"" if size > MOST_BYTES else reading.read_bytes(path, MOST_BYTES)
        except OSError as error:
            self.complaint.say(
                tr("“{name}” cannot be read: {reason}.", name=path.name, reason=reason_of(error))
            )
            return
        except JourneyError as error:
            self.complaint.say(sentence_of(error))
            return
        if size > MOST_BYTES:
            most = MOST_BYTES // 1_000_000
            self.complaint.say(
                tr("“{name}” is larger than {most} MB. Link to it instead.", name=path.name, most=most)
            )
            return
        self.complaint.say(
            self._desk.do_step(lambda journey: attach(journey, touchpoint, path.name, media_type(path), data))
        )

    def link(self, path: Path) -> None:
        """Remember where a file is, as seen from the journey's."""
        touchpoint, own = self._touchpoint, self._desk.document.path
        if own is None:
            self.complaint.say(
                tr("Save the journey first: a link says where the file is, as seen from the journey.")
            )
            return
        try:
            way = Path(os.path.relpath(path, own.parent)).as_posix()
        except ValueError:  # another drive
            self.complaint.say(
                tr("“{name}” is on another drive. Attach it, or copy it beside the journey.", name=path.name)
            )
            return
        self.complaint.say(
            self._desk.do_step(
                lambda journey: attach_link(journey, touchpoint, path.name, media_type(path), way)
            )
        )

    def _row(self, attachment: Attachment) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        name = Wrapping()
        name.setProperty("kind", "jump")
        name.setAccessibleName(attachment.name)
        inner = QHBoxLayout(name)
        inner.setContentsMargins(3, 3, 3, 3)
        inner.addWidget(text(attachment.name or attachment.link, 14, 400, through=True), 1)
        inner.addWidget(text(size_words(attachment), 12, 500, "muted", is_one_line=True, through=True))
        name.setToolTip(tr("Open the file") if attachment.link else tr("Save the file as…"))
        name.clicked.connect(lambda: open_attachment(self, self._desk, attachment, self.complaint.say))
        remove = jump_button(self._desk, tr("Remove {name}", name=attachment.name))
        remove.setIcon(icon("close", self._desk.theme.muted, size=16))
        remove.clicked.connect(lambda: self._detach(attachment.id))
        row.addWidget(name, 1)
        row.addWidget(remove)
        return line

    def _detach(self, attachment_id: str) -> None:
        touchpoint = self._touchpoint
        self.complaint.say(self._desk.do_step(lambda journey: detach(journey, touchpoint, attachment_id)))

    def _ask(self, use: Callable[[Path], None]) -> None:
        dialog = file_dialog(self, tr("Attach a file"))
        dialog.fileSelected.connect(lambda path: use(Path(path)))
        dialog.open()


def open_attachment(parent: QWidget, desk: Desk, attachment: Attachment, say: Callable[[str], None]) -> None:
    """Open a linked file with the program that the system has for it; ask where to save one that is kept."""
    if attachment.link:
        own = desk.document.path
        path = (own.parent / attachment.link).resolve() if own is not None else Path(attachment.link)
        if not path.is_file():
            say(tr("“{name}” is not where the link says.", name=attachment.link))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        return
    dialog = QFileDialog(parent, tr("Save the file"), str(Path.home() / Path(attachment.name).name))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.fileSelected.connect(lambda path: say(_saved(Path(path), attachment)))
    dialog.open()


def media_type(path: Path) -> str:
    """Return the media type that a file's name stands for."""
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def size_words(attachment: Attachment) -> str:
    """Return how large the kept file is, or that it is a link."""
    if attachment.link:
        return tr("linked")
    count = len(attachment.data) * 3 // 4
    return (
        tr("{size} kB", size=max(1, round(count / 1000)))
        if count < 1_000_000
        else tr("{size} MB", size=round(count / 1e6, 1))
    )


def _saved(path: Path, attachment: Attachment) -> str:
    try:
        atomic.write(path, base64.b64decode(attachment.data))
    except JourneyError as error:
        return sentence_of(error)
    return ""


def file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return the dialog that asks for a file."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
