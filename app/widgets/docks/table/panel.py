"""The table below the map: a bar to filter and to choose columns, and the sheet that a person writes into."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.records import Touchpoint
from app.model.sheet.column import Column
from app.widgets.docks.table.acts import Acts
from app.widgets.docks.table.bar import Bar
from app.widgets.docks.table.editing import Editing
from app.widgets.docks.table.filtering import Filtering
from app.widgets.docks.table.filters import Filtered
from app.widgets.docks.table.heads import Heads
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.rows import Wanted
from app.widgets.docks.table.titles import Titles
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
        self.model = SheetModel(document, self._write, self)
        self.view = SheetView(self.model, theme)
        self.cells = Editing(document, self.model, theme, self.view, writing.planned)
        self.view.setItemDelegate(self.cells)
        self.acts = Acts(document, self.view, self.cells, writing, actions)
        self.titles = Titles(self.view, document, theme)
        self.heads = Heads(document, session, self.model, self.view, theme)
        self.filtering = Filtering(document, self.model, self.view)
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
        self.bar = Bar(self.heads, self.filtering, theme)
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
        self.bar.all_wanted.connect(self._show_all)
        self.filtering.wanted.connect(self._filter)
        self.heads.filter_wanted.connect(self.filtering.open)
        self.heads.sorted_by.connect(self._sort)
        self.cells.ended.connect(self._on_ended)
        view = self.view
        view.chosen.connect(self._choose)
        view.moved.connect(self._on_move)
        view.left.connect(self.left)
        document = self._document
        document.changed.connect(self._on_change)
        document.selection_changed.connect(self._on_selection)
        document.view_state.changed.connect(self._on_view)

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        self.cells.wear(theme)
        self.titles.wear(theme)
        self.view.heading.wear(theme)
        self.heads.wear(theme)
        self.bar.wear(theme)
        self.view.viewport().update()

    def copy(self) -> None:
        """Copy what is selected."""
        self.acts.copy()

    def cut(self) -> None:
        """Copy what is selected, and take it away."""
        self.acts.cut()

    def paste(self) -> None:
        """Paste what is on the clipboard where the cursor is."""
        self.acts.paste()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._anew(self.model.read_anew)
            self._tell_count()
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

    def _choose(self) -> None:
        self._is_choosing = True
        ids = self.acts.ids(self.view.selected_rows())
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
        if self.heads.is_dated != bool(self._document.journey.info.start_date):
            self.heads.arrange()
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

    def _filter(self, filtered: tuple[Filtered, ...]) -> None:
        self._show_wanted(self.model.rows.wanted._replace(filtered=filtered))
        self.view.heading.viewport().update()

    def _show_all(self) -> None:
        """Clear all filters of the table's own."""
        self.bar.filter.clear()
        self._filtering.stop()
        self._filter(())
        self.view.setFocus()

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
        has_whole_rows = self.view.has_whole_rows()
        if not follow():
            return
        self.heads.arrange()
        found, column = self.model.rows.place(touchpoint_id), self.model.place_of(key)
        if found is None or column < 0:
            self._on_selection()
        elif has_whole_rows:
            self._on_selection()
            self.view.put_cursor(found, column)
        else:
            self.view.setCurrentIndex(self.model.index(found, column))

    def _tell_count(self) -> None:
        wanted = self.model.rows.wanted
        names = [each.column.title for each in wanted.filtered]
        if wanted.words:
            names.append(tr("“{words}”", words=wanted.words))
        self.bar.tell_count(len(self.model.rows.ids), self.model.rows.count_all(), names)
