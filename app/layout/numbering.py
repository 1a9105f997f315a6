"""The numbers of insights, and where the touchpoints stand that they are pinned to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.layout import bottom
from app.layout.cards import PinMark
from app.layout.cut import Cut
from app.layout.memory import Memory
from app.layout.shown import Shown
from app.layout.spacing import Spacing
from app.model.journey import Journey
from app.model.records import Insight
from app.model.view import View


class Numbering(NamedTuple):
    """The numbered insights, and the numbers on each touchpoint's card."""

    entries: tuple[bottom.Numbered, ...]
    pins: Mapping[str, tuple[PinMark, ...]]
    wanted: frozenset[str]  # touchpoints under which insights stand


class _Known(NamedTuple):
    insights: tuple[Insight, ...]
    key: tuple[object, ...]
    pinned: frozenset[str]  # touchpoints that the insights name
    order: tuple[tuple[str, ...], ...]  # of these: among all touchpoints, and in the window
    result: Numbering


def numbering(journey: Journey, view: View, shown: Shown, cut: Cut, memory: Memory) -> Numbering:
    """Number the insights; as before where what they are pinned to stands in the same order."""
    insights = journey.all(Insight)
    key = (view.first, view.last, tuple(shown.lane), shown.first <= shown.whole_first)
    former: _Known | None = memory.before("numbering")
    is_same = former is not None and former.insights is insights and former.key == key
    if former is not None and is_same and former.pinned.isdisjoint(cut.changed):
        memory.keep("numbering", former)
        return former.result
    pinned = frozenset(ref.id for insight in insights for ref in insight.refs)
    in_order = _in_order(pinned, shown)
    if former is not None and is_same and former.order == in_order:
        memory.keep("numbering", former)
        return former.result
    order = {touchpoint.id: n for n, touchpoint in enumerate(shown.everything)}
    here = order if not shown.is_windowed else {t.id: order[t.id] for t in shown.touchpoints}
    entries = bottom.numbered(insights, shown, order, here)
    if former is not None and former.result.entries == entries:
        entries = former.result.entries
    pins = bottom.pins_by_touchpoint(entries, here)
    result = Numbering(entries, pins, frozenset(entry.touchpoint for entry in entries if entry.touchpoint))
    memory.keep("numbering", _Known(insights, key, pinned, in_order, result))
    return result


def _in_order(pinned: frozenset[str], shown: Shown) -> tuple[tuple[str, ...], ...]:
    """Return the touchpoints that insights are pinned to in the order of time: all, and those in the window."""
    lists = (shown.everything, shown.touchpoints) if shown.is_windowed else (shown.everything,)
    return tuple(tuple([t.id for t in touchpoints if t.id in pinned]) for touchpoints in lists)


def x_of(wanted: frozenset[str], cut: Cut, spacing: Spacing, memory: Memory) -> Mapping[str, float]:
    """Return the absolute x of touchpoints that are shown."""
    former: tuple[frozenset[str], dict[str, float]] | None = memory.before("x of")

    def x(touchpoint: str) -> float | None:
        place = cut.place_of(touchpoint)
        if place is None:
            return None
        return spacing.lefts[place] + spacing.xs[place][cut.numbers[place][touchpoint]]

    if former is not None and former[0] is wanted and not (spacing.frames.fresh or memory.is_recut):
        near = {stop.id for place in cut.groups.fresh | spacing.xs.fresh for stop in cut.groups[place]}
        asked = wanted.intersection(near.union(cut.changed))
        found = dict(former[1]) if asked else former[1]
    else:
        asked, found = wanted, {}
    for touchpoint in asked:
        at = x(touchpoint)
        found.pop(touchpoint, None)
        if at is not None:
            found[touchpoint] = at
    memory.keep("x of", (wanted, found))
    return found
