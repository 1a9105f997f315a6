"""The dialog that inserts time into the journey, or removes some: how much, and where."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import tr
from app.model.change import Change
from app.model.duration_text import read_duration
from app.model.edits.time import insert_time, remove_empty_time
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.moment_text import moment_words, read_moment
from app.model.record import TimeUnit
from app.model.time_units import in_unit
from app.widgets.dialogs.frame import Dialog, field, label
from app.widgets.document import Document
from app.widgets.fields.times import is_month_first
from app.widgets.fonts import write_in


class TimeDialog(Dialog):
    """Asks for a length and a place; what is wrong is said below the fields, and nothing has changed."""

    def __init__(self, document: Document, parent: QWidget, at: float, *, is_inserted: bool) -> None:
        super().__init__(tr("Insert Time") if is_inserted else tr("Remove Time"), parent)
        self._document = document
        self._is_inserted = is_inserted
        info = self._document.journey.info
        words = (
            tr("Everything later moves along; durations stay as they are.")
            if is_inserted
            else tr("Everything later moves up. Only time in which nothing happens can be removed.")
        )
        self.column.addWidget(label(words, tone="muted"))
        self.complaint = label("", 13, 500, "pain")
        self.length_field = QLineEdit(_usual(info.unit))
        self.place_field = QLineEdit(moment_words(info, at))
        for line, caption in ((self.length_field, tr("How much")), (self.place_field, tr("From"))):
            write_in(line, 14, 400)
            line.textEdited.connect(lambda: self.complaint.setText(""))
            self.column.addWidget(field(caption, line))
        self.column.addWidget(self.complaint)
        self.button, _row = self.add_foot(tr("Insert") if is_inserted else tr("Remove"))
        self.button.clicked.connect(self._do)
        self.length_field.selectAll()
        self.length_field.setFocus()
        self.setMinimumWidth(380)

    def _do(self) -> None:
        document = self._document
        try:
            change = self._plan(document.journey)
            document.history.end_merging()
            document.do(change)
        except JourneyError as refusal:
            self.complaint.setText(f"{refusal.what} {refusal.do}".strip())
            self.complaint.setAccessibleName(self.complaint.text())
            return
        self.accept()

    def _plan(self, journey: Journey) -> Change:
        unit = journey.info.unit
        duration = read_duration(self.length_field.text(), unit)
        length = in_unit(duration, unit) if duration is not None else None
        if length is None or length <= 0:
            raise JourneyError(tr("Say how much time."), do=tr("Write, for example, 3 days or 2 weeks."))
        at = read_moment(self.place_field.text(), journey.info, is_month_first=is_month_first())
        plan = insert_time if self._is_inserted else remove_empty_time
        return plan(journey, at, round(length, 6))


def _usual(unit: TimeUnit) -> str:
    words = {
        "step": tr("1 step"),
        "hour": tr("2 h"),
        "day": tr("1 day"),
        "week": tr("2 weeks"),
        "month": tr("1 month"),
    }
    return words[unit]
