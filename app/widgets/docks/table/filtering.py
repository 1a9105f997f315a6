"""Filtering by columns: opening the filter of one, and clearing them all."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from app.i18n import tr
from app.model.sheet.column import Column
from app.widgets.docks.table.filter_popup import FilterPopup
from app.widgets.docks.table.filters import Filtered, Wish
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.view import SheetView
from app.widgets.document import Document
from app.widgets.letter_menu import LetterMenu


class Filtering(QObject):
    """Asks what is wanted of columns; `wanted` has all filters that are on."""

    wanted = Signal(object)

    def __init__(self, document: Document, model: SheetModel, view: SheetView) -> None:
        super().__init__(view)
        self._document = document
        self._model = model
        self._view = view
        view.heading.filter_wanted.connect(self.open)
        view.filter_wanted.connect(self.open)

    def on(self) -> tuple[Filtered, ...]:
        """Return the filters that are on."""
        return self._model.rows.wanted.filtered

    def wish_of(self, column: Column) -> Wish:
        """Return what is wanted of a column now."""
        return next((each.wish for each in self.on() if each.column.key == column.key), Wish())

    def open(self, place: int) -> FilterPopup:
        """Let the filter of a column drop down from its heading."""
        column = self._model.columns[place]
        popup = FilterPopup(self._view, self._document.journey, column, self.wish_of(column))
        popup.wished.connect(lambda wish: self.want(column, wish))
        popup.destroyed.connect(self._view.heading.viewport().update)
        popup.drop_down(self._place_of(place))
        return popup

    def want(self, column: Column, wish: Wish) -> None:
        """Filter by a column, or no longer."""
        kept = [each for each in self.on() if each.column.key != column.key]
        self.wanted.emit((*kept, Filtered(column, wish)) if wish.is_on else tuple(kept))

    def fill(self, menu: LetterMenu) -> None:
        """Fill a menu with the columns that are seen, those first that are filtered."""
        menu.clear()
        places = self._view.shown_columns()
        filtered = {each.column.key for each in self.on()}
        for place in sorted(places, key=lambda place: self._model.columns[place].key not in filtered):
            column = self._model.columns[place]
            words = " ".join(column.title.split())
            action = menu.addAction(tr("{column}…", column=words.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(column.key in filtered)
            action.triggered.connect(lambda _=False, place=place: self.open(place))

    def _place_of(self, place: int) -> QRect:
        """Return where a heading is on the screen, scrolled into sight."""
        view, heading = self._view, self._view.heading
        row = max(view.currentIndex().row(), 0)
        view.scrollTo(self._model.index(row, place))
        left = heading.sectionViewportPosition(place)
        at = heading.viewport().mapToGlobal(QPoint(left, 0))
        return QRect(at, QSize(heading.sectionSize(place), heading.height()))
