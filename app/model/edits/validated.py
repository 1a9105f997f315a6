"""Records made and changed by hand: what is invalid is refused with a sentence."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from app.model.complaints import complaint
from app.model.errors import JourneyError
from app.model.field_words import field_words
from app.model.names import described, kind_name
from app.model.record import Part, Record, replaced

SomePart = TypeVar("SomePart", bound=Part)


def made(kind: type[SomePart], /, **fields: Any) -> SomePart:
    """Return a new record or part; raises JourneyError where a field is invalid."""
    try:
        return kind(**fields)
    except ValidationError as error:
        where = kind_name(kind.record_kind) if issubclass(kind, Record) else ""
        raise JourneyError(complaint(error, field_words(kind)), where) from None


def revised(record: SomePart, /, **fields: Any) -> SomePart:
    """Return the record or part with these fields changed; raises JourneyError where one is invalid."""
    try:
        return replaced(record, **fields)
    except ValidationError as error:
        where = described(record) if isinstance(record, Record) else ""
        record_id = record.id if isinstance(record, Record) else ""
        raise JourneyError(complaint(error, field_words(type(record))), where, record=record_id) from None
