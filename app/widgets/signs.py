"""Signs of the map (markers, faces, pins, glyphs) as small pictures in the window, drawn by the map's own parts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from app.drawing.colour import contrast
from app.drawing.glyphs import glyph_path, known_glyph
from app.drawing.outlines import outline
from app.drawing.palette import RoleLook, looks_of
from app.drawing.parts.cards import star as star_path
from app.drawing.parts.faces import face
from app.drawing.parts.pins import pin
from app.drawing.shapes import Circle, Rect, Shape, Stroke, Text
from app.drawing.tokens import Theme
from app.layout.font import measure
from app.layout.lanes import initials as initials_of
from app.layout.measure import Font
from app.model.journey import Journey
from app.model.records import Party, Role, Touchpoint
from app.painters.qt import paint_shapes


def picture(shapes: Iterable[Shape], size: int, ratio: float) -> QPixmap:
    """Return shapes about (0, 0) in the middle of a picture, `size` px a side on a screen of this density."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.translate(size / 2, size / 2)
    paint_shapes(painter, shapes)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def look_of(journey: Journey, role: Role, theme: Theme) -> RoleLook:
    """Return colour and shape of a role, as on the map."""
    return looks_of(journey, theme)[role.id]


def is_supplier(journey: Journey, role: Role) -> bool:
    """Tell whether the role's organisation is the supplier's side."""
    party = journey.get(role.party) if role.party else None
    return isinstance(party, Party) and party.side == "supplier"


def marker(look: RoleLook, theme: Theme, has_ring: bool) -> tuple[Shape, ...]:
    """Return a role's marker without a glyph, 18 px a side; a second ring for the supplier's side."""
    radius = 6.2 if has_ring else 7.2
    shapes: list[Shape] = [outline(look.shape, radius, theme.card, Stroke(look.colour, 2.2))]
    if has_ring:
        shapes.insert(0, outline(look.shape, radius, "", Stroke(look.colour, 1.1), 2.7))
    return tuple(shapes)


def avatar(role: Role, look: RoleLook, theme: Theme, radius: float = 15) -> tuple[Shape, ...]:
    """Return a role's disc with its initials."""
    font = Font(11.5 if len(initials(role)) < 3 else 9.5, 700)
    text = initials(role)
    ink = theme.on_colour if contrast(theme.on_colour, look.colour) >= 3 else theme.ink
    return (
        Circle(0, 0, radius, look.colour),
        Text(0, font.size * 0.36, text, font, ink, measure(text, font), "middle"),
    )


def initials(role: Role) -> str:
    """Return the role's initials, its own or those of its name."""
    return role.initials or initials_of(role.name)


def feeling_face(feeling: int, is_felt: bool, look: RoleLook, theme: Theme) -> tuple[Shape, ...]:
    """Return one face of the scale; the one that is felt is filled with the role's colour."""
    if is_felt:
        return face(feeling, 9.5, theme.on_colour, look.colour)
    return face(feeling, 8.5, theme.muted, "")


def insight_pin(kind: str, theme: Theme, words: str = "") -> tuple[Shape, ...]:
    """Return the pin of an insight's kind."""
    return pin(kind, words, 19, theme)


def channel_glyph(glyph: str, colour: str, size: float = 18) -> tuple[Shape, ...]:
    """Return a channel's glyph; an unknown word gives the neutral one."""
    return (glyph_path(known_glyph(glyph), size, colour, 1.5),)


def star(theme: Theme) -> tuple[Shape, ...]:
    """Return the star of a moment of truth."""
    return (star_path(18, theme),)


def touchpoint_sign(journey: Journey, touchpoint: str, theme: Theme) -> tuple[Shape, ...]:
    """Return the marker of a touchpoint's only role, a rod's end where several share it."""
    record = journey.get(touchpoint)
    if isinstance(record, Touchpoint) and len(record.participations) == 1:
        role = journey.get(record.participations[0].role)
        if isinstance(role, Role):
            return marker(look_of(journey, role, theme), theme, is_supplier(journey, role))
    return (Rect(-3.5, -8, 7, 16, 3.5, theme.card, stroke=Stroke(theme.ink2, 1.8)),)
