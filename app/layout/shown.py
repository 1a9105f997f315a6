"""What of the journey the view shows: roles in lane order, touchpoints as stops, and the leaves they are cut into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from app.model.journey import Journey
from app.model.records import Channel, Party, Phase, Role, Side, Touchpoint
from app.model.view import View

_FEW = 6  # touchpoints of a map without phases that is just begun ...
_ROOM = 8.0  # ... and the units of time that it shows at least
_SIDES: dict[Side, int] = {"customer": 0, "partner": 1, "supplier": 2}
_ROOT = 2.0**24  # wider than any legal timeline
_FULL = 32  # touchpoints that a leaf holds at most, where their times let it


class Stop(NamedTuple):
    """A touchpoint as the view shows it, without its words: `feelings` stand beside `lanes`, which ascend."""

    id: str
    start: float
    channel: str
    is_shared: bool  # several roles take part, shown or not
    lanes: tuple[int, ...]
    feelings: tuple[int | None, ...]
    lead: int  # the lane of the role that leads
    newcomers: tuple[int, ...]  # lanes where a new person takes the role here


class Leaf(NamedTuple):
    """A run of the timeline, half-open, and the touchpoints in it: a dyadic interval, so that it stands still."""

    key: str
    first: float
    last: float
    low: int
    high: int


class Shown(Struct, frozen=True):
    """The part of a journey that a view shows. `index` is a role's place among all roles, shown or not."""

    roles: tuple[Role, ...]
    sides: tuple[Side, ...]
    index: dict[str, int]
    lane: dict[str, int]
    touchpoints: tuple[Touchpoint, ...]
    phases: tuple[Phase, ...]
    channels: dict[str, Channel]
    first: float
    last: float
    everything: tuple[Touchpoint, ...]  # also what is outside the window
    whole_first: float
    whole_last: float
    is_windowed: bool


def shown(journey: Journey, view: View) -> Shown:
    """Pick what the view shows of a journey."""
    parties = {party.id: (place, party.side) for place, party in enumerate(journey.all(Party))}
    everyone = journey.all(Role)
    index = {role.id: place for place, role in enumerate(everyone)}
    nowhere: tuple[int, Side] = (len(parties), "customer")

    def order(role: Role) -> tuple[int, int, int]:
        place, side = parties.get(role.party, nowhere)
        return _SIDES[side], place, index[role.id]

    hidden = set(view.hidden_roles)
    solo = view.solo_role if view.solo_role in index else ""
    roles = tuple(
        role for role in sorted(everyone, key=order) if (role.id == solo if solo else role.id not in hidden)
    )
    lane = {role.id: place for place, role in enumerate(roles)}
    has_all = len(roles) == len(everyone)
    touchpoints = journey.all(Touchpoint)
    if not has_all:
        touchpoints = tuple(t for t in touchpoints if any(p.role in lane for p in t.participations))
    everything, touchpoints = touchpoints, _windowed(touchpoints, view)
    phases = tuple(p for p in journey.all(Phase) if _touches_window(p, view))
    first, last = _range(touchpoints, phases, view)
    is_windowed = view.first is not None or view.last is not None
    whole_first, whole_last = _range(everything, journey.all(Phase), View()) if is_windowed else (first, last)
    return Shown(
        roles,
        tuple(parties.get(role.party, nowhere)[1] for role in roles),
        index,
        lane,
        touchpoints,
        phases,
        {channel.id: channel for channel in journey.all(Channel)},
        first,
        last,
        everything,
        whole_first,
        whole_last,
        is_windowed,
    )


def _windowed(touchpoints: tuple[Touchpoint, ...], view: View) -> tuple[Touchpoint, ...]:
    if view.first is None and view.last is None:
        return touchpoints
    low = 0 if view.first is None else bisect_left(touchpoints, view.first, key=lambda t: t.start)
    high = len(touchpoints)
    if view.last is not None:
        high = bisect_right(touchpoints, view.last, key=lambda t: t.start)
    return touchpoints[low:high]


