"""Phases and roles that come together: the usual ones of a kind of journey, as the library has them."""

from __future__ import annotations

from app.i18n import tr
from app.model.change import Change
from app.model.edits.records import last_rank
from app.model.edits.role_colours import coloured
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.library import PhaseSet, RoleSet, phases_of, roles_of
from app.model.names import called
from app.model.ranks import between
from app.model.record import Record
from app.model.records import Party, Phase, Role, Side
from app.model.same_names import ByName


def add_phase_set(journey: Journey, phase_set: PhaseSet) -> Change:
    """Add the phases of a set, one after the other, behind all others."""
    there = journey.all(Phase)
    phases = phases_of(phase_set, there[-1].end if there else 0.0)
    return Change(phases, (), tr("Add phases: {set}", set=phase_set.title))


def add_role_set(journey: Journey, role_set: RoleSet) -> Change:
    """Add the roles of a set that are not there yet, below all others, in the organisations of their sides.

    An organisation is added for a side that has none. Raises JourneyError where all of the roles are there.
    """
    known = ByName((role.name, role) for role in journey.all(Role))
    parties: dict[Side, Party] = {}
    for party in reversed(journey.all(Party)):
        parties[party.side] = party
    new: list[Record] = []
    rank = last_rank(journey, Party)
    for side in dict.fromkeys(side for name, side, _ in role_set.roles if name not in known):
        if side not in parties:
            parties[side] = made(Party, id=new_id(), name=_party_name(side), side=side, rank=rank)
            new.append(parties[side])
            rank = between(rank, "")
    rank = last_rank(journey, Role)
    roles: list[Record] = []
    for role in roles_of(role_set, parties):
        if role.name not in known:
            roles.append(revised(role, rank=rank))
            rank = between(rank, "")
    if not roles:
        there = ", ".join(called(role) for role in roles_of(role_set))
        raise JourneyError(tr("All roles of this set are there already: {names}.", names=there))
    return coloured(journey, Change((*roles, *new), (), tr("Add roles: {set}", set=role_set.title)))


def _party_name(side: Side) -> str:
    return tr("Your company") if side == "supplier" else tr("Your customer")
