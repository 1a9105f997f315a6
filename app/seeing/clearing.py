"""Where to look so that what floats over the map covers nothing that is meant to be seen. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.layout.result import Box
from app.seeing.camera import Camera

GAP_PX = 12.0
LEAST_SHRINKING = 0.5


def cleared(camera: Camera, shown: Sequence[Box], cover: Box, clear: Box) -> Camera:
    """Move what is `shown` from under `cover`: to the left or down where there is room, else farther away.

    All boxes are px of the viewport; `clear` is the part of it that may be used.
    """
    under = [box for box in shown if box.overlaps(cover)]
    if not under:
        return camera
    left = max(box.right for box in under) - cover.x + GAP_PX
    if min(box.x for box in shown) - left >= clear.x:
        return camera.panned(left, 0.0)
    top = min(box.y for box in under)
    down = cover.bottom + GAP_PX - top
    if max(box.bottom for box in shown) + down <= clear.bottom:
        return camera.panned(0.0, -down)
    part = (clear.bottom - cover.bottom - GAP_PX) / max(clear.bottom - top, 1.0)
    if not LEAST_SHRINKING <= part < 1:
        return camera
    return camera.zoomed(camera.zoom * part, clear.x + clear.width / 2, clear.bottom)
