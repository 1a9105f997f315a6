"""What the hand does, without Qt: a pointer's event in map units."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct

Button = Literal["", "left", "middle", "right"]


class Modifiers(Struct, frozen=True):
    """The keys held down meanwhile. `control` is the platform's command key (Ctrl, on a Mac Cmd)."""

    shift: bool = False
    control: bool = False
    alt: bool = False

    @property
    def adds(self) -> bool:
        """Tell whether what is clicked joins the selection instead of replacing it."""
        return self.shift or self.control


class Pointer(Struct, frozen=True):
    """Where a pointer is and what it does.

    (x, y) is the point of the map under it; headers that stay in sight are given at their natural place.
    `zoom` is px a map unit, so that a tool can tell a click from a drag by px.
    """

    x: float
    y: float
    zoom: float = 1.0
    button: Button = ""  # the one that changed
    is_down: bool = False  # the left button is held
    clicks: int = 1  # 2: the second click of a double click
    modifiers: Modifiers = Modifiers()

    def away(self, x: float, y: float) -> float:
        """Return how far it is from a point, in map units."""
        return math.hypot(self.x - x, self.y - y)
