"""The grid of cells: keys as in a spreadsheet, the selection shared with the map, and choices by menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.drawing.tokens import Theme
from app.widgets.docks.table.cells import ROW_PX
from app.widgets.docks.table.editors import LineEditor, LinesEditor
from app.widgets.docks.table.heading import Heading
from app.widgets.docks.table.model import Index, SheetModel
from app.widgets.fonts import write_in

_Flag = QItemSelectionModel.SelectionFlag
_Key = Qt.Key
Hint = QAbstractItemView.ScrollHint
_OWN = (
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Delete,
)  # fmt: skip
_KEYS = frozenset(
    (
        _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_F2, _Key.Key_Escape, _Key.Key_Space,
        _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home,
        _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown,
    )
)  # fmt: skip
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class SheetView(QTableView):
    """Shows the sheet. It decides on keys and selection; what they do to the journey is the panel's."""

    chosen = Signal()  # by hand: other rows are selected now
    moved = Signal(int)  # the row in which the keyboard is now
    cleared = Signal()
    switched = Signal(QModelIndex)  # a cell of yes and no
    offered = Signal(QModelIndex)  # a cell whose choices are wanted
    copied = Signal()
    cut_out = Signal()
    pasted = Signal()
    left = Signal()
    resized = Signal()
    entered = Signal(QModelIndex, str)  # a feeling typed on a cell
    filter_wanted = Signal(int)  # of a column

    def __init__(self, model: SheetModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.heading = Heading(model.is_filtered, theme, self)
        self.setHorizontalHeader(self.heading)
        self.setModel(model)
        self.sheet = model
        self.covered_px = 0  # of the viewport's left, by titles that stay in sight
        self._is_told = False
        self._tab_began: int | None = None
        self.selectionModel().selectionChanged.connect(
            self._on_selection
        )  # overriding it ends the program at times
        self.selectionModel().currentChanged.connect(self._on_current)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(True)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_PX)
        rows.setMinimumWidth(44)
        rows.setHighlightSections(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        columns.setSectionsMovable(True)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setFixedHeight(ROW_PX + 2)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        nothing = QItemSelectionModel(model, self)  # else each painting of a title would look at all rows
        for header in (rows, columns):
            header.setSelectionModel(nothing)
            write_in(header, 12, 500)
        write_in(self, 13, 400)

    def shown_columns(self) -> list[int]:
        """Return the columns that are to be seen, from left to right."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(visual) for visual in range(header.count()))
        return [place for place in places if place >= 0 and not header.isSectionHidden(place)]

    def areas(self) -> list[QItemSelectionRange]:
        """Return the rectangles of cells that are selected."""
        return list(cast("Any", self.selectionModel().selection()))

    def selected_rows(self) -> list[int]:
        """Return the rows in which something is selected, the empty last one left out."""
        rows: set[int] = set()
        for area in self.areas():
            rows.update(range(area.top(), area.bottom() + 1))
        rows.discard(len(self.sheet.rows.ids))
        return sorted(rows)

    def has_whole_rows(self) -> bool:
        """Tell whether all that is selected is rows as a whole."""
        shown = set(self.shown_columns())
        areas = self.areas()
        return bool(areas) and all(shown <= set(range(a.left(), a.right() + 1)) for a in areas)

    def show_rows(self, rows: Iterable[int], *, is_scrolling: bool = True) -> None:
        """Select these rows as a whole: they were selected elsewhere."""
        wanted = sorted(rows)
        selection, last = QItemSelection(), self.sheet.columnCount() - 1
        start = 0
        for place, row in enumerate(wanted):
            if place + 1 == len(wanted) or wanted[place + 1] != row + 1:
                selection.select(self.sheet.index(wanted[start], 0), self.sheet.index(row, last))
                start = place + 1
        self._is_told = True
        self.selectionModel().select(selection, _Flag.ClearAndSelect)
        if wanted and is_scrolling:
            current = self.currentIndex()
            column = current.column() if current.isValid() else next(iter(self.shown_columns()), 0)
            index = self.sheet.index(wanted[0], column)
            if current.row() not in wanted:
                self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(self.sheet.index(wanted[0], column))
        self._is_told = False
        self.viewport().update()

    def put_cursor(self, row: int, column: int) -> None:
        """Put the cursor into a cell without selecting anything else."""
        self._is_told = True
        self.selectionModel().setCurrentIndex(self.sheet.index(row, column), _Flag.NoUpdate)
        self._is_told = False

    def go(self, way: str) -> None:
        """Move the cursor by a cell; at a row's end on to the next row. Enter goes back to where Tab began."""
        current, shown = self.currentIndex(), self.shown_columns()
        if not current.isValid() or not shown or way == "stay":
            return
        row, place = current.row(), shown.index(current.column()) if current.column() in shown else 0
        if way in ("right", "left"):
            began = self._tab_began if self._tab_began is not None else shown[place]
            place += 1 if way == "right" else -1
            row += place // len(shown)
            place %= len(shown)
            self._move_to(row, shown[place])
            self._tab_began = began
        else:
            column = self._tab_began if self._tab_began in shown and way == "down" else shown[place]
            self._move_to(row + (1 if way == "down" else -1), column)

    def open(self, text: str | None = None) -> None:
        """Begin to edit the current cell, with what stands there or with this."""
        index = self.currentIndex()
        if (
            not index.isValid()
            or self.is_editing()
            or not self.sheet.flags(index) & Qt.ItemFlag.ItemIsEditable
        ):
            return
        self.edit(index)
        editor = (
            self.indexWidget(index)
            or self.viewport().findChild(LineEditor)
            or self.viewport().findChild(LinesEditor)
        )
        if isinstance(editor, LineEditor):
            editor.deselect()
            if text is not None:
                editor.clear()
                editor.insert(text)
                editor.textEdited.emit(editor.text())
            editor.end(False)
        elif isinstance(editor, LinesEditor) and text is not None:
            editor.setPlainText(text)
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            editor.setTextCursor(cursor)

    def is_editing(self) -> bool:
        """Tell whether an editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()  # a key of the window's, but not while one is in the table
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, signal in zip(
            _OWN, (self.copied, self.cut_out, self.pasted, None, self.cleared), strict=True
        ):
            if event.matches(key):
                if signal is None:
                    self.selectAll()
                else:
                    signal.emit()
                return
        if not self._own_key(event):
            self._tab_began = None
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        """Do what a spreadsheet does at this key; tell whether it does something of its own."""
        key, modifiers = event.key(), event.modifiers()
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        index = self.currentIndex()
        column = self.sheet.columns[index.column()] if index.isValid() else None
        if key in (_Key.Key_Tab, _Key.Key_Backtab):
            self.go("left" if has_shift or key == _Key.Key_Backtab else "right")
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.go("up" if has_shift else "down")
        elif key == _Key.Key_Escape:
            self.left.emit()
        elif key == _Key.Key_F2:
            self.open()
        elif key == _Key.Key_Backspace:
            self.open("")
        elif key == _Key.Key_Up and modifiers & Qt.KeyboardModifier.AltModifier:
            self.filter_wanted.emit(index.column() if index.isValid() else self.shown_columns()[0])
        elif (key == _Key.Key_Down and modifiers & Qt.KeyboardModifier.AltModifier) or key == _Key.Key_F4:
            self.offered.emit(index)
        elif column is not None and column.kind == "flag" and key == _Key.Key_Space:
            self.switched.emit(index)
        elif column is not None and column.kind == "feeling" and event.text() in ("0", "1", "2"):
            self.entered.emit(index, event.text())
        elif event.text().isprintable() and event.text().strip() and not modifiers & _COMMANDING:
            self.open(event.text())
        else:
            return False
        return True

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        super().scrollTo(index, hint)
        box = self.visualRect(index)
        if 0 < box.left() < self.covered_px or (
            box.left() <= 0 < self.covered_px and self.columnViewportPosition(0) < 0
        ):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (self.covered_px - box.left()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tab_began = None
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        column = self.sheet.columns[index.column()]
        is_new = self.sheet.touchpoint(index.row()) is None
        if column.kind == "flag" and not is_new:
            self.switched.emit(index)
        elif (
            column.kind in ("feeling", "channel", "phase", "choice", "involvement")
            and column.key != "involvements"
        ):
            self.offered.emit(index)
        else:
            self.open()

    def _on_selection(self) -> None:
        if not self._is_told:
            self.chosen.emit()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.update(index)
        if current.row() != previous.row():
            self.moved.emit(current.row())

    def below(self, index: QModelIndex) -> QPoint:
        """Return the place under a cell, where its choices drop down."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _move_to(self, row: int, column: int) -> None:
        if 0 <= row < self.sheet.rowCount():
            self._tab_began = None
            self.setCurrentIndex(self.sheet.index(row, column))


def _is_ours(event: QKeyEvent) -> bool:
    if any(event.matches(key) for key in _OWN):
        return True
    has_command = bool(
        event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    )
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() in (_Key.Key_Down, _Key.Key_Up)
    return not has_command and (event.key() in _KEYS or bool(event.text().strip()))
