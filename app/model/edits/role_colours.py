"""Colours of roles that come, move and go: a new one has a colour nobody has, the others keep what they are seen in.

A role without a colour of its own is seen in the palette's colour of its place. Where its place changes, it gets the
colour that it was seen in, so that colours do not follow the place.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.model.change import Change
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.record import Record
from app.model.records import Role
from app.model.role_colours import free_colour, seats


def coloured(journey: Journey, change: Change) -> Change:
    """Return the change with the colours that its new roles lack, and those that other roles would lose by it."""
    known = journey.all(Role)
    removed = set(change.remove)
    if not any(isinstance(record, Role) for record in change.put) and not any(
        role.id in removed for role in known
    ):
        return change
    after = {role.id: role for role in known if role.id not in removed}
    after.update((record.id, record) for record in change.put if isinstance(record, Role))
    seen = dict(zip((role.id for role in known), _colours(known), strict=True))
    given: dict[str, Record] = {}
    for role in (lanes := sorted(after.values(), key=sort_key)):
        if not role.colour and role.id not in seen:
            colour = free_colour([each.colour or seen.get(each.id, "") for each in after.values()])
            given[role.id] = after[role.id] = revised(role, colour=colour)
    lanes = [after[role.id] for role in lanes]
    now = zip(lanes, _colours(lanes), strict=True)
    if any(not role.colour and colour != seen[role.id] for role, colour in now):
        given |= {role.id: revised(role, colour=seen[role.id]) for role in lanes if not role.colour}
    if not given:
        return change
    put = [given.pop(record.id, record) for record in change.put]
    return Change((*put, *given.values()), change.remove, change.label, change.merge_key)


def unworn(journey: Journey, role: Role) -> Role:
    """Return a role that comes from elsewhere, without its colour where that is one that somebody here has."""
    own = _colours([role])[0]
    return revised(role, colour="") if own in _colours(journey.all(Role)) else role


def _colours(lanes: Sequence[Role]) -> list[str]:
    return [seat.colour for seat in seats(tuple(role.colour for role in lanes))]
