"""File > Print: a preview of the sheets, then the printer; the same pages as in a PDF."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.drawing.shapes import Drawing
from app.i18n import tr
from app.painters.qt_pdf import print_on

_A3_LENGTH_MM = 380  # paper at least this long is taken for A3


class PrintPreview(QPrintPreviewDialog):
    """Shows the sheets of a drawing; the person prints them from there."""

    def __init__(self, drawing: Drawing, name: str, parent: QWidget) -> None:
        self._printer = usual_printer(name)  # lives as long as the dialog
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


def usual_printer(name: str) -> QPrinter:
    """Return a printer set to the paper it usually has, A3 where there is no printer.

    It prints in landscape and without margins: the sheets have their own.
    """
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(name)
    made.setCreator("Journeylines")
    made.setFullPage(True)
    made.setPageLayout(
        QPageLayout(paper_of(QPrinterInfo.defaultPrinter()), QPageLayout.Orientation.Landscape, QMarginsF())
    )
    return made


def paper_of(printer: QPrinterInfo) -> QPageSize:
    """Return the paper that a printer usually has; without one A3, as a map is wide."""
    usual = QPageSize() if printer.isNull() else printer.defaultPageSize()
    return usual if usual.isValid() else QPageSize(QPageSize.PageSizeId.A3)
