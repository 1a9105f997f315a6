"""About how large a picture's file is going to be: fitted to the samples, good to a third."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from app.drawing.shapes import Drawing, Group, Shape, Text
from app.i18n import tr

_SVG_SHAPE, _SVG_FONTS, _SVG_LETTER, _PDF_SHAPE = 95, 40_000, 430, 105
_PNG_EDGE = (
    250  # bytes for each pixel of the side of a square as large as the picture: what is drawn are edges
)


class Amount(NamedTuple):
    """How much is in a drawing."""

    shapes: int
    letters: int


def amount_of(drawing: Drawing) -> Amount:
    """Count what a file of the drawing writes down."""
    return _amount(cell for layer in drawing.layers for cell in layer.cells)


def about_bytes(drawing: Drawing, file_format: str, pixels: int, *, has_outlines: bool) -> int:
    """Return about how many bytes the file has; `pixels` is the area of a PNG."""
    if file_format == "png":
        return round(_PNG_EDGE * math.sqrt(pixels))
    shapes, letters = amount_of(drawing)
    if file_format == "pdf":
        return shapes * _PDF_SHAPE
    return shapes * _SVG_SHAPE + (letters * _SVG_LETTER if has_outlines else _SVG_FONTS)


def in_words(count: int) -> str:
    """Return a size of a file as people say it.

    >>> in_words(180_400), in_words(921_000), in_words(2_340_000)
    ('about 180 kB', 'about 0.9 MB', 'about 2.3 MB')
    """
    if count < 800_000:
        return tr("about {count} kB", count=max(10, round(count, -4) // 1000))
    return tr("about {count} MB", count=round(count / 1e6, 1))


def _amount(shapes: Iterable[Shape]) -> Amount:
    count = letters = 0
    for shape in shapes:
        count += 1
        if isinstance(shape, Group):
            inner = _amount(shape.children)
            count, letters = count + inner.shapes, letters + inner.letters
        elif isinstance(shape, Text):
            letters += len(shape.text)
    return Amount(count, letters)
