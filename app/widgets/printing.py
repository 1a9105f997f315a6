"""File > Print: a preview of the sheets, then the printer; the same pages as in a PDF."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.drawing.shapes import Drawing
from app.i18n import tr
from app.painters.qt_pdf import print_on

_A3_LENGTH_MM = 380  # paper at least this long is taken for A3


class PrintPreview(QPrintPreviewDialog):
    """Shows the sheets of a drawing; the person prints them from there."""

    def __init__(self, drawing: Drawing, name: str, parent: QWidget) -> None:
        self._printer = a3_printer(name)  # lives as long as the dialog
        super().__init__(self._printer, parent)
        self._drawing = drawing
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self.resize(parent.size() * 0.8)
        self.paintRequested.connect(self.paint)

    def paint(self, printer: QPrinter) -> None:
        """Paint all sheets on the paper that was chosen."""
        size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        paper = "a3" if max(size.width(), size.height()) >= _A3_LENGTH_MM else "a4"
        print_on(printer, self._drawing, paper)


def a3_printer(name: str) -> QPrinter:
    """Return a printer set to A3 landscape without margins: the sheets have their own."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(name)
    made.setCreator("Journeylines")
    made.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A3)
    made.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    return made
