"""What is pinned to a record and written right there: insights and evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.i18n import tr
from app.model.change import Change
from app.model.edits.evidence import add_evidence, no_longer_support, set_evidence
from app.model.edits.insights import pin_insight, set_text, unpin_from
from app.model.edits.records import remove_records, set_fields
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record
from app.model.records import Evidence, Insight
from app.widgets.docks.inspector.adding import AddingBox
from app.widgets.docks.inspector.binding import Binding
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.kinds import OF_EVIDENCE, OF_INSIGHTS, KindButton, Kinds
from app.widgets.docks.inspector.rows import Piece, PieceRow, Records, Row, Section, Shown, is_one
from app.widgets.docks.inspector.section_box import jump_button
from app.widgets.docks.inspector.words import text
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.lines import LinesField
from app.widgets.icons import icon


class PinnedList(Piece):
    """Records pinned to the one shown: their words can be edited here; the last box makes one more."""

    edits = ("pinned",)

    def __init__(self, desk: Desk, kind: type[Insight] | type[Evidence], kinds: Kinds, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._kinds = kinds
        self._about = ""
        self.boxes: list[PinnedBox] = []
        self._pool: list[PinnedBox] = []  # made and perhaps not needed now
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(6)
        self.adding = AddingBox(desk, kinds, hint, self._add)
        self.complaint = Complaint()
        self.stack(self._boxes, self.adding, self.complaint, gap=6)

    def show_records(self, records: Records) -> None:
        """Show what is pinned to the record."""
        self._about = records[0].id
        found = [each for each in self._desk.journey.pinned_to(self._about) if isinstance(each, self._kind)]
        while len(self._pool) < len(found):
            box = PinnedBox(self._desk, self._kinds, found[len(self._pool)], self._remove)
            self._boxes.addWidget(box)
            self._pool.append(box)
        self.boxes = self._pool[: len(found)]
        for box, each in zip(self.boxes, found, strict=True):
            box.show_record(each, self._about)
            box.setVisible(True)
        for box in self._pool[len(found) :]:
            box.setVisible(False)

    def settle(self) -> None:
        """End what the person is doing in any box."""
        for box in self.boxes:
            box.binding.settle()
        self.adding.take()

    def is_filled(self) -> bool:
        return bool(self.boxes)

    def _add(self, kind: str, words: str) -> bool:
        about = self._about

        def plan(journey: Journey) -> Change:
            if self._kind is Insight:
                return pin_insight(journey, kind, about, text=words)
            return add_evidence(journey, kind, words, (about,))

        return self._say(self._desk.do_step(plan))

    def _remove(self, record: Record) -> None:
        """Take the pin away; what is pinned nowhere else goes."""
        about = self._about

        def plan(journey: Journey) -> Change:
            assert isinstance(record, Insight | Evidence)
            pins = [ref for ref in record.refs if ref.id == about]
            if isinstance(record, Insight):
                if len(pins) == len(record.refs):
                    return remove_records(journey, (record.id,))
                return unpin_from(journey, record.id, about, pins[0].role)
            return no_longer_support(journey, record.id, about, pins[0].role)

        self._say(self._desk.do_step(plan))

    def _say(self, refusal: str) -> bool:
        self.complaint.say(refusal)
        return not refusal


class PinnedBox(QFrame):
    """One insight or piece of evidence: its kind to be chosen, its words to be edited, and the way to all of it."""

    def __init__(
        self, desk: Desk, kinds: Kinds, record: Insight | Evidence, remove: Callable[[Any], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._record = record
        self.setProperty("kind", "box")
        self.kind_button = KindButton(desk, kinds, self._set_kind)
        is_insight = isinstance(record, Insight)
        self.line = LinesField(is_line=not is_insight, size_px=13, weight=500)
        self.line.setProperty("kind", "slim")
        self.line.setAccessibleName(tr("Text of the insight") if is_insight else tr("Title of the evidence"))
        self.binding = Binding(desk, words_row("text" if is_insight else "title"), self.line, self)
        jump = jump_button(desk, tr("Show all of it"))
        jump.clicked.connect(lambda: desk.go_to(self._record.id))
        self.remove_button = jump_button(desk, tr("Unpin"))
        self.remove_button.setIcon(icon("close", desk.theme.muted, size=16))
        self.remove_button.clicked.connect(lambda: remove(self._record))
        self._aside = text("", 12, 400, "muted")
        self._aside.setContentsMargins(9, 0, 0, 5)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.line)
        words.addWidget(self._aside)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 3, 2)
        row.setSpacing(2)
        row.addWidget(self.kind_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(jump, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def record_id(self) -> str:
        """The id of what is shown."""
        return self._record.id

    def show_record(self, record: Insight | Evidence, about: str) -> None:
        """Show the record as it is now, or another one, and the roles in `about` whose part it is pinned to."""
        if record.id != self._record.id:
            self.binding.settle()
        self._record = record
        self.binding.show_records((record,))
        roles = [self._desk.journey.get(ref.role) for ref in record.refs if ref.id == about and ref.role]
        aside = ", ".join(title_of(role) for role in roles if role is not None)
        if aside != self._aside.text():
            self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        self.kind_button.show_kind(record.kind, tr("Kind: {name}", name=self._kinds.called(record.kind)))
        tone = self._kinds.tone(record.kind)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def _set_kind(self, kind: str) -> None:
        record_id = self._record.id
        self._desk.do_step(lambda journey: set_fields(journey, (record_id,), kind=kind))


def insights_section(desk: Desk) -> Section:
    """Return the place of the insights pinned to a record."""
    return _section(desk, tr("Insights"), "insights", Insight, OF_INSIGHTS, tr("Add an insight"))


def evidence_section(desk: Desk, *, folds_when_empty: bool = False) -> Section:
    """Return the place of the evidence for a record."""
    made = _section(desk, tr("Evidence"), "evidence", Evidence, OF_EVIDENCE, tr("Add evidence"))
    return replace(made, folds_when_empty=folds_when_empty)


def _section(
    desk: Desk, title: str, key: str, kind: type[Insight] | type[Evidence], kinds: Kinds, hint: str
) -> Section:
    row = PieceRow(make=lambda: PinnedList(desk, kind, kinds, hint), is_shown=is_one, has=has_pinned(kind))
    return Section(title, (row,), key)


def has_pinned(kind: type[Record]) -> Shown:
    """Return what tells whether a record of this kind is pinned to the one shown."""
    return lambda journey, records: any(isinstance(each, kind) for each in journey.pinned_to(records[0].id))


def words_row(field: str) -> Row:
    """Return the row of an insight's text or evidence's title."""

    def write(journey: Journey, ids: Any, words: str) -> Change:
        if field == "text":
            return set_text(journey, ids[0], words)
        return set_evidence(journey, ids[0], title=words)

    return Row(fields=(field,), label="", make=LinesField, write=write)
