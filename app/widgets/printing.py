"""File > Print: a preview of the sheets, then the printer; the same pages as in a PDF."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar, QWidget, QWidgetAction

from app.drawing.shapes import Drawing
from app.drawing.tokens import Theme
from app.i18n import tr
from app.painters.qt_pdf import print_on
from app.widgets.icons import icon
from app.widgets.theme import faded

_A3_LENGTH_MM = 380  # paper at least this long is taken for A3
_USUAL_PX, FRAME_PX = (900, 640), (12, 40)
_ICON_PX = 18
_ICONS = (
    "fit-width", "fit", "minus", "plus", "portrait", "landscape", "first", "chevron-left", "chevron-right", "last",
    "pages-one", "pages-two", "pages-all", "settings", "print",
)  # fmt: skip
_NARROW_PX = 800
_LEFT_OUT = {"first", "last", "pages-two"}  # on a narrow screen, so that the button that prints is in sight


class PrintPreview(QPrintPreviewDialog):
    """Shows the sheets of a drawing; the person prints them from there."""

    def __init__(self, drawing: Drawing, name: str, theme: Theme, parent: QWidget) -> None:
        self._printer = usual_printer(name)  # lives as long as the dialog
        super().__init__(self._printer, parent)
        self._drawing = drawing
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        room = parent.screen().availableGeometry().size() - QSize(*FRAME_PX)
        self.resize(room.boundedTo((parent.size() * 0.8).expandedTo(QSize(*_USUAL_PX))))
        self.paintRequested.connect(self.paint)
        self._draw_icons()

    def _draw_icons(self) -> None:
        """Give Qt's buttons icons like those of the window, so small that they have room on a narrow screen."""
        bar = self.findChild(QToolBar)
        if bar is None:
            return
        bar.setMovable(False)
        bar.setIconSize(QSize(_ICON_PX, _ICON_PX))
        actions = [
            each for each in bar.actions() if not each.isSeparator() and not isinstance(each, QWidgetAction)
        ]
        if len(actions) != len(_ICONS):  # another Qt may have others
            return
        for action, name in zip(actions, _ICONS, strict=True):
            action.setIcon(icon(name, self._theme.ink, faded(self._theme), _ICON_PX))
            action.setVisible(self.width() >= _NARROW_PX or name not in _LEFT_OUT)

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
