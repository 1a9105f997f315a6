"""The dialog that shows how the lines of a pasted text are understood, before they are added all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.capture.plan import Place, captured_change
from app.model.change import Change
from app.model.draft import Draft
from app.model.journey import Journey
from app.widgets.capture.lines_model import LINE, LinesModel
from app.widgets.dialogs.frame import Dialog, label
from app.widgets.document import Document
from app.widgets.fonts import write_in

Add = Callable[[Callable[[Journey], Change]], bool]
_WIDTHS = (300, 150, 190, 120, 100, 90)
MOST_NAMED = 8


class CaptureMany(Dialog):
    """A table of lines: each can be edited or left out; what is wrong with one stands in it, and the others are added."""

    def __init__(
        self, document: Document, lines: Sequence[str], place: Place, add: Add, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(tr("Add Touchpoints from Text"), parent)
        self._add = add
        self._place = place
        self.model = LinesModel(lambda: document.journey, lines, place, theme)
        self.model.setParent(self)
        self._count = label("", 16, 600)
        self._news = label("", 13, 400, "muted")
        self._problem = label("", 13, 500, "pain")
        self.table = _table(self.model)
        self.column.addWidget(self._count)
        self.column.addWidget(self._news)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._problem)
        self.button, _ = self.add_foot(tr("Add All"))
        self.button.clicked.connect(self._accept)
        self.model.read_anew.connect(self._tell)
        self.model.read_anew.connect(document.drafts.soon)
        document.drafts.ask(self._drafts, self)
        document.drafts.soon()
        self.destroyed.connect(document.drafts.look_again)
        room = parent.size()
        self.resize(
            min(1120, max(640, round(room.width() * 0.9))), min(640, max(360, round(room.height() * 0.8)))
        )
        self._tell()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(self.model.first_problem, LINE))

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isEnabled():
            self._accept()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def _tell(self) -> None:
        count, problems = len(self.model.wanted), self.model.problems
        self._count.setText(trn("{count} touchpoint", "{count} touchpoints", count))
        roles, channels = self.model.new_names()
        news = [
            trn("New role: {names}.", "New roles: {names}.", len(roles), names=_listed(roles))
            if roles
            else "",
            trn("New channel: {names}.", "New channels: {names}.", len(channels), names=_listed(channels))
            if channels
            else "",
        ]
        self._news.setText(" ".join(filter(None, news)) or tr("All roles and channels are known."))
        self._problem.setText(
            trn(
                "{count} line cannot be added and is left out. Change it to add it too.",
                "{count} lines cannot be added and are left out. Change them to add them too.",
                problems,
            )
            if problems
            else ""
        )
        self._problem.setVisible(bool(problems))
        self.button.setEnabled(bool(count))
        self.button.setText(trn("Add {count} Touchpoint", "Add {count} Touchpoints", count))

    def _drafts(self) -> Iterator[Draft]:
        """Tell the lines as they stand."""
        if self.isVisible():
            yield Draft("\n".join(self.model.lines), self.windowTitle(), is_line=True)

    def _accept(self) -> None:
        lines, place = self.model.wanted, self._place
        if self._add(lambda journey: captured_change(journey, lines, place)):
            self.accept()


class _Lines(QTableView):
    """A table in which keys go to the line of the current row, whichever cell was clicked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_for_line = event.key() == Qt.Key.Key_F2 or (event.text().isprintable() and event.text() != "")
        if is_for_line and self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(LINE))
        super().keyPressEvent(event)


def _table(model: LinesModel) -> QTableView:
    table = _Lines()
    table.setModel(model)
    table.setAccessibleName(tr("Lines"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(32)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    write_in(table, 13, 400)
    return table


def _listed(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return tr("{names} and {count} more", names=", ".join(names[:MOST_NAMED]), count=len(names) - MOST_NAMED)
