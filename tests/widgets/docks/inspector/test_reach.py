"""Every field of every record can be reached in the inspector; what cannot is named here, with the reason."""

from __future__ import annotations

import pytest

from app.drawing.tokens import LIGHT
from app.model.field_words import field_word
from app.model.parts import (
    CustomField,
    Fact,
    Guard,
    MetricReading,
    Participation,
    Reading,
    Relation,
    ServiceReading,
    Tenure,
    Vote,
)
from app.model.record import Duration, Part, Record, Ref
from app.model.records import (
    RECORD_TYPES,
    Attachment,
    Insight,
    JourneyInfo,
    Party,
    Person,
    Role,
    ServiceLevel,
    Touchpoint,
    UnknownRecord,
)
from app.model.view import View
from app.widgets.docks.inspector.desk import Desk as InspectorDesk
from app.widgets.docks.inspector.form import Form
from app.widgets.docks.inspector.pages.catalogue import page_of
from app.widgets.docks.inspector.participant_row import ParticipantRow
from app.widgets.docks.inspector.participants import Participants
from app.widgets.fields.folds import Folds
from app.widgets.fields.part_list import PartList
from tests.widgets.docks.inspector.conftest import Desk

OF_EVERY_RECORD = {"id", "origin", "unknown"}  # the program's own
IN_THE_OUTLINE = {"rank"}  # the order among its kind is set by dragging
ELSEWHERE: dict[type[Part], set[str]] = {
    JourneyInfo: {"based_on"},  # set when a version of a journey is made
    Attachment: {"media_type", "sha256", "data"},  # what the file is
    UnknownRecord: {"kind", "json_text"},  # a newer version's business
}
PIECES = {"ref", "source", "target", "attachments", "view"}  # named by the heading they stand under
# The parts of records, and the list or piece whose columns they are.
PARTS: dict[type[Part], tuple[type[Record], str]] = {
    CustomField: (Touchpoint, "custom"),
    MetricReading: (Touchpoint, "readings"),
    Relation: (Role, "relations"),
    Tenure: (Person, "tenures"),
    Guard: (Person, "guards"),
    Fact: (Party, "facts"),
    Vote: (Insight, "votes"),
    ServiceReading: (ServiceLevel, "readings"),
}


def form_of(desk: Desk, kind: type[Record]) -> Form:
    made = InspectorDesk(desk.document, LIGHT, Folds(), desk.inspector)
    form = Form(made, page_of(kind, made))
    form.build()
    return form


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.record_kind)
def test_every_field_of_a_record_is_edited_somewhere(desk: Desk, kind: type[Record]) -> None:
    reached = set(form_of(desk, kind).edited_fields)
    excused = OF_EVERY_RECORD | IN_THE_OUTLINE | ELSEWHERE.get(kind, set())
    assert set(kind.model_fields) - reached - excused == set()


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.record_kind)
def test_no_field_is_excused_that_can_be_edited(desk: Desk, kind: type[Record]) -> None:
    assert set(form_of(desk, kind).edited_fields) & ELSEWHERE.get(kind, set()) == set()
    assert ELSEWHERE.get(kind, set()) <= set(kind.model_fields)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_a_part_has_a_column(desk: Desk, part: type[Part]) -> None:
    kind, field = PARTS[part]
    binding = form_of(desk, kind).binding(field)
    assert binding is not None
    parts = binding.control
    assert isinstance(parts, PartList)
    assert parts.kind is part
    assert {column.name for column in parts.columns} == set(part.model_fields) - {"unknown"}


def test_every_field_of_a_reading_of_a_fact_has_a_column(desk: Desk) -> None:
    binding = form_of(desk, Party).binding("facts")
    assert binding is not None
    facts = binding.control
    assert isinstance(facts, PartList)
    readings = next(column for column in facts.columns if column.name == "readings").make()
    assert isinstance(readings, PartList)
    assert readings.kind is Reading
    assert {column.name for column in readings.columns} == set(Reading.model_fields) - {"unknown"}


def test_every_field_of_a_participation_is_edited_in_its_row(desk: Desk) -> None:
    desk.select("touch-budget-request")
    row = desk.inspector.findChild(ParticipantRow)
    assert isinstance(row, ParticipantRow)
    words = {binding.row.label for binding in row.bindings}
    assert words == {"Involvement", "Feeling", "Person", "Action", "Thought"}
    assert len(words) == len(set(Participation.model_fields) - {"unknown", "role"})
    participants = desk.inspector.findChild(Participants)
    assert isinstance(participants, Participants)
    assert {name for _, name, _ in participants.options()} == {"CFO", "Account manager"}  # the role itself


def test_parts_that_are_not_listed_are_edited_as_one_value(desk: Desk) -> None:
    """A duration is a text; a pin is a chip; a view is taken from how one looks."""
    known = {*PARTS, Reading, Participation, Duration, Ref, View}
    found = {each for each in _subclasses(Part) if each.__module__.startswith("app.model.")}
    values = {"Filter", "CardPlace"}  # parts of a view
    assert {each for each in found if not issubclass(each, Record) and each.__name__ not in values} == known


@pytest.mark.parametrize("kind", set(RECORD_TYPES) - {UnknownRecord}, ids=lambda kind: kind.record_kind)
def test_every_kind_of_record_has_a_page_on_which_each_field_has_a_name(
    desk: Desk, kind: type[Record]
) -> None:
    form = form_of(desk, kind)
    assert form.sections
    for binding in form.bindings:
        assert binding.row.label not in ("", *kind.model_fields), binding.row.fields


@pytest.mark.parametrize(
    "kind", [*RECORD_TYPES, *PARTS, Reading, Participation], ids=lambda kind: kind.__name__
)
def test_every_field_that_a_person_can_fill_in_has_a_word(kind: type[Part]) -> None:
    wordless = {field for field in kind.model_fields if field_word(kind, field) == field}
    assert wordless <= OF_EVERY_RECORD | IN_THE_OUTLINE | ELSEWHERE.get(kind, set()) | PIECES


def _subclasses(kind: type[Part]) -> set[type[Part]]:
    return {each for direct in kind.__subclasses__() for each in (direct, *_subclasses(direct))}