def _touches_window(phase: Phase, view: View) -> bool:
    return (view.last is None or phase.start < view.last) and (view.first is None or phase.end > view.first)


def _range(touchpoints: tuple[Touchpoint, ...], phases: tuple[Phase, ...], view: View) -> tuple[float, float]:
    starts = [phases[0].start] if phases else []
    ends = [max(phase.end for phase in phases)] if phases else []
    if touchpoints:
        starts.append(touchpoints[0].start)
        ends.append(touchpoints[-1].start)
    first = view.first if view.first is not None else min(starts, default=0.0)
    last = view.last if view.last is not None else max(ends, default=first + 1.0)
    is_begun = not phases and len(touchpoints) < _FEW and view.first is None and view.last is None
    if (
        is_begun
    ):  # room to place what comes next; else the scale would jump with each of the first touchpoints
        first = 0.0 if 0.0 <= first <= _ROOM else first
        last = max(last, first + _ROOM)
    if last <= first:
        last = first + 1.0
    return float(first), float(last)


def leaves(touchpoints: tuple[Touchpoint, ...], first: float, last: float) -> list[Leaf]:
    """Cut [first, last] into dyadic intervals of at most 32 touchpoints: an edit moves no border but its own."""
    starts = [touchpoint.start for touchpoint in touchpoints]
    zero = bisect_left(starts, 0.0)
    found: list[Leaf] = []
    rest = [(0.0, _ROOT, zero, len(starts)), (-_ROOT, _ROOT, 0, zero)]  # the earliest last
    while rest:
        left, width, low, high = rest.pop()
        right, half = left + width, width / 2
        if right <= first or left > last:
            continue
        if high - low > _FULL and width > 2.0**-10 and starts[low] != starts[high - 1]:
            middle = bisect_left(starts, left + half, low, high)
            rest += ((left + half, half, middle, high), (left, half, low, middle))
        else:
            key = f"{left:g}:{width:g}"
            found.append(Leaf(key, max(left, first), min(right, last), low, high))
    return _without_slivers(found)


def _without_slivers(found: list[Leaf]) -> list[Leaf]:
    """Join a last leaf that only holds the end of the timeline to the one before."""
    if len(found) > 1 and found[-1].first >= found[-1].last:
        before, end = found[-2], found[-1]
        found[-2:] = [Leaf(before.key, before.first, end.last, before.low, end.high)]
    return found


def stops(
    touchpoints: tuple[Touchpoint, ...], lane: dict[str, int], newcomers: Mapping[str, frozenset[str]]
) -> tuple[Stop, ...]:
    """Return the touchpoints of a leaf as stops."""
    return tuple(_stop(touchpoint, lane, newcomers) for touchpoint in touchpoints)


def _stop(touchpoint: Touchpoint, lane: dict[str, int], newcomers: Mapping[str, frozenset[str]]) -> Stop:
    parts, name = touchpoint.participations, touchpoint.id
    facts = (name, touchpoint.start, touchpoint.channel, len(parts) > 1)
    if len(parts) == 1:
        part = parts[0]
        place = lane[part.role]
        new: tuple[int, ...] = (place,) if part.role in newcomers.get(name, ()) else ()
        return Stop(*facts, (place,), (part.feeling,), place, new)
    here = sorted(
        (lane[part.role], part.feeling is not None, part.feeling or 0) for part in parts if part.role in lane
    )
    leading = next((part.role for part in parts if part.involvement == "leads" and part.role in lane), "")
    new = tuple(lane[p.role] for p in parts if p.role in lane and p.role in newcomers.get(name, ()))
    return Stop(
        *facts,
        tuple(place for place, _, _ in here),
        tuple(feeling if known else None for _, known, feeling in here),
        lane[leading] if leading else here[0][0],
        tuple(sorted(new)),
    )
