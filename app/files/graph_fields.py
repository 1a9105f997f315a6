"""What the nodes and edges of a graph say of touchpoints and links: flat attributes, written and read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter

from app.i18n import tr
from app.model import rules
from app.model.edits.records import last_rank
from app.model.errors import JourneyError
from app.model.ids import ID_PATTERN
from app.model.journey import Journey
from app.model.ranks import between
from app.model.record import Duration, Record
from app.model.records import Channel, Link, Participation, Role, Touchpoint
from app.model.role_colours import free_colour, seats
from app.model.same_names import ByName

Fields = Mapping[str, Any]

PARTICIPATIONS = TypeAdapter(tuple[Participation, ...])


def node_of(journey: Journey, touchpoint: Touchpoint) -> dict[str, Any]:
    """Return the attributes of a touchpoint's node."""
    feelings = [part.feeling for part in touchpoint.participations if part.feeling is not None]
    phase = journey.phase_at(touchpoint.start)
    values: dict[str, Any] = {
        "label": touchpoint.title,
        "description": touchpoint.description,
        "start": touchpoint.start,
        "duration": _duration_text(touchpoint.duration),
        "phase": phase.name if phase else "",
        "channel": journey.the(Channel, touchpoint.channel).name if touchpoint.channel else "",
        "roles": "; ".join(journey.the(Role, role).name for role in touchpoint.roles),
        "shared": touchpoint.is_shared,
        "moment_of_truth": touchpoint.moment_of_truth,
        "deviation": touchpoint.deviation,
        "tags": "; ".join(touchpoint.tags),
        "path": touchpoint.path,
        "participations": PARTICIPATIONS.dump_json(touchpoint.participations, exclude_defaults=True).decode(),
    }
    return values | ({"feeling": sum(feelings) / len(feelings)} if feelings else {})


def edge_of(link: Link) -> dict[str, Any]:
    """Return the attributes of a link's edge."""
    return {"kind": link.kind, "label": link.label, "wait": _duration_text(link.wait),
            "source_role": link.source_role, "target_role": link.target_role}  # fmt: skip


class Newcomers:
    """The roles and channels that nodes name: those of the journey, and new ones."""

    def __init__(self, journey: Journey | None = None) -> None:
        self.new: list[Record] = []
        roles = journey.all(Role) if journey is not None else ()
        channels = journey.all(Channel) if journey is not None else ()
        self._roles = ByName((role.name, role.id) for role in roles)
        self._channels = ByName((channel.name, channel.id) for channel in channels)
        self._colours = [seat.colour for seat in seats(tuple(role.colour for role in roles))]
        self._rank = last_rank(journey, Role) if journey is not None else between("", "")

    def role(self, name: str) -> str:
        """Return the id of the role of this name."""
        found = self._roles.get(name)
        if found is None:
            rules.is_bounded({Role: len(self._colours) + 1})  # before they take their time
            colour = free_colour(self._colours)
            role = Role(id=id_of(f"role {name}"), name=name, rank=self._rank, colour=colour)
            self._rank = between(self._rank, "")
            self._colours.append(colour)
            self.new.append(role)
            self._roles.add(name, found := role.id)
        return found

    def channel(self, name: str) -> str:
        """Return the id of the channel of this name, "" for none."""
        name = " ".join(name.split())
        found = self._channels.get(name) if name else ""
        if found is None:
            channel = Channel(id=id_of(f"channel {name}"), name=name)
            self.new.append(channel)
            self._channels.add(name, found := channel.id)
        return found


def touchpoint_of(
    node: Any, record_id: str, fields: Fields, start: float, newcomers: Newcomers
) -> Touchpoint:
    """Return a node as a touchpoint."""
    return Touchpoint(
        id=record_id,
        title=line(fields, "label", "title", "name") or str(node)[:300],
        description=str(fields.get("description", "")),
        start=start,
        duration=_duration(fields.get("duration")),
        channel=newcomers.channel(str(fields.get("channel", ""))),
        participations=_participations(fields, newcomers),
        moment_of_truth=fields.get("moment_of_truth") is True,
        deviation=fields.get("deviation") or "as_planned",
        tags=_words(fields.get("tags")),
        path=str(fields.get("path", "")),
    )


