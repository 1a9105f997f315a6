"""Words typed where they stand: what they are, the edit that takes them over, and where Tab goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.i18n import tr
from app.model.change import Change
from app.model.edits.insights import set_text
from app.model.edits.links import set_link
from app.model.edits.phases import rename_phase
from app.model.edits.records import remove_records, set_fields
from app.model.edits.roles import rename_role
from app.model.edits.touchpoints import retitle
from app.model.journey import Journey
from app.model.link_words import link_words, read_link_words
from app.model.names import called
from app.model.ordered import sort_key
from app.model.record import Record
from app.model.records import Insight, JourneyInfo, Link, Phase, Role, Touchpoint
from app.model.vocabulary import insight_kinds, name_in
from app.tools.newcomer import new_touchpoint_after
from app.tools.tool import NOTHING, Outcome, Typing


class Words(Struct, frozen=True):
    """One field of a kind of record as words: how they are read off it, and how they are put back."""

    read: Callable[[Any], str]
    retype: Callable[[Journey, str, str], Change]
    has_lines: bool = False


def _retype_link(journey: Journey, link_id: str, text: str) -> Change:
    label, wait = read_link_words(text, journey.info.unit)
    return set_link(journey, link_id, label=label, wait=wait)


def _info(field: str) -> Words:
    def retyped(journey: Journey, record: str, text: str) -> Change:
        labels = {
            "title": tr("Rename journey {title}", title=text),
            "subject": tr("Change whose journey it is"),
            "goal": tr("Change goal of the journey"),
        }
        return replace(set_fields(journey, [record], **{field: text}), label=labels[field])

    return Words(attrgetter(field), retyped)


# The first of a kind is what Enter, F2 and a double click type.
WORDS: Mapping[tuple[type[Record], str], Words] = {
    (Touchpoint, "title"): Words(attrgetter("title"), retitle),
    (Role, "name"): Words(attrgetter("name"), rename_role),
    (Phase, "name"): Words(attrgetter("name"), rename_phase),
    (Link, "words"): Words(link_words, _retype_link),
    (Insight, "text"): Words(attrgetter("text"), set_text, has_lines=True),
    (JourneyInfo, "title"): _info("title"),
    (JourneyInfo, "subject"): _info("subject"),
    (JourneyInfo, "goal"): _info("goal"),
}


def words_of(journey: Journey, typing: Typing) -> Words | None:
    """Return how the words are read and put back, none where they cannot be typed."""
    return WORDS.get((type(journey.get(typing.record)), typing.field))  # type: ignore[arg-type]


def typing_of(journey: Journey, record_id: str, role: str = "") -> Typing | None:
    """Return which words of a record are typed on the map, or none."""
    record = journey.get(record_id)
    field = next((field for kind, field in WORDS if kind is type(record)), None)
    return Typing(record_id, field, role) if field is not None else None


def retyped(journey: Journey, typing: Typing, text: str, making: Change | None = None) -> Change | None:
    """Return the change that takes over what was typed, none where it is as before; a new record without words goes.

    `making` takes back the step that made the record, while that is the last one: typing joins it.
    """
    record, words = journey.get(typing.record), words_of(journey, typing)
    if record is None or words is None:
        return None
    if typing.is_new and not text:
        return making or remove_records(journey, [record.id])
    if text == words.read(record):
        return None
    change = words.retype(journey, record.id, text)
    return (
        change
        if making is None
        else replace(change, label=_label(making, change), merge_key=making.merge_key)
    )


def _label(making: Change, change: Change) -> str:
    """Return the label of a step that makes a record and types its words."""
    made = change.put[0]
    if isinstance(made, Touchpoint):
        return tr("Add touchpoint {title}", title=called(made))
    if isinstance(made, Role):
        return tr("Add role {name}", name=called(made))
    if isinstance(made, Phase):
        is_split = bool(making.put)  # its other half gets its length back
        return making.label if is_split else tr("Add phase {name}", name=called(made))
    if isinstance(made, Insight):
        return tr("Add insight: {kind}", kind=name_in(insight_kinds(), made.kind))
    return change.label


def onwards(journey: Journey, typing: Typing, step: int) -> Outcome:
    """Return where Tab (1) or Shift+Tab (-1) goes on typing: along the lane, where a last one is followed by a new one."""
    record = journey.get(typing.record)
    if isinstance(record, Touchpoint):
        role = typing.role or next(iter(record.roles), "")
        return _along(journey, record, role, step)
    if isinstance(record, JourneyInfo):
        fields = [field for kind, field in WORDS if kind is JourneyInfo]
        place = fields.index(typing.field) + step
        return Outcome(typing=Typing(record.id, fields[place])) if 0 <= place < len(fields) else NOTHING
    if not isinstance(record, Role | Phase):
        return NOTHING
    others: tuple[Record, ...] = journey.all(type(record))
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
    return NOTHING if step < 0 or not role else new_touchpoint_after(journey, touchpoint.id, role)
