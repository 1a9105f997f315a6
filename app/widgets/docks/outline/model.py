"""The outline's lines as Qt asks for them; between two listings only what is different is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.i18n import tr
from app.model.change import Change
from app.model.journey import Journey
from app.model.records import ServiceLevel
from app.widgets.docks.outline.entries import Entry
from app.widgets.docks.outline.listing import Folding, Listing

Index = QModelIndex | QPersistentModelIndex
Rename = Callable[[str, str], bool]
Flag = Qt.ItemFlag
DataRole = Qt.ItemDataRole


class OutlineModel(QAbstractListModel):
    """The lines of a listing."""

    def __init__(self, journey: Journey, rename: Rename, folds: Folding) -> None:
        super().__init__()
        self.listing = Listing(journey, folds)
        self.rows: list[Entry] = self.listing.rows()
        self._journey = journey
        self._rename = rename
        self.plan: Callable[[str, str], Change | None] = lambda _record, _name: None  # of a new name
        self.is_shown: Callable[[str], bool] = lambda _role: True  # whether a role's lane is to be seen

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == DataRole.DisplayRole:
            return entry.text
        if role == DataRole.EditRole:
            return self._full_name(entry)
        if role == DataRole.ToolTipRole:
            return "\n".join(filter(None, (entry.text, entry.aside if entry.kind == "record" else "")))
        if role == DataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, entry.aside, self._state_words(entry))))
        return None

    def _state_words(self, entry: Entry) -> str:
        """Return what is to be seen of a line beside its words: folded or not, a lane that is hidden."""
        if entry.can_fold:
            return tr("folded") if self.listing.is_folded(entry.key) else tr("unfolded")
        is_role = entry.kind == "record" and entry.section == "roles"
        return tr("hidden") if is_role and not self.is_shown(entry.record) else ""

    def setData(self, index: Index, value: Any, role: int = DataRole.EditRole) -> bool:
        entry = self.entry(index)
        return role == DataRole.EditRole and entry is not None and self._rename(entry.record, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Flag.NoItemFlags
        if entry.kind != "record":
            return Flag.ItemIsEnabled
        flags = Flag.ItemIsEnabled | Flag.ItemIsSelectable
        if not isinstance(self._journey.get(entry.record), ServiceLevel):
            flags |= Flag.ItemIsEditable
        return flags

    def entry(self, index: Index) -> Entry | None:
        """Return the line at an index, or none."""
        return self.entry_at(index.row()) if index.isValid() else None

    def name_at(self, index: Index) -> tuple[str, str]:
        """Return the record of a line and its name, whole."""
        entry = self.entry(index)
        return (entry.record, self._full_name(entry)) if entry is not None else ("", "")

    def entry_at(self, row: int) -> Entry | None:
        """Return the line of a row, or none."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a line by its key, -1 where it is not listed."""
        return next((row for row, entry in enumerate(self.rows) if entry.key == key), -1)

    def refresh(self) -> None:
        """Take over the listing's lines."""
        before, after = self.rows, self.listing.rows()
        first = _alike(before, after)
        last = _alike(before[first:][::-1], after[first:][::-1])
        if len(before) > first + last:
            self.beginRemoveRows(QModelIndex(), first, len(before) - last - 1)
            self.rows = before[:first] + before[len(before) - last :]
            self.endRemoveRows()
        if len(after) > first + last:
            self.beginInsertRows(QModelIndex(), first, len(after) - last - 1)
            self.rows = after
            self.endInsertRows()
        self.rows = after
        changed = [row for row in range(first) if before[row] is not after[row] and before[row] != after[row]]
        end, tail = len(after), len(before) - len(after)
        changed += [row for row in range(end - last, end) if before[row + tail] != after[row]]
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _full_name(self, entry: Entry) -> str:
        record = self._journey.get(entry.record)
        for field in ("title", "name", "text"):
            name = getattr(record, field, "")
            if name:
                return str(name)
        return ""


def _alike(before: list[Entry], after: list[Entry]) -> int:
    """Return how many lines at the beginning are the same ones."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count
