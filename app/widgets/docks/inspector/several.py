"""What is selected where the records are of several kinds: how many of each, to go on with those alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import tr, trn
from app.model.journey import Journey
from app.model.names import counted
from app.model.record import Record
from app.model.records import RECORD_TYPES
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList
from app.widgets.docks.inspector.rows import Records
from app.widgets.docks.inspector.words import text
from app.widgets.fields.wrapping import Wrapping


class SeveralKinds(QWidget):
    """A button for each kind; `chosen` has the ids of its records."""

    chosen = Signal(tuple)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._records: Sequence[Record] = ()
        self.buttons: list[Wrapping] = []
        self._counts: dict[type[Record], int] = {}
        self._title = text("", 18, 600)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        self._list = JumpList(desk, _ordered)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 18, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(text(tr("Selection"), 12, 500, "second"), 1)
        head.addWidget(desk.close_button())
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(
            text(tr("Things of one kind can be edited together. Go on with:"), 13, 400, "second")
        )
        column.addLayout(self._buttons)
        column.addWidget(self._list)
        column.addStretch(1)

    def show_records(self, records: Sequence[Record], *, is_new: bool = True) -> None:
        """Show how many there are of each kind."""
        self._records = records
        counts = Counter(type(record) for record in records)
        self._title.setText(trn("{count} thing", "{count} things", len(records)))
        self._list.show_records(records)
        if counts == self._counts:
            return
        self._counts = dict(counts)
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(kind, counts[kind]) for kind in RECORD_TYPES if kind in counts]
        for button in self.buttons:
            self._buttons.addWidget(button)

    def settle(self) -> None:
        """There is nothing to settle."""

    def _button(self, kind: type[Record], count: int) -> Wrapping:
        button = Wrapping()
        button.setProperty("kind", "box")
        words = counted(kind.record_kind, count)
        button.setAccessibleName(words)
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 7, 10, 7)
        row.addWidget(text(words, 14, 500, through=True))
        button.clicked.connect(
            lambda: self.chosen.emit(tuple(record.id for record in self._records if type(record) is kind))
        )
        return button


def _ordered(_journey: Journey, records: Records) -> Sequence[Record]:
    return sorted(records, key=lambda each: (each.record_kind, getattr(each, "start", 0.0), each.id))
