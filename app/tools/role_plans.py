"""Plans for lanes that come by hand."""

from __future__ import annotations

from app.i18n import tr
from app.model.change import Change
from app.model.edits import roles
from app.model.edits.records import unused_name
from app.model.journey import Journey
from app.model.records import Role


def add_role(journey: Journey, name: str = "", after: str | None = None, party: str | None = None) -> Change:
    """Add a role as the last lane or below the lane of `after`; it is put first.

    It belongs to the organisation of the role above it unless told otherwise.
    """
    lanes = journey.all(Role)
    above = next((role for role in lanes if role.id == after), lanes[-1] if lanes and after is None else None)
    if party is None:
        party = above.party if above is not None else ""
    return roles.add_role(journey, name or free_name(journey), after, party=party)


def free_name(journey: Journey) -> str:
    """Return a name for a new role that none has."""
    return unused_name(journey, Role, tr("New role"), lambda number: tr("New role {number}", number=number))
