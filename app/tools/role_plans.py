"""Plans for lanes that come, move and go: every role keeps the colour it is seen in.

A role without a colour of its own is drawn in the palette's colour of its place. Where its place changes, it gets the
colour that it was drawn in, so that colours do not follow the place.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.drawing.palette import looks_of, next_colour, role_looks
from app.drawing.tokens import LIGHT
from app.i18n import tr
from app.model.change import Change
from app.model.edits import role_order, roles
from app.model.edits.records import unused_name
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.record import Record, replaced
from app.model.records import Role


def add_role(journey: Journey, name: str = "", after: str | None = None, party: str | None = None) -> Change:
    """Add a role in a colour that no other has, as the last lane or below the lane of `after`; it is put first.

    It belongs to the organisation of the role above it unless told otherwise.
    """
    lanes = journey.all(Role)
    above = next((role for role in lanes if role.id == after), lanes[-1] if lanes and after is None else None)
    if party is None:
        party = above.party if above is not None else ""
    name = name or free_name(journey)
    change = roles.add_role(journey, name, after, party=party, colour=next_colour(journey))
    return keeping_colours(journey, change)


def move_roles(journey: Journey, role_ids: Iterable[str], after: str, party: str | None = None) -> Change:
    """Move lanes below the lane of `after`, to the top where that is ""; `party` moves them to an organisation."""
    return keeping_colours(journey, role_order.move_roles(journey, role_ids, after, party))


def remove_roles(journey: Journey, role_ids: Iterable[str]) -> Change:
    """Remove roles with all that cannot be without them."""
    return keeping_colours(journey, roles.remove_roles(journey, role_ids))


def keeping_colours(journey: Journey, change: Change) -> Change:
    """Return the change with the colours that roles would lose by it, where it adds, moves or removes roles."""
    after = {role.id: role for role in journey.all(Role) if role.id not in change.remove}
    after.update((record.id, record) for record in change.put if isinstance(record, Role))
    lanes = sorted(after.values(), key=sort_key)
    seen = {role_id: look.colour for role_id, look in looks_of(journey, LIGHT).items()}
    looks = role_looks(tuple(role.colour for role in lanes), LIGHT)
    if all(look.colour == seen.get(role.id, look.colour) for role, look in zip(lanes, looks, strict=True)):
        return change
    given: dict[str, Record] = {
        role.id: replaced(role, colour=seen[role.id]) for role in lanes if not role.colour and role.id in seen
    }
    put = [given.pop(record.id, record) for record in change.put]
    return Change((*put, *given.values()), change.remove, change.label, change.merge_key)


def free_name(journey: Journey) -> str:
    """Return a name for a new role that none has."""
    return unused_name(journey, Role, tr("New role"), lambda number: tr("New role {number}", number=number))
