"""Edits of the order of roles: several move together, also to another organisation."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.records import ranked
from app.model.edits.role_colours import coloured
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.records import Party, Role


def move_roles(journey: Journey, role_ids: Iterable[str], after: str, party: str | None = None) -> Change:
    """Move roles together below the lane of `after` (to the top where that is ""), and to a party where one is named.

    They keep their order among themselves; `party` "" takes them out of their organisation.
    """
    chosen = set(role_ids)
    moved = [role for role in journey.all(Role) if role.id in chosen]
    joined = [role if party is None else revised(role, party=party) for role in moved]
    rest = [role for role in journey.all(Role) if role.id not in chosen]
    place = _place_below(journey, after, rest)
    order = [*rest[:place], *joined, *rest[place:]]
    label = _moving_words(journey, moved, party)
    put = order if _is_ordered(journey, order) else ranked(order, place, len(moved))
    moves = tuple(role for role in put if role != journey.get(role.id))
    return coloured(journey, Change(moves, (), label))


def _place_below(journey: Journey, after: str, rest: list[Role]) -> int:
    """Return how many of the roles that stay are above the new place; `after` may be one of those that move."""
    if not after:
        return 0
    journey.the(Role, after)
    above = {role.id for role in takewhile(lambda role: role.id != after, journey.all(Role))} | {after}
    return sum(role.id in above for role in rest)


def _is_ordered(journey: Journey, order: list[Role]) -> bool:
    return [role.id for role in order] == [role.id for role in journey.all(Role)]


def _moving_words(journey: Journey, moved: list[Role], party: str | None) -> str:
    there = journey.get(party) if party else None
    if isinstance(there, Party) and any(role.party != party for role in moved):
        if len(moved) == 1:
            return tr("Move role {name} to {party}", name=moved[0].name, party=there.name)
        return trn(
            "Move {count} role to {party}", "Move {count} roles to {party}", len(moved), party=there.name
        )
    if len(moved) == 1:
        return tr("Move role {name}", name=moved[0].name)
    return trn("Move {count} role", "Move {count} roles", len(moved))
