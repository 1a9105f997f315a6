"""What must hold across records: each rule is one function with one sentence.

A record alone is always valid; these rules are about records together. All raise JourneyError and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from app.i18n import tr
from app.model.errors import JourneyError
from app.model.names import described, kind_name
from app.model.record import Duration, Record, TimeUnit
from app.model.records import (
    Evidence,
    Guard,
    Insight,
    IssueThread,
    JourneyInfo,
    Link,
    Person,
    Phase,
    Role,
    ServiceLevel,
    Tenure,
    Touchpoint,
)
from app.model.references import Reference, pins

MOST_RECORDS = 200_000
MOST_PARTS = 5_000  # in one field of a record
MOST_BY_KIND: Mapping[type[Record], int] = {Role: 500, Phase: 1_000}


class Surroundings(NamedTuple):
    """What a record is checked against: the records as they will be, and the timeline's unit."""

    find: Callable[[str], Record | None]
    unit: TimeUnit


def check(record: Record, references: Sequence[Reference], around: Surroundings) -> None:
    """Raise JourneyError where the record breaks a rule; `references` are the record's own."""
    has_bounded_parts(record)
    refers_to_what_exists(record, references, around)
    for rule in _RULES.get(type(record), ()):
        rule(record, around)


def check_counts(count_by_kind: Mapping[type[Record], int]) -> None:
    """Raise JourneyError where there are too many records, or not exactly one about the journey."""
    has_one_info(count_by_kind.get(JourneyInfo, 0))
    is_bounded(count_by_kind)


def has_one_info(count: int) -> None:
    """A journey has exactly one record that says what it is about."""
    if count == 0:
        raise JourneyError(tr("The record that says what the journey is about is missing."))
    if count > 1:
        raise JourneyError(tr("Two records say what the journey is about; there can be only one."))


def is_bounded(count_by_kind: Mapping[type[Record], int]) -> None:
    """A journey has a bounded number of records, roles and phases."""
    total = sum(count_by_kind.values())
    if total > MOST_RECORDS:
        raise JourneyError(
            tr("A journey can have {most} records at most, not {count}.", most=MOST_RECORDS, count=total),
            do=tr("Split it into several journeys."),
        )
    for kind, most in MOST_BY_KIND.items():
        count = count_by_kind.get(kind, 0)
        if count > most:
            name = kind_name(kind.record_kind)
            raise JourneyError(
                tr("There can be {most} records of the kind “{kind}” at most, not {count}.",
                   most=most, kind=name, count=count)
            )  # fmt: skip


def has_bounded_parts(record: Record) -> None:
    """A record has a bounded number of parts in each of its fields."""
    for field in record.model_fields_set:
        value = getattr(record, field)
        if type(value) is tuple and len(value) > MOST_PARTS:
            raise _broken(
                record,
                tr(
                    "“{field}” can have {most} entries at most, not {count}.",
                    field=field,
                    most=MOST_PARTS,
                    count=len(value),
                ),
            )


def is_new(record: Record, known: Mapping[str, Record]) -> None:
    """An id stands for one record only."""
    if record.id in known:
        raise JourneyError(
            tr("The id {id} stands twice.", id=record.id),
            described(record),
            tr("Ids must be unique."),
            record.id,
        )


def refers_to_what_exists(record: Record, references: Sequence[Reference], around: Surroundings) -> None:
    """What a record refers to is in the journey and of the right kind."""
    for wanted, kind, field in references:
        found = around.find(wanted)
        if type(found) is kind:
            continue
        words = {"field": field, "kind": kind_name(kind.record_kind), "id": wanted}
        if found is None:
            raise _broken(record, tr("“{field}” names what is not in the journey: {kind} {id}.", **words))
        words["other"] = kind_name(found.record_kind)
        raise _broken(
            record,
            tr("“{field}” names the wrong kind of record: {id} is not “{kind}”, but “{other}”.", **words),
        )


def is_not_referred_to(record: Record, by: Record) -> None:
    """A record that others refer to stays."""
    raise JourneyError(
        tr("It cannot be removed, because something refers to it: {other}.", other=described(by)),
        described(record),
        record=record.id,
    )


def somebody_takes_part(touchpoint: Touchpoint, _around: Surroundings) -> None:
    """A touchpoint has at least one role."""
    if not touchpoint.participations:
        raise _broken(touchpoint, tr("No role takes part in it."), tr("Add at least one participation."))


def takes_part_once(touchpoint: Touchpoint, _around: Surroundings) -> None:
    """A role takes part in a touchpoint only once."""
    if len(touchpoint.participations) < 2:
        return
    seen: set[str] = set()
    for part in touchpoint.participations:
        if part.role in seen:
            raise _broken(touchpoint, tr("The role {role} takes part in it twice.", role=part.role))
        seen.add(part.role)


