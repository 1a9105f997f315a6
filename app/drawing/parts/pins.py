"""Signs of insights with their number inside; the shape says the kind, so that grey print tells them apart."""

from __future__ import annotations

from functools import lru_cache

from app.drawing.look import centred_baseline, label, pen
from app.drawing.outlines import softened
from app.drawing.shapes import Circle, Group, Path, Rect, Segment, Shape
from app.drawing.tokens import Theme
from app.layout.measure import Font

ON_CARD = 19.0  # sizes: on a card
IN_BOX = 22.0  # beside an insight written out
_TALLY, _MOST_VOTES = 8.6, 99
_TALLY_READ = 0.6  # zoom from which on a number in a badge is written


def kind_colour(kind: str, theme: Theme) -> str:
    """Return the colour of a kind of insight; red and green are kept for what hurts and what helps."""
    if kind == "pain":
        return theme.pain
    return theme.opp if kind in ("opportunity", "gain") else theme.ink2


@lru_cache(maxsize=4096)
def pin(kind: str, words: str, size: float, theme: Theme, votes: int = 0) -> tuple[Shape, ...]:
    """Return a sign about (0, 0) with a number or "" in it, on a thin ground that parts it from its neighbours.

    Votes stand in a badge at its upper right, none where there are none.
    """
    colour, ground = kind_colour(kind, theme), theme.card
    shapes: list[Shape] = []
    middle = 0.0
    if kind == "pain":
        triangle = _triangle(size)
        shapes += [Path(triangle, ground, stroke=pen(ground, 3.2)), Path(triangle, colour)]
        middle = size * 0.17
    elif kind == "opportunity":
        shapes += _bulb(size, colour, ground)
        middle = -size * 0.14
    elif kind == "idea":
        side = size * 0.98
        square = (-side / 2, -side / 2, side, side, side * 0.28)
        shapes += [Rect(*square, ground, stroke=pen(ground, 3.2)), Rect(*square, colour)]
    elif kind == "question":
        bubble = _bubble(size)
        shapes += [Path(bubble, ground, stroke=pen(ground, 3.2)), Path(bubble, colour)]
        middle = -size * 0.06
    else:
        shapes += [Circle(0, 0, size * 0.52 + 1.6, ground), Circle(0, 0, size * 0.52, colour)]
        if kind == "gain":
            shapes.append(Circle(0, 0, size * 0.52 - 1.8, stroke=pen(theme.on_colour, 1.0)))
    if words:
        font = _number_font(size, words)
        shapes.append(label(0, centred_baseline(middle, font), words, font, theme.on_colour, smallest=5))
    if votes > 0:
        right = size * (0.86 if votes < 10 else 0.98)  # clear of the number within the sign
        badge = tally(votes, round(right, 2), round(-size * 0.6, 2), _TALLY, theme)
        shapes.append(Group(badge, min_zoom=_TALLY_READ))
    return tuple(shapes)


@lru_cache(maxsize=256)
def tally(votes: int, right: float, y: float, size: float, theme: Theme) -> tuple[Shape, ...]:
    """Return a badge with a number of votes, written in this size, that ends at `right` and is centred on y."""
    words = str(votes) if votes <= _MOST_VOTES else f"{_MOST_VOTES}+"
    font = Font(round(size if len(words) < 3 else size * 0.78, 2), 700)
    height = size + 3.6
    width = max(height, round(0.62 * font.size * len(words) + 6.0, 2))
    ground = Rect(
        right - width, y - height / 2, width, height, height / 2, theme.ink, stroke=pen(theme.card, 1.4)
    )
    number = label(right - width / 2, centred_baseline(y, font), words, font, theme.card, smallest=5)
    return ground, number


def _number_font(size: float, words: str) -> Font:
    full = size * 0.632
    if len(words) < 2:
        return Font(round(full, 2), 700)
    return Font(round(full * (0.95 if len(words) == 2 else 0.72), 2), 700, -0.4)


@lru_cache(maxsize=16)
def _triangle(size: float) -> tuple[Segment, ...]:
    half, top, base = size * 0.69, -size * 0.66, size * 0.56
    return softened([(0, top), (half, base), (-half, base)], size * 0.13)


def _bulb(size: float, colour: str, ground: str) -> list[Shape]:
    y = -size * 0.14
    foot = size * 0.53
    return [
        Circle(0, y, size * 0.56 + 1.8, ground),
        Circle(0, y, size * 0.56, colour),
        Path((("M", -size * 0.22, foot), ("L", size * 0.22, foot)), stroke=pen(colour, round(size * 0.125, 2))),
        Path((("M", -size * 0.11, foot + size * 0.16), ("L", size * 0.11, foot + size * 0.16)),
             stroke=pen(colour, round(size * 0.11, 2))),
    ]  # fmt: skip


@lru_cache(maxsize=16)
def _bubble(size: float) -> tuple[Segment, ...]:
    left, top, right, base = -size * 0.54, -size * 0.56, size * 0.54, size * 0.42
    corners = [
        (left, top), (right, top), (right, base), (size * 0.02, base), (-size * 0.3, size * 0.72), (-size * 0.3, base),
        (left, base),
    ]  # fmt: skip
    return softened(corners, size * 0.06)
