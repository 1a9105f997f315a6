from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from app.model.records import RECORD_TYPES, JourneyInfo, SavedView, UnknownRecord
from app.model.references import pins, references
from tests.model.hands import small_world
from tests.world import insight, role

EXEMPT = {"origin", "based_on"}  # ids of other journeys


def named_in(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from named_in(getattr(value, name))
    elif isinstance(value, tuple):
        for member in value:
            yield from named_in(member)
    elif isinstance(value, str):
        yield value


def id_fields(kind: type[BaseModel], path: str = "") -> Iterator[str]:
    """Every field, also of parts, whose type says that it holds an id."""
    for name, field in kind.model_fields.items():
        inner = [field.annotation, *_inside(field.annotation)]
        parts = [t for t in inner if isinstance(t, type) and issubclass(t, BaseModel)]
        for part in parts:
            yield from id_fields(part, f"{path}{name}.")
        if not parts and "A-Za-z0-9_-" in repr((field.metadata, field.annotation)) and name not in EXEMPT:
            yield f"{path}{name}"


def _inside(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield inner
        yield from _inside(inner)


def test_every_id_that_stands_in_a_record_is_a_reference() -> None:
    j = small_world()
    known = {record.id for record in j.records()}
    for record in j.records():
        if isinstance(record, SavedView | UnknownRecord):
            continue
        standing = set(named_in(record)) & known - {record.id}
        assert {named for named, _, _ in references(record)} == standing


def test_every_field_that_can_hold_an_id_is_looked_at() -> None:
    """A new field with an id must be added to `references` and here, or integrity would not cover it."""
    kinds = [kind for kind in RECORD_TYPES if kind not in (SavedView, UnknownRecord, JourneyInfo)]
    assert {path for kind in kinds for path in id_fields(kind) if path != "id"} == {
        "refs.id", "refs.role", "ref.id", "ref.role", "participations.role", "participations.person", "channel",
        "thread", "attachments", "readings.metric", "readings.role", "readings.evidence", "source", "target",
        "source_role", "target_role", "party", "avatar", "relations.role", "tenures.role", "guards.person",
        "facts.readings.evidence", "contact_owner",
    }  # fmt: skip


def test_empty_references_are_left_out() -> None:
    assert references(role("IT")) == []
    assert pins(role("IT")) == ()
    assert references(insight("pain", "Nowhere")) == []
