"""Edits of where a touchpoint stands on the map: when, in whose lane, at which feeling, all in one step."""

from __future__ import annotations

from collections.abc import Iterable

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.participations import move_participation
from app.model.edits.validated import revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import called
from app.model.records import Touchpoint
from app.model.vocabulary import feelings

MOST_FEELING = 2
_DIGITS = 9  # of a time, so that tenths add up to whole numbers


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
        label = tr("Move {title}", title=called(touchpoint))
    else:
        felt = feelings()[feeling] if feeling is not None else tr("not known")
        label = tr("Set feeling of {title}: {feeling}", title=called(touchpoint), feeling=felt)
    return Change((placed, *others), handed.remove, label)


def nudge(journey: Journey, touchpoint_ids: Iterable[str], delta: float) -> Change:
    """Move touchpoints in time together; going on nudging them is one step."""
    ids = list(dict.fromkeys(touchpoint_ids))
    found = [journey.the(Touchpoint, touchpoint_id) for touchpoint_id in ids]
    if not found:
        raise JourneyError(tr("No touchpoint is selected."))
    moved = tuple(revised(each, start=round(each.start + delta, _DIGITS) + 0.0) for each in found)
    label = trn("Move {title}", "Move {count} touchpoints", len(found), title=called(found[0]))
    return Change(moved, (), label, " ".join(("nudge", *ids)))


def shift_feelings(journey: Journey, parts: Iterable[tuple[str, str]], by: int) -> Change:
    """Let these (touchpoint, role)s feel better or worse by a step, within -2 ... 2; one not known counts as neutral.

    Going on so is one step.
    """
    put: dict[str, Touchpoint] = {}
    asked = list(dict.fromkeys(parts))
    for touchpoint_id, role in asked:
        touchpoint = put.get(touchpoint_id) or journey.the(Touchpoint, touchpoint_id)
        felt = tuple(
            revised(part, feeling=min(max((part.feeling or 0) + by, -MOST_FEELING), MOST_FEELING))
            if part.role == role
            else part
            for part in touchpoint.participations
        )
        put[touchpoint_id] = revised(touchpoint, participations=felt)
    title = called(next(iter(put.values()))) if put else ""
    label = trn("Change feeling of {title}", "Change {count} feelings", len(asked), title=title)
    key = " ".join(("feelings", *(f"{touchpoint}/{role}" for touchpoint, role in asked)))
    return Change(tuple(put.values()), (), label, key)
