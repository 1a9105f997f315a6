"""Edits of several touchpoints at once: a role's part in all of them, and their tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import settled
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import title_of
from app.model.parts import Participation
from app.model.record import Record
from app.model.records import Role, Touchpoint


def set_parts(journey: Journey, touchpoint_ids: Iterable[str], role_id: str, **fields: Any) -> Change:
    """Set fields of the role's part in every one of the touchpoints that it takes part in; typing is one step."""
    name = title_of(journey.the(Role, role_id))
    if "role" in fields:
        raise JourneyError(tr("Move the participation to give it to another role."))
    touchpoints = [each for each in _the(journey, touchpoint_ids) if each.participation(role_id) is not None]
    put = []
    for touchpoint in touchpoints:
        parts = tuple(
            revised(part, **fields) if part.role == role_id else part for part in touchpoint.participations
        )
        put.append(revised(touchpoint, participations=parts))
    label = trn(
        "Change the part of {role}", "Change the part of {role} in {count} touchpoints", len(put), role=name
    )
    merge_key = " ".join(("parts", role_id, *sorted(fields), *(touchpoint.id for touchpoint in touchpoints)))
    return Change(tuple(put), (), label, merge_key)


def share_all(journey: Journey, touchpoint_ids: Iterable[str], role_id: str) -> Change:
    """Let the role take part in those of the touchpoints in which it does not yet."""
    name = title_of(journey.the(Role, role_id))
    put = tuple(
        revised(each, participations=(*each.participations, made(Participation, role=role_id)))
        for each in _the(journey, touchpoint_ids)
        if each.participation(role_id) is None
    )
    return Change(put, (), tr("Let {role} take part", role=name))


def unshare_all(journey: Journey, touchpoint_ids: Iterable[str], role_id: str) -> Change:
    """Let the role no longer take part in the touchpoints; those without anybody left go."""
    name = title_of(journey.the(Role, role_id))
    wanted: dict[str, Record | None] = {}
    for touchpoint in _the(journey, touchpoint_ids):
        kept = tuple(part for part in touchpoint.participations if part.role != role_id)
        if kept != touchpoint.participations:
            wanted[touchpoint.id] = revised(touchpoint, participations=kept) if kept else None
    return settled(journey, wanted, tr("Let {role} no longer take part", role=name))


def change_tags(
    journey: Journey, touchpoint_ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
) -> Change:
    """Add tags to all of the touchpoints, and take tags from all of them."""
    gone, new = set(remove), tuple(dict.fromkeys(add))
    put = tuple(
        revised(each, tags=tuple(dict.fromkeys((*(tag for tag in each.tags if tag not in gone), *new))))
        for each in _the(journey, touchpoint_ids)
    )
    return Change(put, (), trn("Change tags", "Change tags of {count} touchpoints", len(put)))


def order_tags(journey: Journey, touchpoint_ids: Iterable[str], order: Sequence[str]) -> Change:
    """Put the tags of the touchpoints into this order; those that are not named stay behind them."""
    put = []
    for each in _the(journey, touchpoint_ids):
        named = tuple(tag for tag in order if tag in each.tags)
        put.append(revised(each, tags=(*named, *(tag for tag in each.tags if tag not in order))))
    return Change(tuple(put), (), trn("Reorder tags", "Reorder tags of {count} touchpoints", len(put)))


def order_parts(journey: Journey, touchpoint_id: str, role_ids: Sequence[str]) -> Change:
    """Let the roles that take part be named in this order: the first one stands for the touchpoint where nobody leads."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    rank = {role: place for place, role in enumerate(role_ids)}
    parts = sorted(touchpoint.participations, key=lambda part: rank.get(part.role, len(rank)))
    label = tr("Reorder the participants of {name}", name=title_of(touchpoint))
    return Change((revised(touchpoint, participations=tuple(parts)),), (), label)


def _the(journey: Journey, touchpoint_ids: Iterable[str]) -> list[Touchpoint]:
    return [journey.the(Touchpoint, touchpoint_id) for touchpoint_id in dict.fromkeys(touchpoint_ids)]
