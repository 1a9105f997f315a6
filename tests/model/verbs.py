"""Every edit as a verb that a random hand can use on any journey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from app.model.change import Change
from app.model.edits import (
    clipboard,
    evidence,
    insights,
    joint,
    links,
    participations,
    people,
    phases,
    records,
    role_order,
    roles,
    time,
    touchpoints,
)
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import (
    Channel,
    Evidence,
    Insight,
    JourneyInfo,
    Link,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    Touchpoint,
)
from app.model.sheet import filling
from app.model.sheet.columns import columns
from app.model.sheet.names import Names

Thing = TypeVar("Thing")


class Hand(Protocol):
    """Makes the choices."""

    def pick(self, things: Sequence[Thing]) -> Thing: ...

    def number(self, low: int, high: int) -> int: ...

    def title(self) -> str: ...


def any_of(journey: Journey, hand: Hand, kind: type[Any]) -> str:
    found = journey.all(kind)
    if not found:
        raise JourneyError("There is none.")
    return hand.pick(found).id


def some_of(journey: Journey, hand: Hand, kind: type[Any]) -> list[str]:
    return list(dict.fromkeys(any_of(journey, hand, kind) for _ in range(hand.number(1, 3))))


def time_of(hand: Hand) -> float:
    return hand.number(-4, 60) / 2


def any_part(journey: Journey, hand: Hand) -> tuple[str, str]:
    touchpoint = journey.the(Touchpoint, any_of(journey, hand, Touchpoint))
    return touchpoint.id, hand.pick(touchpoint.roles)


def any_pinned(journey: Journey, hand: Hand, kind: type[Any]) -> tuple[str, str, str]:
    record = journey.the(kind, any_of(journey, hand, kind))
    if not record.refs:
        raise JourneyError("It is pinned nowhere.")
    ref = hand.pick(record.refs)
    return record.id, ref.id, ref.role


def other_role(hand: Hand, journey: Journey) -> str:
    return any_of(journey, hand, Role)


def after_or_first(journey: Journey, hand: Hand, kind: type[Any]) -> str:
    return hand.pick(["", *(record.id for record in journey.all(kind))])


def paste_elsewhere(journey: Journey, hand: Hand) -> Change:
    copied = clipboard.copied(journey, some_of(journey, hand, Touchpoint))
    chosen = {role.id: after_or_first(journey, hand, Role) for role in copied if isinstance(role, Role)}
    return clipboard.paste(journey, copied, time_of(hand), chosen if hand.number(0, 1) else None)


def write_cell(journey: Journey, hand: Hand) -> Change:
    column = hand.pick(columns(journey))
    return filling.set_cell(journey, any_of(journey, hand, Touchpoint), column, hand.pick(_CELLS))


def paste_rows(journey: Journey, hand: Hand) -> Change:
    chosen = [hand.pick(columns(journey)) for _ in range(hand.number(1, 3))]
    block = tuple(tuple(hand.pick(_CELLS) for _ in chosen) for _ in range(hand.number(1, 3)))
    rows = [touchpoint.id for touchpoint in journey.all(Touchpoint)][: hand.number(0, 2)]
    return filling.paste_block(journey, block, rows, chosen, Names(journey, {"fiona": ""})).change


_CELLS = ("", "A", "3", "-1", "IT", "IT, Fiona", "Legal", "2 days", "yes", "Leads", "Need", "Fax", "Failed")
_FEELINGS = (None, -2, -1, 0, 1, 2)
_UNITS = ("step", "hour", "day", "week", "month")

VERBS: dict[str, Callable[[Journey, Hand], Change]] = {
    "add role": lambda j, h: roles.add_role(j, h.title(), h.pick([None, after_or_first(j, h, Role)])),
    "rename role": lambda j, h: roles.rename_role(j, any_of(j, h, Role), h.title()),
    "recolour role": lambda j, h: roles.recolour_role(j, any_of(j, h, Role), h.pick(["", "#1b50c9", "red"])),
    "move roles": lambda j, h: role_order.move_roles(j, some_of(j, h, Role), after_or_first(j, h, Role)),
    "remove roles": lambda j, h: roles.remove_roles(j, some_of(j, h, Role)),
    "add touchpoint": lambda j, h: touchpoints.add_touchpoint(j, some_of(j, h, Role), time_of(h), h.title()),
    "retitle": lambda j, h: touchpoints.retitle(j, any_of(j, h, Touchpoint), h.title()),
    "move": lambda j, h: touchpoints.move_touchpoints(j, some_of(j, h, Touchpoint), h.number(-3, 3) / 2),
    "into phase": lambda j, h: touchpoints.move_into_phase(j, some_of(j, h, Touchpoint), any_of(j, h, Phase)),
    "stretch": lambda j, h: touchpoints.stretch(j, any_of(j, h, Touchpoint), time_of(h)),
    "truth": lambda j, h: touchpoints.toggle_moment_of_truth(j, some_of(j, h, Touchpoint)),
    "remove touchpoints": lambda j, h: touchpoints.remove_touchpoints(j, some_of(j, h, Touchpoint)),
    "set parts": lambda j, h: joint.set_parts(
        j, some_of(j, h, Touchpoint), any_of(j, h, Role), thought=h.title()
    ),
    "feeling": lambda j, h: participations.set_feeling(
        j, [any_part(j, h), any_part(j, h)], h.pick(_FEELINGS)
    ),
    "share": lambda j, h: participations.share(j, any_of(j, h, Touchpoint), any_of(j, h, Role)),
    "share all": lambda j, h: joint.share_all(j, some_of(j, h, Touchpoint), any_of(j, h, Role)),
    "unshare all": lambda j, h: joint.unshare_all(j, some_of(j, h, Touchpoint), any_of(j, h, Role)),
    "order parts": lambda j, h: joint.order_parts(j, any_of(j, h, Touchpoint), some_of(j, h, Role)),
    "tags": lambda j, h: joint.change_tags(j, some_of(j, h, Touchpoint), add=[h.title()]),
    "move part": lambda j, h: participations.move_participation(j, *any_part(j, h), other_role(h, j)),
    "link": lambda j, h: links.link(
        j, any_of(j, h, Touchpoint), any_of(j, h, Touchpoint), h.pick(["handoff", "odd"])
    ),
    "set link": lambda j, h: links.set_link(j, any_of(j, h, Link), label=h.title()),
    "reattach": lambda j, h: links.reattach(
        j, any_of(j, h, Link), **{h.pick(["source", "target"]): any_of(j, h, Touchpoint)}
    ),
    "reverse": lambda j, h: links.reverse(j, any_of(j, h, Link)),
    "remove links": lambda j, h: records.remove_records(j, some_of(j, h, Link)),
    "add phase": lambda j, h: phases.add_phase(j, h.title(), time_of(h), time_of(h)),
    "append phase": lambda j, h: phases.append_phase(j, h.title(), h.number(0, 5)),
    "rename phase": lambda j, h: phases.rename_phase(j, any_of(j, h, Phase), h.title()),
    "border": lambda j, h: phases.move_border(j, any_of(j, h, Phase), h.pick(["start", "end"]), time_of(h)),
    "split": lambda j, h: phases.split_phase(j, any_of(j, h, Phase), time_of(h)),
    "merge": lambda j, h: phases.merge_phases(j, any_of(j, h, Phase), any_of(j, h, Phase)),
    "remove phase": lambda j, h: phases.remove_phase(j, any_of(j, h, Phase)),
    "move phase": lambda j, h: phases.move_phase(j, any_of(j, h, Phase), after_or_first(j, h, Phase)),
    "insert time": lambda j, h: time.insert_time(j, time_of(h), h.number(0, 6) / 2),
    "remove time": lambda j, h: time.remove_time(j, time_of(h), h.number(0, 6) / 2),
    "unit": lambda j, h: time.set_unit(j, h.pick(_UNITS)),
    "pin": lambda j, h: insights.pin_insight(j, "pain", *any_part(j, h), text=h.title()),
    "pin on role": lambda j, h: insights.pin_insight(j, "idea", any_of(j, h, Role), text=h.title()),
    "pin on several": lambda j, h: insights.pin_insight_on(j, "gain", [any_part(j, h), any_part(j, h)]),
    "unpin": lambda j, h: insights.unpin_from(j, *any_pinned(j, h, Insight)),
    "set insight": lambda j, h: insights.set_text(j, any_of(j, h, Insight), h.title()),
    "vote": lambda j, h: insights.vote(j, any_of(j, h, Insight), "round 1", "Ada", h.number(-2, 3)),
    "add evidence": lambda j, h: evidence.add_evidence(j, "survey", h.title(), some_of(j, h, Touchpoint)),
    "set evidence": lambda j, h: evidence.set_evidence(
        j, any_of(j, h, Evidence), n=h.number(0, 5), of=h.number(0, 5)
    ),
    "not support": lambda j, h: evidence.no_longer_support(j, *any_pinned(j, h, Evidence)),
    "add person": lambda j, h: records.add_record(j, Person, name=h.title(), party=any_of(j, h, Party)),
    "fill role": lambda j, h: people.fill_role(j, any_of(j, h, Role), some_of(j, h, Person)),
    "add to role": lambda j, h: people.add_person_to_role(j, any_of(j, h, Role), h.title()),
    "add taking part": lambda j, h: people.add_person_taking_part(
        j, some_of(j, h, Touchpoint), any_of(j, h, Role), h.title()
    ),
    "add metric": lambda j, h: records.add_record(j, Metric, name=h.title()),
    "set fields": lambda j, h: records.set_fields(j, some_of(j, h, Touchpoint), description=h.title()),
    "set channel": lambda j, h: records.set_fields(
        j, some_of(j, h, Touchpoint), channel=any_of(j, h, Channel)
    ),
    "set info": lambda j, h: records.set_fields(j, [any_of(j, h, JourneyInfo)], title=h.title()),
    "remove any": lambda j, h: records.remove_records(j, [h.pick(j.records()).id]),
    "reorder": lambda j, h: records.move_record(
        j, Channel, any_of(j, h, Channel), after_or_first(j, h, Channel)
    ),
    "duplicate": lambda j, h: clipboard.duplicate(j, some_of(j, h, Touchpoint), h.number(0, 4)),
    "cut": lambda j, h: clipboard.cut(j, some_of(j, h, Touchpoint)),
    "paste": paste_elsewhere,
    "write cell": write_cell,
    "paste rows": paste_rows,
}
