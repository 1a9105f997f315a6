"""The one thing layout asks of the outside: how wide is this text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Font(NamedTuple):
    """Inter at a size in map units and a weight on its axis (400, 500, 600, 700); `tracking` in map units a letter."""

    size: float
    weight: int = 400
    tracking: float = 0.0


Measure = Callable[[str, Font], float]  # width in map units


def fixed_measure(text: str, font: Font) -> float:
    """Measure every character as half an em: exact and the same everywhere, for tests."""
    return len(text) * (font.size * 0.5 + font.tracking)
