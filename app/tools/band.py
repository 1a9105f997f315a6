"""A rubber band: a drag over empty ground selects the touchpoints in it."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import trn
from app.layout.result import Box, Point
from app.tools.ghost import Ghost, GhostBox
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.tool import Cursor, Outcome


def band_at(ground: Ground, pointer: Pointer) -> Band | None:
    """Begin a band on empty ground."""
    if ground.hit(pointer.x, pointer.y, pointer.zoom) is not None:
        return None
    return Band(pointer.x, pointer.y, ground.selection if pointer.modifiers.adds else frozenset())


@dataclass(frozen=True, slots=True)
class Band:
    """A band from a corner to the pointer; what was selected stays where it `adds` to."""

    x: float
    y: float
    kept: frozenset[str]
    cursor: Cursor = ""
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the band; select the touchpoints with a marker in it."""
        left, top = min(self.x, pointer.x), min(self.y, pointer.y)
        box = Box(left, top, abs(pointer.x - self.x), abs(pointer.y - self.y))
        found = caught(ground, box)
        words = trn("{count} touchpoint", "{count} touchpoints", len(found)) if found else ""
        ghost = Ghost((GhostBox(box),), words, Point(pointer.x, pointer.y))
        return Outcome(ghost=ghost, selection=self.kept | found, cursor="arrow")


def caught(ground: Ground, box: Box) -> frozenset[str]:
    """Return the touchpoints with a marker in a box."""
    return frozenset(spot.touchpoint for spot in ground.spots_in(box))
