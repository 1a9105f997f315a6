"""A new touchpoint by hand: made where it is wanted, and its title typed at once."""

from __future__ import annotations

from dataclasses import replace

from app.model.edits.touchpoints import add_touchpoint
from app.model.journey import Journey
from app.tools.tool import Outcome, Typing


def new_touchpoint(journey: Journey, time: float, role: str, channel: str = "") -> Outcome:
    """Make a touchpoint of a role and type its title: one step, which is none where nothing is typed."""
    change = add_touchpoint(journey, [role], time, channel=channel)
    made = change.put[0].id
    return Outcome(
        change=replace(change, merge_key=f"retitle {made}"),
        selection=frozenset({made}),
        at=(made, role),
        typing=Typing(made, "title", role, is_new=True),
    )
