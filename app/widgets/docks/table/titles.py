"""The titles of the rows, which stay in sight when the table is scrolled to the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView

from app.drawing.tokens import Theme
from app.widgets.docks.table.cells import ROW_PX, Cells
from app.widgets.docks.table.heading import Heading
from app.widgets.docks.table.view import SheetView
from app.widgets.document import Document
from app.widgets.fonts import write_in


class Titles(QTableView):
    """The first column once more, over the left edge of the sheet; it shares rows, selection and painting with it."""

    def __init__(self, sheet: SheetView, document: Document, theme: Theme) -> None:
        super().__init__(sheet)
        self.setObjectName("sheet")
        self._sheet = sheet
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._heading = Heading(sheet.sheet.is_filtered, theme, self)
        self.setHorizontalHeader(self._heading)
        self.setModel(sheet.sheet)
        self._cells = Cells(
            document, sheet.sheet, theme, self
        )  # with the sheet's own both would commit what is typed
        self.setItemDelegate(self._cells)
        self.setSelectionModel(sheet.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_PX)
        columns.setSectionsClickable(False)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setFixedHeight(ROW_PX + 2)
        columns.setSelectionModel(sheet.horizontalHeader().selectionModel())
        write_in(columns, 12, 500)
        self.hide()
        header = sheet.horizontalHeader()
        sheet.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        sheet.horizontalScrollBar().valueChanged.connect(self.place)
        header.sectionResized.connect(self.place)
        header.sectionMoved.connect(self.place)
        sheet.sheet.modelReset.connect(self.place)
        sheet.resized.connect(self.place)
        self.clicked.connect(self._go)
        self.doubleClicked.connect(self._open)

    def place(self) -> None:
        """Stand over the sheet's left edge while its own first column is out of sight."""
        sheet, title = self._sheet, self._sheet.sheet.place_of("title")
        header = sheet.horizontalHeader()
        is_wanted = header.visualIndex(title) == 0 and sheet.horizontalScrollBar().value() > 0
        if is_wanted:
            for column in range(sheet.sheet.columnCount()):
                if self.isColumnHidden(column) == (column == title):
                    self.setColumnHidden(column, column != title)
            self.setColumnWidth(title, header.sectionSize(title))
            left, top = sheet.viewport().x(), header.y() - 1  # its own border is above
            self.setGeometry(
                left, top, header.sectionSize(title) + 1, sheet.viewport().geometry().bottom() - top + 1
            )
            self.verticalScrollBar().setValue(sheet.verticalScrollBar().value())
        if self.isVisibleTo(sheet) != is_wanted:
            self.setVisible(is_wanted)
            self.raise_()
        sheet.covered_px = self.width() if is_wanted else 0

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._cells.wear(theme)
        self._heading.wear(theme)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._sheet.viewport(), event)

    def _go(self, _index: QModelIndex) -> None:
        self._sheet.setFocus()

    def _open(self, index: QModelIndex) -> None:
        self._sheet.setCurrentIndex(index)
        self._sheet.setFocus()
        self._sheet.open()
