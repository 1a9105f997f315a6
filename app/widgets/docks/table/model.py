"""The journey as Qt's tables see it: a touchpoint a row, and a last row in which a new one is begun."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from app.i18n import headed, tr
from app.model.records import Role, Touchpoint
from app.model.sheet.column import Column
from app.model.sheet.columns import columns, sort_value
from app.model.vocabulary import feelings
from app.widgets.docks.table.filters import Filtered
from app.widgets.docks.table.rows import MOST_PLACED, Rows, Wanted
from app.widgets.docks.table.waits import waits_column
from app.widgets.document import Document
from app.widgets.fonts import font

Index = QModelIndex | QPersistentModelIndex
Write = Callable[[str, Column, str], bool]  # touchpoint ("" for a new one), column, text

_Role = Qt.ItemDataRole
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SheetModel(QAbstractTableModel):
    """Rows and columns of the table; what changes in the journey costs what is different."""

    def __init__(self, document: Document, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._write = write
        self.rows = Rows(document.journey)
        self.columns: tuple[Column, ...] = ()
        self.sign: Callable[[Column], QIcon | None] = lambda _column: None  # what stands before a title
        self._custom: frozenset[str] = frozenset()
        self._become(self._found_columns())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (as Qt declares it)
        """The number of touchpoints shown, and one row more to begin another."""
        return 0 if parent.isValid() else len(self.rows.ids) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of all columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def touchpoint(self, row: int) -> Touchpoint | None:
        """Return the touchpoint of a row, none for the last row."""
        if not 0 <= row < len(self.rows.ids):
            return None
        record = self._document.journey.get(self.rows.ids[row])
        return record if isinstance(record, Touchpoint) else None

    def text(self, row: int, column: int) -> str:
        """Return what a cell says to other programs."""
        touchpoint = self.touchpoint(row)
        return "" if touchpoint is None else self.columns[column].text(self._document.journey, touchpoint)

    def shown(self, row: int, column: int) -> str:
        """Return what a person reads in a cell."""
        touchpoint = self.touchpoint(row)
        return "" if touchpoint is None else self.columns[column].shown(self._document.journey, touchpoint)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            _Role.DisplayRole,
            _Role.EditRole,
            _Role.ToolTipRole,
            _Role.AccessibleTextRole,
        ):
            return None
        text = self.shown(index.row(), index.column())
        if role == _Role.ToolTipRole:
            return text if len(text) > 24 or "\n" in text else None
        if role == _Role.AccessibleTextRole:
            return self._spoken(index.row(), index.column(), text)
        return text

    def _spoken(self, row: int, place: int, text: str) -> str:
        """Return what a screen reader says of a cell: its column, and what it shows by signs in words."""
        column, touchpoint = self.columns[place], self.touchpoint(row)
        if touchpoint is None:
            return headed(column.title, tr("new touchpoint"))
        if column.role and touchpoint.participation(column.role) is None:
            return headed(column.title, tr("takes no part"))
        if column.kind == "feeling" and text:
            names = feelings()
            feeling = sort_value(column, self._document.journey, touchpoint)
            return headed(column.title, f"{text}, {names[feeling]}" if feeling in names else text)
        return headed(column.title, text or tr("empty"))

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        row = index.row()
        touchpoint_id = self.rows.ids[row] if row < len(self.rows.ids) else ""
        return self._write(touchpoint_id, self.columns[index.column()], str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FIXED if self.columns[index.column()].write is None else _EDITABLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.FontRole:
            return font(12, 500)
        if orientation == Qt.Orientation.Vertical:
            if role == _Role.DisplayRole:
                return str(section + 1) if section < len(self.rows.ids) else "+"
            return None
        if role == _Role.AccessibleTextRole and self.is_filtered(section):
            return tr("{column}, filtered", column=self.columns[section].title)
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole) and 0 <= section < len(self.columns):
            return self.columns[section].title
        if role == _Role.DecorationRole and 0 <= section < len(self.columns):
            return self.sign(self.columns[section])
        if role == _Role.ToolTipRole and 0 <= section < len(self.columns):
            column = self.columns[section]
            return (
                tr("What {role} feels, from -2 to 2", role=column.title)
                if column.role and column.kind == "feeling"
                else column.title
            )
        return None

    def place_of(self, key: str) -> int:
        """Return the place of a column by its key, -1 where there is none."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def is_filtered(self, place: int) -> bool:
        """Tell whether a column is filtered by."""
        if not 0 <= place < len(self.columns):
            return False
        key = self.columns[place].key
        return any(each.column.key == key for each in self.rows.wanted.filtered)

    def want(self, wanted: Wanted) -> None:
        """Show other rows, or in another order."""
        self.beginResetModel()
        self.rows.want(wanted)
        self.endResetModel()

    def take(self, changed: Collection[str]) -> bool:
        """Follow the journey, where these records are different now; tell whether all was shown anew."""
        if not self._needs_columns(changed):
            return self._follow(changed)
        keys = [column.key for column in self.columns]
        found = self._found_columns()
        if [column.key for column in found] == keys:  # some have other names
            self._become(found)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(found) - 1)
            return self._follow(changed)
        return self.read_anew()

    def read_anew(self) -> bool:
        """Show all anew, whatever is different; return True."""
        self.beginResetModel()
        self._become(self._found_columns())
        self.rows.sort_anew()
        self.endResetModel()
        return True

    def release(self) -> bool:
        """Let the row that was held go where it belongs; tell whether all was shown anew."""
        held, self.rows.held = self.rows.held, ""
        return self._follow((held,)) if held else False

    def _follow(self, changed: Collection[str]) -> bool:
        before, after = self.rows.ids, self.rows.after(changed)
        if before is not after and before != after:
            known = self.rows.places.keys()
            places = dict(zip(after, range(len(after)), strict=True))
            gone = known - places.keys()
            moved = (places.keys() - known).union(each for each in changed if each in places)
            if len(gone) + len(moved) > MOST_PLACED:
                self.beginResetModel()
                self.rows.become(after)
                self.endResetModel()
                return True
            self._remove(gone)
            self._put(sorted(moved, key=places.__getitem__), after, places)
        self._tell(changed)
        return False

    def _remove(self, gone: Collection[str]) -> None:
        for record_id in gone:
            place = self.rows.ids.index(record_id)
            self.beginRemoveRows(QModelIndex(), place, place)
            self.rows.become([*self.rows.ids[:place], *self.rows.ids[place + 1 :]])
            self.endRemoveRows()

    def _put(self, moved: list[str], after: list[str], places: dict[str, int]) -> None:
        """Put rows behind those that stand before them, the first one first: then all stand as in `after`."""
        for record_id in moved:
            ids = self.rows.ids
            place = places[record_id]
            target = ids.index(after[place - 1]) + 1 if place else 0
            known = self.rows.place(record_id)
            if known is None:
                self.beginInsertRows(QModelIndex(), target, target)
                self.rows.become([*ids[:target], record_id, *ids[target:]])
                self.endInsertRows()
            elif target not in (known, known + 1):
                self.beginMoveRows(QModelIndex(), known, known, QModelIndex(), target)
                rest = [other for other in ids if other != record_id]
                at = target - 1 if target > known else target
                self.rows.become([*rest[:at], record_id, *rest[at:]])
                self.endMoveRows()

    def _tell(self, changed: Collection[str]) -> None:
        """Tell the view which cells say something else; more than the rows themselves where names are different."""
        last = len(self.columns) - 1
        journey = self._document.journey
        places = [place for record_id in changed if (place := self.rows.place(record_id)) is not None]
        if len(places) < len(changed) and any(
            not isinstance(journey.get(each), Touchpoint) for each in changed
        ):
            places = [0, len(self.rows.ids)]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))

    def _needs_columns(self, changed: Collection[str]) -> bool:
        journey = self._document.journey
        known = {column.role for column in self.columns if column.role}
        for record_id in changed:
            record = journey.get(record_id)
            if isinstance(record, Role) or record_id in known:
                return True
            if isinstance(record, Touchpoint) and any(
                field.name not in self._custom for field in record.custom
            ):
                return True
        return False

    def _found_columns(self) -> tuple[Column, ...]:
        found = list(columns(self._document.journey))
        place = next(i for i, column in enumerate(found) if column.key == "insights")
        found.insert(place + 1, waits_column())
        return tuple(found)

    def _become(self, found: tuple[Column, ...]) -> None:
        self.columns = found
        self._custom = frozenset(column.title for column in found if column.key.startswith("custom "))
        self.rows.wanted = self.rows.wanted._replace(filtered=self._still_there(found))
        sorted_by = self.rows.wanted.column
        if sorted_by is not None:
            place = self.place_of(sorted_by.key)
            self.rows.wanted = self.rows.wanted._replace(column=found[place] if place >= 0 else None)

    def _still_there(self, found: tuple[Column, ...]) -> tuple[Filtered, ...]:
        """Return the filters of columns that there still are."""
        by_key = {column.key: column for column in found}
        return tuple(
            Filtered(by_key[each.column.key], each.wish)
            for each in self.rows.wanted.filtered
            if each.column.key in by_key
        )
