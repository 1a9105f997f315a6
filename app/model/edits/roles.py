"""Edits of roles: lanes that come, are renamed, recoloured, reordered and go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import removal
from app.model.edits.records import add_record, ranked_after
from app.model.edits.role_colours import coloured
from app.model.edits.validated import revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import called
from app.model.records import Party, Role
from app.model.vocabulary import buying_roles, name_in


def add_role(journey: Journey, name: str, after: str | None = None, **fields: Any) -> Change:
    """Add a role as the last lane, or behind the role `after` (first where that is ""); the new role is put first.

    Unless told otherwise it has a colour that no other has.
    """
    added = add_record(journey, Role, name=name, **fields)
    label = tr("Add role {name}", name=called(added.put[0]))
    put = added.put if after is None else ranked_after(journey, added.put[0], after)
    return coloured(journey, Change(put, (), label))


def rename_role(journey: Journey, role_id: str, name: str) -> Change:
    """Give the role a name; typing goes on as one step."""
    role = revised(journey.the(Role, role_id), name=name)
    return Change((role,), (), tr("Rename role {name}", name=called(role)), f"rename {role_id}")


def recolour_role(journey: Journey, role_id: str, colour: str) -> Change:
    """Give the role a colour, "#rrggbb", or the palette's where it is ""."""
    role = revised(journey.the(Role, role_id), colour=colour)
    return Change((role,), (), tr("Recolour role {name}", name=called(role)), f"recolour {role_id}")


def recolour_roles(journey: Journey, role_ids: Iterable[str], colour: str) -> Change:
    """Give roles a colour, "#rrggbb", or the palette's where it is ""."""
    changed = tuple(revised(role, colour=colour) for role in _the(journey, role_ids))
    label = trn("Recolour role {name}", "Recolour {count} roles", len(changed), name=called(changed[0]))
    return Change(changed, (), label)


def set_party(journey: Journey, role_ids: Iterable[str], party: str) -> Change:
    """Let roles belong to an organisation, to none where that is ""; their lanes stay where they are."""
    changed = tuple(revised(role, party=party) for role in _the(journey, role_ids))
    names = {"name": called(changed[0]), "party": called(journey.the(Party, party)) if party else ""}
    if party:
        label = trn("Move role {name} to {party}", "Move {count} roles to {party}", len(changed), **names)
    else:
        label = trn(
            "Take role {name} out of its organisation",
            "Take {count} roles out of their organisations",
            len(changed),
            name=names["name"],
        )
    return Change(changed, (), label)


def switch_buying_role(journey: Journey, role_ids: Iterable[str], word: str) -> Change:
    """Give roles a buying role; where all have it already, take it from them."""
    found = _the(journey, role_ids)
    has_all = all(word in role.buying_roles for role in found)
    changed = []
    for role in found:
        others = tuple(other for other in role.buying_roles if other != word)
        changed.append(revised(role, buying_roles=others if has_all else (*others, word)))
    name = name_in(buying_roles(), word)
    count, whose = len(found), called(found[0])
    label = trn(
        "Add buying role {name} to {role}",
        "Add buying role {name} to {count} roles",
        count,
        name=name,
        role=whose,
    )
    if has_all:
        label = trn(
            "Remove buying role {name} from {role}",
            "Remove buying role {name} from {count} roles",
            count,
            name=name,
            role=whose,
        )
    return Change(tuple(changed), (), label)


def remove_roles(journey: Journey, role_ids: Iterable[str]) -> Change:
    """Remove roles with their participations; touchpoints nobody else joins go too, and what hangs on them."""
    roles = [journey.the(Role, role_id) for role_id in dict.fromkeys(role_ids)]
    name = called(roles[0]) if roles else ""
    label = trn("Remove role {name}", "Remove {count} roles", len(roles), name=name)
    return coloured(journey, removal(journey, [role.id for role in roles], label))


def _the(journey: Journey, role_ids: Iterable[str]) -> list[Role]:
    found = [journey.the(Role, role_id) for role_id in dict.fromkeys(role_ids)]
    if not found:
        raise JourneyError(tr("No role is selected."))
    return found
