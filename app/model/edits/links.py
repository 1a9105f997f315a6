"""Edits of links between touchpoints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import described
from app.model.records import Link, Touchpoint


def link(journey: Journey, source: str, target: str, kind: str = "handoff", **fields: Any) -> Change:
    """Link two touchpoints; raises JourneyError where they are linked in this way already."""
    journey.the(Touchpoint, source)
    journey.the(Touchpoint, target)
    new = made(Link, id=new_id(), source=source, target=target, kind=kind, **fields)
    _refuse_twice(journey, new)
    return Change((new,), (), tr("Link touchpoints"))


def set_link(journey: Journey, link_id: str, **fields: Any) -> Change:
    """Set a link's kind, label, wait or wait limit; typing goes on as one step."""
    changed = revised(journey.the(Link, link_id), **fields)
    _refuse_twice(journey, changed)
    return Change((changed,), (), tr("Change link"), " ".join(("link", link_id, *sorted(fields))))


def reattach(journey: Journey, link_id: str, source: str = "", target: str = "", role: str = "") -> Change:
    """Attach one end, or both, of the link to another touchpoint; `role` is the role at the new end, if known."""
    old = journey.the(Link, link_id)
    fields: dict[str, str] = {}
    if source:
        fields |= {"source": journey.the(Touchpoint, source).id, "source_role": role}
    if target:
        fields |= {"target": journey.the(Touchpoint, target).id, "target_role": role}
    changed = revised(old, **fields)
    _refuse_twice(journey, changed)
    return Change((changed,), (), tr("Re-attach link"))


def reverse(journey: Journey, link_id: str) -> Change:
    """Let the link run the other way."""
    old = journey.the(Link, link_id)
    ends = {"source": old.target, "target": old.source}
    changed = revised(old, **ends, source_role=old.target_role, target_role=old.source_role)
    _refuse_twice(journey, changed)
    return Change((changed,), (), tr("Reverse link"))


def unlink(journey: Journey, link_ids: Iterable[str]) -> Change:
    """Remove links."""
    ids = tuple(journey.the(Link, link_id).id for link_id in dict.fromkeys(link_ids))
    return Change((), ids, trn("Remove link", "Remove {count} links", len(ids)))


def _refuse_twice(journey: Journey, new: Link) -> None:
    if new.source == new.target:
        raise JourneyError(tr("A link needs two different touchpoints."))
    for other in journey.links_of(new.source):
        if other.id != new.id and _relation(other) == _relation(new):
            what = tr("These touchpoints are linked in this way already.")
            raise JourneyError(what, described(journey.the(Touchpoint, new.source)), record=other.id)


def _relation(link: Link) -> tuple[str, ...]:
    return link.source, link.target, link.kind, link.source_role, link.target_role
