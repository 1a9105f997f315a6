"""Edits of where a touchpoint stands on the map: when, in whose lane, at which feeling, all in one step."""

from __future__ import annotations

from app.i18n import tr
from app.model.change import Change
from app.model.edits.participations import move_participation
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.records import Touchpoint


def place_touchpoint(
    journey: Journey, touchpoint_id: str, role: str, start: float, feeling: int | None, to_role: str = ""
) -> Change:
    """Put a role's part in the touchpoint elsewhere: the touchpoint at `start`, the part at `feeling` in `to_role`.

    Raises JourneyError where the other role takes part already.
    """
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    is_moved = bool(to_role) and to_role != role
    handed = move_participation(journey, touchpoint_id, role, to_role) if is_moved else Change()
    others = tuple(record for record in handed.put if record.id != touchpoint_id)
    wanted = next((record for record in handed.put if record.id == touchpoint_id), touchpoint)
    assert isinstance(wanted, Touchpoint)
    holder = to_role if is_moved else role
    parts = tuple(
        revised(part, feeling=feeling) if part.role == holder else part for part in wanted.participations
    )
    placed = revised(wanted, start=start, participations=parts)
    if is_moved:
        label = handed.label
    elif start != touchpoint.start:
        label = tr("Move touchpoint")
    else:
        label = tr("Set feeling")
    return Change((placed, *others), handed.remove, label)
