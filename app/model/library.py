"""What a new journey can start with: channels, phases and roles, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from app.i18n import tr
from app.model.glyph_words import ALIKE, glyph_names
from app.model.ids import new_id
from app.model.ranks import spread
from app.model.records import Channel, Party, Phase, Role, Side
from app.model.same_names import name_key

Mode = Literal["digital", "human", "self_service"]


class PhaseSet(Struct, frozen=True):
    """Names of phases with their usual lengths, in units of the timeline."""

    title: str
    phases: tuple[tuple[str, float], ...]


class RoleSet(Struct, frozen=True):
    """Roles by name, side of their organisation, and buying roles."""

    title: str
    roles: tuple[tuple[str, Side, tuple[str, ...]], ...]


def starter_channels() -> tuple[Channel, ...]:
    """Return new records of the usual channels; a channel's glyph is a word of `glyph_names`."""
    seeds: tuple[tuple[str, str, Mode], ...] = (
        (tr("Email"), "email", "digital"),
        (tr("Phone"), "phone", "human"),
        (tr("Video call"), "video", "human"),
        (tr("On site"), "site", "human"),
        (tr("Web"), "web", "self_service"),
        (tr("Live chat"), "chat", "digital"),
        (tr("Community"), "comm", "self_service"),
        (tr("Mobile app"), "app", "self_service"),
        (tr("Letter"), "letter", "digital"),
        (tr("Social media"), "social", "digital"),
    )
    return tuple(
        Channel(id=new_id(), name=name, glyph=glyph, mode=mode, rank=rank)
        for (name, glyph, mode), rank in zip(seeds, spread(len(seeds)), strict=True)
    )


def channel_looks(name: str) -> dict[str, str]:
    """Return the fields of a new channel of this name that say how it looks: those of the usual one, else its glyph.

    >>> channel_looks("Phone"), channel_looks("Parcel"), channel_looks("Telepathy")
    ({'glyph': 'phone', 'mode': 'human'}, {'glyph': 'parcel'}, {'glyph': ''})
    """
    wanted = name_key(name)
    for usual in starter_channels():
        if name_key(usual.name) == wanted:
            return {"glyph": usual.glyph, "mode": usual.mode}
    known = {name_key(words): glyph for glyph, words in glyph_names().items()}
    word = wanted.replace(" ", "_")
    return {"glyph": known.get(wanted) or (word if word in known.values() else ALIKE.get(word, ""))}


def phase_sets() -> Mapping[str, PhaseSet]:
    """Return the sets of phases by name."""
    return {
        "consumer": PhaseSet(
            tr("Consumer purchase"),
            ((tr("Aware"), 2), (tr("Consider"), 3), (tr("Buy"), 1), (tr("Use"), 4), (tr("Advocate"), 2)),
        ),
        "buying_cycle": PhaseSet(
            tr("Business buying cycle"),
            (
                (tr("Need"), 4),
                (tr("Search"), 4),
                (tr("Shortlist"), 3),
                (tr("Evaluate"), 6),
                (tr("Negotiate"), 4),
                (tr("Buy"), 2),
                (tr("Onboard"), 5),
                (tr("Use"), 8),
                (tr("Renew"), 4),
            ),
        ),
        "support": PhaseSet(
            tr("Incident"),
            (
                (tr("Report"), 1),
                (tr("Triage"), 2),
                (tr("Diagnose"), 4),
                (tr("Resolve"), 6),
                (tr("Review"), 3),
            ),
        ),
    }


def role_sets() -> Mapping[str, RoleSet]:
    """Return the sets of roles by name."""
    return {
        "consumer": RoleSet(tr("Consumer"), ((tr("Customer"), "customer", ("buyer", "user")),)),
        "buying_centre": RoleSet(
            tr("Buying centre and supplier"),
            (
                (tr("Finance director"), "customer", ("approver",)),
                (tr("IT manager"), "customer", ("gatekeeper", "influencer")),
                (tr("Head of department"), "customer", ("initiator", "decider")),
                (tr("Purchaser"), "customer", ("buyer",)),
                (tr("End user"), "customer", ("user",)),
                (tr("Account manager"), "supplier", ()),
                (tr("Consultant"), "supplier", ()),
            ),
        ),
        "support": RoleSet(
            tr("Support"),
            (
                (tr("User"), "customer", ("user",)),
                (tr("Service owner"), "customer", ("decider",)),
                (tr("First level support"), "supplier", ()),
                (tr("Second level support"), "supplier", ()),
                (tr("Incident manager"), "supplier", ()),
            ),
        ),
    }


def phases_of(phase_set: PhaseSet, start: float = 0.0) -> tuple[Phase, ...]:
    """Return new records of a set's phases, one after the other."""
    phases = []
    for name, length in phase_set.phases:
        phases.append(Phase(id=new_id(), name=name, start=start, end=start + length))
        start += length
    return tuple(phases)


def roles_of(role_set: RoleSet, parties: Mapping[Side, Party] | None = None) -> tuple[Role, ...]:
    """Return new records of a set's roles, in organisations given by side."""
    known = parties or {}
    return tuple(
        Role(
            id=new_id(),
            name=name,
            party=known[side].id if side in known else "",
            buying_roles=buying_roles,
            rank=rank,
        )
        for (name, side, buying_roles), rank in zip(role_set.roles, spread(len(role_set.roles)), strict=True)
    )
