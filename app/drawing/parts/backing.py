"""Grounds under what stays in sight while the screen scrolls, so that the map does not shine through.

They are for the screen alone: files leave them out.
"""

from __future__ import annotations

from app.drawing.look import SCREEN_ONLY, Look, written
from app.drawing.shapes import Group, Rect, Shape
from app.layout.result import Layout

_ABOVE = 10.0  # the phase band
_BESIDE = 6.0  # the header column


def top_backing(layout: Layout, look: Look) -> tuple[Shape, ...]:
    """Return the ground of phase band and ruler."""
    return (_ground(0, layout.phase_y - _ABOVE, layout.width, layout.map_box.y, look),)


def left_backing(layout: Layout, look: Look) -> tuple[Shape, ...]:
    """Return the ground of the role headers."""
    if not layout.lanes:
        return ()
    bottoms = [lane.y + lane.height for lane in layout.lanes] + [
        row.y + row.height for row in layout.bottom_rows
    ]
    return (_ground(0, layout.map_box.y, _right(layout), max(bottoms), look),)


def corner_backing(layout: Layout, look: Look) -> tuple[Shape, ...]:
    """Return the ground of the corner and its words."""
    ground = _ground(0, layout.phase_y - _ABOVE, _right(layout) - _BESIDE, layout.map_box.y, look)
    return (ground, *(written(row, look.theme.muted) for row in layout.corner)) if layout.corner else ()


def _right(layout: Layout) -> float:
    return layout.sizes.header_x + layout.sizes.header


def _ground(x: float, y: float, right: float, bottom: float, look: Look) -> Group:
    return Group((Rect(x, y, right - x, max(0.0, bottom - y), fill=look.theme.bg),), max_zoom=SCREEN_ONLY)
