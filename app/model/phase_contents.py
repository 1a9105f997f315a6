"""Which touchpoints a phase holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from app.model.journey import Journey
from app.model.records import Phase, Touchpoint

_START = attrgetter("start")


def touchpoints_in(journey: Journey, phase: Phase) -> Sequence[Touchpoint]:
    """Return the touchpoints that begin in the phase, in time; its end is the next one's. O(log n)."""
    touchpoints = journey.all(Touchpoint)
    first = bisect_left(touchpoints, phase.start, key=_START)
    return touchpoints[first : bisect_left(touchpoints, phase.end, key=_START)]
