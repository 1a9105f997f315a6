"""Time to x and back, and the ruler's ticks: one truth for header, exports and curves."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct


class Tick(NamedTuple):
    """A place on the ruler; `label` is "" on a minor tick."""

    time: float
    label: str


class Scale(Struct, frozen=True):
    """A monotone map from time to x: straight between knots, continued at both ends with the end's slope.

    >>> Scale((0.0, 10.0), (100.0, 200.0)).x(5.0)
    150.0
    """

    times: tuple[float, ...]  # ascending, at least two
    xs: tuple[float, ...]  # ascending

    def x(self, time: float) -> float:
        """Return the absolute x of a time."""
        return _between(self.times, self.xs, time)

    def time(self, x: float) -> float:
        """Return the time at an absolute x."""
        return _between(self.xs, self.times, x)


def _between(froms: tuple[float, ...], tos: tuple[float, ...], value: float) -> float:
    right = min(max(bisect_right(froms, value), 1), len(froms) - 1)
    from_0, from_1 = froms[right - 1], froms[right]
    to_0, to_1 = tos[right - 1], tos[right]
    if from_1 == from_0:
        return to_0
    return to_0 + (value - from_0) * (to_1 - to_0) / (from_1 - from_0)
