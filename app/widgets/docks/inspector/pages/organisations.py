"""The pages of organisations and people."""

from __future__ import annotations

from app.i18n import tr, trn
from app.model import vocabulary
from app.model.journey import Journey
from app.model.parts import Fact, Guard, Reading, Tenure
from app.model.records import Evidence, Party, Person, Role, Touchpoint
from app.widgets.docks.inspector.controls import (
    date_row,
    line_row,
    lines_row,
    moment_field,
    parts_row,
    record_choice,
    record_row,
    title_row,
    value_column,
    word_row,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList, referring
from app.widgets.docks.inspector.pinned import evidence_section
from app.widgets.docks.inspector.rows import PageKind, PieceRow, Records, Row, Section, head_of, is_one
from app.widgets.fields.entry import Entry
from app.widgets.fields.part_list import Column, PartList
from app.widgets.fields.times import DateField


def party_page(desk: Desk) -> PageKind:
    """Return what can be said of organisations."""
    return PageKind(
        _party_head,
        (
            Section("", (
                title_row("name"),
                word_row("side", vocabulary.sides, is_half=True),
                line_row("segment", is_half=True),
                date_row("contract_end"),
                lines_row("notes"),
            )),
            Section(tr("Roles"), (PieceRow(make=lambda: JumpList(desk, referring(Role)), is_shown=is_one),), "roles"),
            Section(tr("People"), (PieceRow(make=lambda: JumpList(desk, referring(Person)), is_shown=is_one),), "people"),
            Section(tr("Facts"), (_facts(desk),), "facts", folds_when_empty=True),
            evidence_section(desk, folds_when_empty=True),
        ),
    )  # fmt: skip


def person_page(desk: Desk) -> PageKind:
    """Return what can be said of people."""
    return PageKind(
        _person_head,
        (
            Section("", (
                title_row("name"),
                record_row(desk, "party", Party, tr("No organisation"), tr("New organisation…")),
                lines_row("notes"),
            )),
            Section(tr("Roles"), (_tenures(desk),), "roles"),
            Section(tr("Contact goes through"), (_guards(desk),), "guards", folds_when_empty=True),
            Section(tr("Touchpoints"), (PieceRow(make=lambda: JumpList(desk, referring(Touchpoint)), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


def _party_head(_journey: Journey, records: Records) -> tuple[str, str]:
    many = trn("{count} organisation", "{count} organisations", len(records))
    return head_of(records, tr("Organisation"), many)


def _person_head(_journey: Journey, records: Records) -> tuple[str, str]:
    return head_of(records, tr("Person"), trn("{count} person", "{count} people", len(records)))


def _facts(desk: Desk) -> Row:
    readings = (
        value_column(),
        Column("date", DateField),
        Column("note", Entry),
        Column("evidence", lambda: record_choice(desk, Evidence, tr("No evidence"))),
    )
    columns = (
        Column("name", Entry, is_needed=True),
        Column("unit", Entry),
        Column("readings", lambda: PartList(Reading, readings, tr("Add a reading"), desk.theme),
               is_wide=True, of_none=()),
    )  # fmt: skip
    return parts_row(desk, "facts", Fact, columns, tr("Add a fact"))


def _tenures(desk: Desk) -> Row:
    columns = (
        Column("role", lambda: record_choice(desk, Role), is_wide=True, is_needed=True),
        *_from_to(desk),
    )
    return parts_row(desk, "tenures", Tenure, columns, tr("Add a role"))


def _from_to(desk: Desk) -> tuple[Column, Column]:
    """Return the columns of the time for which something holds."""
    return (
        Column("start", lambda: moment_field(desk, may_be_empty=True), of_none=None),
        Column("end", lambda: moment_field(desk, may_be_empty=True), of_none=None),
    )


def _guards(desk: Desk) -> Row:
    columns = (
        Column("person", lambda: record_choice(desk, Person), is_wide=True, is_needed=True),
        *_from_to(desk),
    )
    return parts_row(desk, "guards", Guard, columns, tr("Add a contact"))
