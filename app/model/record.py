"""What all records share: immutability, an id, and the types of their fields."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.model.ids import Id, IdOrNone

# Control characters cannot be written to XML and are never meant; a line break is one only where text has lines.
_LINE = r"^[^\x00-\x1f\x7f\ufffe\uffff]*$"
_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]*$"


def _day_of_the_calendar(text: str) -> str:
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise PydanticCustomError("no_such_day", "there is no such day") from None
    return text


Line = Annotated[str, StringConstraints(max_length=300, pattern=_LINE)]
Word = Annotated[str, StringConstraints(max_length=80, pattern=_LINE)]
Lines = Annotated[str, StringConstraints(max_length=20_000, pattern=_LINES)]
Colour = Annotated[str, StringConstraints(pattern=r"^$|^#[0-9a-fA-F]{6}$")]  # "" means: from the palette
Rank = Annotated[str, StringConstraints(max_length=200, pattern=r"^[0-9A-Za-z]*$")]
Date = Annotated[
    str,
    StringConstraints(pattern=r"^$|^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
    AfterValidator(_day_of_the_calendar),
]
Moment = Annotated[float, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]  # a position, in the timeline's unit
Span = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]  # a length, in the timeline's unit
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Score = Annotated[int, Field(ge=1, le=5)]
Feeling = Annotated[int, Field(ge=-2, le=2)]
TimeUnit = Literal["step", "hour", "day", "week", "month"]


class Part(BaseModel):
    """A frozen value inside a record; equal parts are the same part."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    unknown: str = Field(default="", repr=False)  # JSON object of fields that a newer minor version wrote


class Record(Part):
    """A frozen, validated thing of a journey with an id of its own."""

    record_kind: ClassVar[str]

    id: Id
    origin: IdOrNone = ""  # the id of the record that this one was copied from


class Duration(Part):
    """A length of time with its unit, converted by fixed factors (`app.model.time_units`)."""

    value: Span
    unit: TimeUnit


class Ref(Part):
    """The one way by which insights, evidence, service levels and threads name what they are about."""

    kind: Word  # a record kind
    id: Id
    role: IdOrNone = ""  # a participation of the touchpoint `id`


SomeModel = TypeVar("SomeModel", bound=BaseModel)


def replaced(record: SomeModel, /, **fields: Any) -> SomeModel:
    """Return the record with these fields changed and everything validated again.

    pydantic's own `model_copy(update=)` does not validate and is banned in this code base.
    """
    values = {name: getattr(record, name) for name in record.model_fields_set}
    values.update(fields)
    return type(record)(**values)
