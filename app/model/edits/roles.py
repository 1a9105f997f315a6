"""Edits of roles: lanes that come, are renamed, recoloured, reordered and go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import removal
from app.model.edits.records import add_record, move_record, ranked_after
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.names import called
from app.model.records import Role


def add_role(journey: Journey, name: str, after: str | None = None, **fields: Any) -> Change:
    """Add a role as the last lane, or behind the role `after` (first where that is ""); the new role is put first."""
    added = add_record(journey, Role, name=name, **fields)
    label = tr("Add role {name}", name=called(added.put[0]))
    return Change(added.put if after is None else ranked_after(journey, added.put[0], after), (), label)


def rename_role(journey: Journey, role_id: str, name: str) -> Change:
    """Give the role a name; typing goes on as one step."""
    role = revised(journey.the(Role, role_id), name=name)
    return Change((role,), (), tr("Rename role {name}", name=called(role)), f"rename {role_id}")


def recolour_role(journey: Journey, role_id: str, colour: str) -> Change:
    """Give the role a colour, "#rrggbb", or the palette's where it is ""."""
    role = revised(journey.the(Role, role_id), colour=colour)
    return Change((role,), (), tr("Recolour role {name}", name=called(role)), f"recolour {role_id}")


def move_role(journey: Journey, role_id: str, after: str) -> Change:
    """Move the role's lane to the place below the lane of `after`, or to the top where that is ""."""
    return move_record(journey, Role, role_id, after)


def remove_roles(journey: Journey, role_ids: Iterable[str]) -> Change:
    """Remove roles with their participations; touchpoints nobody else joins go too, and what hangs on them."""
    roles = [journey.the(Role, role_id) for role_id in dict.fromkeys(role_ids)]
    label = trn(
        "Remove role {name}", "Remove {count} roles", len(roles), name=called(roles[0]) if roles else ""
    )
    return removal(journey, [role.id for role in roles], label)
