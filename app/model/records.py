"""The records of a journey. Fields are scalars, tuples and parts; an invalid record cannot exist.

Order in lists is a `rank`, a fractional string; times are positions in the timeline's unit.
Open vocabularies (kinds of link, insight, evidence, channel) are strings; `vocabulary` has the known words.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from app.model.ids import Id, IdOrNone
from app.model.parts import (
    CustomField,
    Fact,
    Guard,
    Involvement,
    MetricReading,
    Participation,
    Reading,
    Relation,
    ServiceReading,
    Tenure,
    Vote,
)
from app.model.record import (
    Colour,
    Count,
    Date,
    Duration,
    Line,
    Lines,
    Moment,
    Number,
    Rank,
    Record,
    Ref,
    Score,
    Span,
    TimeUnit,
    Word,
)
from app.model.view import View

Deviation = Literal["as_planned", "ad_hoc", "irregular", "failed", "missing"]
Side = Literal["customer", "supplier", "partner"]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
WebLink = Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://[^\s\x00-\x1f]+$")]
Base64 = Annotated[str, StringConstraints(max_length=16_000_000, pattern=r"^[A-Za-z0-9+/]*={0,2}$")]


class JourneyInfo(Record):
    """What the whole map is about; exactly one in a journey, its id is the journey's."""

    record_kind: ClassVar[str] = "journey"

    title: Line = ""
    subject: Line = ""  # whose journey: the account or the persona
    goal: Lines = ""
    kind: Literal["b2c", "b2b", "b2b2c"] = "b2b"
    state: Literal["current", "future"] = "current"
    based_on: IdOrNone = ""  # the journey this is a version of
    language: Word = ""  # BCP 47 tag of the content
    description: Lines = ""
    unit: TimeUnit = "week"
    start_date: Date = ""  # the calendar date of position 0; then the ruler shows dates
    time_zone: Word = ""  # IANA name
    wait_limit: Duration | None = None  # a longer wait is over the limit, unless the link has its own
    owner: Line = ""
    review_date: Date = ""


class Party(Record):
    """An organisation taking part."""

    record_kind: ClassVar[str] = "party"

    name: Line
    side: Side = "customer"
    segment: Line = ""
    facts: tuple[Fact, ...] = ()
    contract_end: Date = ""
    notes: Lines = ""
    rank: Rank = ""


class Person(Record):
    """Somebody who fills one or several roles."""

    record_kind: ClassVar[str] = "person"

    name: Line
    party: IdOrNone = ""
    tenures: tuple[Tenure, ...] = ()
    guards: tuple[Guard, ...] = ()
    notes: Lines = ""
    rank: Rank = ""


class Role(Record):
    """A stakeholder role: one lane, one colour, one journey line."""

    record_kind: ClassVar[str] = "role"

    name: Line
    party: IdOrNone = ""
    buying_roles: tuple[Word, ...] = ()
    remit: Line = ""  # what the role may decide or does, in a few words
    relations: tuple[Relation, ...] = ()
    colour: Colour = ""
    stage: Literal["", "customer", "front_stage", "back_stage", "support"] = (
        ""  # "" means: derived from the party
    )
    goals: Lines = ""
    needs: Lines = ""
    quote: Lines = ""
    description: Lines = ""
    initials: Annotated[str, StringConstraints(max_length=4)] = ""
    avatar: IdOrNone = ""  # an attachment
    rank: Rank = ""


class Phase(Record):
    """A half-open interval of the timeline."""

    record_kind: ClassVar[str] = "phase"

    name: Line
    start: Moment
    end: Moment
    colour: Colour = ""
    goal: Line = ""


class Channel(Record):
    """How a touchpoint happens."""

    record_kind: ClassVar[str] = "channel"

    name: Word
    glyph: Word = ""  # a name in the glyph set; an unknown one is drawn neutral
    mode: Literal["digital", "human", "self_service"] = "digital"
    rank: Rank = ""


