"""The pills on links: a wait, a broken service level, or words, slid along the curve to a place of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from app.layout.field import Field, Solid
from app.layout.links import Curve, point_at, stub_tips
from app.layout.result import Box, Pill, TextRow
from app.layout.typeset import Typesetter

_HEIGHT = 24.0
_GLYPH = 25.0  # from the pill's left edge to its text where a glyph stands before it
_PAD = 11.0
_GAP = 4.0
_PLACES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8)

Tone = Literal["normal", "over", "breach"]


class PillWords(NamedTuple):
    """What a pill says."""

    text: str
    glyph: str
    tone: Tone


def place_pill(words: PillWords, curve: Curve, shift: float, field: Field, setter: Typesetter, bounds: tuple[float, float]) -> Pill | None:  # fmt: skip
    """Return the pill at its best legal place on a curve (moved by `shift`), shrunk to its glyph where it must be."""
    line = setter.elide(words.text, "pill", 180.0)
    start = _GLYPH if words.glyph else _PAD + 1
    width = round(start + line.width + _PAD, 1)
    spot = _best(width, curve, shift, field, bounds)
    if spot is not None:
        box = Box(spot.left, spot.top, width, _HEIGHT)
        return Pill(
            box, TextRow(line.text, box.x + start, box.y + 16.5, line.width, "pill"), words.glyph, words.tone
        )
    if not words.glyph:
        return None
    spot = _best(_HEIGHT, curve, shift, field, bounds)
    if spot is None:
        return None
    box = Box(spot.left, spot.top, _HEIGHT, _HEIGHT)
    return Pill(box, TextRow("", box.x + 12, box.y + 16.5, 0.0, "pill"), words.glyph, words.tone)


def _best(
    width: float, curve: Curve, shift: float, field: Field, bounds: tuple[float, float]
) -> Solid | None:
    best: tuple[float, Solid] | None = None
    room = width / 2 - 12.0  # that the pill may move aside and still stand on its curve
    if curve.part != "whole":
        return _at_stub(width, curve, shift, field)
    for aside in (0.0, -0.6 * room, 0.6 * room, -room, room):
        if best is not None or (aside and room < 4.0):
            break
        for t in _PLACES:
            x, y = point_at(curve.controls, t)
            x += shift
            if not bounds[0] <= x <= bounds[1]:
                continue
            x += aside
            solid = Solid(x - width / 2, y - _HEIGHT / 2, x + width / 2, y + _HEIGHT / 2)
            if (
                solid.left < field.left
                or solid.right > field.right
                or not _is_free(solid, curve.link.id, field)
            ):
                continue
            cost = abs(t - 0.5) * 60 + _crossed(solid, field)
            if best is None or cost < best[0]:
                best = cost, solid
            if best[0] <= abs(t - 0.5) * 60:
                break
    return best[1] if best else None


def _at_stub(width: float, curve: Curve, shift: float, field: Field) -> Solid | None:
    """Return the pill's place at a loose end of a broken link, which must touch it."""
    others = list(curve.points)
    side = (
        1.0 if curve.is_forward == (curve.part == "source") else -1.0
    )  # towards where the rest of the link is
    for x, y in stub_tips(curve):
        if not field.begin + width < x + shift < field.end - width:
            continue  # what stands there is not known here
        inner = min(
            (point for point in others if point != (x, y)),
            key=lambda point: abs(point[0] - x) + abs(point[1] - y),
        )
        way = 1.0 if y > inner[1] else -1.0
        for aside in (side, 0.0, -side):
            middle = x + shift + aside * (width / 2 - 8.0)
            top = y + way * (_HEIGHT / 2 + 1.0) - _HEIGHT / 2
            solid = Solid(middle - width / 2, top, middle + width / 2, top + _HEIGHT)
            if (
                solid.left >= field.left
                and solid.right <= field.right
                and _is_free(solid, curve.link.id, field)
            ):
                return solid
    return None


def _is_free(solid: Solid, link: str, field: Field) -> bool:
    for lane in field.lanes_between(solid.top - 30, solid.bottom + 30):
        if _meets_text(solid, field.solids.get(lane, ())) or _meets_marks(solid, lane, field):
            return False
        for strip in field.strips(lane):
            if strip.link == link or strip.right < solid.left - _GAP or strip.left > solid.right + _GAP:
                continue
            for least, most in strip.runs(solid.top - _GAP, solid.bottom + _GAP):
                if least + strip.dx < solid.right + _GAP and most + strip.dx > solid.left - _GAP:
                    return False
    return True


def _meets_text(solid: Solid, texts: Sequence[Solid]) -> bool:
    return any(
        other.left < solid.right + _GAP
        and other.right > solid.left - _GAP
        and other.top < solid.bottom + _GAP
        and other.bottom > solid.top - _GAP
        for other in texts
    )


def _meets_marks(solid: Solid, lane: int, field: Field) -> bool:
    reach = field.marker + 6
    for x, y, _ in field.spots.get(lane, ()):
        dx = max(solid.left - x, 0.0, x - solid.right)
        dy = max(solid.top - y, 0.0, y - solid.bottom)
        if dx * dx + dy * dy < reach * reach:
            return True
    return any(
        solid.left - 8 < x < solid.right + 8 and top < solid.bottom + 6 and bottom > solid.top - 6
        for x, top, bottom in field.bars.get(lane, ())
    )


def _crossed(solid: Solid, field: Field) -> float:
    cost = 0.0
    for lane in field.lanes_between(solid.top, solid.bottom):
        active, idle = field.crossing(lane, *solid)
        cost += active * 0.8 + idle * 0.2
        cost += 8 * sum(solid.left < x < solid.right for x, _, _ in field.dots.get(lane, ()))
    return cost
