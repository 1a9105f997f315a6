"""Insights written out in the rows under the lanes, and the channels' row."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from app.drawing.bounds import around, widened
from app.drawing.glyphs import glyph_path
from app.drawing.look import FAR, Look, pen, written
from app.drawing.parts.pins import IN_BOX, kind_colour, pin, tally
from app.drawing.shapes import Circle, Group, Rect, Shape, Title
from app.drawing.tokens import Theme
from app.layout.result import Block, Box, ChannelMark, InsightBox

_PIN_X = 23.0  # from the box's left edge
_TALLY, _TALLY_IN = 11.5, 10.0  # a badge of votes on the upper edge: its size, and how far from the right
_SMALLEST = 6.5
CHANNEL_RADIUS = 12.0
_ROUND = 13.0  # more than pins, badges and strokes stand out of their box


def insights(block: Block, look: Look, words: Callable[[str], Title]) -> tuple[Group, ...]:
    """Draw the block's insights and channels; `words` says a touchpoint in words."""
    boxes = tuple(_insight(box, look) for box in block.insights)
    return boxes + tuple(_channel(mark, look, words(mark.touchpoint)) for mark in block.channels)


def reach(block: Block) -> Box | None:
    """Return a box around the block's insights and channels with all that stands out of theirs."""
    size = 2 * CHANNEL_RADIUS
    boxes = [insight.box for insight in block.insights]
    boxes += [Box(mark.x - CHANNEL_RADIUS, mark.y - CHANNEL_RADIUS, size, size) for mark in block.channels]
    return widened(around(boxes), _ROUND)


def _insight(insight: InsightBox, look: Look) -> Group:
    theme, box = look.theme, insight.box
    shapes: list[Shape] = [Rect(*box, 8.0, theme.card, stroke=pen(kind_colour(insight.kind, theme), 1.4))]
    shapes.extend(written(row, theme.ink, _SMALLEST) for row in insight.rows)
    children: list[Shape] = [Group(tuple(shapes), min_zoom=FAR)]
    if insight.number:
        sign = pin(insight.kind, str(insight.number), IN_BOX, theme)
        children.append(Group(sign, box.x + _PIN_X, box.y + box.height / 2))
    if insight.votes:
        children.append(
            Group(tally(insight.votes, 0.0, 0.0, _TALLY, theme), box.right - _TALLY_IN, box.y, min_zoom=FAR)
        )
    return Group(tuple(children), record=insight.insight, title=insight.full_title)


def _channel(mark: ChannelMark, look: Look, title: Title) -> Group:
    sign = channel_sign(mark.glyph, look.theme)
    return Group(sign, mark.x, mark.y, record=mark.touchpoint, title=title, min_zoom=FAR)


@lru_cache(maxsize=256)
def channel_sign(glyph: str, theme: Theme) -> tuple[Shape, ...]:
    """Return a channel's glyph in a ring about (0, 0)."""
    ring = Circle(0, 0, CHANNEL_RADIUS, theme.card, stroke=pen(theme.muted, 1.6))
    return ring, glyph_path(glyph, 14.0, theme.ink, 1.5)
