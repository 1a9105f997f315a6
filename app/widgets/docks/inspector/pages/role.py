"""The page of roles."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import number_text, tr, trn
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.roles import recolour_role, rename_role
from app.model.edits.validated import revised
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.parts import Relation
from app.model.record import Record
from app.model.records import Party, Role, Touchpoint
from app.widgets.docks.inspector.avatar import Avatar
from app.widgets.docks.inspector.controls import (
    line_row,
    lines_row,
    parts_row,
    record_choice,
    record_row,
    title_row,
    word_choice,
    word_row,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList
from app.widgets.docks.inspector.people import PeopleOfRole
from app.widgets.docks.inspector.pinned import evidence_section, insights_section
from app.widgets.docks.inspector.rows import (
    PageKind,
    PieceRow,
    Records,
    Row,
    Section,
    change_label,
    for_each,
    is_one,
)
from app.widgets.fields.colour import ColourWell
from app.widgets.fields.entry import Entry
from app.widgets.fields.part_list import Column
from app.widgets.fields.shared import SharedEdit, shared
from app.widgets.fields.words import WordChips


def page(desk: Desk) -> PageKind:
    """Return what can be said of roles."""
    return PageKind(
        _head,
        (
            Section("", _first(desk)),
            Section(tr("People"), (PieceRow(make=lambda: PeopleOfRole(desk), is_shown=is_one),), "people"),
            Section(tr("Goals, needs and voice"), _voice(), "voice"),
            Section(tr("Look"), _look(desk), "look"),
            Section(tr("Relations"), (_relations(desk),), "relations", folds_when_empty=True),
            insights_section(desk),
            evidence_section(desk, folds_when_empty=True),
            Section(tr("Journey line"), (PieceRow(make=lambda: JumpList(desk, _line), is_shown=is_one),), "line"),
        ),
    )  # fmt: skip


def _head(journey: Journey, records: Records) -> tuple[str, str]:
    if len(records) > 1:
        return trn("{count} role", "{count} roles", len(records)), tr("edited together")
    role: Role = records[0]
    touchpoints = journey.touchpoints_of(role.id)
    count = trn("{count} touchpoint", "{count} touchpoints", len(touchpoints))
    average = _average(role.id, touchpoints)
    return tr("Role"), tr("{count}, feeling {average}", count=count, average=average) if average else count


def _first(desk: Desk) -> tuple[Row, ...]:
    return (
        title_row("name", write=for_each(rename_role, _renamed)),
        record_row(desk, "party", Party, tr("No organisation"), tr("New organisation…")),
        Row(
            fields=("buying_roles",),
            make=lambda: WordChips(vocabulary.buying_roles, tr("Add a buying role"), desk.theme),
            read=lambda _journey, records: shared(records, lambda role: role.buying_roles),
            write=_set_buying_roles,
        ),
        line_row("remit", tr("What the role may decide or does")),
        word_row("stage", _stages),
    )


def _renamed(count: int) -> str:
    return trn("Rename {count} role", "Rename {count} roles", count)


def _voice() -> tuple[Row, ...]:
    return (
        lines_row("quote", tr("What do people in this role say?")),
        lines_row("goals"),
        lines_row("needs"),
        lines_row("description"),
    )


def _look(desk: Desk) -> tuple[Row | PieceRow, ...]:
    return (
        Row(
            fields=("colour",), make=lambda: ColourWell(desk.theme),
            write=for_each(recolour_role, lambda count: trn("Recolour {count} role", "Recolour {count} roles", count)),
        ),
        line_row("initials", tr("From the name"), is_shown=is_one),
        PieceRow(make=lambda: Avatar(desk), is_shown=is_one),
    )  # fmt: skip


def _relations(desk: Desk) -> Row:
    columns = (
        Column("kind", lambda: word_choice(vocabulary.relations), is_wide=True, is_needed=True),
        Column("role", lambda: record_choice(desk, Role, tr("Not on the map")), is_wide=True),
        Column("name", Entry, is_wide=True),
    )
    return parts_row(desk, "relations", Relation, columns, tr("Add a relation"))


def _stages() -> dict[str, str]:
    return {"": tr("From the organisation"), **vocabulary.stages()}


def _set_buying_roles(journey: Journey, ids: Sequence[str], edit: SharedEdit) -> Change:
    roles = [journey.the(Role, each) for each in ids]
    put = tuple(revised(role, buying_roles=edit.applied(role.buying_roles)) for role in roles)
    return Change(put, (), change_label(journey, ids, field_word(Role, "buying_roles")))


def _average(role: str, touchpoints: Sequence[Touchpoint]) -> str:
    felt = [
        part.feeling
        for each in touchpoints
        for part in each.participations
        if part.role == role and part.feeling is not None
    ]
    if not felt:
        return ""
    average = round(sum(felt) / len(felt), 1)
    return number_text(average, 1, has_sign=True)


def _line(journey: Journey, records: Records) -> Sequence[Record]:
    return journey.touchpoints_of(records[0].id)
