"""What must be true of every journey, computed anew and without trust in how the journey does it."""

from __future__ import annotations

from app.model.journey import Journey
from app.model.record import Record
from app.model.records import (
    RECORD_TYPES,
    Evidence,
    Insight,
    IssueThread,
    Link,
    Phase,
    Role,
    ServiceLevel,
    Touchpoint,
)


def place(record: Record) -> tuple[object, ...]:
    order = record.start if isinstance(record, Touchpoint | Phase) else getattr(record, "rank", "")
    return (RECORD_TYPES.index(type(record)), order, record.id)


def named_in_pins(record: Record) -> set[str]:
    if isinstance(record, ServiceLevel):
        return {record.ref.id}
    return {ref.id for ref in record.refs} if isinstance(record, Insight | Evidence | IssueThread) else set()


def assert_consistent(journey: Journey) -> None:
    records = journey.records()
    assert list(records) == sorted(records, key=place)
    assert len({record.id for record in records}) == len(records)
    assert all(journey.get(record.id) is record for record in records)
    for kind in RECORD_TYPES:
        assert journey.all(kind) == tuple(record for record in records if type(record) is kind)
    _assert_graph_and_tables_agree(journey)
    _assert_lines_are_right(journey)
    for record in records:
        pinned = tuple(other for other in records if record.id in named_in_pins(other))
        assert journey.pinned_to(record.id) == pinned
    again = Journey.of(reversed(records))
    assert again == journey
    assert again.records() == records
    assert all(again.referring_to(record.id) == journey.referring_to(record.id) for record in records)


def _assert_graph_and_tables_agree(journey: Journey) -> None:
    graph = journey.graph()
    touchpoints, links = journey.all(Touchpoint), journey.all(Link)
    assert dict(graph.nodes(data="record")) == {touchpoint.id: touchpoint for touchpoint in touchpoints}
    edges = {
        (source, target, key): record for source, target, key, record in graph.edges(keys=True, data="record")
    }
    assert edges == {(link.source, link.target, link.id): link for link in links}
    for touchpoint in touchpoints:
        assert journey.links_of(touchpoint.id) == tuple(
            link for link in links if touchpoint.id in (link.source, link.target)
        )


def _assert_lines_are_right(journey: Journey) -> None:
    for role in journey.all(Role):
        line = tuple(t for t in journey.all(Touchpoint) if any(p.role == role.id for p in t.participations))
        assert journey.touchpoints_of(role.id) == line
    phases = journey.all(Phase)
    for time in (
        *(p.start for p in phases),
        *(p.end for p in phases),
        *(t.start for t in journey.all(Touchpoint)),
    ):
        inside = [phase for phase in phases if phase.start <= time < phase.end]
        assert journey.phase_at(time) == (inside[0] if inside else None)
