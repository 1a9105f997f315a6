"""The graph of touchpoints and links as GraphML, for Gephi, yEd and networkx, and back.

GraphML knows only flat attributes, so a journey does not fit: `losses` says what is left out. What is no touchpoint
(roles, parties, phases, channels) travels in one attribute of the graph, as the text of a .journey file.
A graph from elsewhere becomes a journey too: without roles, one called "Unassigned"; without times, in steps.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx
from pydantic import TypeAdapter, ValidationError

from app.files import native
from app.i18n import tr, trn
from app.model.complaints import complaint
from app.model.errors import JourneyError
from app.model.ids import ID_PATTERN
from app.model.journey import Journey
from app.model.names import counted
from app.model.record import Duration, Record, TimeUnit, replaced
from app.model.records import Channel, JourneyInfo, Link, Participation, Party, Phase, Role, Touchpoint

_HEAD_KINDS = (JourneyInfo, Party, Role, Phase, Channel)
_PARTICIPATIONS = TypeAdapter(tuple[Participation, ...])
_BROKEN = (
    nx.NetworkXException,
    ParseError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
)

Say = Callable[[str], None]


def losses(journey: Journey) -> tuple[str, ...]:
    """Say what of the journey a GraphML file leaves out, a sentence a kind of record."""
    kinds = Counter(record.record_kind for record in journey.records() if not isinstance(record, _KEPT))
    said = [
        tr("GraphML leaves out {records}.", records=counted(kind, count))
        for kind, count in kinds.items()
    ]  # fmt: skip
    if any(_loses_fields(touchpoint) for touchpoint in journey.all(Touchpoint)):
        said.append(
            tr("GraphML leaves out people, plans, readings, attachments and own fields of touchpoints.")
        )
    if any(party.facts for party in journey.all(Party)):
        said.append(tr("GraphML leaves out the facts about organisations."))
    return tuple(said)


def dump(journey: Journey) -> bytes:
    """Return the journey's graph as GraphML."""
    head = Journey.of(_for_head(record) for kind in _HEAD_KINDS for record in journey.all(kind))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=journey.info.title, journeylines=native.dump(head).decode()
    )
    for touchpoint in journey.all(Touchpoint):
        graph.add_node(touchpoint.id, **_node(journey, touchpoint))
    for link in journey.all(Link):
        graph.add_edge(link.source, link.target, key=link.id, **_edge(link))
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    return out.getvalue()


