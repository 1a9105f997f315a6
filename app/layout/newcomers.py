"""Where another person takes a role: as participations or tenures say."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from app.layout.memory import Memory
from app.model.journey import Journey
from app.model.records import Person, Role, Touchpoint


def newcomers(journey: Journey, roles: tuple[Role, ...], memory: Memory) -> dict[str, frozenset[str]]:
    """Return by touchpoint the roles that another person takes there."""
    people = journey.all(Person)
    found: dict[str, frozenset[str]] = {}
    if not people:
        return found
    for role in roles:
        line = journey.touchpoints_of(role.id)
        compute = partial(_of_role, line, role.id, people)
        here = memory.recall(("newcomers", role.id), (line, people), compute)
        for touchpoint in here:
            found[touchpoint] = found.get(touchpoint, frozenset()) | {role.id}
    return found


def _of_role(line: tuple[Touchpoint, ...], role: str, people: tuple[Person, ...]) -> tuple[str, ...]:
    found: list[str] = []
    before = ""
    for touchpoint in line:
        part = touchpoint.participation(role)
        person = part.person if part else ""
        if before and person and person != before:
            found.append(touchpoint.id)
        before = person or before
    tenures = [tenure for person in people for tenure in person.tenures if tenure.role == role]
    starts = sorted(tenure.start for tenure in tenures if tenure.start is not None)
    has_former = any(tenure.start is None for tenure in tenures)
    for start in starts if has_former else starts[1:]:
        place = bisect_left(line, start, key=lambda touchpoint: touchpoint.start)
        if 0 < place < len(line) and line[place].id not in found:
            found.append(line[place].id)
    return tuple(found)
