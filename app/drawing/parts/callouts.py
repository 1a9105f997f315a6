"""Labels that found no place on the map, listed below it by number."""

from __future__ import annotations

from collections.abc import Callable

from app.drawing.look import Look, written
from app.drawing.parts.markers import callout_disc
from app.drawing.shapes import Group, Shape, Title
from app.layout.result import Box, Callout, Layout

_ROUND = 24.0  # more than a disc or the last line stands out


def callouts(entries: tuple[Callout, ...], look: Look, words: Callable[[str], Title]) -> tuple[Group, ...]:
    """Draw the list; `words` says a touchpoint in words."""
    return tuple(_callout(entry, look, words(entry.touchpoint)) for entry in entries)


def callouts_reach(layout: Layout) -> Box | None:
    """Return a box around the list, as wide as the picture; none where it is empty."""
    if not layout.callouts:
        return None
    tops = [entry.number_at.y for entry in layout.callouts]
    lowest = max(row.y for entry in layout.callouts for row in entry.rows)
    top, bottom = min(tops) - _ROUND, max(lowest, *tops) + _ROUND
    return Box(0.0, top, layout.width, bottom - top)


def _callout(entry: Callout, look: Look, words: Title) -> Group:
    theme = look.theme
    disc = Group(callout_disc(entry.number, theme), *entry.number_at)
    rows: tuple[Shape, ...] = tuple(
        written(row, theme.muted if index and row.style == "card_meta" else theme.ink)
        for index, row in enumerate(entry.rows)
    )
    title = words or entry.full_title
    return Group((disc, *rows), record=entry.touchpoint, role=entry.role, title=title)
