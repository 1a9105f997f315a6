from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QToolBar
from pytestqt.qtbot import QtBot

from app.drawing.tokens import LIGHT
from app.export import draw
from app.files.catalogue import open_journey
from app.model.view import View
from app.widgets.document import Document
from app.widgets.file_names import file_name, with_extension
from app.widgets.main_window import MainWindow
from app.widgets.printing import PrintPreview, paper_of, usual_printer
from tests.widgets.conftest import SAMPLE, Program, small
from tests.world import journey


def test_the_clipboard_gets_a_png_and_an_svg_that_is_the_journey(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    window.action_set["copy_picture"].trigger()
    qtbot.waitUntil(lambda: "copied" in window.messages.text)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert {"image/png", "image/svg+xml"} <= set(data.formats())
    assert open_journey(bytes(data.data("image/svg+xml").data())) == small()
    assert QImage.fromData(data.data("image/png")).width() > 500
    assert window.messages.kind == "info"


def test_printing_fills_sheets_of_a3(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    wide = open_journey(SAMPLE)
    preview = PrintPreview(draw(wide, View(), "print"), "Wide", LIGHT, window)
    printer = usual_printer("Small")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.paint(printer)
    data = (tmp_path / "printed.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") >= 2
    preview.close()
    preview.deleteLater()


@pytest.mark.parametrize("width", [671, 1000])
def test_the_button_that_prints_is_in_sight_however_narrow_the_preview_is(
    program: Program, small_file: Path, width: int
) -> None:
    window = program.open(small_file)
    window.resize(width, 500)
    preview = PrintPreview(draw(small(), View(), "print"), "Small", LIGHT, window)
    preview.resize(width, 480)
    preview.show()
    bar = preview.findChild(QToolBar)
    assert bar is not None
    shown = [each for each in bar.actions() if each.isVisible() and not each.isSeparator()]
    button = bar.widgetForAction(shown[-1])
    assert button.isVisible()
    assert bar.rect().contains(button.geometry())
    pictures = [each.icon().cacheKey() for each in shown if each.icon().isNull() is False]
    assert len(set(pictures)) == len(pictures) >= 12
    preview.close()
    preview.deleteLater()


def test_a_proposed_name_is_allowed_on_every_system(qapp: object) -> None:
    document = Document(journey(title='Who / pays: "CFO"?', subject="A*B"))
    assert file_name(document) == "Who pays CFO A B"
    assert file_name(Document(journey(title="..."))) == "Journey"
    assert file_name(Document(journey(), Path("x/offer.journey"))) == "offer"


def test_an_extension_is_added_once() -> None:
    assert with_extension(Path("a"), "svg") == Path("a.svg")
    assert with_extension(Path("a.SVG"), "svg") == Path("a.SVG")
    assert with_extension(Path("v1.2"), "png") == Path("v1.2.png")


def save_as(window: MainWindow, path: Path) -> None:
    window.action_set["save_copy"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "journey"  # so that the dialog asks before it replaces a file
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_a_copy_is_the_same_journey_and_the_document_stays_where_it_is(
    program: Program, small_file: Path, tmp_path: Path
) -> None:
    window = program.open(small_file)
    save_as(window, tmp_path / "copy.journey")
    assert open_journey(tmp_path / "copy.journey") == small()
    assert window.path == small_file
    assert "copy.journey" in window.messages.text
    assert window.session.settings.recent_files[0] == str(tmp_path / "copy.journey")


def test_a_copy_that_cannot_be_written_is_said(program: Program, small_file: Path, tmp_path: Path) -> None:
    window = program.open(small_file)
    window.commands.files.saving._write_copy(str(tmp_path / "no" / "folder" / "copy.journey"))
    assert window.messages.kind == "error"
    assert "copy.journey" in window.messages.text


class LetterPrinter(QPrinterInfo):
    """A printer as it stands in an American office; the machine that runs the tests has none."""

    def isNull(self) -> bool:
        return False

    def defaultPageSize(self) -> QPageSize:
        return QPageSize(QPageSize.PageSizeId.Letter)


def test_printing_begins_with_the_paper_that_the_printer_usually_has(qapp: object) -> None:
    assert paper_of(LetterPrinter()).id() == QPageSize.PageSizeId.Letter
    assert paper_of(QPrinterInfo()).id() == QPageSize.PageSizeId.A3
    assert usual_printer("Map").pageLayout().orientation() == QPageLayout.Orientation.Landscape
