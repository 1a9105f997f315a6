"""Where a thing that is dragged in time comes to rest: at other moments, at phase borders, else on a grid."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from app.model.record import TimeUnit
from app.model.records import Phase, Touchpoint
from app.tools.ground import Ground

REACH_PX = 8.0
GRID_PX = 12.0  # lines of the grid are no nearer
_MOST_NEIGHBOURS = 12  # moments looked at on each side
_STEPS: dict[TimeUnit, tuple[float, ...]] = {
    "step": (0.5, 1, 2, 5, 10, 20, 50, 100),
    "hour": (0.25, 0.5, 1, 2, 6, 12, 24, 48, 168),
    "day": (0.25, 0.5, 1, 2, 7, 14, 28, 84, 364),
    "week": (0.1, 0.5, 1, 2, 4, 13, 26, 52),
    "month": (0.1, 0.25, 0.5, 1, 3, 6, 12, 24, 60),
}


class Snapped(Struct, frozen=True):
    """A time, and whether something stands there already (a moment or a border) that it holds on to."""

    time: float
    is_held: bool = False


def snapped(
    ground: Ground, x: float, zoom: float, *, is_free: bool = False, without: frozenset[str] = frozenset()
) -> Snapped:
    """Return the time at which something dragged to `x` rests; `without` are records that are dragged along.

    Free, it is only rounded to what a pixel can tell.
    """
    time, px = ground.time_at(x), 1 / zoom
    if is_free:
        return Snapped(_round_to(time, ground.time_at(x + px) - time))
    reach = REACH_PX * px
    held = [(abs(ground.x_of(other) - x), other) for other in _moments(ground, time, without)]
    nearest = min(held, default=(math.inf, 0.0))
    if nearest[0] <= reach:
        return Snapped(nearest[1], is_held=True)
    step = grid_step(ground, x, zoom)
    return Snapped(_tidy(round(time / step) * step))


def grid_step(ground: Ground, x: float, zoom: float) -> float:
    """Return the step of the grid around a place: as fine as the eye can tell at this zoom."""
    reach = 50 / zoom
    width = ground.time_at(x + reach) - ground.time_at(x - reach)
    a_px = width / 100 if width > 0 else 1.0
    steps = _STEPS[ground.journey.info.unit]
    fitting = next((step for step in steps if step >= GRID_PX * a_px), None)
    if fitting is not None:
        return fitting
    step = steps[-1]
    while step < GRID_PX * a_px:
        step *= 2
    return step


def _moments(ground: Ground, time: float, without: frozenset[str]) -> Iterator[float]:
    for phase in ground.journey.all(Phase):
        if phase.id not in without:
            yield phase.start
            yield phase.end
    touchpoints = ground.journey.all(Touchpoint)
    place = bisect_left(touchpoints, time, key=attrgetter("start"))
    for near in (
        touchpoints[place : place + _MOST_NEIGHBOURS],
        touchpoints[max(0, place - _MOST_NEIGHBOURS) : place],
    ):
        for touchpoint in near:
            if touchpoint.id not in without:
                yield touchpoint.start


def _round_to(time: float, step: float) -> float:
    """Round to the power of ten below a step."""
    if step <= 0:
        return _tidy(time)
    digits = max(0, math.ceil(-math.log10(step)))
    return round(time, digits)


def _tidy(time: float) -> float:
    return round(time, 6) + 0.0
