"""The lines of a pasted text as a table: what each says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.drawing.tokens import Theme
from app.i18n import headed, tr
from app.layout.lanes import initials
from app.layout.time_words import moment
from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.parts import Captured
from app.model.capture.plan import Batch, Place
from app.model.capture.text import has_words
from app.model.duration_text import duration_text
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.vocabulary import feelings, insight_kinds
from app.widgets.fields.times import is_month_first

Index = QModelIndex | QPersistentModelIndex
LINE, ROLES, TITLE, WHEN, CHANNEL, FEELING, INSIGHTS = range(7)


class _Row(NamedTuple):
    line: str
    is_wanted: bool = True
    captured: Captured = Captured()
    problem: str = ""
    made: Touchpoint | None = None
    roles: str = ""


class LinesModel(QAbstractTableModel):
    """One row a line; the first cell holds the line, can be edited, and says whether it is added."""

    read_anew = Signal()

    def __init__(
        self, journey: Callable[[], Journey], lines: Sequence[str], place: Place, theme: Theme
    ) -> None:
        super().__init__()
        self._journey = journey
        self._place = place
        self._theme = theme
        self._rows = [_Row(line, has_words(line)) for line in lines]
        self._read()

    @property
    def wanted(self) -> tuple[Captured, ...]:
        """The lines to be added."""
        return tuple(row.captured for row in self._rows if row.is_wanted and not row.problem)

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, as they are written."""
        return tuple(row.line for row in self._rows)

    @property
    def problems(self) -> int:
        """How many of the lines to be added cannot be."""
        return sum(bool(row.problem) for row in self._rows if row.is_wanted)

    @property
    def first_problem(self) -> int:
        """The row of the first line that cannot be added, the first row where there is none."""
        return next((number for number, row in enumerate(self._rows) if row.is_wanted and row.problem), 0)

    def new_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names of the roles and of the channels that would be new."""
        roles = dict.fromkeys(role.name for line in self.wanted for role in line.roles if not role.id)
        channels = dict.fromkeys(
            line.channel.name for line in self.wanted if line.channel is not None and not line.channel.id
        )
        return tuple(roles), tuple(channels)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return INSIGHTS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            tr("Line"),
            tr("Roles"),
            tr("Title"),
            tr("When"),
            tr("Channel"),
            tr("Feeling"),
            tr("Insights"),
        )
        return names[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == LINE:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and column == LINE:
            return row.line
        if role == Qt.ItemDataRole.CheckStateRole and column == LINE:
            return Qt.CheckState.Checked if row.is_wanted else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.problem if row.problem and column == TITLE else self._words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            if not row.is_wanted:
                return QColor(self._theme.muted)
            if row.problem and column in (LINE, TITLE):
                return QColor(self._theme.pain)
            if self._is_meant(row, column):
                return QColor(self._theme.muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() != LINE:
            return False
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            row = row._replace(is_wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole:
            row = row._replace(line=str(value))
        else:
            return False
        self._rows[index.row()] = row
        self._read()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, INSIGHTS))
        return True

    def _read(self) -> None:
        """Understand all lines anew: where one goes depends on those before it."""
        journey = self._journey()
        known = Known(journey, initials, is_month_first=is_month_first())
        batch = Batch(journey)
        place = self._place
        for number, row in enumerate(self._rows):
            captured = read_line(row.line, known)
            row = _Row(row.line, row.is_wanted, captured)
            if row.is_wanted:
                try:
                    place = batch.add(captured, place)
                    made = batch.touchpoints[-1]
                    row = row._replace(made=made, roles=", ".join(batch.names_of(made.roles)))
                except JourneyError as error:
                    row = row._replace(problem=str(error))
            self._rows[number] = row
        self.read_anew.emit()

    def _words(self, row: _Row, column: int) -> str:
        captured, made = row.captured, row.made
        if column == LINE:
            return row.line
        if column == TITLE:
            return f"★ {captured.title}".strip() if captured.is_moment_of_truth else captured.title
        if column == ROLES:
            return row.roles
        if column == WHEN and made is not None:
            words = moment(self._journey().info, made.start)
            length = duration_text(made.duration) if made.duration is not None else ""
            return tr("{when}, {length}", when=words, length=length) if length else words
        if column == CHANNEL:
            return captured.channel.name if captured.channel is not None else ""
        if column == FEELING:
            return _feelings(captured)
        if column == INSIGHTS:
            names = insight_kinds()
            return "; ".join(headed(names[each.kind], each.text) for each in captured.insights)
        return ""

    def _is_meant(self, row: _Row, column: int) -> bool:
        return (column == ROLES and not row.captured.roles) or (column == WHEN and row.captured.start is None)


def _feelings(captured: Captured) -> str:
    names = feelings()
    own = [names[role.feeling] for role in captured.roles if role.feeling is not None]
    shared = [names[captured.feeling]] if captured.feeling is not None else []
    return ", ".join(dict.fromkeys([*own, *shared]))
