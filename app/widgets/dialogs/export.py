"""File > Export: all options of a picture, what it will look like, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import export as pictures
from app.drawing.shapes import Drawing
from app.files import atomic
from app.i18n import tr, trn
from app.model.errors import JourneyError
from app.model.records import Role
from app.model.view import View
from app.painters.options import PictureOptions
from app.painters.page import MM_PER_UNIT, SHEETS_MM, on_paper
from app.painters.qt_raster import size_px
from app.widgets.dialogs.choices import Choices
from app.widgets.dialogs.file_size import about_bytes, in_words
from app.widgets.dialogs.frame import Dialog, field, label
from app.widgets.dialogs.preview import Preview, Proof, proof_of
from app.widgets.document import Document
from app.widgets.file_names import file_name, with_extension
from app.widgets.fonts import write_in
from app.widgets.job_strip import JobStrip
from app.widgets.jobs import Job, Report
from app.widgets.messages import sentence_of
from app.widgets.session import Session

PAUSE_MS = 120  # after the last of several changes
SMALL_FRAME_PX, FRAME_PX = 24, 48  # of a window beside and above


class Wish(NamedTuple):
    """What is asked of a picture."""

    format: str
    view: View
    theme: str
    options: PictureOptions


class Preparation(NamedTuple):
    """What the preview shows: the proof, and the size in words."""

    proof: Proof
    size: str


class ExportDialog(Dialog):
    """Writes a picture of the document; `exported` tells its path."""

    exported = Signal(str)

    def __init__(self, document: Document, session: Session, parent: QWidget) -> None:
        super().__init__(tr("Export"), parent)
        self._document = document
        self._session = session
        self._proofing: Job | None = None
        self._drawn: tuple[View, str, Drawing] | None = None
        self._shown = tuple(role.id for role in document.shown_roles())
        kept = session.settings.export
        view = document.view_state.view
        self.choices = Choices(kept, view, document.journey.all(Role), self._shown)
        self.preview = Preview(session.looks.theme)
        self.size_label = label("", 13, 500, "second")
        self.path_edit = QLineEdit(str(self._proposed(kept.folder)))
        self.path_edit.setAccessibleName(tr("File"))
        self.path_edit.textEdited.connect(self._follow_extension)
        self.path_edit.textChanged.connect(self._show_foot)
        self.error_label = label("", 13, 500, "pain")
        self.strip = JobStrip()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._prove)
        self.choices.changed.connect(self._on_change)
        self._show_foot()
        room = self.screen().availableGeometry()
        self.setMinimumWidth(min(640, room.width() - SMALL_FRAME_PX))
        self.resize(min(1180, room.width() - SMALL_FRAME_PX), min(820, room.height() - FRAME_PX))

    def wish(self) -> Wish:
        """Return what is chosen; raises ValidationError where a number is out of bounds."""
        choices = self.choices
        return Wish(choices.format.value, choices.view(), choices.theme.value, choices.options())

    def path(self) -> Path:
        """Return where the picture goes."""
        text = self.path_edit.text().strip()
        path = Path(text) if text else self._proposed("")
        with suppress(RuntimeError):  # ~somebody whom this computer does not know
            path = path.expanduser()
        if not path.name or _is_there(path, Path.is_dir):
            path /= file_name(self._document)
        return with_extension(path, self.choices.format.value)

    def accept(self) -> None:
        """Write the picture in the worker; the dialog closes when it is there."""
        path, wish, with_source = self.path(), self.wish(), self.choices.with_source()
        journey = self._document.journey
        self._session.change_settings(export=self.choices.kept(str(path.parent)))
        self.export_button.setEnabled(False)
        self.error_label.clear()

        def task(report: Report) -> tuple[str, ...]:
            said: list[str] = []
            data = pictures.export(
                journey, wish.view, wish.format, wish.options, wish.theme, with_source, report, said.append
            )
            report(1.0)
            atomic.write(path, data)
            return tuple(said)

        job = self._session.jobs.start(
            tr("Exporting {name}…", name=path.name), task, lambda _said: self._finish(path), self._refuse
        )
        job.over.connect(self._show_foot)
        self.destroyed.connect(job.cancel)
        self.strip.follow(job)

    def done(self, result: int) -> None:
        """Close; what is still being drawn is thrown away."""
        self._pause.stop()
        if self._proofing is not None:
            self._proofing.cancel()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pause.start()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(self.choices)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addWidget(self.size_label)
        body.addLayout(right, 1)
        self.column.addLayout(body, 1)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path_edit, 1)
        browse = QPushButton(tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        write_in(browse, 14, 500)
        row.addWidget(browse)
        self.column.addWidget(field(tr("File"), line))
        self.column.addWidget(self.strip)
        self.export_button, foot = self.add_foot(tr("Export"))
        self.export_button.clicked.connect(self.accept)
        foot.insertWidget(0, self.error_label, 1)

    def _proposed(self, folder: str) -> Path:
        path = self._document.path
        place = Path(folder) if folder and Path(folder).is_dir() else path.parent if path else Path.home()
        return _resolved(place) / f"{file_name(self._document)}.{self._session.settings.export.format}"

    def _browse(self) -> None:
        extension = self.choices.format.value
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export"), str(self.path()), f"{extension.upper()} (*.{extension})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.path_edit.setText(str(with_extension(_resolved(Path(chosen)), extension)))

    def _on_change(self) -> None:
        extension = self.choices.format.value
        path = Path(self.path_edit.text())
        if path.suffix.lower() in (".svg", ".png", ".pdf") and path.suffix.lower() != f".{extension}":
            self.path_edit.setText(str(path.with_suffix(f".{extension}")))
        self._show_foot()
        self._pause.start()

    def _follow_extension(self, text: str) -> None:
        """Choose the format that the typed name asks for, so that e.png does not become e.png.svg."""
        extension = Path(text.strip()).suffix.lower().removeprefix(".")
        if extension in ("svg", "png", "pdf") and extension != self.choices.format.value:
            self.choices.format.buttons[extension].click()

    def _show_foot(self) -> None:
        """Say before it happens that a file is going to be replaced."""
        exists = _is_there(self.path(), Path.is_file)
        self.export_button.setText(tr("Replace") if exists else tr("Export"))
        self.export_button.setEnabled(True)
        if exists:
            self.error_label.setText(
                tr("{name} is there already and will be replaced.", name=self.path().name)
            )
        elif not self.error_label.property("is_error"):
            self.error_label.clear()

    def _prove(self) -> None:
        if self._proofing is not None:
            self._proofing.cancel()
        wish, journey = self.wish(), self._document.journey
        room, ratio, drawn = self.preview.room(), self.devicePixelRatioF(), self._drawn

        def task(report: Report) -> tuple[Drawing, Preparation]:
            if drawn is not None and drawn[:2] == (wish.view, wish.theme):
                drawing = drawn[2]
            else:
                drawing = pictures.draw(journey, wish.view, wish.theme)
            report(0.5)
            return drawing, prepared(drawing, wish, room, ratio)

        def show(made: tuple[Drawing, Preparation]) -> None:
            self._drawn = (wish.view, wish.theme, made[0])
            self.preview.show_proof(made[1].proof)
            self.size_label.setText(made[1].size)

        self._proofing = self._session.jobs.start(tr("Drawing…"), task, show, self._refuse_size)
        self.destroyed.connect(self._proofing.cancel)

    def _refuse_size(self, error: Exception) -> None:
        self.size_label.setText(str(error) if isinstance(error, JourneyError) else sentence_of(error))

    def _refuse(self, error: Exception) -> None:
        self.error_label.setProperty("is_error", True)
        self.error_label.setText(str(error) if isinstance(error, JourneyError) else sentence_of(error))

    def _finish(self, path: Path) -> None:
        super().accept()
        self.exported.emit(str(path))


def _is_there(path: Path, asked: Callable[[Path], bool]) -> bool:
    """Ask the disk; a name that it refuses, as one too long, is of nothing that is there."""
    try:
        return asked(path)
    except OSError:
        return False


def _resolved(path: Path) -> Path:
    """Return the path without detours, as `a` for `a/b/..`; one that the disk refuses stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # RuntimeError: links in a circle
        return path


