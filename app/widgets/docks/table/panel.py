"""The table below the map: a bar to filter and to choose columns, and the sheet that a person writes into."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.records import Touchpoint
from app.model.sheet.block import Block
from app.model.sheet.column import Column
from app.widgets.docks.table.bar import Bar
from app.widgets.docks.table.cell_menus import choices_menu, selection_menu
from app.widgets.docks.table.editing import Editing
from app.widgets.docks.table.heads import Heads
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.pasting import Target
from app.widgets.docks.table.rows import Wanted
from app.widgets.docks.table.view import SheetView
from app.widgets.docks.table.writing import Writing
from app.widgets.document import Document
from app.widgets.session import Session

_FILTER_MS = 120
_REST_MS = 150


class Table(QWidget):
    """Shows the touchpoints as rows. What is selected in it is selected on the map."""

    left = Signal()  # the keyboard wants back to the map
    pointed_at = Signal(str)  # the touchpoint at which the cursor rests
    closed = Signal()

    def __init__(
        self, document: Document, session: Session, writing: Writing, actions: Sequence[QAction] = ()
    ) -> None:
        super().__init__()
        theme = session.looks.theme
        self._document = document
        self._writing = writing
        self._actions = actions
        self.model = SheetModel(document, self._write, self)
        self.view = SheetView(self.model)
        self.cells = Editing(document, self.model, theme, self.view)
        self.view.setItemDelegate(self.cells)
        self.heads = Heads(document, session, self.model, self.view, theme)
        self._looked_at: object = None
        self._is_stale = False
        self._is_choosing = False
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._resting = QTimer(self, interval=_REST_MS, singleShot=True)
        self._resting.timeout.connect(self._point)
        self._filtering = QTimer(self, interval=_FILTER_MS, singleShot=True)
        self._filtering.timeout.connect(self._show_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = Bar(self.heads)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self.view.setAccessibleName(tr("Table of touchpoints"))
        self.setFocusProxy(self.view)
        self._connect()
        self.wear(theme)
        self._show_wanted()

    def _connect(self) -> None:
        self.bar.filter.textChanged.connect(self._wait_for_more)
        self.bar.filter.returnPressed.connect(self.view.setFocus)
        self.bar.closed.connect(self.closed)
        self.heads.sorted_by.connect(self._sort)
        self.cells.ended.connect(self._on_ended)
        view = self.view
        view.chosen.connect(self._choose)
        view.moved.connect(self._on_move)
        view.cleared.connect(self._clear)
        view.switched.connect(self._switch)
        view.offered.connect(self._offer)
        view.entered.connect(self._enter)
        view.copied.connect(self.copy)
        view.cut_out.connect(self.cut)
        view.pasted.connect(self.paste)
        view.left.connect(self.left)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer_acts)
        document = self._document
        document.changed.connect(self._on_change)
        document.selection_changed.connect(self._on_selection)
        document.view_state.changed.connect(self._on_view)

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        self.cells.wear(theme)
        self.heads.wear(theme)
        self.bar.wear(theme)
        self.view.viewport().update()

    def copy(self) -> None:
        """Copy what is selected: touchpoints where whole rows are, else cells."""
        rows = self.view.selected_rows()
        if self.view.has_whole_rows():
            keys = [self.model.columns[place].key for place in self.view.shown_columns()]
            self._writing.copy_rows(self._ids(rows), keys)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._anew(lambda: self.model.take(frozenset(role.id for role in self._document.shown_roles())))
        self._on_view()
        self._on_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.heads.keep()

    def _write(self, touchpoint_id: str, column: Column, text: str) -> bool:
        self.model.rows.held = touchpoint_id
        return self._writing.cell(touchpoint_id, column, text)

    def _on_ended(self, way: str) -> None:
        """Go on from the cell that was left, from the new row where it made one."""
        added, self._writing.added = self._writing.added, ""
        place = self.model.rows.place(added) if added else None
        if place is not None:
            self.model.rows.held = added
            self.view.setCurrentIndex(self.model.index(place, self.view.currentIndex().column()))
        self.view.setFocus()
        self.view.go(way)

    def _on_move(self, _row: int) -> None:
        self._settling.start()
        self._resting.start()

    def _point(self) -> None:
        """Let the map show where the cursor is, while somebody works here."""
        touchpoint = self.model.touchpoint(self.view.currentIndex().row())
        if touchpoint is not None and self.view.hasFocus():
            self.pointed_at.emit(touchpoint.id)

    def _settle(self) -> None:
        """Let the row in which somebody worked go where it belongs, when they are elsewhere."""
        held = self.model.rows.held
        place = self.model.rows.place(held) if held else None
        if held and place != self.view.currentIndex().row() and not self.view.is_editing():
            self._anew(self.model.release)

    def _clear(self) -> None:
        if self.view.has_whole_rows():
            self._remove()
        else:
            self._clear_cells()

    def _remove(self) -> None:
        ids = self._ids(self.view.selected_rows())
        if ids:
            self._writing.remove(ids)

    def _clear_cells(self) -> None:
        columns = [self.model.columns[place] for place in self._selected_columns()]
        ids = self._ids(self.view.selected_rows())
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
        ids = self._ids(rows) or self._ids([index.row()]) or [""]
        self._writing.cells([(each, column) for each in ids], text)

    def _offer(self, index: QModelIndex) -> None:
        """Offer what the cell can say."""
        column = self.model.columns[index.column()]
        text = self.model.text(index.row(), index.column())
        menu = choices_menu(
            self.view, column, self.cells.names(column), text, lambda words: self._enter(index, words)
        )
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

    def _ids(self, rows: list[int]) -> list[str]:
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

    def _choose(self) -> None:
        self._is_choosing = True
        ids = self._ids(self.view.selected_rows())
        if ids or any(
            isinstance(self._document.journey.get(each), Touchpoint) for each in self._document.selection
        ):
            self._document.select(ids)
        self._is_choosing = False

    def _on_selection(self) -> None:
        if self._is_choosing or not self.isVisible():
            return
        places = (self.model.rows.place(each) for each in self._document.selection)
        rows = {place for place in places if place is not None}
        if rows != set(self.view.selected_rows()):
            self.view.show_rows(rows)

    def _on_change(self, ids: frozenset[str]) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._anew(lambda: self.model.take(ids))
        self._tell_count()

    def _on_view(self) -> None:
        view = self._document.view_state.view
        looked_at = (view.filter, view.hidden_roles, view.solo_role)
        if self.isVisible() and looked_at != self._looked_at:
            self._looked_at = looked_at
            self.heads.arrange()
            self._show_wanted()

    def _wait_for_more(self, _text: str) -> None:
        """Filter when the typing pauses."""
        self._filtering.start()

    def _sort(self, column: Column | None, is_descending: bool) -> None:
        self._show_wanted(self.model.rows.wanted._replace(column=column, is_descending=is_descending))

    def _show_wanted(self, wanted: Wanted | None = None) -> None:
        """Show the rows that the filters want."""
        view = self._document.view_state.view
        has_all = not view.hidden_roles and not view.solo_role
        roles = None if has_all else frozenset(role.id for role in self._document.shown_roles())
        wanted = (wanted or self.model.rows.wanted)._replace(
            words=self.bar.filter.text().strip(), filter=view.filter, roles=roles
        )

        def show() -> bool:
            self.model.want(wanted)
            return True

        if wanted != self.model.rows.wanted or self._looked_at is None:
            self._anew(show)
        self._tell_count()

    def _anew(self, follow: Callable[[], bool]) -> None:
        """Follow a change, and where all rows are new put cursor and selection back to where they were."""
        current = self.view.currentIndex()
        row, place = current.row(), current.column()
        touchpoint_id = self.model.rows.ids[row] if 0 <= row < len(self.model.rows.ids) else ""
        key = self.model.columns[place].key if 0 <= place < len(self.model.columns) else ""
        is_new = follow()
        if not is_new:
            return
        self.heads.arrange()
        found, column = self.model.rows.place(touchpoint_id), self.model.place_of(key)
        self._on_selection()
        if found is not None and column >= 0:
            self.view.put_cursor(found, column)

    def _tell_count(self) -> None:
        self.bar.tell_count(len(self.model.rows.ids), self.model.rows.count_all())
