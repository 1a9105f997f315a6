"""Which drag begins where: asked in this order, the first that knows the place takes it."""

from __future__ import annotations

from collections.abc import Callable

from app.tools.band import band_at
from app.tools.duration import stretch_at
from app.tools.ground import Ground
from app.tools.lanes import lane_at
from app.tools.link import pull_at
from app.tools.move import move_at
from app.tools.phases import border_at, phase_at
from app.tools.pointer import Pointer
from app.tools.reattach import reattach_at
from app.tools.time import time_at
from app.tools.tool import Gesture

GRIPS: tuple[Callable[[Ground, Pointer], Gesture | None], ...] = (
    pull_at,
    stretch_at,
    reattach_at,
    border_at,
    phase_at,
    lane_at,
    time_at,
    move_at,
    band_at,  # last: everywhere else
)


def gesture_at(ground: Ground, pointer: Pointer) -> Gesture | None:
    """Return the drag that would begin at the pointer, or none."""
    return next((gesture for grip in GRIPS if (gesture := grip(ground, pointer)) is not None), None)
