"""The column beside the lanes: who each lane belongs to, the feeling scale, the sides' words."""

from __future__ import annotations

from base64 import b64decode
from itertools import pairwise

from app.drawing.glyphs import glyph_path
from app.drawing.look import FAR, NEAR, Look, centred_baseline, label, pen, written
from app.drawing.outlines import outline
from app.drawing.parts.faces import face
from app.drawing.parts.pins import kind_colour, pin
from app.drawing.shapes import Circle, Group, Image, Path, Rect, Segment, Shape, Text
from app.layout.clusters import clusters
from app.layout.measure import Font
from app.layout.result import BottomRow, Lane, Layout, SideBracket, TextRow
from app.layout.type_scale import FONTS
from app.model.records import Attachment

BAR = 5.0
_AVATAR_X = 44.0  # its centre from the header's left edge
_BADGE = 7.5
_LEAST_BADGE = 5.5
_BADGE_AWAY = 21.0 / 27.0  # of the avatar's radius, to the right and down
_SUPPLIER_BADGE_AWAY = 23.0 / 27.0
_FACE, _LEAST_FACE = 7.5, 5.5
_FACE_AWAY = 4.0  # from the header's right edge
_BRACKET_X = 11.0  # left of the header's left edge
_SIGN = 30.0
_GAP = 2.0
_SMALLEST = 6.0


def header(lane: Lane, layout: Layout, look: Look, title: str, avatar: Attachment | None) -> Group:
    """Draw the header of a lane; `title` is the role in words, `avatar` its own picture."""
    theme, sizes = look.theme, layout.sizes
    x, y, height = sizes.header_x, lane.y, lane.height
    fill = theme.sup if lane.side == "supplier" and theme.has_bands else theme.card
    colour = look.colour(lane.role)
    shapes: list[Shape] = [
        Rect(x, y, sizes.header, height, fill=fill),
        Rect(x, y, BAR, height, fill=colour),
        *_avatar(lane, layout, look, fill, avatar),
        *_rows(lane.header.rows, look),
        *_scale(lane, layout, look),
    ]
    return Group(tuple(shapes), record=lane.role, role=lane.role, title=title)


def _rows(rows: tuple[TextRow, ...], look: Look) -> list[Shape]:
    """Draw the words, and for the screen from a distance fewer of them, centred anew."""
    theme = look.theme
    colours = {"role": theme.ink, "organisation": theme.muted}
    words = [(row, written(row, colours.get(row.style, theme.ink2), _SMALLEST)) for row in rows]
    if all(row.style == "role" for row in rows):
        return [text for _, text in words]
    middle = [(row, text) for row, text in words if row.style != "organisation"]
    names = [(row, text) for row, text in words if row.style == "role"]
    return [
        Group(tuple(text for _, text in words), min_zoom=NEAR),
        Group(_closed_up(middle, words), min_zoom=FAR, max_zoom=NEAR),
        Group(_closed_up(names, words), max_zoom=FAR),
    ]


def _closed_up(kept: list[tuple[TextRow, Text]], all_rows: list[tuple[TextRow, Text]]) -> tuple[Shape, ...]:
    """Return the rows moved together about the middle of all rows."""
    lost = len(all_rows) - len(kept)
    ys = [row.y for row, _ in all_rows]
    advance = (ys[-1] - ys[0]) / max(1, len(ys) - 1)
    shapes: list[Shape] = []
    for place, (row, text) in enumerate(kept):
        skipped = ys.index(row.y) - place
        shapes.append(Group((text,), 0.0, advance * (lost / 2 - skipped)))
    return tuple(shapes)


def _avatar(lane: Lane, layout: Layout, look: Look, ground: str, picture: Attachment | None) -> list[Shape]:
    theme, colour = look.theme, look.colour(lane.role)
    radius = min(layout.sizes.avatar, lane.height / 2 - 6)
    x, y = layout.sizes.header_x + _AVATAR_X, lane.header.avatar_y
    shapes: list[Shape] = _picture(x, y, radius, picture, ground, colour) if picture else []
    if not shapes:
        font = _initials_font(lane.header.initials, radius)
        shapes = [
            Circle(x, y, radius, colour),
            label(x, centred_baseline(y, font), lane.header.initials, font, theme.on_colour, smallest=5),
        ]
    badge = max(_LEAST_BADGE, _BADGE * radius / layout.sizes.avatar)
    away = radius * (_SUPPLIER_BADGE_AWAY if lane.side == "supplier" else _BADGE_AWAY)
    return [*shapes, Group(_badge(lane, look, ground, badge), x + away, y + away)]


