"""Where something that is dragged would land: its place on the map, and the words beside the pointer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from app.layout.time_words import moment
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.records import Role
from app.model.vocabulary import feelings
from app.tools.ground import Ground

_APART = {"proportional": 8.0, "even": 16.0}  # between markers of one role that are beside each other


def landing_words(journey: Journey, time: float | None, role: str = "", feeling: int | None = None) -> str:
    """Say where something would land: "Week 12.5 · IT manager · good"; no time: it stays when it is."""
    words = [] if time is None else [moment(journey.info, time)]
    record = journey.get(role) if role else None
    if isinstance(record, Role):
        words.append(record.name)
    if feeling is not None:
        words.append(feelings()[feeling])
    return " · ".join(words)


def landing_x(
    ground: Ground, touchpoint: str, time: float, roles: Iterable[str], without: frozenset[str]
) -> float:
    """Return where a touchpoint's markers would stand: beside one of the same role that stands there before it.

    `without` are records that do not count. O(log n) a role.
    """
    x = own = ground.x_of(time)
    spacing = ground.layout.view.spacing
    apart = 2 * ground.layout.sizes.marker + _APART[spacing]
    for role in roles:
        line = ground.journey.touchpoints_of(role)
        place = bisect_left(line, (time, touchpoint), key=sort_key)
        earlier = reversed(line[max(place - 4, 0) : place])
        before = next((each for each in earlier if each.id not in without), None)
        spot = ground.spot(before.id, role) if before is not None else None
        if before is None or spot is None or (spacing == "even" and before.start != time):
            continue
        if spot.x <= own + apart:
            x = max(x, spot.x + apart)
    return x
