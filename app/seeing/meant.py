"""The marker that is meant by a record that has none of its own: where a walk by arrow keys begins. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from app.analysis.searching import lit_by
from app.layout.places import Places, Spot
from app.model.journey import Journey
from app.model.phase_contents import touchpoints_in
from app.model.records import Link, Phase, Touchpoint
from app.model.references import pins
from app.seeing.walk import found


def meant(journey: Journey, places: Places, record: str) -> Spot | None:
    """Return the marker at which a walk begins when this record is selected: its own, or one of what it is about.

    A role has its line's first marker, a link its source's, a phase that of the first touchpoint in it, an insight that
    of what it is pinned to, a person that of the first touchpoint they take part in.
    """
    own = found(places, record)
    return own or next(_around(journey, places, record), None)


def _around(journey: Journey, places: Places, record: str) -> Iterator[Spot]:
    each = journey.get(record)
    yield from places.line(record)[:1]
    if each is None:
        return
    if isinstance(each, Link):
        yield from places.spots(each.source)
        yield from places.spots(each.target)
    elif isinstance(each, Phase):
        inside = touchpoints_in(journey, each)
        yield from (spot for point in inside for spot in places.spots(point.id))
    for ref in pins(each):
        spot = found(places, ref.id, ref.role)
        yield from (spot,) if spot is not None else places.line(ref.id)[:1]
    lit = [other for other in map(journey.get, lit_by(journey, (record,))) if isinstance(other, Touchpoint)]
    for point in sorted(lit, key=lambda point: (point.start, point.id)):
        yield from places.spots(point.id)
    for other in sorted(lit_by(journey, (record,))):
        yield from places.line(other)[:1]
