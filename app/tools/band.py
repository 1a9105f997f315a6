"""A rubber band: a drag over empty ground selects the touchpoints in it."""

from __future__ import annotations

from msgspec import Struct

from app.i18n import trn
from app.layout.result import Box, Point
from app.tools.ghost import Ghost, GhostBox, GhostHalo
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.tool import Cursor, Outcome

MOST_HALOS = 400  # shown while the band is pulled


def band_at(ground: Ground, pointer: Pointer) -> Band | None:
    """Begin a band on empty ground."""
    if ground.hit(pointer.x, pointer.y, pointer.zoom) is not None:
        return None
    return Band(pointer.x, pointer.y, ground.selection if pointer.modifiers.adds else frozenset())


class Band(Struct, frozen=True):
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
        spots = ground.spots_in(box)
        found = frozenset(spot.touchpoint for spot in spots)
        words = trn("{count} touchpoint", "{count} touchpoints", len(found)) if found else ""
        halos = (GhostHalo(spot.x, spot.y) for spot in spots[:MOST_HALOS])
        ghost = Ghost((*halos, GhostBox(box)), words, Point(pointer.x, pointer.y))
        return Outcome(ghost=ghost, selection=self.kept | found, cursor="arrow")
