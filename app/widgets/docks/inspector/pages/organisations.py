"""The pages of organisations and people."""

from __future__ import annotations

from app.i18n import tr, trn
from app.model import vocabulary
from app.model.journey import Journey
from app.model.parts import Fact, Guard, Reading, Tenure
from app.model.record import Record
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
from app.widgets.docks.inspector.jumps import Find, JumpList
from app.widgets.docks.inspector.pinned import evidence_row
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
                title_row("name", tr("Name")),
                word_row("side", tr("Side"), vocabulary.sides, is_half=True),
                line_row("segment", tr("Segment"), is_half=True),
                date_row("contract_end", tr("Contract ends on")),
                lines_row("notes", tr("Notes")),
            )),
            Section(tr("Roles"), (PieceRow(make=lambda: JumpList(desk, _of_party(Role)), is_shown=is_one),), "roles"),
            Section(tr("People"), (PieceRow(make=lambda: JumpList(desk, _of_party(Person)), is_shown=is_one),), "people"),
            Section(tr("Facts"), (_facts(desk),), "facts", folds_when_empty=True),
            Section(
                tr("Evidence"), (evidence_row(desk),), "evidence",
                folds_when_empty=True,
            ),
        ),
    )  # fmt: skip


def person_page(desk: Desk) -> PageKind:
    """Return what can be said of people."""
    return PageKind(
        _person_head,
        (
            Section("", (
                title_row("name", tr("Name")),
                record_row(desk, "party", tr("Organisation"), Party, tr("No organisation"), tr("New organisation…")),
                lines_row("notes", tr("Notes")),
            )),
            Section(tr("Roles"), (_tenures(desk),), "roles"),
            Section(tr("Contact goes through"), (_guards(desk),), "guards", folds_when_empty=True),
            Section(tr("Touchpoints"), (PieceRow(make=lambda: JumpList(desk, _joined), is_shown=is_one),), "inside"),
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
        Column("date", tr("Date"), DateField),
        Column("note", tr("Note"), Entry),
        Column("evidence", tr("Backed by"), lambda: record_choice(desk, Evidence, tr("No evidence"))),
    )
    columns = (
        Column("name", tr("Fact"), Entry, is_needed=True),
        Column("unit", tr("Unit"), Entry),
        Column("readings", tr("Readings"), lambda: PartList(Reading, readings, tr("Add a reading"), desk.theme),
               is_wide=True, of_none=()),
    )  # fmt: skip
    return parts_row(desk, "facts", tr("Facts"), Fact, columns, tr("Add a fact"))


def _tenures(desk: Desk) -> Row:
    columns = (
        Column("role", tr("Role"), lambda: record_choice(desk, Role), is_wide=True, is_needed=True),
        *_from_to(desk),
    )
    return parts_row(desk, "tenures", tr("Roles"), Tenure, columns, tr("Add a role"))


def _from_to(desk: Desk) -> tuple[Column, Column]:
    """Return the columns of the time for which something holds."""
    return (
        Column("start", tr("From"), lambda: moment_field(desk, may_be_empty=True), of_none=None),
        Column("end", tr("To"), lambda: moment_field(desk, may_be_empty=True), of_none=None),
    )


def _guards(desk: Desk) -> Row:
    columns = (
        Column("person", tr("Person"), lambda: record_choice(desk, Person), is_wide=True, is_needed=True),
        *_from_to(desk),
    )
    return parts_row(desk, "guards", tr("Contact goes through"), Guard, columns, tr("Add a contact"))


def _of_party(kind: type[Role] | type[Person]) -> Find:
    def find(journey: Journey, records: Records) -> list[Record]:
        return [each for each in journey.referring_to(records[0].id) if isinstance(each, kind)]

    return find


def _joined(journey: Journey, records: Records) -> list[Record]:
    return [each for each in journey.referring_to(records[0].id) if isinstance(each, Touchpoint)]
