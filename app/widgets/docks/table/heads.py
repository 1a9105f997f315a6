"""The table's header: columns that are moved, resized, sorted by and hidden, kept in the settings; signs of roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.records import Role
from app.model.sheet.column import Column
from app.settings import TableState
from app.widgets import signs
from app.widgets.docks.table import arrangement
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.view import SheetView
from app.widgets.document import Document
from app.widgets.letter_menu import LetterMenu
from app.widgets.session import Session

_KEEP_MS = 500


class Heads(QObject):
    """Arranges the columns as the settings say, and keeps in them what a person does to the header."""

    filter_wanted = Signal(int)  # of a column
    sorted_by = Signal(object, bool)  # a column or none (in time), whether descending

    def __init__(
        self, document: Document, session: Session, model: SheetModel, view: SheetView, theme: Theme
    ) -> None:
        super().__init__(view)
        self._document = document
        self._session = session
        self._model = model
        self._view = view
        self._theme = theme
        self._state = session.settings.table
        self._is_arranging = False
        self.is_dated = False  # the columns have room for dates
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        model.sign = self._sign
        header = view.horizontalHeader()
        header.sectionResized.connect(self._on_resize)
        header.sectionMoved.connect(self._on_move)
        header.sortIndicatorChanged.connect(self._on_sort)
        header.customContextMenuRequested.connect(self._offer)
        self.arrange()

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._model.columnCount() - 1)

    def arrange(self) -> None:
        """Show, order and size the columns."""
        self._is_arranging = True
        header, hidden = self._view.horizontalHeader(), self._hidden_roles()
        columns = self._model.columns
        self.is_dated = bool(self._document.journey.info.start_date)
        for place, column in enumerate(columns):
            header.setSectionHidden(place, not arrangement.is_shown(column, self._state, hidden))
            header.resizeSection(place, arrangement.width(column, self._state, is_dated=self.is_dated))
        for visual, place in enumerate(arrangement.ordered(columns, self._state)):
            header.moveSection(header.visualIndex(place), visual)
        self._is_arranging = False

    def keep(self) -> None:
        """Write to the settings how the columns are now."""
        self._keeping.stop()
        if self._state != self._session.settings.table:
            self._session.change_settings(table=self._state)

    def fill(self, menu: LetterMenu) -> None:
        """Fill a menu with all columns, each to be shown or hidden."""
        menu.clear()
        hidden = self._hidden_roles()
        groups: dict[str, QMenu] = {}
        for column in self._model.columns:
            if column.key == "title" or (column.role and column.role in hidden):
                continue
            group, words = _group(column)
            if group and group not in groups:
                groups[group] = menu.add_part(group)
            action = groups.get(group, menu).addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(arrangement.is_shown(column, self._state, hidden))
            action.toggled.connect(self._shower(column))
        menu.addSeparator()
        menu.addAction(tr("As Usual")).triggered.connect(self._reset)

    def _shower(self, column: Column) -> Callable[[bool], None]:
        def show(is_wanted: bool) -> None:
            self._become(arrangement.with_shown(self._state, column, is_wanted))

        return show

    def _reset(self) -> None:
        self._become(TableState())

    def _become(self, state: TableState) -> None:
        self._state = state
        self.arrange()
        self.keep()

    def _on_resize(self, place: int, _before: int, px: int) -> None:
        if not self._is_arranging and px > 0:
            self._state = arrangement.with_width(self._state, self._model.columns[place].key, px)
            self._keeping.start()

    def _on_move(self, *_places: int) -> None:
        if self._is_arranging:
            return
        header = self._view.horizontalHeader()
        keys = [self._model.columns[header.logicalIndex(visual)].key for visual in range(header.count())]
        self._state = arrangement.with_order(self._state, keys)
        self._keeping.start()

    def _on_sort(self, place: int, order: Qt.SortOrder) -> None:
        column = self._model.columns[place] if 0 <= place < len(self._model.columns) else None
        self.sorted_by.emit(column, order == Qt.SortOrder.DescendingOrder and column is not None)

    def _offer(self, at: QPoint) -> None:
        """Offer what can be done with the column under the pointer."""
        header = self._view.horizontalHeader()
        place = header.logicalIndexAt(at)
        if place < 0:
            return
        column = self._model.columns[place]
        menu = LetterMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, order in (
            (tr("Sort &Ascending"), Qt.SortOrder.AscendingOrder),
            (tr("Sort &Descending"), Qt.SortOrder.DescendingOrder),
        ):
            menu.addAction(words).triggered.connect(
                lambda _=False, order=order: header.setSortIndicator(place, order)
            )
        menu.addAction(tr("In &Time")).triggered.connect(
            lambda: header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        )
        menu.addSeparator()
        menu.addAction(tr("&Filter…")).triggered.connect(lambda: self.filter_wanted.emit(place))
        menu.addSeparator()
        if column.key != "title":
            menu.addAction(tr("&Hide “{column}”", column=column.title.replace("&", "&&"))).triggered.connect(
                lambda: self._become(arrangement.with_shown(self._state, column, False))
            )
        more = menu.add_part(tr("&Columns"))
        self.fill(more)
        menu.popup(header.mapToGlobal(at))

    def _hidden_roles(self) -> frozenset[str]:
        shown = {role.id for role in self._document.shown_roles()}
        return frozenset(role.id for role in self._document.journey.all(Role) if role.id not in shown)

    def _sign(self, column: Column) -> QIcon | None:
        role = self._document.journey.get(column.role) if column.role else None
        if not isinstance(role, Role):
            return None
        shapes = signs.marker(
            signs.look_of(self._document.journey, role, self._theme), self._theme,
            signs.is_supplier(self._document.journey, role),
        )  # fmt: skip
        return QIcon(signs.picture(shapes, 18, self._view.devicePixelRatioF()))


def _group(column: Column) -> tuple[str, str]:
    """Return the submenu a column stands in, "" for none, and how it is called there."""
    what = column.key.split(" ", 1)[0]
    groups = {
        "feeling": tr("&Feeling of"), "involvement": tr("&Involvement of"), "action": tr("&Action of"),
        "thought": tr("&Thought of"), "custom": tr("&Own Fields"),
    }  # fmt: skip
    if " " not in column.key or what not in groups:
        return "", column.title
    return groups[what], column.title.rpartition(":")[0] or column.title
