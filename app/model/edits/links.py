"""Edits of links between touchpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.touchpoints import add_touchpoint
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import called, described
from app.model.ordered import sort_key
from app.model.records import Link, Touchpoint
from app.model.vocabulary import link_kinds, name_in


def link(journey: Journey, source: str, target: str, kind: str = "handoff", **fields: Any) -> Change:
    """Link two touchpoints; raises JourneyError where they are linked in this way already."""
    ends = journey.the(Touchpoint, source), journey.the(Touchpoint, target)
    new = made(Link, id=new_id(), source=source, target=target, kind=kind, **fields)
    _refuse_twice(journey, new)
    label = tr("Link {source} to {target}", source=called(ends[0]), target=called(ends[1]))
    return Change((new,), (), label)


def link_onwards(
    journey: Journey, source: str, role: str, start: float, new: str = "", source_role: str = ""
) -> Change:
    """Link a touchpoint to a new one of a role; the new touchpoint, whose id may be given, is put first."""
    added = add_touchpoint(journey, [role], start, id=new or new_id())
    origin, goal = journey.the(Touchpoint, source), added.put[0]
    joined = made(Link, id=new_id(), source=origin.id, target=goal.id, source_role=source_role)
    return replace(added, put=(goal, joined))


def link_in_order(journey: Journey, touchpoint_ids: Iterable[str], kind: str = "handoff") -> Change:
    """Link touchpoints one after another as they follow in time; those linked in this way already stay so.

    Raises JourneyError where there are fewer than two, or nothing new to link.
    """
    chain = sorted(
        (journey.the(Touchpoint, touchpoint_id) for touchpoint_id in dict.fromkeys(touchpoint_ids)),
        key=sort_key,
    )
    if len(chain) < 2:
        raise JourneyError(tr("A link needs two touchpoints."), do=tr("Select two of them."))
    if len(chain) == 2:
        return link(journey, chain[0].id, chain[1].id, kind)
    pairs = pairwise(chain)
    new = [made(Link, id=new_id(), source=first.id, target=second.id, kind=kind) for first, second in pairs]
    put = tuple(each for each in new if not _stands(journey, each))
    if not put:
        raise JourneyError(tr("These touchpoints are linked in this way already."))
    return Change(put, (), trn("Link touchpoints", "Add {count} links", len(put)))


def set_link(journey: Journey, link_id: str, **fields: Any) -> Change:
    """Set a link's kind, label, wait or wait limit; typing goes on as one step."""
    changed = revised(journey.the(Link, link_id), **fields)
    _refuse_twice(journey, changed)
    return Change(
        (changed,), (), _label(journey, (changed,), fields), " ".join(("link", link_id, *sorted(fields)))
    )


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
    ends = journey.the(Touchpoint, changed.source), journey.the(Touchpoint, changed.target)
    label = tr("Re-attach link: {source} to {target}", source=called(ends[0]), target=called(ends[1]))
    return Change((changed,), (), label)


def reverse(journey: Journey, link_id: str) -> Change:
    """Let the link run the other way."""
    return reverse_all(journey, (link_id,))


def set_kind(journey: Journey, link_ids: Iterable[str], kind: str) -> Change:
    """Make links another kind."""
    changed = _all_revised(journey, link_ids, lambda _link: {"kind": kind})
    return Change(changed, (), _label(journey, changed, {"kind": kind}))


def reverse_all(journey: Journey, link_ids: Iterable[str]) -> Change:
    """Let links run the other way."""
    changed = _all_revised(journey, link_ids, _turned)
    label = trn(
        "Reverse link {link}",
        "Reverse {count} links",
        len(changed),
        link=_words(journey, journey.the(Link, changed[0].id)),
    )
    return Change(changed, (), label)


def _turned(link: Link) -> dict[str, str]:
    return {
        "source": link.target,
        "target": link.source,
        "source_role": link.target_role,
        "target_role": link.source_role,
    }


def _all_revised(
    journey: Journey, link_ids: Iterable[str], fields: Callable[[Link], dict[str, str]]
) -> tuple[Link, ...]:
    links = [journey.the(Link, link_id) for link_id in dict.fromkeys(link_ids)]
    if not links:
        raise JourneyError(tr("No link is selected."))
    changed = tuple(revised(link, **fields(link)) for link in links)
    for link in changed:
        _refuse_twice(journey, link)
    return changed


def _label(journey: Journey, links: Sequence[Link], fields: Mapping[str, Any]) -> str:
    words = _words(journey, links[0])
    if set(fields) == {"kind"}:
        kind = name_in(link_kinds(), str(fields["kind"]))
        return trn(
            "Make link {link}: {kind}", "Make {count} links: {kind}", len(links), link=words, kind=kind
        )
    if set(fields) == {"label"}:
        return tr("Change label of link {link}", link=words)
    if set(fields) == {"wait"}:
        return tr("Change wait of link {link}", link=words)
    return tr("Change link {link}", link=words)


def _words(journey: Journey, link: Link) -> str:
    """Say between which touchpoints a link is."""
    return f"{called(journey.the(Touchpoint, link.source))} → {called(journey.the(Touchpoint, link.target))}"


def _stands(journey: Journey, new: Link) -> bool:
    return any(_relation(other) == _relation(new) for other in journey.links_of(new.source))


def _refuse_twice(journey: Journey, new: Link) -> None:
    if new.source == new.target:
        raise JourneyError(tr("A link needs two different touchpoints."))
    for other in journey.links_of(new.source):
        if other.id != new.id and _relation(other) == _relation(new):
            what = tr("These touchpoints are linked in this way already.")
            raise JourneyError(what, described(journey.the(Touchpoint, new.source)), record=other.id)


def _relation(link: Link) -> tuple[str, ...]:
    return link.source, link.target, link.kind, link.source_role, link.target_role
