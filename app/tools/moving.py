"""Moving what is selected without a drag: by steps in time, and from lane to lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from app.i18n import tr
from app.model.change import Change
from app.model.edits.placing import nudge
from app.model.errors import JourneyError
from app.model.records import Touchpoint
from app.tools.ground import Ground
from app.tools.snap import grid_step

TENTH = 0.1
Part = tuple[str, str]  # touchpoint and role


def nudged(
    ground: Ground, touchpoint_ids: Sequence[str], direction: Literal[-1, 1], zoom: float, *, is_little: bool
) -> Change:
    """Move touchpoints by a step of the grid that the eye sees at this zoom, or by a tenth of it."""
    first = ground.journey.get(touchpoint_ids[0]) if touchpoint_ids else None
    at = first.start if isinstance(first, Touchpoint) else 0.0
    step = grid_step(ground, ground.x_of(at), zoom)
    return nudge(ground.journey, touchpoint_ids, direction * (step * TENTH if is_little else step))


def lane_moves(
    parts: Sequence[Part], lanes: Sequence[str], step: Literal[-1, 1]
) -> list[tuple[str, str, str]]:
    """Return touchpoint, role and the role of the neighbouring lane of each part; `lanes` from top to bottom.

    Raises JourneyError where there is no lane.
    """
    moves: list[tuple[str, str, str]] = []
    for touchpoint, role in parts:
        place = lanes.index(role) + step if role in lanes else -1
        if not 0 <= place < len(lanes):
            raise JourneyError(tr("There is no lane above.") if step < 0 else tr("There is no lane below."))
        moves.append((touchpoint, role, lanes[place]))
    return moves
