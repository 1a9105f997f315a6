"""What a page consists of: sections of rows; a row joins fields of records to a control."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.records import set_fields
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.names import kind_name, title_of
from app.model.record import Record
from app.widgets.fields.control import SEVERAL, Control

Records = Sequence[Any]
Read = Callable[[Journey, Records], object]
Write = Callable[[Journey, Sequence[str], Any], Change]
Shown = Callable[[Journey, Records], bool]
_ID = attrgetter("id")


def always(_journey: Journey, _records: Records) -> bool:
    """Tell that a row is there for all records."""
    return True


def is_one(_journey: Journey, records: Records) -> bool:
    """Tell whether a single record is selected."""
    return len(records) == 1


class Row(Struct, frozen=True, kw_only=True):
    """A control and the fields of the records that it edits; without `read` and `write` it is the first field itself."""

    fields: tuple[str, ...]
    make: Callable[[], Control]
    label: str = ""  # none: as the first field is called on its page
    read: Read | None = None
    write: Write | None = None
    add: Write | None = None  # what a new name written into a choice does
    is_half: bool = False  # two stand side by side
    is_quiet: bool = False  # the label is for screen readers only
    is_sweeping: bool = False  # setting it changes more than its fields: taking it back is undoing
    is_shown: Shown = always
    goes: Callable[[Journey, Record], str] | None = None  # the record that the value is, to go there
    beside: Row | None = None  # a small control in the same line

    def value(self, journey: Journey, records: Records) -> object:
        """Return what the control shows."""
        if self.read is not None:
            return self.read(journey, records)
        return the_same(records, lambda record: getattr(record, self.fields[0]))

    def change(self, journey: Journey, ids: Sequence[str], value: object) -> Change:
        """Return the change to the value."""
        if self.write is not None:
            change = self.write(journey, ids, value)
        else:
            change = set_fields(journey, ids, **{self.fields[0]: value})
            change = replace(change, label=change_label(journey, ids, self.label))
        return as_reordered(journey, ids, self.fields[0], self.label, change)


class Piece(QWidget):
    """A part of a page that is more than one control."""

    edits: tuple[str, ...] = ()  # the fields of the records that it edits

    def stack(self, *parts: QWidget | QLayout, gap: int = 4, above: int = 0) -> None:
        """Put its parts below each other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, above, 0, 0)
        column.setSpacing(gap)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)

    def show_records(self, records: Records) -> None:
        """Show what there is about the records."""

    def settle(self) -> None:
        """End what the person is doing here."""

    def is_filled(self) -> bool:
        """Tell whether there is anything to see."""
        return True


class PieceRow(Struct, frozen=True, kw_only=True):
    """A place for a piece."""

    make: Callable[[], Piece]
    is_shown: Shown = always
    has: Shown | None = None  # tells whether there is anything to see; none: ask the piece


class Section(Struct, frozen=True):
    """Rows under a heading that folds; without a heading they are always there."""

    title: str
    rows: tuple[Row | PieceRow, ...]
    key: str = ""
    folds_when_empty: bool = False
    count: Callable[[Journey, Records], int] | None = None  # stands behind the heading


class PageKind(Struct, frozen=True):
    """The page of one kind of record: what stands at its head, and its sections."""

    head: Callable[[Journey, Records], tuple[str, str]]
    sections: tuple[Section, ...]


def labelled(kind: type[Record], page: PageKind) -> PageKind:
    """Return the page with its rows called as the fields of this kind are, unless they have labels."""

    def with_label(row: Row) -> Row:
        beside = with_label(row.beside) if row.beside is not None else None
        return replace(row, label=row.label or field_word(kind, row.fields[0]), beside=beside)

    def with_labels(section: Section) -> Section:
        rows = tuple(with_label(row) if isinstance(row, Row) else row for row in section.rows)
        return replace(section, rows=rows)

    return replace(page, sections=tuple(map(with_labels, page.sections)))


def ids_of(records: Records) -> tuple[str, ...]:
    """Return the ids of records; thousands may be selected, and each field asks."""
    return tuple(map(_ID, records))


def head_of(records: Records, one: str, many: str, aside: str = "") -> tuple[str, str]:
    """Return the head of a page: what one record is and something beside it, or how many there are."""
    return (one, aside) if len(records) == 1 else (many, tr("edited together"))


def the_same(records: Records, value_of: Callable[[Any], object]) -> object:
    """Return the value that all records have, or SEVERAL."""
    first = value_of(records[0])
    for record in records[1:]:
        if value_of(record) != first:
            return SEVERAL
    return first


def change_label(journey: Journey, ids: Sequence[str], field: str) -> str:
    """Return what the Undo menu says of a changed field."""
    record = journey.get(ids[0])
    name = "" if record is None else title_of(record) or kind_name(record.record_kind)
    return trn(
        "Change “{field}” of {name}", "Change “{field}” of {count} things", len(ids), field=field, name=name
    )


def as_reordered(journey: Journey, ids: Sequence[str], field: str, label: str, change: Change) -> Change:
    """Return the change, called what it is where it only puts the parts of a record into another order."""
    before = journey.get(ids[0]) if ids else None
    after = next((record for record in change.put if before is not None and record.id == before.id), None)
    old, new = getattr(before, field, None), getattr(after, field, None)
    if before is None or not isinstance(old, tuple) or not isinstance(new, tuple) or old == new:
        return change
    if len(old) != len(new) or Counter(old) != Counter(new):
        return change
    name = title_of(before) or kind_name(before.record_kind)
    return replace(change, label=tr("Reorder “{field}” of {name}", field=label, name=name))


def for_each(edit: Callable[[Journey, str, Any], Change], label: Callable[[int], str] | None = None) -> Write:
    """Make an edit of one record one of several."""

    def write(journey: Journey, ids: Sequence[str], value: object) -> Change:
        changes = [edit(journey, record_id, value) for record_id in ids]
        if len(changes) == 1:
            return changes[0]
        put = {record.id: record for change in changes for record in change.put}
        words = label(len(ids)) if label is not None else changes[0].label
        merge_key = " ".join(change.merge_key for change in changes)
        return Change(tuple(put.values()), (), words, merge_key)

    return write


def is_blank(value: object) -> bool:
    """Tell whether a field says nothing."""
    return value is None or value == "" or value == () or value is False or value == "as_planned"
