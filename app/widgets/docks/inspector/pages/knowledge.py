"""The pages of insights, evidence and issue threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from app.i18n import tr, trn
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.evidence import set_evidence
from app.model.edits.insights import set_text, vote
from app.model.journey import Journey
from app.model.parts import Vote
from app.model.record import Record
from app.model.records import Channel, Insight, Metric, Person, Touchpoint
from app.model.references import PINNABLE_TYPES
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.controls import (
    date_row,
    line_row,
    lines_row,
    open_word_row,
    parts_row,
    record_row,
    title_row,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList, referring
from app.widgets.docks.inspector.pinned import evidence_section
from app.widgets.docks.inspector.references import References
from app.widgets.docks.inspector.rows import (
    PageKind,
    Piece,
    PieceRow,
    Records,
    Row,
    Section,
    for_each,
    head_of,
    is_one,
)
from app.widgets.docks.inspector.words import text
from app.widgets.fields.entry import Entry
from app.widgets.fields.lines import LinesField
from app.widgets.fields.numbers import NumberField, PercentField
from app.widgets.fields.part_list import Column
from app.widgets.fields.score import ScorePicker
from app.widgets.icons import icon

_MOST_VOTES = 1000
_BY_HAND = "map"  # session and voter of dots given one by one on the inspector


def insight_page(desk: Desk) -> PageKind:
    """Return what can be said of insights."""
    votes = (
        Column("session", Entry, is_needed=True),
        Column("voter", Entry, is_needed=True),
        Column("count", lambda: NumberField(0, _MOST_VOTES, is_whole=True, may_be_empty=False), is_needed=True,
               of_none=None),
    )  # fmt: skip
    return PageKind(
        _insight_head,
        (
            Section("", (
                Row(fields=("text",), make=lambda: LinesField(size_px=16, weight=600),
                    write=for_each(set_text)),
                open_word_row("kind", vocabulary.insight_kinds),
                _score_row(desk, "severity"),
                _score_row(desk, "impact"),
                _score_row(desk, "effort"),
                line_row("owner"),
            )),
            Section(tr("Votes"), (
                PieceRow(make=lambda: Dots(desk), is_shown=is_one),
                parts_row(desk, "votes", Vote, votes, tr("Add a vote")),
            ), "votes", folds_when_empty=True),
            Section(tr("About"), (PieceRow(make=lambda: References(desk), is_shown=is_one),), "about"),
            evidence_section(desk),
        ),
    )  # fmt: skip


def evidence_page(desk: Desk) -> PageKind:
    """Return what can be said of evidence."""
    about: tuple[type[Record], ...] = (*PINNABLE_TYPES, Insight, Channel, Metric)
    return PageKind(
        _evidence_head,
        (
            Section("", (
                title_row("title", write=for_each(_evidence_setter("title"))),
                open_word_row("kind", vocabulary.evidence_kinds, is_half=True),
                date_row("date", is_half=True),
                _count_row("n"),
                _count_row("of"),
                Row(fields=("confidence",), make=PercentField, is_half=True),
                record_row(desk, "contact_owner", Person, tr("Nobody"), tr("New person…"), is_half=True),
                lines_row("quote"),
                lines_row("source"),
            )),
            Section(tr("About"), (PieceRow(make=lambda: References(desk, about), is_shown=is_one),), "about"),
        ),
    )  # fmt: skip


def thread_page(desk: Desk) -> PageKind:
    """Return what can be said of issue threads."""
    return PageKind(
        lambda _journey, records: head_of(
            records, tr("Issue thread"), trn("{count} issue thread", "{count} issue threads", len(records))
        ),
        (
            Section("", (
                title_row("title"),
                line_row("reference", tr("Number of the ticket"), is_half=True),
                line_row("priority", is_half=True),
            )),
            Section(tr("About"), (PieceRow(make=lambda: References(desk), is_shown=is_one),), "about"),
            Section(tr("Touchpoints"), (PieceRow(make=lambda: JumpList(desk, referring(Touchpoint)), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


class Dots(Piece):
    """The sum of all dots, with a button for one more and one for one less."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._insight = ""
        self.count = text("", 14, 600)
        self.less_button = self._button("minus", tr("One dot less"), -1)
        self.more_button = self._button("plus", tr("One dot more"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.less_button)
        row.addWidget(self.count)
        row.addWidget(self.more_button)
        row.addStretch(1)

    def show_records(self, records: Records) -> None:
        """Show the sum."""
        self._insight = records[0].id
        dots = sum(each.count for each in records[0].votes)
        self.count.setText(trn("{count} dot", "{count} dots", dots))
        mine = sum(v.count for v in records[0].votes if (v.session, v.voter) == (_BY_HAND, _BY_HAND))
        self.less_button.setEnabled(mine > 0)

    def is_filled(self) -> bool:
        return True

    def _button(self, name: str, words: str, dots: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setIcon(icon(name, self._desk.theme.ink2, size=18))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._vote(dots))
        return button

    def _vote(self, dots: int) -> None:
        insight = self._insight
        self._desk.do_step(lambda journey: vote(journey, insight, _BY_HAND, _BY_HAND, dots))


def _insight_head(_journey: Journey, records: Records) -> tuple[str, str]:
    kind = name_in(vocabulary.insight_kinds(), records[0].kind)
    return head_of(records, kind, trn("{count} insight", "{count} insights", len(records)))


def _evidence_head(_journey: Journey, records: Records) -> tuple[str, str]:
    kind = name_in(vocabulary.evidence_kinds(), records[0].kind)
    many = trn("{count} piece of evidence", "{count} pieces of evidence", len(records))
    return head_of(records, tr("Evidence: {kind}", kind=kind), many)


def _score_row(desk: Desk, field: str) -> Row:
    return Row(fields=(field,), make=lambda: ScorePicker(desk.theme))


def _count_row(field: str) -> Row:
    return Row(
        fields=(field,), make=lambda: NumberField(0, 1_000_000_000, is_whole=True), is_half=True,
        write=for_each(_evidence_setter(field)),
    )  # fmt: skip


def _evidence_setter(field: str) -> Callable[[Journey, str, Any], Change]:
    return lambda journey, evidence_id, value: set_evidence(journey, evidence_id, **{field: value})
