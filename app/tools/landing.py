"""Where something that is dragged would land: its place on the map, and the words beside the pointer."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from app.layout.even import Latest
from app.layout.shown import Stop, stops
from app.layout.spacing import fan_apart, fanned
from app.layout.time_words import moment
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.records import Role, Touchpoint
from app.model.vocabulary import feelings
from app.tools.ground import Ground

_MOST_BEFORE = 24  # touchpoints that may stand in the way of the next one
_UNTITLED = 44.0  # width of a card that says nothing


def landing_words(journey: Journey, time: float | None, role: str = "", feeling: int | None = None) -> str:
    """Say where something would land: "Week 12.5 · IT manager · good"; no time: it stays when it is."""
    words = [] if time is None else [moment(journey.info, time)]
    record = journey.get(role) if role else None
    if isinstance(record, Role):
        words.append(record.name)
    if feeling is not None:
        words.append(feelings()[feeling])
    return " · ".join(words)


def landing_x(ground: Ground, landed: Touchpoint, without: frozenset[str]) -> float:
    """Return where a touchpoint's markers would stand, put on the map as it is: beside what stands there before it.

    `without` are records that do not count. O(log n).
    """
    lanes = {lane.role: place for place, lane in enumerate(ground.layout.lanes)}
    before = _before(ground, landed, without)
    shown = [each for each in (*before, landed) if any(role in lanes for role in each.roles)]
    there = stops(tuple(shown), lanes, {})
    if ground.layout.view.spacing == "even":
        return _even_x(ground, there)
    return _fanned_x(ground, there)


def _before(ground: Ground, landed: Touchpoint, without: frozenset[str]) -> list[Touchpoint]:
    """Return the touchpoints that come right before it, in canonical order."""
    touchpoints = ground.journey.all(Touchpoint)
    place = bisect_left(touchpoints, sort_key(landed), key=sort_key)
    near = touchpoints[max(place - _MOST_BEFORE, 0) : place]
    return [each for each in near if each.id != landed.id and each.id not in without]


def _fanned_x(ground: Ground, there: Sequence[Stop]) -> float:
    first = there[0].start
    origin, unit = ground.x_of(first), ground.x_of(first + 1) - ground.x_of(first)
    xs, _ = fanned(tuple(there), first, unit, (), math.inf, fan_apart(ground.layout.sizes.marker))
    return origin + xs[-1]


def _even_x(ground: Ground, there: Sequence[Stop]) -> float:
    *before, landed = there
    x = ground.x_of(landed.start)
    if not before or before[-1].start != landed.start:
        return x  # it has the moment to itself
    latest = Latest(ground.layout.sizes.marker)
    for stop in before:
        spot = ground.spot(stop.id)
        if spot is not None:
            latest.stand(stop, spot.x, _card_width(ground, stop.id))
    return max(x, latest.earliest(landed, _card_width(ground, landed.id)))


def _card_width(ground: Ground, touchpoint: str) -> float:
    block = ground.places.block(touchpoint)
    cards = block.cards if block is not None else ()
    return next((card.box.width for card in cards if card.touchpoint == touchpoint), _UNTITLED)
