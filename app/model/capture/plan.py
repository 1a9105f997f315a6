"""Captured lines as one change: touchpoints with their insights, and the roles and channels that are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.i18n import tr, trn
from app.model.capture.parts import Captured, CapturedChannel, CapturedRole
from app.model.change import Change
from app.model.edits.records import last_rank
from app.model.edits.role_colours import coloured
from app.model.edits.touchpoints import add_touchpoint
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.library import channel_looks
from app.model.names import called
from app.model.ranks import between
from app.model.record import Record, Ref
from app.model.records import Channel, Insight, Role, Touchpoint
from app.model.same_names import name_key
from app.model.time_units import in_unit

STEP = 1.0  # from one touchpoint to the next that says no time, in the timeline's unit


class Place(NamedTuple):
    """Where a touchpoint goes that does not say it itself: when, and to which roles."""

    time: float
    roles: tuple[str, ...] = ()


def captured_change(journey: Journey, lines: Sequence[Captured], place: Place) -> Change:
    """Return the change that adds a touchpoint for each of the lines, in their order, the first one put first.

    A line without a time comes a step after the one before it, a line without roles goes to the same roles; the first
    one to `place`. A journey without roles gets one. Raises JourneyError where a line says nothing, or too much.
    """
    new = Batch(journey)
    for line in lines:
        place = new.add(line, place)
    points = new.touchpoints
    if not points:
        raise JourneyError(tr("There is nothing to add."))
    label = (
        tr("Add touchpoint “{title}”", title=called(points[0])) if points[0].title else tr("Add touchpoint")
    )
    if len(points) > 1:
        label = trn("Add {count} touchpoint", "Add {count} touchpoints", len(points))
    return coloured(journey, Change((*points, *new.others), (), label))


def after(journey: Journey, touchpoint_id: str) -> Place:
    """Return the place behind a touchpoint: a step later, or at its end, for the same roles."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    return _behind(journey, touchpoint)


def _behind(journey: Journey, touchpoint: Touchpoint) -> Place:
    length = in_unit(touchpoint.duration, journey.info.unit) if touchpoint.duration is not None else None
    return Place(touchpoint.start + max(STEP, length or 0.0), touchpoint.roles)


class Batch:
    """The records that come with lines that are added one after the other; nothing is changed yet."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._ranks: dict[type[Record], str] = {}
        self._ids: dict[tuple[type[Record], str], str] = {}
        self.touchpoints: list[Touchpoint] = []
        self.others: list[Record] = []

    def add(self, line: Captured, place: Place) -> Place:
        """Add the line's touchpoint; return the place behind it."""
        if line.is_empty:
            raise JourneyError(tr("There is nothing to add."))
        feelings: dict[str, int | None] = {}
        for role in line.roles:
            feelings.setdefault(self._role(role), line.feeling if role.feeling is None else role.feeling)
        roles = tuple(feelings) or self._roles_of(place)
        start = place.time if line.start is None else line.start
        channel = self._channel(line.channel) if line.channel is not None else ""
        change = add_touchpoint(
            self._journey, roles, start, line.title, line.feeling,
            channel=channel, duration=line.duration, moment_of_truth=line.is_moment_of_truth,
        )  # fmt: skip
        touchpoint = change.put[0]
        assert isinstance(touchpoint, Touchpoint)
        if feelings:
            parts = tuple(revised(part, feeling=feelings[part.role]) for part in touchpoint.participations)
            touchpoint = revised(touchpoint, participations=parts)
        self.touchpoints.append(touchpoint)
        for insight in line.insights:
            ref = made(Ref, kind=Touchpoint.record_kind, id=touchpoint.id)
            self._add(Insight, new_id(), kind=insight.kind, text=insight.text, refs=(ref,))
        return _behind(self._journey, touchpoint)

    def names_of(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Return the names of roles, of those that come too."""
        records = {record.id: record for record in self.others}
        found = [records.get(role) or self._journey.get(role) for role in roles]
        return tuple(record.name for record in found if isinstance(record, Role))

    def _roles_of(self, place: Place) -> tuple[str, ...]:
        there = tuple(role for role in place.roles if self._is_there(role))
        if there:
            return there
        if self._journey.all(Role):
            raise JourneyError(tr("It does not say who takes part."), do=tr("Begin with a role and a colon."))
        return (self._role(CapturedRole(tr("Unassigned"))),)

    def _is_there(self, role: str) -> bool:
        return isinstance(self._journey.get(role), Role) or role in self._ids.values()

    def _role(self, role: CapturedRole) -> str:
        if isinstance(self._journey.get(role.id), Role):
            return role.id
        return self._named(Role, role.name)

    def _channel(self, channel: CapturedChannel) -> str:
        if isinstance(self._journey.get(channel.id), Channel):
            return channel.id
        return self._named(Channel, channel.name, **channel_looks(channel.name))

    def _named(self, kind: type[Record], name: str, **fields: str) -> str:
        key = kind, name_key(name)
        if key not in self._ids:
            self._ids[key] = new_id()
            self._add(kind, self._ids[key], name=name, **fields)
        return self._ids[key]

    def _add(self, record_kind: type[Record], record_id: str, /, **fields: object) -> None:
        rank = (
            between(self._ranks[record_kind], "")
            if record_kind in self._ranks
            else last_rank(self._journey, record_kind)
        )
        self._ranks[record_kind] = rank
        self.others.append(made(record_kind, id=record_id, rank=rank, **fields))