def prepared(drawing: Drawing, wish: Wish, room: QSize, ratio: float) -> Preparation:
    """Return proof and size of a picture; raises JourneyError where it would be too large."""
    options = wish.options
    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()
    width = height = 0
    if wish.format == "png":
        width, height, _ = size_px(drawing, options)
        size = tr("{width} × {height} px", width=width, height=height)
    elif wish.format == "svg":
        size = tr("{width} × {height} px", width=round(drawing.width), height=round(drawing.height))
    elif options.page == "poster":
        width_mm, height_mm = (round(length * MM_PER_UNIT) for length in (drawing.width, drawing.height))
        size = tr("One page of {width} × {height} mm", width=width_mm, height=height_mm)
    else:
        drawing, cut = on_paper(drawing, options.page)
        across = tuple(sorted({each.columns[-1].end / drawing.width for each in cut if each.has_after[0]}))
        down = tuple(sorted({each.rows[-1].end / drawing.height for each in cut if each.has_after[1]}))
        width_mm, height_mm = (round(length) for length in SHEETS_MM[options.page])
        pages = trn("{count} page", "{count} pages", len(cut))
        size = tr("{pages} of {width} × {height} mm", pages=pages, width=width_mm, height=height_mm)
    pixels = width * height if wish.format == "png" else 0
    weight = about_bytes(drawing, wish.format, pixels, has_outlines=options.text == "outlines")
    size = f"{size} · {in_words(weight)}"
    is_clear = options.transparent and wish.format != "pdf"
    proof = proof_of(drawing, room, ratio, is_transparent=is_clear, across=across, down=down)
    return Preparation(proof, size)
