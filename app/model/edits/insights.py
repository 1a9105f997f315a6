"""Edits of insights: pinned, moved to other places, voted on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr
from app.model.change import Change
from app.model.edits.pins import ref_to, without_pin
from app.model.edits.records import last_rank
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import called, described
from app.model.parts import Vote
from app.model.records import Insight
from app.model.vocabulary import insight_kinds, name_in


def pin_insight(
    journey: Journey, kind: str, about: str, role: str = "", text: str = "", **fields: Any
) -> Change:
    """Pin a new insight to the record `about`, or to the role's part in it."""
    values = {"id": new_id(), "kind": kind, "text": text, "rank": last_rank(journey, Insight), **fields}
    new = made(Insight, **values, refs=(ref_to(journey, about, role),))
    return Change((new,), (), _label(kind))


def pin_insight_on(journey: Journey, kind: str, abouts: Iterable[tuple[str, str]], text: str = "") -> Change:
    """Pin one new insight to several records, or to roles' parts in them: (record, role or "")."""
    refs = tuple(ref_to(journey, about, role) for about, role in dict.fromkeys(abouts))
    if not refs:
        raise JourneyError(tr("An insight is pinned to a touchpoint or a role."), do=tr("Select one first."))
    values = {"id": new_id(), "kind": kind, "text": text, "rank": last_rank(journey, Insight)}
    return Change((made(Insight, **values, refs=refs),), (), _label(kind))


def set_kind(journey: Journey, insight_ids: Iterable[str], kind: str) -> Change:
    """Make insights another kind: what was a pain point becomes an opportunity."""
    insights = [journey.the(Insight, insight_id) for insight_id in dict.fromkeys(insight_ids)]
    name = name_in(insight_kinds(), kind)
    label = tr("Make insight: {kind}", kind=name)
    if len(insights) == 1 and insights[0].text:
        label = tr("Make insight {insight}: {kind}", insight=called(insights[0]), kind=name)
    return Change(tuple(revised(insight, kind=kind) for insight in insights), (), label)


def unpin_from(journey: Journey, insight_id: str, about: str, role: str = "") -> Change:
    """Take one pin of the insight away; the insight stays."""
    insight = journey.the(Insight, insight_id)
    rest = without_pin(insight, about, role, tr("It is not pinned there."))
    return Change((rest,), (), tr("Unpin {insight}", insight=called(insight)))


def set_text(journey: Journey, insight_id: str, text: str) -> Change:
    """Set the insight's text; typing goes on as one step."""
    insight = journey.the(Insight, insight_id)
    return Change((revised(insight, text=text),), (), tr("Change insight"), f"insight {insight_id}")


def vote(journey: Journey, insight_id: str, session: str, voter: str, dots: int) -> Change:
    """Add dots of a voter in a session, or take some away with a negative number; nobody has fewer than none."""
    insight = journey.the(Insight, insight_id)
    before = sum(v.count for v in insight.votes if (v.session, v.voter) == (session, voter))
    count = before + dots
    if count < 0:
        raise JourneyError(tr("There is no dot to take away."), described(insight), record=insight_id)
    others = tuple(v for v in insight.votes if (v.session, v.voter) != (session, voter))
    mine = (made(Vote, session=session, voter=voter, count=count),) if count else ()
    label = (
        tr("Vote: {insight}", insight=called(insight))
        if dots > 0
        else tr("Take a vote back: {insight}", insight=called(insight))
    )
    return Change((revised(insight, votes=(*others, *mine)),), (), label)


def _label(kind: str) -> str:
    return tr("Add insight: {kind}", kind=name_in(insight_kinds(), kind))
