"""What a person does to the selected cells of the table: copy, cut, paste, clear, remove, choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction

from app.model.sheet.block import Block
from app.widgets.docks.table.cell_menus import choices_menu, selection_menu
from app.widgets.docks.table.editing import Editing
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.pasting import Target
from app.widgets.docks.table.view import SheetView
from app.widgets.docks.table.writing import Writing
from app.widgets.document import Document


class Acts(QObject):
    """Carries out what the view is asked for, on what is selected in it."""

    def __init__(
        self,
        document: Document,
        view: SheetView,
        cells: Editing,
        writing: Writing,
        actions: Sequence[QAction],
    ) -> None:
        super().__init__(view)
        self.view = view
        self.model: SheetModel = view.sheet
        self.cells = cells
        self._document = document
        self._writing = writing
        self._actions = actions
        view.cleared.connect(self._clear)
        view.switched.connect(self._switch)
        view.offered.connect(self._offer)
        view.entered.connect(self._enter)
        view.copied.connect(self.copy)
        view.cut_out.connect(self.cut)
        view.pasted.connect(self.paste)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer_acts)

    def copy(self) -> None:
        """Copy what is selected: touchpoints where whole rows are, else cells."""
        rows = self.view.selected_rows()
        if self.view.has_whole_rows():
            keys = [self.model.columns[place].key for place in self.view.shown_columns()]
            self._writing.copy_rows(self.ids(rows), keys)
        else:
            self._writing.copy_cells(self._block(rows, self._selected_columns()))

    def cut(self) -> None:
        """Copy what is selected, and take it away."""
        self.copy()
        self._clear()

    def paste(self) -> None:
        """Paste what is on the clipboard where the cursor is."""
        current = self.view.currentIndex()
        shown, rows, chosen = self.view.shown_columns(), self.view.selected_rows(), self._selected_columns()
        first = min(rows, default=current.row()) if len(rows) > 1 else current.row()
        column = next((place for place in shown if place in chosen), current.column())
        if not current.isValid():
            first, column = len(self.model.rows.ids), shown[0]
        place = shown.index(column) if column in shown else 0
        target = Target(
            self.model.rows.ids[first:], [self.model.columns[each] for each in shown[place:]],
            max(1, len(rows)), 1 if self.view.has_whole_rows() else max(1, len(chosen)),
        )  # fmt: skip
        self._writing.paste(self.model.columns, target, self._document.select)

    def _clear(self) -> None:
        if self.view.has_whole_rows():
            self._remove()
        else:
            self._clear_cells()

    def _remove(self) -> None:
        ids = self.ids(self.view.selected_rows())
        if ids:
            self._writing.remove(ids)

    def _clear_cells(self) -> None:
        columns = [self.model.columns[place] for place in self._selected_columns()]
        ids = self.ids(self.view.selected_rows())
        if ids:
            self._writing.clear([(each, column) for each in ids for column in columns])

    def _switch(self, index: QModelIndex) -> None:
        touchpoint = self.model.touchpoint(index.row())
        if touchpoint is not None:
            self._enter(index, "" if touchpoint.moment_of_truth else "1")

    def _enter(self, index: QModelIndex, text: str) -> None:
        """Write into the selected cells of this column."""
        column = self.model.columns[index.column()]
        rows = [
            row
            for row in self.view.selected_rows()
            if self.view.selectionModel().isSelected(index.siblingAtRow(row))
        ]
        ids = self.ids(rows) or self.ids([index.row()]) or [""]
        self._writing.cells([(each, column) for each in ids], text)

    def _offer(self, index: QModelIndex) -> None:
        """Offer what the cell can say."""
        column = self.model.columns[index.column()]
        text = self.model.text(index.row(), index.column())
        touchpoint = self.model.touchpoint(index.row())
        menu = choices_menu(
            self.view, column, self.cells.names(column), text, lambda words: self._enter(index, words),
            lambda words: self.cells.choice_sign(column, touchpoint, words),
        )  # fmt: skip
        if menu is None:
            self.view.open()
        else:
            menu.popup(self.view.below(index))

    def _offer_acts(self, at: QPoint) -> None:
        """Offer what can be done with the cells under the pointer."""
        index = self.view.indexAt(at)
        if index.isValid() and not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
        menu = selection_menu(self.view, self._actions, self._clear_cells, self._remove)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def ids(self, rows: Sequence[int]) -> list[str]:
        """Return the touchpoints in these rows."""
        ids = self.model.rows.ids
        return [ids[row] for row in rows if row < len(ids)]

    def _selected_columns(self) -> list[int]:
        areas = self.view.areas()
        return [
            place for place in self.view.shown_columns() if any(a.left() <= place <= a.right() for a in areas)
        ]

    def _block(self, rows: list[int], columns: list[int]) -> Block:
        areas = self.view.areas()
        if len(areas) == 1:
            return tuple(tuple(self.model.text(row, column) for column in columns) for row in rows)

        def text(row: int, column: int) -> str:
            is_in = any(a.top() <= row <= a.bottom() and a.left() <= column <= a.right() for a in areas)
            return self.model.text(row, column) if is_in else ""

        return tuple(tuple(text(row, column) for column in columns) for row in rows)
