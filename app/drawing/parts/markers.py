"""Touchpoints on their lines: shape and colour say the role, the glyph says the channel."""

from __future__ import annotations

from functools import lru_cache

from app.drawing.glyphs import glyph_path
from app.drawing.look import FAR, NEAR, Look, centred_baseline, label, pen
from app.drawing.outlines import glyph_offset, outline
from app.drawing.palette import RoleLook
from app.drawing.shapes import Circle, Group, Shape
from app.drawing.tokens import Theme
from app.layout.result import Marker
from app.layout.type_scale import FONTS

STROKE = 3.2
SECOND_RING_GAP = 3.6
SECOND_RING_STROKE = 1.3
_HOLLOW_STROKE = 1.6
_GLYPH_SHARE = 14.5 / 13  # glyph size over marker radius
_DOT = 9.0  # seen from far only
_BADGE_AT = (-15.0, 13.0)
_CALLOUT_AT = (15.0, -15.0)
_CALLOUT_RADIUS = 9.0


def marker(marker: Marker, look: Look, name: str) -> Group:
    """Draw a marker; `name` is the touchpoint's."""
    children = marker_shapes(
        look.of(marker.role), look.sizes.marker, marker.glyph, look.theme, look.lane_fills.get(marker.role, ""),
        marker.is_shared, marker.is_supplier, marker.is_hollow,
    )  # fmt: skip
    if marker.is_changed_person:
        children = (*children, Group(change_badge(look.theme), *_BADGE_AT, min_zoom=FAR))
    if marker.callout:
        children = (*children, Group(callout_disc(marker.callout, look.theme), *_CALLOUT_AT, min_zoom=FAR))
    return Group(children, marker.x, marker.y, marker.touchpoint, marker.role, name)


@lru_cache(maxsize=8192)
def marker_shapes(
    role: RoleLook, radius: float, glyph: str, theme: Theme, ground: str,
    is_shared: bool, is_supplier: bool, is_hollow: bool,
) -> tuple[Shape, ...]:  # fmt: skip
    """Return a marker about (0, 0): a dot seen from far, then the ring, then with its glyph."""
    ring = pen(role.colour, _HOLLOW_STROKE if is_hollow else STROKE)
    fill = (ground if theme.has_bands else theme.bg) if is_hollow else theme.card
    shapes: list[Shape] = [outline(role.shape, radius, fill, ring)]
    if is_supplier:
        second = pen(role.colour, SECOND_RING_STROKE)
        shapes.append(outline(role.shape, radius, "", second, SECOND_RING_GAP))
    picture = glyph_path(glyph, round(radius * _GLYPH_SHARE, 2), theme.muted if is_hollow else theme.ink, 1.5)
    inside = Group((picture,), 0.0, glyph_offset(role.shape, radius), min_zoom=NEAR)
    near = Group((*shapes, inside) if glyph else tuple(shapes), min_zoom=FAR)
    if is_shared:  # from far the rod alone says it
        return (near,)
    return (Group((Circle(0, 0, _DOT, role.colour),), max_zoom=FAR), near)


@lru_cache(maxsize=16)
def change_badge(theme: Theme) -> tuple[Shape, ...]:
    """Return the badge of a new person in a role, about (0, 0)."""
    disc = Circle(0, 0, 9.5, theme.card, stroke=pen(theme.pain, 1.6))
    return disc, glyph_path("swap", 12.0, theme.pain, 1.5)


@lru_cache(maxsize=4096)
def callout_disc(number: int, theme: Theme) -> tuple[Shape, ...]:
    """Return the disc with the number of a label that is listed below the map, about (0, 0)."""
    font = FONTS["callout_number"]
    disc = Circle(0, 0, _CALLOUT_RADIUS, theme.ink2, stroke=pen(theme.card, 1.5))
    return disc, label(0, centred_baseline(0, font), str(number), font, theme.card, smallest=5)
