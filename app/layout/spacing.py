"""Time to x: how wide the timeline is and where each touchpoint stands on it.

Places within a leaf are multiples of 1/16, so that moving a leaf changes nothing in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from msgspec import Struct

from app.layout.cut import Cut
from app.layout.density import Density
from app.layout.memory import Memory, Row
from app.layout.shown import Shown, Stop
from app.layout.sizes import Sizes
from app.layout.timeline import Scale
from app.model.record import TimeUnit

Carry = tuple[tuple[int, float], ...]  # lane and x of markers that stand near the next leaf
Fan = tuple[tuple[float, ...], Carry]  # the stops of a leaf, and what of them the next one must know

_IDLE = 4.3  # weeks without contact that are idle; of other units what takes as much room
_IDLE_SHARE = 0.03  # of the whole timeline that is idle at least
_NARROW = 2200.0  # map units to which a crowded timeline may always be widened
_SHARE = 0.8  # of the cards of the fullest lane, side by side, to which it may be widened beyond that
_NARROWEST = 720.0  # map units that a timeline is wide at least
_UNITS: dict[TimeUnit, float] = {"step": 3.0, "hour": 1.0, "day": 0.75, "week": 1.0, "month": 2.2}


class Spacing(Struct, frozen=True):
    """Where leaves and stops stand: `lefts` and `width` are absolute, `xs` count from their leaf."""

    scale: Scale
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    xs: Row[tuple[float, ...]]
    frames: Row[tuple[float, float]]  # left edge and width of each leaf
    ends: tuple[
        float, ...
    ]  # absolute: where the leaf and all before it end, markers beyond their borders included
    right: float  # absolute, of the last time or the last marker
    idle: float  # a longer gap between two touchpoints of a role is idle; in the timeline's unit


def quantised(x: float) -> float:
    """Round to a sixteenth, which adds and subtracts without error."""
    return round(x * 16.0) / 16.0


def idle_time(shown: Shown, unit: TimeUnit) -> float:
    """Return the time without contact from which on a role is idle: the same in every detail and spacing.

    A share of the whole timeline goes in steps of 9 %, so that it seldom changes when the timeline does.
    """
    least, share = _IDLE / _UNITS[unit], _IDLE_SHARE * (shown.last - shown.first)
    return (
        least
        if share <= least
        else float(least * 2.0 ** (math.ceil(math.log2(share / least) * 8 - 1e-6) / 8))
    )


def unit_width(
    shown: Shown, unit: TimeUnit, sizes: Sizes, phase_widths: Sequence[float], density: Density
) -> float:
    """Return map units per unit of time: the usual width, or more where labels would have no chance.

    `phase_widths` are what the phases' names ask for. The answer goes in steps of 19 %, so that an edit seldom moves
    everything. A timeline that is long and sparse is squeezed.
    """
    span = shown.last - shown.first
    usual = sizes.unit * _UNITS[unit]
    count = len(shown.touchpoints)
    wanted = max(density.crowding(sizes), _phase_demand(shown, phase_widths))
    wanted = min(wanted, max(_SHARE * density.fullest(sizes), _NARROW * sizes.card_text / 170) / span)
    widest = max(wanted * 2.5, 2200.0 / span, count * 60.0 / span, 30.0 * len(shown.phases) / span)
    px = max(min(max(usual, wanted), widest), _NARROWEST / span)
    if abs(px - usual) < 1e-9:
        return usual
    return float(usual * 2.0 ** (math.ceil(math.log2(px / usual) * 4 - 1e-6) / 4))


def _phase_demand(shown: Shown, widths: Sequence[float]) -> float:
    demands = sorted(
        width / (phase.end - phase.start)
        for phase, width in zip(shown.phases, widths, strict=True)
        if phase.end > phase.start
    )
    return demands[int(len(demands) * 0.5)] if len(demands) > 1 and len(demands) < 40 else 0.0


def proportional(
    shown: Shown, cut: Cut, unit_px: float, left: float, marker: float, idle: float, memory: Memory
) -> Spacing:
    """Place everything linearly in time; markers of a role that would stand on each other are fanned out.

    Where the timeline begins earlier or later, all leaves but the first move by the same.
    """
    leaves, groups = cut.leaves, cut.groups
    origin = left - quantised(shown.first * unit_px)
    lefts = [origin + quantised(leaf.first * unit_px) for leaf in leaves]
    end = origin + quantised(shown.last * unit_px)
    widths = [right - here for here, right in zip(lefts, [*lefts[1:], end], strict=True)]
    apart = fan_apart(marker)

    def inputs(place: int) -> tuple[Any, ...]:
        carry: Carry = memory.made("xs")[place - 1][1] if place else ()
        return groups[place], leaves[place].first, unit_px, carry, widths[place], apart

    def spread(place: int, old: Fan | None, new: Fan) -> tuple[int, ...]:
        is_same = old is not None and old[1] == new[1]
        return () if is_same or place + 1 == len(leaves) else (place + 1,)

    frames = _frames(lefts, widths, memory)
    dirty = None if is_moved(frames, memory) else groups.fresh | frames.fresh
    fans: Row[Fan] = memory.row(
        "xs", (unit_px, apart), dirty, inputs, lambda place, _notes: fanned(*inputs(place)), spread
    )
    rightmost = end
    for place, (_, carry) in enumerate(fans):
        if carry:
            rightmost = max(rightmost, lefts[place] + widths[place] + max(x for _, x in carry))
    scale = Scale((shown.first, shown.last), (left, left + (shown.last - shown.first) * unit_px))
    xs = _xs([fan[0] for fan in fans], fans.fresh, memory)
    return Spacing(scale, tuple(lefts), tuple(widths), xs, frames, _ends(lefts, widths, xs), rightmost, idle)


def _xs(rows: Sequence[tuple[float, ...]], dirty: set[int] | None, memory: Memory) -> Row[tuple[float, ...]]:
    return memory.row("places", (), dirty, lambda place: (rows[place],), lambda place, _notes: rows[place])


def _frames(lefts: Sequence[float], widths: Sequence[float], memory: Memory) -> Row[tuple[float, float]]:
    def frame(place: int) -> tuple[float, float]:
        return lefts[place], widths[place]

    common = (tuple(lefts), tuple(widths))
    dirty = () if memory.has_row("frames", common) else None
    return memory.row("frames", common, dirty, None, lambda place, _notes: frame(place))


def is_moved(frames: Row[tuple[float, float]], memory: Memory) -> bool:
    """Tell whether leaves that were there before stand elsewhere now."""
    return not frames.fresh <= memory.new_places


def spaced(
    scale: Scale, lefts: Sequence[float], widths: Sequence[float], xs: Sequence[tuple[float, ...]], right: float,
    idle: float, memory: Memory,
) -> Spacing:  # fmt: skip
    """Return a spacing of places that were found without regard to what was before."""
    frames = _frames(lefts, widths, memory)
    row = _xs(xs, None, memory)
    return Spacing(scale, tuple(lefts), tuple(widths), row, frames, _ends(lefts, widths, row), right, idle)


def _ends(
    lefts: Sequence[float], widths: Sequence[float], xs: Iterable[tuple[float, ...]]
) -> tuple[float, ...]:
    ends = (
        left + max(width, row[-1] if row else 0.0) for left, width, row in zip(lefts, widths, xs, strict=True)
    )
    return tuple(accumulate(ends, max))


def fan_apart(marker: float) -> float:
    """Return how far apart markers of one role stand at least, by their size."""
    return 2 * marker + 8


def fanned(
    group: tuple[Stop, ...], first: float, unit_px: float, carry: Carry, width: float, apart: float
) -> tuple[tuple[float, ...], Carry]:
    """Return the x of stops in a leaf that begins at `first` and is so wide, and what reaches into the next one."""
    latest: dict[int, float] = dict(carry)
    rods: dict[int, float] = {}
    xs: list[float] = []
    for stop in group:
        x = (stop.start - first) * unit_px
        for lane in stop.lanes:
            before = latest.get(lane)
            if before is not None and x < before + apart:
                x = before + apart
        if len(stop.lanes) > 1:
            x = _beside_rods(x, stop, rods)
        x = quantised(x)
        for lane in stop.lanes:
            latest[lane] = x
        xs.append(x)
    left_over = tuple(sorted((lane, x - width) for lane, x in latest.items() if x > width - apart))
    return tuple(xs), left_over


def _beside_rods(x: float, stop: Stop, rods: dict[int, float]) -> float:
    """Move a shared touchpoint a little where its capsule would run along another one's."""
    crossed = range(stop.lanes[0], stop.lanes[-1] + 1)
    pushed = max((rods[lane] + 24.0 for lane in crossed if lane in rods), default=x)
    if x < pushed <= x + 24.0:
        x = pushed
    for lane in crossed:
        rods[lane] = x
    return x