def load(data: bytes, name: str, say: Say = lambda _: None) -> Journey:
    """Return the graph as a journey; `say` is told what could not be taken.

    Raises JourneyError where the bytes are no GraphML or something in it cannot be in a journey.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise JourneyError(tr("A GraphML file with its own entities is not read."), name)
    try:
        graph = nx.parse_graphml(data.decode("utf-8-sig"), force_multigraph=True)
    except _BROKEN:
        raise JourneyError(tr("This is not a GraphML file that can be read."), name) from None
    try:
        return _Import(graph, name, say).journey()
    except ValidationError as error:
        raise JourneyError(complaint(error), name) from None
    except JourneyError as error:
        where = error.where if error.where.startswith(name) else ": ".join(filter(None, (name, error.where)))
        raise JourneyError(error.what, where, error.do, error.record) from None


def _for_head(record: Record) -> Record:
    if isinstance(record, Role):
        return replaced(record, avatar="")
    return replaced(record, facts=()) if isinstance(record, Party) else record


_KEPT = (*_HEAD_KINDS, Touchpoint, Link)
_FLAT = {"id", "origin", "title", "description", "start", "duration", "channel", "participations", "moment_of_truth",
         "tags", "path", "deviation"}  # fmt: skip


def _loses_fields(touchpoint: Touchpoint) -> bool:
    rest = touchpoint.model_dump(exclude=_FLAT, exclude_defaults=True)
    return bool(rest) or any(part.person for part in touchpoint.participations)


def _node(journey: Journey, touchpoint: Touchpoint) -> dict[str, Any]:
    roles = [journey.the(Role, role).name for role in touchpoint.roles]
    feelings = [part.feeling for part in touchpoint.participations if part.feeling is not None]
    phase = journey.phase_at(touchpoint.start)
    parts = tuple(replaced(part, person="") for part in touchpoint.participations)
    values: dict[str, Any] = {
        "label": touchpoint.title,
        "description": touchpoint.description,
        "start": touchpoint.start,
        "duration": _duration_text(touchpoint.duration),
        "phase": phase.name if phase else "",
        "channel": journey.the(Channel, touchpoint.channel).name if touchpoint.channel else "",
        "roles": "; ".join(roles),
        "shared": touchpoint.is_shared,
        "moment_of_truth": touchpoint.moment_of_truth,
        "deviation": touchpoint.deviation,
        "tags": "; ".join(touchpoint.tags),
        "path": touchpoint.path,
        "participations": _PARTICIPATIONS.dump_json(parts, exclude_defaults=True).decode(),
    }
    return values | ({"feeling": sum(feelings) / len(feelings)} if feelings else {})


def _edge(link: Link) -> dict[str, Any]:
    return {"kind": link.kind, "label": link.label, "wait": _duration_text(link.wait),
            "source_role": link.source_role, "target_role": link.target_role}  # fmt: skip


def _duration_text(duration: Duration | None) -> str:
    return f"{duration.value!r} {duration.unit}" if duration else ""


class _Import:
    """A graph on its way to a journey."""

    def __init__(self, graph: Any, name: str, say: Say) -> None:
        self._graph = graph
        self._name = name
        self._say = say
        self._head = self._read_head()
        self._ids = {node: _id_of(node) for node in graph}
        self._roles: dict[str, str] = {role.name: role.id for role in self._head_of(Role)}
        self._channels: dict[str, str] = {channel.name: channel.id for channel in self._head_of(Channel)}
        self._new: list[Record] = []

    def journey(self) -> Journey:
        starts = self._starts()
        touchpoints = [
            self._touchpoint(node, fields, starts[node]) for node, fields in self._graph.nodes(data=True)
        ]
        return Journey.of([*self._head, *self._new, *touchpoints, *self._links()])

    def _head_of(self, kind: Any) -> list[Any]:
        return [record for record in self._head if isinstance(record, kind)]

    def _read_head(self) -> list[Record]:
        text = self._graph.graph.get("journeylines")
        if isinstance(text, str) and text:
            return list(native.load(text.encode(), self._name).records())
        title = _line(self._graph.graph, "title", "name", "label")
        unit: TimeUnit = "week" if self._has_starts() else "step"
        return [JourneyInfo(id=_id_of(f"journey {title} {self._name}"), title=title, unit=unit)]

    def _has_starts(self) -> bool:
        return all(isinstance(fields.get("start"), int | float) for _, fields in self._graph.nodes(data=True))

    def _starts(self) -> dict[Any, float]:
        """Return each node's time: its own, or its step on the longest way there, cycles taken as one step."""
        if self._has_starts():
            return {node: float(fields["start"]) for node, fields in self._graph.nodes(data=True)}
        graph: nx.DiGraph[Any] = nx.DiGraph()
        graph.add_nodes_from(self._graph)
        graph.add_edges_from(self._graph.edges())
        knots = nx.condensation(graph)
        steps: dict[Any, int] = {}
        for knot in nx.topological_sort(knots):
            steps[knot] = 1 + max((steps[before] for before in knots.predecessors(knot)), default=-1)
        return {node: float(steps[knot]) for node, knot in knots.graph["mapping"].items()}

    def _touchpoint(self, node: Any, fields: dict[str, Any], start: float) -> Touchpoint:
        return Touchpoint(
            id=self._ids[node],
            title=_line(fields, "label", "title", "name") or str(node)[:300],
            description=str(fields.get("description", "")),
            start=start,
            duration=_duration(fields.get("duration")),
            channel=self._channel(str(fields.get("channel", ""))),
            participations=self._participations(fields),
            moment_of_truth=fields.get("moment_of_truth") is True,
            deviation=fields.get("deviation") or "as_planned",
            tags=_words(fields.get("tags")),
            path=str(fields.get("path", "")),
        )

    def _participations(self, fields: dict[str, Any]) -> tuple[Participation, ...]:
        text = fields.get("participations")
        if isinstance(text, str) and text:
            return _PARTICIPATIONS.validate_json(text, strict=True)
        names = _words(fields.get("roles") or fields.get("role")) or (tr("Unassigned"),)
        return tuple(Participation(role=self._role(name)) for name in dict.fromkeys(names))

    def _role(self, name: str) -> str:
        if name not in self._roles:
            role = Role(id=_id_of(f"role {name}"), name=name, rank=f"r{len(self._roles):05d}1")
            self._new.append(role)
            self._roles[name] = role.id
        return self._roles[name]

    def _channel(self, name: str) -> str:
        if name and name not in self._channels:
            channel = Channel(id=_id_of(f"channel {name}"), name=name)
            self._new.append(channel)
            self._channels[name] = channel.id
        return self._channels.get(name, "")

    def _links(self) -> Iterator[Link]:
        loops = 0
        for number, (source, target, key, fields) in enumerate(self._graph.edges(keys=True, data=True)):
            if source == target:
                loops += 1
                continue
            yield Link(
                id=_id_of(key if isinstance(key, str) and key else f"edge {number}"),
                source=self._ids[source],
                target=self._ids[target],
                kind=str(fields.get("kind", "")) or "handoff",
                label=_line(fields, "label"),
                wait=_duration(fields.get("wait")),
                source_role=str(fields.get("source_role", "")),
                target_role=str(fields.get("target_role", "")),
            )
        if loops:
            self._say(trn("{count} edge from a node to itself was left out.",
                          "{count} edges from a node to itself were left out.", loops))  # fmt: skip


def _id_of(node: Any) -> str:
    """Return the node's own id where it can be one, else one made of it."""
    text = str(node)
    return text if re.fullmatch(ID_PATTERN, text) else "r" + sha256(text.encode()).hexdigest()[:20]


def _line(fields: dict[str, Any], *names: str) -> str:
    found = next((fields[name] for name in names if fields.get(name) not in (None, "")), "")
    return " ".join(str(found).split())


def _words(text: Any) -> tuple[str, ...]:
    return tuple(word.strip() for word in str(text or "").split(";") if word.strip())


def _duration(text: Any) -> Duration | None:
    match = re.fullmatch(r"([0-9.e+-]+) (step|hour|day|week|month)", str(text or ""))
    return Duration.model_validate({"value": match[1], "unit": match[2]}) if match else None
