"""The steps of a presentation: the whole map, then touchpoint by touchpoint, phase by phase or role by role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from app.model.journey import Journey
from app.model.records import Phase, Role, Touchpoint

Way = Literal["touchpoint", "phase", "role"]
WAYS: tuple[Way, ...] = ("touchpoint", "phase", "role")


class Step(NamedTuple):
    """What is looked at: a record ("" is the whole map), what is lit with it (none: all), whose headers are."""

    record: str = ""
    lit: frozenset[str] | None = None
    roles: frozenset[str] = frozenset()


WHOLE = Step()


def steps_of(journey: Journey, way: Way, shown: Sequence[Role]) -> tuple[Step, ...]:
    """Return the steps in their order, the whole map first; what belongs to no shown role is passed over."""
    ids = frozenset(role.id for role in shown)
    made = {"touchpoint": _touchpoints, "phase": _phases, "role": _roles}[way]
    return (WHOLE, *made(journey, ids, shown))


def place_of(steps: Sequence[Step], record: str, before: int) -> int:
    """Return the place of a record's step, or the nearest to where it was when it is gone."""
    found = next((place for place, step in enumerate(steps) if step.record == record), None)
    return found if found is not None else min(before, len(steps) - 1)


def _touchpoints(journey: Journey, ids: frozenset[str], _shown: Sequence[Role]) -> Iterator[Step]:
    for touchpoint in journey.all(Touchpoint):
        roles = ids.intersection(touchpoint.roles)
        if roles:
            yield Step(touchpoint.id, frozenset((touchpoint.id,)), roles)


def _phases(journey: Journey, ids: frozenset[str], _shown: Sequence[Role]) -> Iterator[Step]:
    points = journey.all(Touchpoint)
    starts = [point.start for point in points]
    for phase in journey.all(Phase):
        first, last = bisect_left(starts, phase.start), bisect_left(starts, phase.end)
        inside = [point for point in points[first:last] if ids.intersection(point.roles)]
        roles = frozenset(role for point in inside for role in point.roles) & ids
        yield Step(phase.id, frozenset((phase.id, *(point.id for point in inside))), roles)


def _roles(journey: Journey, _ids: frozenset[str], shown: Sequence[Role]) -> Iterator[Step]:
    for role in shown:
        line = (point.id for point in journey.touchpoints_of(role.id))
        yield Step(role.id, frozenset((role.id, *line)), frozenset((role.id,)))