class Touchpoint(Record):
    """An event on the timeline, of one role or shared by several."""

    record_kind: ClassVar[str] = "touchpoint"

    title: Line = ""
    description: Lines = ""
    start: Moment
    duration: Duration | None = None
    channel: IdOrNone = ""
    participations: tuple[Participation, ...] = ()
    moment_of_truth: bool = False
    tags: tuple[Word, ...] = ()
    web_links: tuple[WebLink, ...] = ()
    attachments: tuple[Id, ...] = ()
    thread: IdOrNone = ""
    readings: tuple[MetricReading, ...] = ()
    planned_start: Moment | None = None
    planned_duration: Duration | None = None
    deviation: Deviation = "as_planned"
    path: Word = ""  # the branch it belongs to; "" is the main path
    custom: tuple[CustomField, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Tell whether several roles take part."""
        return len(self.participations) > 1

    @property
    def roles(self) -> tuple[str, ...]:
        """The ids of the roles that take part, in their stored order."""
        return tuple(part.role for part in self.participations)

    def participation(self, role: str) -> Participation | None:
        """Return the part of this role, or none."""
        return next((part for part in self.participations if part.role == role), None)


class Link(Record):
    """A directed relation between two touchpoints."""

    record_kind: ClassVar[str] = "link"

    source: Id
    target: Id
    kind: Word = "handoff"
    label: Line = ""
    wait: Duration | None = None  # none: derived from the times of the ends
    wait_limit: Duration | None = None
    source_role: IdOrNone = ""
    target_role: IdOrNone = ""


class Insight(Record):
    """A pain point, gain, opportunity, idea or question, pinned to what it is about."""

    record_kind: ClassVar[str] = "insight"

    kind: Word = "pain"
    text: Lines = ""
    refs: tuple[Ref, ...] = ()
    severity: Score | None = None
    impact: Score | None = None
    effort: Score | None = None
    votes: tuple[Vote, ...] = ()
    owner: Line = ""
    rank: Rank = ""


class Evidence(Record):
    """Where knowledge comes from; n of `of` asked."""

    record_kind: ClassVar[str] = "evidence"

    kind: Word = "interview"
    title: Line = ""
    n: Count | None = None
    of: Count | None = None
    date: Date = ""
    source: Lines = ""
    contact_owner: IdOrNone = ""  # a person
    quote: Lines = ""
    confidence: Share | None = None
    refs: tuple[Ref, ...] = ()
    rank: Rank = ""


class ServiceLevel(Record):
    """A promised response or resolution time at a touchpoint, and what was measured."""

    record_kind: ClassVar[str] = "service_level"

    ref: Ref
    kind: Literal["response", "resolution"] = "response"
    promised: Duration
    hours: Literal["calendar", "business"] = "calendar"
    readings: tuple[ServiceReading, ...] = ()
    rank: Rank = ""


class IssueThread(Record):
    """A ticket or issue that runs through several touchpoints."""

    record_kind: ClassVar[str] = "thread"

    title: Line
    reference: Line = ""
    priority: Word = ""
    refs: tuple[Ref, ...] = ()
    rank: Rank = ""


class Metric(Record):
    """Something measured repeatedly: CSAT, NPS, health score."""

    record_kind: ClassVar[str] = "metric"

    name: Line
    unit: Word = ""
    target: Number | None = None
    better: Literal["up", "down"] = "up"
    rank: Rank = ""


class Attachment(Record):
    """A small file inside the journey, or a relative link; never loaded by itself."""

    record_kind: ClassVar[str] = "attachment"

    name: Line = ""
    media_type: Word
    sha256: Annotated[str, StringConstraints(pattern=r"^$|^[0-9a-f]{64}$")] = ""
    data: Base64 = ""
    link: Line = ""  # relative path
    rank: Rank = ""


class SavedView(Record):
    """A view with a name."""

    record_kind: ClassVar[str] = "view"

    name: Line
    view: View = View()
    rank: Rank = ""


class UnknownRecord(Record):
    """A record of a kind that a newer version wrote: kept and written back, never shown."""

    record_kind: ClassVar[str] = "unknown"

    kind: Word
    json_text: str  # the record as canonical JSON, its id included


# Canonical order of kinds in files and iteration: what others refer to comes first.
RECORD_TYPES: tuple[type[Record], ...] = (
    JourneyInfo,
    Party,
    Person,
    Role,
    Phase,
    Channel,
    Metric,
    Attachment,
    IssueThread,
    Touchpoint,
    Link,
    Insight,
    Evidence,
    ServiceLevel,
    SavedView,
    UnknownRecord,
)
RECORD_TYPE_BY_KIND: dict[str, type[Record]] = {kind.record_kind: kind for kind in RECORD_TYPES}

__all__ = [  # noqa: RUF022  (in canonical order)
    "Attachment",
    "Channel",
    "CustomField",
    "Evidence",
    "Fact",
    "Guard",
    "Insight",
    "IssueThread",
    "JourneyInfo",
    "Link",
    "Metric",
    "MetricReading",
    "Participation",
    "Party",
    "Person",
    "Phase",
    "RECORD_TYPES",
    "RECORD_TYPE_BY_KIND",
    "Reading",
    "Relation",
    "Role",
    "SavedView",
    "ServiceLevel",
    "ServiceReading",
    "Span",
    "Tenure",
    "Touchpoint",
    "UnknownRecord",
    "Vote",
    "Involvement",
    "Deviation",
    "Side",
]
