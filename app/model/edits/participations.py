"""Edits of who takes part in a touchpoint, and how it feels to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import settled
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import called, described, title_of
from app.model.parts import Participation
from app.model.record import Record, Ref
from app.model.records import Evidence, Insight, IssueThread, Link, Role, ServiceLevel, Touchpoint
from app.model.vocabulary import feelings, involvements, name_in


def set_feeling(journey: Journey, parts: Iterable[tuple[str, str]], feeling: int | None) -> Change:
    """Set the feeling of these (touchpoint, role)s to -2 ... 2, or to none."""
    put: dict[str, Record] = {}
    asked = list(dict.fromkeys(parts))
    for touchpoint_id, role_id in asked:
        touchpoint = put.get(touchpoint_id) or journey.the(Touchpoint, touchpoint_id)
        assert isinstance(touchpoint, Touchpoint)
        part = revised(_part(journey, touchpoint, role_id), feeling=feeling)
        put[touchpoint_id] = _with_part(touchpoint, role_id, part)
    label = trn("Set feeling", "Set {count} feelings", len(asked))
    if len(put) == 1:
        felt = feelings()[feeling] if feeling is not None else tr("not known")
        title = called(next(iter(put.values())))
        label = tr("Set feeling of {title}: {feeling}", title=title, feeling=felt)
    merge_key = " ".join(("feeling", *(f"{touchpoint}/{role}" for touchpoint, role in asked)))
    return Change(tuple(put.values()), (), label, merge_key)


def set_involvement(journey: Journey, parts: Iterable[tuple[str, str]], word: str) -> Change:
    """Set how these (touchpoint, role)s take part."""
    put: dict[str, Touchpoint] = {}
    for touchpoint_id, role_id in dict.fromkeys(parts):
        touchpoint = put.get(touchpoint_id) or journey.the(Touchpoint, touchpoint_id)
        part = revised(_part(journey, touchpoint, role_id), involvement=word)
        put[touchpoint_id] = _with_part(touchpoint, role_id, part)
    name = name_in(involvements(), word)
    label = tr("Set involvement: {name}", name=name)
    if len(put) == 1:
        label = tr("Set involvement in {title}: {name}", title=called(next(iter(put.values()))), name=name)
    return Change(tuple(put.values()), (), label)


def share(journey: Journey, touchpoint_id: str, role_id: str, **fields: Any) -> Change:
    """Let one more role take part."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    role = journey.the(Role, role_id)
    _refuse_twice(touchpoint, role)
    parts = (*touchpoint.participations, made(Participation, role=role_id, **fields))
    label = tr("Share {title} with {role}", title=called(touchpoint), role=called(role))
    return Change((revised(touchpoint, participations=parts),), (), label)


def move_participation(journey: Journey, touchpoint_id: str, from_role: str, to_role: str) -> Change:
    """Give a role's part, with the links and pins on it, to another role that takes no part yet."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    part = _part(journey, touchpoint, from_role)
    role = journey.the(Role, to_role)
    label = tr("Move {title} to {role}", title=called(touchpoint), role=called(role))
    if to_role == from_role:
        return Change(label=label)
    _refuse_twice(touchpoint, role)
    person = part.person if _fills(journey, part.person, to_role) else ""
    moved = _with_part(touchpoint, from_role, revised(part, role=to_role, person=person))
    readings = tuple(
        revised(reading, role=to_role) if reading.role == from_role else reading
        for reading in touchpoint.readings
    )
    wanted: dict[str, Record | None] = {touchpoint_id: revised(moved, readings=readings)}
    for referrer in journey.referring_to(touchpoint_id):
        wanted[referrer.id] = _handed_over(referrer, touchpoint_id, from_role, to_role)
    return settled(journey, wanted, label)


def _part(journey: Journey, touchpoint: Touchpoint, role_id: str) -> Participation:
    part = touchpoint.participation(role_id)
    if part is None:
        name = title_of(journey.the(Role, role_id))
        raise JourneyError(tr("“{role}” takes no part in it.", role=name), described(touchpoint))
    return part


def _refuse_twice(touchpoint: Touchpoint, role: Role) -> None:
    if touchpoint.participation(role.id) is not None:
        what = tr("“{role}” takes part in it already.", role=title_of(role))
        raise JourneyError(what, described(touchpoint), record=touchpoint.id)


def _with_part(touchpoint: Touchpoint, role_id: str, part: Participation) -> Touchpoint:
    parts = tuple(part if other.role == role_id else other for other in touchpoint.participations)
    return revised(touchpoint, participations=parts)


def _fills(journey: Journey, person_id: str, role_id: str) -> bool:
    person = journey.get(person_id)
    return any(tenure.role == role_id for tenure in getattr(person, "tenures", ()))


def _handed_over(record: Record, touchpoint_id: str, from_role: str, to_role: str) -> Record:
    """Return the link or pin as it is when the part belongs to the other role."""

    def ref(old: Ref) -> Ref:
        return revised(old, role=to_role) if (old.id, old.role) == (touchpoint_id, from_role) else old

    if isinstance(record, Link):
        ends = {}
        if (record.source, record.source_role) == (touchpoint_id, from_role):
            ends["source_role"] = to_role
        if (record.target, record.target_role) == (touchpoint_id, from_role):
            ends["target_role"] = to_role
        return revised(record, **ends) if ends else record
    if isinstance(record, Insight | Evidence | IssueThread):
        return revised(record, refs=tuple(map(ref, record.refs)))
    if isinstance(record, ServiceLevel):
        return revised(record, ref=ref(record.ref))
    return record
