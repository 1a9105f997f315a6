"""Joining a control to the fields of the records that are shown: what is wanted is tried, a refusal is said there."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject

from app.model.change import Change
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.record import Record
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Records, Row, ids_of
from app.widgets.fields.control import Control
from app.widgets.fields.typed import Typed


class Binding(QObject):
    """Joins a control to the fields of the records that are shown now."""

    def __init__(self, desk: Desk, row: Row, control: Control, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row = row
        self.control = control
        self._ids: tuple[str, ...] = ()
        self._is_settled = False  # what was wrong here is kept as a draft
        self._before: tuple[Record, ...] = ()
        self._value: object = None
        self._place = 0
        self._last = Change()
        control.came.connect(self._came)
        control.tried.connect(self._tried)
        control.restored.connect(self._restored)
        control.left.connect(desk.end_step)
        if isinstance(control, Typed):
            control.plan = lambda value: row.change(desk.journey, self._ids, value)
        if row.add is not None:
            control.named.connect(self._named)  # type: ignore[attr-defined]

    def show_records(self, records: Records) -> None:
        """Show the value that the records have."""
        ids = ids_of(records)
        is_new = self._is_settled or ids != self._ids
        self._ids, self._is_settled = ids, False
        self._value = self.row.value(self._desk.journey, records)
        self.control.weigh(len(records))
        self.control.show_value(self._value)
        if is_new and isinstance(self.control, Typed):
            draft = self._desk.take_draft(self._key, self._value)
            if draft is not None:
                self.control.resume(draft)

    def settle(self) -> None:
        """End what the person is doing here."""
        self.control.settle()
        self._is_settled = True
        is_there = all(self._desk.journey.get(record_id) is not None for record_id in self._ids)
        if isinstance(self.control, Typed) and self.control.draft is not None and is_there:
            self._desk.keep_draft(self._key, self._value, self.control.draft)

    @property
    def _key(self) -> Hashable:
        """What tells this field of these records from all others."""
        return (self._ids, self.row.fields, self.row.label)

    def _came(self) -> None:
        self._desk.end_step()
        found = (self._desk.journey.get(record_id) for record_id in self._ids)
        self._before = tuple(record for record in found if record is not None)
        self._place = self._desk.document.history.place
        self._last = Change()

    def _tried(self, value: object) -> None:
        def plan(journey: Journey) -> Change:
            self._last = self.row.change(journey, self._ids, value)
            return self._last

        self.control.refuse(self._desk.do(plan))

    def _named(self, name: str) -> None:
        assert self.row.add is not None
        add = self.row.add
        self.control.refuse(self._desk.do_step(lambda journey: add(journey, self._ids, name)))

    def _restored(self) -> None:
        """Put back what was there when the focus came; what was one step is none then."""
        history = self._desk.document.history
        if self.row.is_sweeping:
            if history.place > self._place:
                self._desk.document.undo()
            return
        put = []
        for before in self._before:
            now = self._desk.journey.get(before.id)
            if now is not None:
                put.append(revised(now, **{field: getattr(before, field) for field in self.row.fields}))
        change = Change(tuple(put), (), self._last.label, self._last.merge_key)
        self.control.refuse(self._desk.do(lambda _journey: change))
