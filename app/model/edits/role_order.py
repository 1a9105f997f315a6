"""Edits of the order of roles: several move together, also to another organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import takewhile

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.ranks import between, spread
from app.model.records import Party, Role

_LONGEST_RANK = 40  # a longer one is a sign that there is no room left


def move_roles(journey: Journey, role_ids: Iterable[str], after: str, party: str | None = None) -> Change:
    """Move roles together below the lane of `after` (to the top where that is ""), and to a party where one is named.

    They keep their order among themselves; `party` "" takes them out of their organisation.
    """
    moved = [role for role in journey.all(Role) if role.id in set(role_ids)]
    joined = [role if party is None else revised(role, party=party) for role in moved]
    rest = [role for role in journey.all(Role) if role not in moved]
    place = _place_below(journey, after, rest)
    order = [*rest[:place], *joined, *rest[place:]]
    label = _moving_words(journey, moved, party)
    put = order if _is_ordered(journey, order) else _ranked(order, place, len(moved))
    return Change(tuple(role for role in put if role != journey.get(role.id)), (), label)


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


def _ranked(order: Sequence[Role], place: int, count: int) -> list[Role]:
    """Return the roles, of which `count` from `place` on have moved there, with ranks in this order.

    Those that stay keep their ranks unless there is no room left between them.
    """
    low = order[place - 1].rank if place else ""
    high = order[place + count].rank if place + count < len(order) else ""
    ranks: list[str] = []
    if (low or not place) and (high or place + count == len(order)):
        with suppress(ValueError):
            for _ in range(count):
                low = between(low, high)
                ranks.append(low)
    if len(ranks) < count or len(low) > _LONGEST_RANK:
        return [revised(role, rank=rank) for role, rank in zip(order, spread(len(order)), strict=True)]
    moved = [revised(role, rank=rank) for role, rank in zip(order[place : place + count], ranks, strict=True)]
    return [*order[:place], *moved, *order[place + count :]]