def changes_of(touchpoint: Touchpoint, was: Fields, now: Fields, newcomers: Newcomers) -> dict[str, Any]:
    """Return the fields of a touchpoint of which its node says something else than it was written with.

    What a node does not say has not changed: readers of GraphML do not tell what is empty from what is not there.
    """
    other = {key for key, value in was.items() if key in now and not _is_same(value, now[key])}
    changes: dict[str, Any] = {key: now[key] for key in other & {"description", "deviation", "path"}}
    if "label" in other:
        changes["title"] = line(now, "label")
    if "start" in other:
        changes["start"] = now["start"]
    if "duration" in other:
        changes["duration"] = _duration(now["duration"])
    if "channel" in other:
        changes["channel"] = newcomers.channel(str(now["channel"]))
    if "moment_of_truth" in other:
        changes["moment_of_truth"] = now["moment_of_truth"] is True
    if "tags" in other:
        changes["tags"] = _words(now["tags"])
    if "participations" in other:
        changes["participations"] = _parts(str(now["participations"]))
    elif "roles" in other:
        roles = dict.fromkeys(newcomers.role(name) for name in _words(now["roles"]))
        parts = {part.role: part for part in touchpoint.participations}
        changes["participations"] = tuple(parts.get(role) or Participation(role=role) for role in roles)
    return changes


def link_of(record_id: str, source: str, target: str, fields: Fields) -> Link:
    """Return an edge as a link between two touchpoints."""
    return Link(
        id=record_id,
        source=source,
        target=target,
        kind=str(fields.get("kind", "")) or "handoff",
        label=line(fields, "label"),
        wait=_duration(fields.get("wait")),
        source_role=str(fields.get("source_role", "")),
        target_role=str(fields.get("target_role", "")),
    )


def link_changes_of(link: Link, source: str, target: str, now: Fields) -> dict[str, Any]:
    """Return the fields of a link of which its edge says something else than it was written with."""
    was = edge_of(link)
    changes: dict[str, Any] = {
        key: now[key] for key, value in was.items() if key in now and not _is_same(value, now[key])
    }
    if "label" in changes:
        changes["label"] = line(now, "label")
    if "wait" in changes:
        changes["wait"] = _duration(now["wait"])
    ends = {"source": source, "target": target}
    return changes | {key: end for key, end in ends.items() if end != getattr(link, key)}


def id_of(node: Any) -> str:
    """Return the node's own id where it can be one, else one made of it."""
    text = str(node)
    return text if re.fullmatch(ID_PATTERN, text) else "r" + sha256(text.encode()).hexdigest()[:20]


def line(fields: Fields, *names: str) -> str:
    """Return the first of the fields that says something, as one line."""
    found = next((fields[name] for name in names if fields.get(name) not in (None, "")), "")
    return " ".join(str(found).split())


def _participations(fields: Fields, newcomers: Newcomers) -> tuple[Participation, ...]:
    text = fields.get("participations")
    if isinstance(text, str) and text:
        return _parts(text)
    names = _words(fields.get("roles") or fields.get("role")) or (tr("Unassigned"),)
    return tuple(Participation(role=role) for role in dict.fromkeys(map(newcomers.role, names)))


def _parts(text: str) -> tuple[Participation, ...]:
    _refuse_many(text.count("{"))
    return PARTICIPATIONS.validate_json(text, strict=True)


def _refuse_many(count: int) -> None:
    if count > rules.MOST_PARTS:
        raise JourneyError(tr("A list in it has more than {most} entries.", most=rules.MOST_PARTS))


def _is_same(was: Any, now: Any) -> bool:
    if isinstance(was, str) and isinstance(now, str):
        return was == now or was.splitlines() == now.splitlines()
    return bool(was == now)


def _words(text: Any) -> tuple[str, ...]:
    words = str(text or "")
    _refuse_many(words.count(";"))
    return tuple(word.strip() for word in words.split(";") if word.strip())


def _duration_text(duration: Duration | None) -> str:
    return f"{duration.value!r} {duration.unit}" if duration else ""


def _duration(text: Any) -> Duration | None:
    match = re.fullmatch(r"([0-9.e+-]+) (step|hour|day|week|month)", str(text or ""))
    return Duration.model_validate({"value": match[1], "unit": match[2]}) if match else None
