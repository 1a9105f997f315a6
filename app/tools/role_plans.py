"""Plans for lanes without a drag: new ones, and lanes that go up and down by steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from msgspec.structs import replace

from app.i18n import tr
from app.model.change import Change
from app.model.edits import roles
from app.model.edits.records import unused_name
from app.model.edits.role_order import move_roles
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Role
from app.tools.tool import Outcome, Typing


def new_role(journey: Journey, after: str | None = None) -> Outcome:
    """Add a role as `add_role` does, and type its name: one step."""
    change = add_role(journey, after=after)
    new = change.put[0].id
    return Outcome(
        change=replace(change, merge_key=f"rename {new}"),
        selection=frozenset({new}),
        typing=Typing(new, "name", is_new=True),
    )


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


def step_past(journey: Journey, shown: Sequence[str], ids: Collection[str], step: Literal[-1, 1]) -> Change:
    """Move roles up or down past the next of the shown lanes, which stand from top to bottom.

    Raises JourneyError where there is none.
    """
    places = [place for place, role in enumerate(shown) if role in ids]
    if not places:
        return Change()
    there = places[-1] + 1 if step > 0 else places[0] - 1
    if not 0 <= there < len(shown):
        raise JourneyError(
            tr("It is the lowest lane already.") if step > 0 else tr("It is the uppermost lane already.")
        )
    everyone = ["", *(role.id for role in journey.all(Role))]
    passed = everyone.index(shown[there])
    return move_roles(journey, ids, everyone[passed if step > 0 else passed - 1])