def _badge(lane: Lane, look: Look, ground: str, radius: float) -> tuple[Shape, ...]:
    role = look.of(lane.role)
    ring = 3.6 if lane.side == "supplier" else 0.0
    shapes = [
        outline(role.shape, radius, ground, None, ring + 2.6),
        outline(role.shape, radius, ground, pen(role.colour, 2.4)),
    ]
    if ring:
        shapes.append(outline(role.shape, radius, "", pen(role.colour, 1.3), ring))
    return tuple(shapes)


def _initials_font(initials: str, radius: float) -> Font:
    share = {1: 0.78, 2: 0.71, 3: 0.56}.get(len(clusters(initials)), 0.46)
    return Font(round(radius * share, 1), FONTS["initials"].weight)


def _picture(x: float, y: float, radius: float, picture: Attachment, ground: str, colour: str) -> list[Shape]:
    """Draw a square picture and over it a frame with a round hole: no painter needs to clip."""
    if picture.media_type not in ("image/png", "image/jpeg") or not picture.data:
        return []
    try:
        data = b64decode(picture.data, validate=True)
    except ValueError:
        return []
    return [
        Image(x - radius, y - radius, 2 * radius, 2 * radius, picture.media_type, data),
        Path(_frame(x, y, radius), ground),
        Circle(x, y, radius - 1.2, stroke=pen(colour, 2.4)),
    ]


def _frame(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    out, k = radius + 0.6, radius * 0.5523
    return (
        ("M", x - out, y - out), ("L", x + out, y - out), ("L", x + out, y + out), ("L", x - out, y + out), ("Z",),
        ("M", x, y - radius),
        ("C", x - k, y - radius, x - radius, y - k, x - radius, y),
        ("C", x - radius, y + k, x - k, y + radius, x, y + radius),
        ("C", x + k, y + radius, x + radius, y + k, x + radius, y),
        ("C", x + radius, y - k, x + k, y - radius, x, y - radius),
        ("Z",),
    )  # fmt: skip


def _scale(lane: Lane, layout: Layout, look: Look) -> list[Shape]:
    """Draw the faces at both ends of the feeling scale, where there is room for them."""
    away = 2 * lane.step
    if lane.folded or away < _FACE * 2 or lane.neutral_y - away - _FACE < lane.y:
        return []
    radius = max(_LEAST_FACE, min(_FACE, lane.step * 0.4))
    x = layout.sizes.header_x + layout.sizes.header - radius - _FACE_AWAY
    return [
        Group(face(feeling, radius, look.theme.muted), x, y, min_zoom=FAR)
        for feeling in (2, -2)
        if not _is_written_on(lane, x - radius, y := lane.neutral_y - feeling * lane.step, radius)
    ]


def _is_written_on(lane: Lane, left: float, y: float, radius: float) -> bool:
    return any(
        row.x + row.width > left and row.y - FONTS[row.style].size * 0.75 < y + radius and row.y > y - radius
        for row in lane.header.rows
    )


def gaps(layout: Layout, look: Look) -> list[Shape]:
    """Draw the gaps between headers that touch each other."""
    sizes = layout.sizes
    return [
        Rect(sizes.header_x, lane.y - _GAP / 2, sizes.header, _GAP, fill=look.theme.bg)
        for former, lane in pairwise(layout.lanes)
        if abs(former.y + former.height - lane.y) < _GAP and look.theme.has_bands
    ]


def bracket(side: SideBracket, layout: Layout, look: Look) -> tuple[Shape, ...]:
    """Draw the word of a side, read upwards; none where it is longer than its lanes are high."""
    font = FONTS["bracket"]
    x, y = layout.sizes.header_x - _BRACKET_X, side.y + side.height / 2
    word = label(x, y, side.text, font, look.theme.muted)
    if word.width * 0.9 > side.height:
        return ()
    return (Text(word.x, word.y, word.text, font, word.fill, word.width, "middle", -90.0, 7.0),)


def bottom_header(row: BottomRow, layout: Layout, look: Look) -> Group:
    """Draw the header of a bottom row: its sign, its name, what it means."""
    theme = look.theme
    colour = kind_colour(row.kind, theme)
    x, y = layout.sizes.header_x, row.y + row.height / 2
    shapes: list[Shape] = [
        Rect(x, row.y, BAR, row.height, fill=colour),
        Group(_row_sign(row.kind, look), x + _AVATAR_X, y),
    ]
    for index, text in enumerate(row.rows):
        shapes.append(written(text, theme.muted if index else theme.ink, _SMALLEST))
    return Group(tuple(shapes), title=", ".join(text.text for text in row.rows))


def _row_sign(kind: str, look: Look) -> tuple[Shape, ...]:
    theme = look.theme
    if kind == "pain":
        return pin("pain", "!", _SIGN, theme)
    glyph = {"opportunity": "opp", "channels": "chat"}.get(kind, kind)
    disc = Circle(0, 0, 22.0, kind_colour(kind, theme))
    return disc, glyph_path(glyph, 26.0, theme.on_colour, 1.95)
