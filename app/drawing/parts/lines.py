"""Journey lines: their height in the lane is the feeling; areas between them and the neutral line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from app.drawing.look import FAR, NEAR, Look, pen, rule
from app.drawing.shapes import Group, Path, Stroke
from app.layout.result import Block, LinePiece

WIDTH = 4.4
IDLE_WIDTH = 2.0
IDLE_DASH = (1.0, 8.0)
IDLE_SHARE = 0.55
AREA_SHARE = 0.10
_COVER = 1.6  # just over the neutral line
_FLAT = 0.05
_BOLDER = 1.6  # so that a line keeps two pixels or so


def areas(block: Block, look: Look) -> tuple[Group, ...]:
    """Draw the areas to the neutral line, active stretches only."""
    return tuple(
        Group(tuple(_area(piece, look) for piece in pieces), role=role, min_zoom=NEAR)
        for role, pieces in _by_role(piece for piece in block.lines if piece.area)
    )


def lines(block: Block, look: Look) -> tuple[Group, ...]:
    """Draw the lines, idle stretches dashed."""
    return tuple(
        Group(_levels(pieces, look), record=role, role=role) for role, pieces in _by_role(block.lines)
    )


def _levels(pieces: list[LinePiece], look: Look) -> tuple[Group, ...]:
    """Draw a line as it is, and bolder for the screen when seen from far."""
    idle_first = sorted(pieces, key=lambda piece: not piece.is_idle)  # no dot on the end of a line
    near = tuple(shape for piece in idle_first for shape in _line(piece, look))
    far = tuple(
        replace(shape, stroke=_bolder(shape.stroke))
        for shape in near
        if shape.stroke and shape.stroke.cap == "round"
    )
    return Group(far, max_zoom=FAR), Group(near, min_zoom=FAR)


@lru_cache(maxsize=256)
def _bolder(stroke: Stroke) -> Stroke:
    return replace(
        stroke, width=stroke.width * _BOLDER, dash=tuple(length * _BOLDER for length in stroke.dash)
    )


def _by_role(pieces: Iterable[LinePiece]) -> Iterable[tuple[str, list[LinePiece]]]:
    groups: dict[str, list[LinePiece]] = {}
    for piece in pieces:
        groups.setdefault(piece.role, []).append(piece)
    return groups.items()


def _area(piece: LinePiece, look: Look) -> Path:
    fill, opacity = look.faint(look.colour(piece.role), AREA_SHARE)
    return Path(piece.area, fill, opacity)


def _line(piece: LinePiece, look: Look) -> tuple[Path, ...]:
    colour = look.colour(piece.role)
    if not piece.is_idle:
        return (Path(piece.segments, stroke=pen(colour, WIDTH)),)
    faint, opacity = look.faint(colour, IDLE_SHARE)
    dots = Path(piece.segments, stroke=pen(faint, IDLE_WIDTH, IDLE_DASH, opacity))
    if not _lies_on(piece, look.neutrals.get(piece.role)):
        return (dots,)
    # The neutral line's own dashes would show between the dots.
    return Path(piece.segments, stroke=rule(look.lane_fills[piece.role], _COVER)), dots


def _lies_on(piece: LinePiece, y: float | None) -> bool:
    return y is not None and all(abs(value - y) < _FLAT for each in piece.segments for value in each[2::2])
