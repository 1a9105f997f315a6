"""Rows of the usual kinds, in one line each, for the pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from app.i18n import tr
from app.model.change import Change
from app.model.edits.records import add_record
from app.model.edits.validated import revised
from app.model.names import kind_name, title_of
from app.model.record import Part, Record
from app.model.records import Role
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Row, is_one
from app.widgets.fields.choice import Choice, Option
from app.widgets.fields.control import Control
from app.widgets.fields.entry import Entry
from app.widgets.fields.lines import LinesField
from app.widgets.fields.naming import ChoiceOrNew
from app.widgets.fields.numbers import NumberField
from app.widgets.fields.part_list import Column, PartList
from app.widgets.fields.roles import role_options
from app.widgets.fields.times import DateField, DurationField, MomentField

_MOST = 1e15
Names = Callable[[], Mapping[str, str]]


def title_row(field: str, **more: Any) -> Row:
    """The name of a record, large; a row like all others."""
    return Row(
        fields=(field,),
        make=lambda: hinted(LinesField(is_line=True, size_px=16, weight=600), tr("Untitled")), **more,
    )  # fmt: skip


def line_row(field: str, hint: str = "", **more: Any) -> Row:
    """A line of text."""
    return Row(fields=(field,), make=lambda: hinted(Entry(), hint), **more)


def lines_row(field: str, hint: str = "", **more: Any) -> Row:
    """Text of several lines."""
    return Row(fields=(field,), make=lambda: hinted(LinesField(), hint), **more)


def word_row(field: str, names: Names, **more: Any) -> Row:
    """A word of a closed list."""
    return Row(fields=(field,), make=lambda: word_choice(names), **more)


def open_word_row(field: str, names: Names, **more: Any) -> Row:
    """A word of an open list."""
    return Row(fields=(field,), make=lambda: open_word_choice(names), **more)


def duration_row(desk: Desk, field: str, hint: str = "", **more: Any) -> Row:
    """A length of time, or none."""
    return Row(
        fields=(field,), make=lambda: hinted(DurationField(lambda: desk.journey.info.unit), hint), **more
    )


def moment_row(desk: Desk, field: str, *, may_be_empty: bool = False, **more: Any) -> Row:
    """A place on the timeline."""
    return Row(fields=(field,), make=lambda: moment_field(desk, may_be_empty=may_be_empty), **more)


def parts_row(desk: Desk, field: str, kind: type[Part], columns: Sequence[Column], adding: str) -> Row:
    """A list of parts, of a single record; its section's heading is its label."""
    return Row(
        fields=(field,),
        is_quiet=True,
        is_shown=is_one,
        make=lambda: PartList(kind, columns, adding, desk.theme),
    )


def value_column() -> Column:
    """The number of a reading."""
    return Column(
        "value", lambda: NumberField(-_MOST, _MOST, may_be_empty=False), is_needed=True, of_none=None
    )


def date_row(field: str, **more: Any) -> Row:
    """A day of the calendar, or none."""
    return Row(fields=(field,), make=DateField, **more)


def record_row(desk: Desk, field: str, kind: type[Record], none: str, new: str = "", **more: Any) -> Row:
    """One of the journey's records of a kind, or none; with `new` also one that is made here."""

    def make() -> Control:
        return record_choice(desk, kind, none, new)

    def add(journey: Any, ids: Any, name: str) -> Change:
        added = add_record(journey, kind, **{_name_field(kind): name})
        put = tuple(revised(journey.get(each), **{field: added.put[0].id}) for each in ids)
        return Change((*added.put, *put), (), added.label)

    def goes(_journey: Any, record: Any) -> str:
        return str(getattr(record, field))

    return Row(fields=(field,), make=make, add=add if new else None, goes=goes, **more)


def record_choice(
    desk: Desk, kind: type[Record], none: str = "", new: str = "", *, is_quiet: bool = False
) -> Control:
    """Return a choice of the journey's records of a kind; the value is the id, "" for none."""

    def options() -> list[Option]:
        if kind is Role:
            return role_options(desk.journey, desk.theme, none)
        first = [Option("", none)] if none else []
        return [*first, *(Option(each.id, name_of(desk, each.id)) for each in desk.journey.all(kind))]

    def words_of(value: Hashable) -> str:
        return name_of(desk, str(value)) if value else none or tr("Choose…")

    if new:
        return ChoiceOrNew(options, new, words_of, is_quiet=is_quiet)
    return Choice(options, words_of, is_quiet=is_quiet)


def word_choice(names: Names, *, is_quiet: bool = False) -> Choice:
    """Return a choice of words by their names."""
    return Choice(
        lambda: [Option(word, name) for word, name in names().items()],
        lambda word: name_in(names(), str(word)),
        is_quiet=is_quiet,
    )


def open_word_choice(names: Names) -> ChoiceOrNew:
    """Return a choice of words to which others can be written."""
    choice = ChoiceOrNew(
        lambda: [Option(word, name) for word, name in names().items()],
        tr("Another word…"),
        lambda word: name_in(names(), str(word)),
    )
    choice.named.connect(choice.tried.emit)
    return choice


def moment_field(desk: Desk, *, may_be_empty: bool = False) -> MomentField:
    """Return a field for a place on the journey's timeline."""
    return MomentField(lambda: desk.journey.info, may_be_empty=may_be_empty)


def name_of(desk: Desk, record_id: str) -> str:
    """Return how a record is called where it is one of many."""
    record = desk.journey.get(record_id)
    if record is None:
        return record_id
    return title_of(record) or tr("{kind} without a name", kind=kind_name(record.record_kind))


def hinted(control: Any, hint: str) -> Any:
    """Return the control with a hint in it."""
    if hint:
        control.hint(hint)
    return control


def _name_field(kind: type[Record]) -> str:
    return "name" if "name" in kind.model_fields else "title"