def is_an_interval(phase: Phase, _around: Surroundings) -> None:
    """A phase starts before it ends."""
    if phase.start >= phase.end:
        words = {"start": phase.start, "end": phase.end}
        raise _broken(phase, tr("It must start before it ends, but it runs from {start} to {end}.", **words))


def do_not_overlap(phases: Sequence[Phase]) -> None:
    """Phases do not overlap; `phases` stand in the order of their starts."""
    for earlier, later in pairwise(phases):
        if later.start < earlier.end:
            words = {"other": described(earlier), "end": earlier.end, "start": later.start}
            raise _broken(
                later, tr("It starts at {start}, but what is before it only ends at {end}: {other}.", **words)
            )


def is_not_backwards(person: Person, _around: Surroundings) -> None:
    """A tenure or guard does not end before it starts, and nobody guards themselves."""
    spans: tuple[Tenure | Guard, ...] = (*person.tenures, *person.guards)
    for span in spans:
        if span.start is not None and span.end is not None and span.start > span.end:
            words = {"start": span.start, "end": span.end}
            if isinstance(span, Tenure):
                raise _broken(person, tr("A tenure from {start} to {end} ends before it starts.", **words))
            raise _broken(person, tr("A guard from {start} to {end} ends before it starts.", **words))
    if any(guard.person == person.id for guard in person.guards):
        raise _broken(person, tr("Nobody can guard the contact with themselves."))


def joins_two(link: Link, _around: Surroundings) -> None:
    """A link joins two different touchpoints."""
    if link.source == link.target:
        raise _broken(link, tr("It starts and ends at the same touchpoint."))


def linked_roles_take_part(link: Link, around: Surroundings) -> None:
    """The roles that a link names take part in its ends."""
    for end, role in ((link.source, link.source_role), (link.target, link.target_role)):
        if role:
            _takes_part(link, end, role, around)


def pinned_roles_take_part(record: Record, around: Surroundings) -> None:
    """A pin on a participation names a touchpoint and a role that takes part in it."""
    for ref in pins(record):
        if ref.role:
            _takes_part(record, ref.id, ref.role, around)


def touchpoint_fits_the_timeline(touchpoint: Touchpoint, around: Surroundings) -> None:
    """A step timeline has only durations in steps, any other has none: of a touchpoint, as it is and as planned."""
    _fits(touchpoint, "duration", touchpoint.duration, around)
    _fits(touchpoint, "planned_duration", touchpoint.planned_duration, around)


def link_fits_the_timeline(link: Link, around: Surroundings) -> None:
    """A step timeline has only durations in steps, any other has none: the wait of a link and its limit."""
    _fits(link, "wait", link.wait, around)
    _fits(link, "wait_limit", link.wait_limit, around)


def info_fits_the_timeline(info: JourneyInfo, around: Surroundings) -> None:
    """A step timeline has only durations in steps, any other has none: the limit of all waits."""
    _fits(info, "wait_limit", info.wait_limit, around)


def _fits(record: Record, field: str, duration: Duration | None, around: Surroundings) -> None:
    if duration is None or (duration.unit == "step") == (around.unit == "step"):
        return
    if around.unit == "step":
        what = tr("{field} must be in steps, because the timeline counts steps.", field=field)
    else:
        what = tr("{field} cannot be in steps, because the timeline counts time.", field=field)
    raise _broken(record, what)


def _takes_part(record: Record, touchpoint_id: str, role: str, around: Surroundings) -> None:
    touchpoint = around.find(touchpoint_id)
    if not isinstance(touchpoint, Touchpoint) or touchpoint.participation(role) is None:
        where = described(touchpoint) if touchpoint else touchpoint_id
        raise _broken(record, tr("The role {role} takes no part in the {where}.", role=role, where=where))


def _broken(record: Record, what: str, do: str = "") -> JourneyError:
    return JourneyError(what, described(record), do, record.id)


_RULES: Mapping[type[Record], tuple[Callable[[Any, Surroundings], None], ...]] = {
    JourneyInfo: (info_fits_the_timeline,),
    Touchpoint: (somebody_takes_part, takes_part_once, touchpoint_fits_the_timeline),
    Link: (joins_two, linked_roles_take_part, link_fits_the_timeline),
    Phase: (is_an_interval,),
    Person: (is_not_backwards,),
    Insight: (pinned_roles_take_part,),
    Evidence: (pinned_roles_take_part,),
    ServiceLevel: (pinned_roles_take_part,),
    IssueThread: (pinned_roles_take_part,),
}
