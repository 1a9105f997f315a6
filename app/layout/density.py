"""How dense a journey is: what the width of its timeline depends on. Counts and times only, never words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from app.layout.memory import Memory
from app.layout.shown import Leaf, Shown, Stop
from app.layout.sizes import Sizes
from app.model.journey import Journey
from app.model.records import Touchpoint

_CAPSULE = 90.0  # map units of a lane that a passing capsule takes
_RUN = 1.12  # widths of cards that three touchpoints of a role need


class Density:
    """The density of what is shown."""

    def __init__(
        self,
        journey: Journey,
        shown: Shown,
        cut: Sequence[Leaf],
        groups: Sequence[tuple[Stop, ...]],
        memory: Memory,
    ) -> None:
        self._journey, self._shown, self._memory = journey, shown, memory
        self._cut, self._groups = cut, groups

    def crowding(self, sizes: Sizes) -> float:
        """Return map units per unit of time at which most runs of three touchpoints of a role have room."""
        spans: list[float] = []
        for role in self._shown.roles:
            line = self._journey.touchpoints_of(role.id)
            spans += self._memory.recall(("runs", role.id), (line,), partial(_runs, line))
        if len(spans) < 4:
            return 0.0
        spans.sort()
        few_lanes = min(1.0, (len(self._shown.roles) + 5) / 10)  # of few lanes each may rather grow
        return few_lanes * sizes.card_text * _RUN / spans[int(len(spans) * 0.1)]

    def fullest(self, sizes: Sizes) -> float:
        """Return how long the fullest lane's cards are side by side, a shared one counted in parts.

        A capsule that passes a lane cuts it in two and counts as well.
        """
        count = len(self._shown.roles)
        load, passing = [0.0] * count, [0] * count
        for leaf, group in zip(self._cut, self._groups, strict=True):
            loads = self._memory.recall(("load", leaf.key), (group, count), partial(_loads, group))
            for lane, cards, passed in loads:
                load[lane] += cards
                passing[lane] += passed
        lengths = zip(load, accumulate(passing), strict=True)
        return max((sizes.card_text * cards + _CAPSULE * passed for cards, passed in lengths), default=0.0)


def _runs(line: tuple[Touchpoint, ...]) -> tuple[float, ...]:
    starts = [touchpoint.start for touchpoint in line]
    spans = (starts[place + 2] - starts[place] for place in range(len(starts) - 2))
    return tuple(span for span in spans if span > 0)  # no width parts what happens at once


def _loads(group: tuple[Stop, ...]) -> tuple[tuple[int, float, int], ...]:
    """Return by lane: cards in parts, and how many more capsules pass from here on down."""
    load: dict[int, float] = {}
    passing: dict[int, int] = {}
    for stop in group:
        for lane in stop.lanes:
            load[lane] = load.get(lane, 0.0) + 1.0 / len(stop.lanes)
        if len(stop.lanes) > 1:
            passing[stop.lanes[0]] = passing.get(stop.lanes[0], 0) + 1
            passing[stop.lanes[-1]] = passing.get(stop.lanes[-1], 0) - 1
    return tuple((lane, cards, passing.get(lane, 0)) for lane, cards in sorted(load.items()))
