"""The parts of records: values without an id of their own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.model.ids import Id, IdOrNone
from app.model.record import Date, Duration, Feeling, Line, Lines, Moment, Number, Part, Word

Involvement = Literal["leads", "takes_part", "approves", "is_consulted", "is_informed"]


class Reading(Part):
    """A value at a date."""

    value: Number
    date: Date = ""
    evidence: IdOrNone = ""
    note: Line = ""


class Fact(Part):
    """A fact about an account as dated readings: share of revenue, licences, lifetime value."""

    name: Word
    unit: Word = ""
    readings: tuple[Reading, ...] = ()


class Tenure(Part):
    """A person fills a role for some time; an open end is none."""

    role: Id
    start: Moment | None = None
    end: Moment | None = None


class Guard(Part):
    """Contact with the person goes through another person for some time."""

    person: Id
    start: Moment | None = None
    end: Moment | None = None


class Relation(Part):
    """How a role stands to another, or to a plain name that is not on the map yet."""

    kind: Literal["works_with", "asks", "needs_approval_of"]
    role: IdOrNone = ""
    name: Line = ""


class Participation(Part):
    """One role's part in one touchpoint."""

    role: Id
    person: IdOrNone = ""
    involvement: Involvement = "takes_part"
    action: Lines = ""
    thought: Lines = ""
    feeling: Feeling | None = None


class MetricReading(Part):
    """A metric read at a touchpoint, for one role or all."""

    metric: Id
    value: Number
    role: IdOrNone = ""
    date: Date = ""
    evidence: IdOrNone = ""


class CustomField(Part):
    """A named value that only this team needs."""

    name: Word
    value: Lines = ""


class Vote(Part):
    """Dots of one voter in one session."""

    session: Word
    voter: Word
    count: Annotated[int, Field(ge=0, le=1000)]


class ServiceReading(Part):
    """What was measured against a service level."""

    measured: Duration
    date: Date = ""
    evidence: IdOrNone = ""
