"""Faces of the feeling scale."""

from __future__ import annotations

from functools import lru_cache

from app.drawing.look import pen
from app.drawing.shapes import Circle, Path, Shape

_CURVES = {-2: -0.62, -1: -0.3, 0: 0.0, 1: 0.3, 2: 0.62}  # how far a mouth bends, over the radius


@lru_cache(maxsize=64)
def face(feeling: int, radius: float, colour: str, fill: str = "") -> tuple[Shape, ...]:
    """Return a face about (0, 0) for a feeling of -2..2."""
    width = radius * 0.16
    bend = _CURVES[feeling] * radius
    y = radius * 0.3 - bend * 0.28
    reach = radius * 0.46
    mouth = Path(
        (("M", -reach, y), ("C", -reach * 0.4, y + bend * 0.86, reach * 0.4, y + bend * 0.86, reach, y)),
        stroke=pen(colour, width),
    )
    eyes = (Circle(side * radius * 0.35, -radius * 0.22, radius * 0.15, colour) for side in (-1, 1))
    return (Circle(0, 0, radius, fill, stroke=pen(colour, width)), *eyes, mouth)
