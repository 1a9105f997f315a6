"""Words typed where they stand: what they are, the edit that takes them over, and where Tab goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from app.model.change import Change
from app.model.edits.insights import set_text
from app.model.edits.links import set_link
from app.model.edits.phases import rename_phase
from app.model.edits.roles import rename_role
from app.model.edits.touchpoints import retitle
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.record import Record
from app.model.records import Insight, Link, Phase, Role, Touchpoint
from app.tools.newcomer import new_touchpoint
from app.tools.tool import NOTHING, Outcome, Typing

Retype = Callable[[Journey, str, str], Change]
RETYPES: Mapping[tuple[type[Record], str], Retype] = {
    (Touchpoint, "title"): retitle,
    (Role, "name"): rename_role,
    (Phase, "name"): rename_phase,
    (Link, "label"): lambda journey, link, label: set_link(journey, link, label=label),
    (Insight, "text"): set_text,
}
WITH_LINES = frozenset({(Insight, "text")})  # may be several lines long


def typing_of(journey: Journey, record_id: str, role: str = "") -> Typing | None:
    """Return which words of a record are typed on the map, or none."""
    record = journey.get(record_id)
    field = next((field for kind, field in RETYPES if kind is type(record)), None)
    return Typing(record_id, field, role) if field is not None else None


def retyped(journey: Journey, typing: Typing, text: str) -> Change | None:
    """Return the change that takes over what was typed, none where it is as before; a new record without words goes."""
    record = journey.get(typing.record)
    if record is None:
        return None
    retype = RETYPES[type(record), typing.field]
    if typing.is_new and not text:
        key = retype(journey, typing.record, "").merge_key if isinstance(record, Touchpoint) else ""
        return Change(remove=(typing.record,), label="", merge_key=key)
    if text == getattr(record, typing.field):
        return None
    return retype(journey, typing.record, text)


def onwards(journey: Journey, typing: Typing, step: int) -> Outcome:
    """Return where Tab (1) or Shift+Tab (-1) goes on typing: along the lane, where a last one is followed by a new one."""
    record = journey.get(typing.record)
    if isinstance(record, Touchpoint):
        role = typing.role or next(iter(record.roles), "")
        return _along(journey, record, role, step)
    if not isinstance(record, Role | Phase):
        return NOTHING
    kind: type[Record] = type(record)
    others = journey.all(kind)
    place = others.index(record) + step
    if not 0 <= place < len(others):
        return NOTHING
    found = others[place]
    return Outcome(selection=frozenset({found.id}), typing=Typing(found.id, typing.field))


def _along(journey: Journey, touchpoint: Touchpoint, role: str, step: int) -> Outcome:
    line = journey.touchpoints_of(role)
    place = bisect_right(line, sort_key(touchpoint), key=sort_key) - 1 + step
    if 0 <= place < len(line):
        found = line[place].id
        return Outcome(selection=frozenset({found}), at=(found, role), typing=Typing(found, "title", role))
    return NOTHING if step < 0 or not role else new_touchpoint(journey, touchpoint.start + 1.0, role)
