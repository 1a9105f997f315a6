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


def steps_of(
    journey: Journey, way: Way, shown: Sequence[Role], left: frozenset[str] | None = None
) -> tuple[Step, ...]:
    """Return the steps in their order, the whole map first.

    Touchpoints of no shown role, and those that a filter has not `left`, are passed over.
    """
    ids = frozenset(role.id for role in shown)
    points = [
        point
        for point in journey.all(Touchpoint)
        if not ids.isdisjoint(point.roles) and (left is None or point.id in left)
    ]
    whole = WHOLE if left is None else Step("", left, _roles_of(points) & ids)
    if way == "touchpoint":
        return (whole, *_touchpoints(points, ids))
    return (whole, *(_phases(journey, points, ids) if way == "phase" else _roles(shown, points)))


def place_of(steps: Sequence[Step], record: str, before: int) -> int:
    """Return the place of a record's step, or the nearest to where it was when it is gone."""
    found = next((place for place, step in enumerate(steps) if step.record == record), None)
    return found if found is not None else min(before, len(steps) - 1)


def nearest(steps: Sequence[Step], before: Step) -> str:
    """Return the record of the first of these steps that lights something of a step of another way, "" for none."""
    if not before.record:
        return ""
    lit = before.lit or frozenset()
    return next((step.record for step in steps if step.record and lit & (step.lit or frozenset())), "")


def _touchpoints(points: Sequence[Touchpoint], ids: frozenset[str]) -> Iterator[Step]:
    for point in points:
        yield Step(point.id, frozenset((point.id,)), ids.intersection(point.roles))


def _phases(journey: Journey, points: Sequence[Touchpoint], ids: frozenset[str]) -> Iterator[Step]:
    starts = [point.start for point in points]
    for phase in journey.all(Phase):
        inside = points[bisect_left(starts, phase.start) : bisect_left(starts, phase.end)]
        yield Step(phase.id, frozenset((phase.id, *(point.id for point in inside))), _roles_of(inside) & ids)


def _roles(shown: Sequence[Role], points: Sequence[Touchpoint]) -> Iterator[Step]:
    lines: dict[str, list[str]] = {role.id: [role.id] for role in shown}
    for point in points:
        for role in point.roles:
            if role in lines:
                lines[role].append(point.id)
    for role, line in lines.items():
        yield Step(role, frozenset(line), frozenset((role,)))


def _roles_of(points: Sequence[Touchpoint]) -> frozenset[str]:
    return frozenset(role for point in points for role in point.roles)
