"""Cutting the timeline into rows, so that a map is no wider than a page.

Rows are cut at phase borders, and within a phase only where one alone is wider than a row. Each row is a layout of its
own with headers, phase band and ruler; title and legend are those of the whole map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from app.layout.layout import layout
from app.layout.legend import legend
from app.layout.measure import Measure
from app.layout.result import KeyFigure, Layout, LegendItem, TitleBlock
from app.layout.title import Headline, title_block
from app.layout.typeset import Typesetter
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Phase, Touchpoint
from app.model.view import View

_TRIES = 4  # to make rows narrow enough: a row on its own may be set wider than within the whole map


class Wrapped(Struct, frozen=True):
    """Rows of one timeline, each a layout whose own title and legend are to be left out."""

    rows: tuple[Layout, ...]
    width: float
    title: TitleBlock
    legend: tuple[LegendItem, ...]  # y counts from the legend's top
    legend_height: float


def wrap(journey: Journey, view: View, measure: Measure, width: float) -> Wrapped:
    """Lay out the journey in as few rows as can be no wider than `width` map units, all about as wide.

    A row is wider than asked only where not even one touchpoint fits.
    """
    whole = layout(journey, view, measure)
    rows: tuple[Layout, ...] = (whole,)
    room = width - (whole.width - whole.map_box.width)
    for _ in range(_TRIES):
        if max(row.width for row in rows) <= width:
            break
        cuts = _cuts(journey, whole, max(room, 1.0))
        rows = tuple(layout(journey, part, measure) for part in _windows(view, cuts))
        room *= min(0.95, width / max(row.width for row in rows))
    return _framed(journey, whole, rows, measure)


def _framed(journey: Journey, whole: Layout, rows: tuple[Layout, ...], measure: Measure) -> Wrapped:
    width = max(row.width for row in rows)
    setter = Typesetter(measure)
    figures = [_headline(figure, place) for place, figure in enumerate(whole.title.figures)]
    items = [(item.sign, item.row.text if item.row else "") for item in whole.legend]
    left, right = whole.sizes.header_x, width - whole.sizes.margin
    signs, height = legend(items, left, right, 0.0, setter)
    title = title_block(journey.info, figures, width, whole.sizes, setter)
    return Wrapped(rows, width, title, signs, height)


def _headline(figure: KeyFigure, place: int) -> Headline:
    return Headline(figure.value.text, figure.label.text, figure.is_alert, -place)


def _cuts(journey: Journey, whole: Layout, room: float) -> list[float]:
    """Return the times at which to cut, so that rows are no wider than the room and about as wide as each other."""
    left, right = whole.map_box.x, whole.map_box.right
    borders = sorted(
        {phase.start for phase in journey.all(Phase)} | {phase.end for phase in journey.all(Phase)}
    )
    stops = [(whole.scale.x(time), time) for time in borders]
    stops = [stop for stop in stops if left < stop[0] < right]
    between = [(whole.scale.x((a + b) / 2), (a + b) / 2) for a, b in pairwise(_starts(journey, whole))]
    fewest = _greedy(left, right, room, stops, between)
    low, high = (right - left) / (len(fewest) + 1), room
    for _ in range(12):
        middle = (low + high) / 2
        if len(_greedy(left, right, middle, stops, between)) > len(fewest):
            low = middle
        else:
            high = middle
    return [time for _, time in _greedy(left, right, high, stops, between)]


def _starts(journey: Journey, whole: Layout) -> list[float]:
    first, last = whole.scale.time(whole.map_box.x), whole.scale.time(whole.map_box.right)
    return sorted({t.start for t in journey.all(Touchpoint) if first <= t.start <= last})


def _greedy(
    left: float,
    right: float,
    room: float,
    borders: Sequence[tuple[float, float]],
    between: Sequence[tuple[float, float]],
) -> list[tuple[float, float]]:
    """Cut as far to the right as the room lets, at a border if there is one in the second half of the room."""
    cuts: list[tuple[float, float]] = []
    x = left
    while right - x > room + 0.5:
        reach = [stop for stop in borders if x + room / 3 < stop[0] <= x + room]
        reach = reach or [stop for stop in between if x < stop[0] <= x + room]
        later = [stop for stop in (*borders, *between) if stop[0] > x]
        if not reach and not later:
            break
        cut = max(reach) if reach else min(later)
        cuts.append(cut)
        x = cut[0]
    return cuts


def _windows(view: View, cuts: Sequence[float]) -> list[View]:
    """Return the view of each row; a touchpoint on a cut stands in the later row only."""
    firsts = [view.first, *cuts]
    lasts = [*(math.nextafter(cut, -math.inf) for cut in cuts), view.last]
    return [replaced(view, first=first, last=last) for first, last in zip(firsts, lasts, strict=True)]
