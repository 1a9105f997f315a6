"""All records of a kind that has no place on the map, as chips to go to, and a line to make one more."""

from __future__ import annotations

from collections.abc import Hashable

from app.i18n import tr
from app.model.edits.records import add_record
from app.model.library import channel_looks
from app.model.names import title_of
from app.model.record import Record
from app.model.records import Channel, SavedView
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.fields.chip import ChipFace
from app.widgets.fields.chips import Chips
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.naming import NameLine

_MOST = 80


class Gathered(Piece):
    """Chips of all records of a kind."""

    def __init__(self, desk: Desk, kind: type[Record], hint: str) -> None:
        super().__init__()
        self._desk = desk
        self.kind = kind
        self.chips = Chips(self._face, desk.theme)
        self.chips.gone_to.connect(desk.go_to)
        self.line = NameLine(hint)
        self.line.setProperty("kind", "slim")
        self.line.named.connect(self.add)
        self.complaint = Complaint()
        self.stack(self.chips, self.line, self.complaint)

    def show_records(self, _records: Records) -> None:
        """Show a chip for each of the kind."""
        self.chips.show_value(self._ids())

    def is_filled(self) -> bool:
        return bool(self._ids())

    def add(self, name: str) -> None:
        """Make one more of this name."""
        field = "name" if "name" in self.kind.model_fields else "title"
        fields: dict[str, object] = {field: name}
        if self.kind is Channel:
            fields |= channel_looks(name)
        if self.kind is SavedView:
            fields["view"] = self._desk.document.view_state.view
        self.complaint.say(self._desk.do_step(lambda journey: add_record(journey, self.kind, **fields)))

    def _ids(self) -> tuple[str, ...]:
        return tuple(record.id for record in self._desk.journey.all(self.kind)[:_MOST])

    def _face(self, record_id: Hashable) -> ChipFace:
        record = self._desk.journey.get(str(record_id))
        words = title_of(record) if record is not None else ""
        return ChipFace(words or tr("Untitled"), goes=True, stays=True)
