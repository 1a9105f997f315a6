"""The place of service levels on a page: those that are promised, and a line to promise one more."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.i18n import tr
from app.model.edits.pins import ref_to
from app.model.edits.records import add_record
from app.model.record import Duration
from app.model.records import ServiceLevel
from app.widgets.docks.inspector.dashed import DashedFrame
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList, pinned
from app.widgets.docks.inspector.pinned import has_pinned
from app.widgets.docks.inspector.rows import Piece, PieceRow, Records, Section, is_one
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.times import DurationField


class ServiceLevels(Piece):
    """The service levels promised at a record, and a line to promise one more."""

    edits = ("service_levels",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._about = ""
        self.list = JumpList(desk, pinned(ServiceLevel), is_boxed=True)
        self.line = DurationField(lambda: desk.journey.info.unit)
        self.line.is_patient = True
        self.line.setProperty("kind", "slim")
        self.line.hint(tr("Promise a response within… (4 h)"))
        self.line.setAccessibleName(tr("Promise a response within"))
        self.line.show_value(None)
        self.line.tried.connect(self._add)
        self.complaint = Complaint()
        self.line.refused.connect(self.complaint.say)
        frame = DashedFrame(desk.theme)
        row = QHBoxLayout(frame)
        row.setContentsMargins(6, 2, 4, 2)
        row.addWidget(self.line)
        self.stack(self.list, frame, self.complaint, gap=6)

    def show_records(self, records: Records) -> None:
        """Show the service levels of the record."""
        self._about = records[0].id
        self.list.show_records(records)

    def settle(self) -> None:
        """Forget what is half written."""
        self.line.settle()
        self.line.show_value(None)

    def is_filled(self) -> bool:
        return self.list.is_filled()

    def _add(self, promised: Duration | None) -> None:
        if promised is None:
            return
        about = self._about
        refusal = self._desk.do_step(
            lambda journey: add_record(journey, ServiceLevel, ref=ref_to(journey, about), promised=promised)
        )
        self.line.refuse(refusal)
        if not refusal:
            self.line.clear()


def service_levels_section(desk: Desk) -> Section:
    """Return the place of the service levels of a record."""
    row = PieceRow(make=lambda: ServiceLevels(desk), is_shown=is_one, has=has_pinned(ServiceLevel))
    return Section(tr("Service levels"), (row,), "levels", folds_when_empty=True)
