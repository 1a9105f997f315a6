"""Labels of touchpoints: a shadowless card with a strip in the role's colour."""

from __future__ import annotations

import math
from functools import lru_cache

from app.drawing.glyphs import glyph_path
from app.drawing.look import FAR, NEAR, Look, pen, rule, written
from app.drawing.outlines import outline
from app.drawing.parts.arrows import alarm
from app.drawing.parts.pins import ON_CARD, pin
from app.drawing.shapes import Group, Path, Rect, Segment, Shape, Title
from app.drawing.tokens import Theme
from app.layout.cards import MORE
from app.layout.result import Box, Card, Pin

RADIUS = 6.0
STRIP = 3.2
STAR = 29.0
_TITLE_STYLES = ("card_title", "card_title_shared")
_SMALLEST_TITLE = 6.5
_TITLE_LINE, _ALERT_LINE = 20.0, 16.0  # heights
_TITLE_PADDING = 12.0  # height of a card over the lines of its title
_SPEAKER = 3.6  # radius of the shape before a role's words
_SPEAKER_AWAY, _SPEAKER_UP = 8.2, 4.7
_FAR_PIN = 1.7  # how much larger pins and stars are when only they are seen


def card(card: Card, look: Look, words: Title) -> Group:
    """Draw the label of a touchpoint; `words` are for those who cannot see it."""
    theme, box = look.theme, card.box
    colour = theme.ink2 if card.is_shared else look.colour(card.role)
    shapes: list[Shape] = []
    if card.leader:
        start, end = card.leader
        shapes.append(Path((("M", *start), ("L", *end)), stroke=rule(theme.muted, 1.2)))
    edge = pen(theme.accent, 2.0) if card.is_moment_of_truth else pen(theme.line, 1.0)
    shapes.append(Rect(*box, RADIUS, theme.card, stroke=edge))
    inset = 1.0 if card.is_moment_of_truth else 0.0
    shapes.append(Group((_strip(box.height, inset, colour),), box.x, box.y))
    shapes.extend(_words(card, look))
    if card.star:
        shapes.append(Group((star(STAR, theme),), *card.star))
    shapes.extend(_pin(each, theme) for each in card.pins)
    near = Group(tuple(shapes), min_zoom=FAR)
    return Group(
        (near, *_from_far(card, theme)),
        record=card.touchpoint,
        role=card.role,
        title=words or card.full_title,
    )


def _words(card: Card, look: Look) -> tuple[Shape, ...]:
    """Draw all rows, and for the screen from a distance title and alert alone, centred."""
    titles = tuple(
        written(row, look.theme.ink, _SMALLEST_TITLE) for row in card.rows if row.style in _TITLE_STYLES
    )
    details = _details(card, look)
    if not details:
        return titles
    alerts = tuple(
        written(row, look.theme.pain, _SMALLEST_TITLE) for row in card.rows if row.style == "card_alert"
    )
    height = _TITLE_LINE * len(titles) + _ALERT_LINE * len(alerts) + _TITLE_PADDING
    fewer = Group((*titles, *alerts), 0.0, (card.box.height - height) / 2, min_zoom=FAR, max_zoom=NEAR)
    return Group((*titles, *details), min_zoom=NEAR), fewer


def _details(card: Card, look: Look) -> tuple[Shape, ...]:
    """Draw the rows under the title; where several roles speak, each one's words begin with its shape."""
    theme = look.theme
    colours = {"card_alert": theme.pain, "card_action": theme.ink2, "card_quote": theme.ink}
    shapes: list[Shape] = []
    speaker = ""
    for row in card.rows:
        if row.style in _TITLE_STYLES:
            continue
        if row.role and row.role != speaker:
            speaker = row.role
            role = look.of(speaker)
            sign = outline(role.shape, _SPEAKER, theme.card, pen(role.colour, 1.8))
            shapes.append(Group((sign,), row.x - _SPEAKER_AWAY, row.y - _SPEAKER_UP))
        shapes.append(written(row, colours.get(row.style, theme.muted)))
    return tuple(shapes)


@lru_cache(maxsize=1024)
def _strip(height: float, inset: float, colour: str) -> Path:
    """Return the strip about the card's upper left corner: its outer side follows the card's own corner."""
    radius = RADIUS - inset
    right = inset + STRIP
    rise = radius - math.sqrt(
        max(0.0, radius**2 - (RADIUS - right) ** 2)
    )  # where the corner's arc meets the strip
    top, bottom = inset, height - inset
    handle = radius * 0.45
    segments: tuple[Segment, ...] = (
        ("M", right, top + rise),
        ("C", inset + radius * 0.2, top + rise + 0.6, inset, top + radius - handle, inset, top + radius),
        ("L", inset, bottom - radius),
        (
            "C",
            inset,
            bottom - radius + handle,
            inset + radius * 0.2,
            bottom - rise - 0.6,
            right,
            bottom - rise,
        ),
        ("Z",),
    )
    return Path(segments, colour)


@lru_cache(maxsize=64)
def star(size: float, theme: Theme) -> Path:
    """Return the star of a moment of truth about (0, 0)."""
    edge = theme.bg if theme.is_dark else theme.ink
    return glyph_path("star", size, edge, round(size / 19.3, 2), theme.accent)


def _pin(each: Pin, theme: Theme) -> Group:
    words = f"+{each.number}" if each.kind == MORE else str(each.number)
    return Group(pin(each.kind, words, ON_CARD, theme, each.votes), each.x, each.y, record=each.insight)


def _from_far(card: Card, theme: Theme) -> tuple[Group, ...]:
    """Draw what is worth seeing when cards are too small to read: moments of truth, pains, breaches."""
    signs: list[Shape] = []
    if card.star:
        signs.append(Group((star(STAR * _FAR_PIN, theme),), *card.star))
    signs.extend(
        Group(pin(each.kind, "", ON_CARD * _FAR_PIN, theme), each.x, each.y)
        for each in card.pins
        if each.kind == "pain"
    )
    if card.is_breached:
        signs.append(Group(alarm("sla", theme, True), *_middle(card.box)))
    return (Group(tuple(signs), max_zoom=FAR),) if signs else ()


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2
