"""Rows of one paragraph of things, each with about as much in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Row = TypeVar("Row")


def evenly(flow: Callable[[float], list[Row]], room: float, finest: float) -> list[Row]:
    """Return the rows that `flow` makes of the smallest room in which they are no more than in all of it.

    The room is found to within `finest` units.
    """
    best = flow(room)
    low, high = room / 2, room
    while len(best) > 1 and high - low > finest:
        middle = (low + high) / 2
        tried = flow(middle)
        if len(tried) > len(best):
            low = middle
        else:
            best, high = tried, middle
    return best
