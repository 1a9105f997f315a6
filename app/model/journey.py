"""The journey: records in a graph, and the one way to change them.

Touchpoints are nodes and links are edges of one networkx MultiDiGraph, each annotated with its record; the other
records stand in tables beside it. Only this module touches the graph's attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeVar, cast

import networkx as nx

from app.i18n import tr
from app.model import rules
from app.model.change import Applied, Change
from app.model.errors import JourneyError
from app.model.names import kind_name
from app.model.ordered import Ordered, sort_key
from app.model.record import Record
from app.model.records import RECORD_TYPES, JourneyInfo, Link, Phase, Touchpoint
from app.model.references import Reference, pins, references

SomeRecord = TypeVar("SomeRecord", bound=Record)


class Journey:
    """All records of one journey, in canonical order (kind, rank or start, id); equal when their records are."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._seen_graph: nx.MultiDiGraph[str] = nx.graphviews.generic_graph_view(self._graph)
        self._by_kind: dict[type[Record], Ordered[Any]] = {kind: Ordered() for kind in RECORD_TYPES}
        self._by_role: dict[str, Ordered[Touchpoint]] = {}
        self._referrers: dict[str, set[str]] = {}
        self._pinned: dict[str, set[str]] = {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> Journey:
        """Build a journey of these records; raises JourneyError where a rule is broken or an id stands twice."""
        journey = cls()
        known = journey._records
        by_kind: dict[type[Record], list[Record]] = {kind: [] for kind in RECORD_TYPES}
        for record in records:
            rules.is_new(record, known)
            known[record.id] = record
            by_kind[type(record)].append(record)
        rules.check_counts({kind: len(members) for kind, members in by_kind.items()})
        journey._by_kind = {kind: Ordered(members) for kind, members in by_kind.items()}
        around = rules.Surroundings(known.get, journey.info.unit)
        for record in known.values():
            found = references(record)
            rules.check(record, found, around)
            journey._note(record, found)
        rules.do_not_overlap(journey.all(Phase))
        journey._draw_graph()
        return journey

    def apply(self, change: Change) -> Applied:
        """Do all of the change or nothing; return its inverse and the ids that are different now.

        Raises JourneyError where the result would break a rule. Costs as much as what the change touches.
        """
        put, removed = self._proposed(change)
        self._check(put, removed)
        gone = [*removed.values(), *(self._records[i] for i in put if i in self._records)]
        new = tuple(i for i in put if i not in self._records)
        self._replace(gone, list(put.values()))
        inverse = Change(put=tuple(gone), remove=new, label=change.label, merge_key=change.merge_key)
        return Applied(inverse, frozenset(put) | frozenset(removed))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journey) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    @property
    def info(self) -> JourneyInfo:
        """What the journey is about."""
        return self.all(JourneyInfo)[0]

    def records(self) -> tuple[Record, ...]:
        """Return all records in canonical order."""
        return tuple(chain.from_iterable(self._by_kind[kind].all() for kind in RECORD_TYPES))

    def snapshot(self) -> tuple[Record, ...]:
        """Return what a worker needs to build the same journey: the records, which never change."""
        return self.records()

    def all(self, kind: type[SomeRecord]) -> tuple[SomeRecord, ...]:
        """Return the records of a kind in canonical order; the tuple is the same object until one changes."""
        return cast("tuple[SomeRecord, ...]", self._by_kind[kind].all())

    def get(self, record_id: str) -> Record | None:
        """Return the record, or none."""
        return self._records.get(record_id)

    def the(self, kind: type[SomeRecord], record_id: str) -> SomeRecord:
        """Return the record of this kind; raises JourneyError where there is none."""
        record = self._records.get(record_id)
        if isinstance(record, kind):
            return record
        name = kind_name(kind.record_kind)
        raise JourneyError(tr("There is no {kind} with the id {id}.", kind=name, id=record_id))

    def touchpoints_of(self, role: str) -> tuple[Touchpoint, ...]:
        """Return the role's touchpoints in time order: its journey line. The same object until one changes."""
        line = self._by_role.get(role)
        return line.all() if line is not None else ()

    def links_of(self, touchpoint: str) -> tuple[Link, ...]:
        """Return the links that start or end at the touchpoint, in canonical order."""
        if touchpoint not in self._graph:
            return ()
        edges = chain(
            self._graph.out_edges(touchpoint, data="record"), self._graph.in_edges(touchpoint, data="record")
        )
        return tuple(sorted((cast("Link", edge[-1]) for edge in edges), key=sort_key))

    def phase_at(self, time: float) -> Phase | None:
        """Return the phase whose half-open interval holds the time; gaps are legal. O(log n)."""
        phase: Phase | None = self._by_kind[Phase].latest_at(time)
        return phase if phase is not None and time < phase.end else None

    def pinned_to(self, record_id: str) -> tuple[Record, ...]:
        """Return insights, evidence, service levels and threads whose Refs name the record, in canonical order."""
        return self._in_order(self._pinned.get(record_id, ()))

    def referring_to(self, record_id: str) -> tuple[Record, ...]:
        """Return all records in which the id stands and must exist, in canonical order."""
        return self._in_order(self._referrers.get(record_id, ()))

    def graph(self) -> nx.MultiDiGraph[str]:
        """Return a read-only view: nodes are touchpoint ids, edges keyed by link id; `record` annotates both."""
        return self._seen_graph

    def _in_order(self, ids: Iterable[str]) -> tuple[Record, ...]:
        found = [self._records[record_id] for record_id in ids]
        if len(found) > 1:
            found.sort(key=lambda record: (_KIND_ORDER[type(record)], sort_key(record)))
        return tuple(found)

    def _proposed(self, change: Change) -> tuple[dict[str, Record], dict[str, Record]]:
        """Return the records that would come and those that would go, without those that stay equal."""
        put: dict[str, Record] = {}
        for record in change.put:
            rules.is_new(record, put)
            put[record.id] = record
        removed: dict[str, Record] = {}
        for record_id in change.remove:
            if record_id not in self._records or record_id in put or record_id in removed:
                raise JourneyError(
                    tr("{id} cannot be removed: it is not there.", id=record_id), record=record_id
                )
            removed[record_id] = self._records[record_id]
        return {i: record for i, record in put.items() if record != self._records.get(i)}, removed

    def _check(self, put: dict[str, Record], removed: dict[str, Record]) -> None:
        find = _finder(self._records, put, removed)
        kinds = self._count_after(put, removed)
        rules.check_counts(kinds)
        info = next((record for record in put.values() if isinstance(record, JourneyInfo)), self.info)
        around = rules.Surroundings(find, info.unit)
        for record in put.values():
            rules.check(record, references(record), around)
        for record in removed.values():
            for referrer in sorted(self._referrers.get(record.id, ())):
                if referrer not in removed and referrer not in put:
                    rules.is_not_referred_to(record, by=self._records[referrer])
        for record_id in self._shaken(put, info):
            if record_id not in put and record_id not in removed:
                referrer_record = self._records[record_id]
                rules.check(referrer_record, references(referrer_record), around)
        if any(isinstance(record, Phase) for record in put.values()):
            rules.do_not_overlap(self._phases_after(put, removed))

    def _count_after(self, put: dict[str, Record], removed: dict[str, Record]) -> dict[type[Record], int]:
        counts = {kind: len(members) for kind, members in self._by_kind.items()}
        for record in removed.values():
            counts[type(record)] -= 1
        for record_id, record in put.items():
            counts[type(record)] += 1
            if record_id in self._records:
                counts[type(self._records[record_id])] -= 1
        return counts

    def _shaken(self, put: dict[str, Record], info: JourneyInfo) -> Iterable[str]:
        """Return the ids of records that stay as they are but whose rules may be broken by what comes."""
        if info.unit != self.info.unit:
            return tuple(self._records)
        shaken: set[str] = set()
        for record_id, record in put.items():
            before = self._records.get(record_id)
            if before is None:
                continue
            is_other = type(before) is not type(record)
            if is_other or (
                isinstance(before, Touchpoint)
                and isinstance(record, Touchpoint)
                and not set(before.roles) <= set(record.roles)
            ):
                shaken |= self._referrers.get(record_id, set())
        return shaken

    def _phases_after(self, put: dict[str, Record], removed: dict[str, Record]) -> list[Phase]:
        kept = [phase for phase in self.all(Phase) if phase.id not in put and phase.id not in removed]
        return sorted((*kept, *(p for p in put.values() if isinstance(p, Phase))), key=sort_key)

    def _replace(self, gone: list[Record], come: list[Record]) -> None:
        for record in gone:
            del self._records[record.id]
            self._forget(record)
        for record in come:
            self._records[record.id] = record
            self._note(record, references(record))
        for kind in {type(record) for record in chain(gone, come)}:
            self._by_kind[kind].change(
                [record for record in gone if type(record) is kind],
                [record for record in come if type(record) is kind],
            )
        gone_points = [record for record in gone if isinstance(record, Touchpoint)]
        come_points = [record for record in come if isinstance(record, Touchpoint)]
        self._change_lines(gone_points, come_points)
        self._change_graph(gone, come)

    def _note(self, record: Record, named: Iterable[Reference]) -> None:
        record_id, referrers = record.id, self._referrers
        for other, _kind, _field in named:
            if other in referrers:
                referrers[other].add(record_id)
            else:
                referrers[other] = {record_id}
        for ref in pins(record):
            self._pinned.setdefault(ref.id, set()).add(record_id)

    def _forget(self, record: Record) -> None:
        for other, _kind, _field in references(record):
            _discard(self._referrers, other, record.id)
        for ref in pins(record):
            _discard(self._pinned, ref.id, record.id)

    def _change_lines(self, gone: list[Touchpoint], come: list[Touchpoint]) -> None:
        changed: dict[str, tuple[list[Touchpoint], list[Touchpoint]]] = {}
        for side, touchpoints in enumerate((gone, come)):
            for touchpoint in touchpoints:
                for role in touchpoint.roles:
                    changed.setdefault(role, ([], []))[side].append(touchpoint)
        for role, (old, new) in changed.items():
            line = self._by_role.setdefault(role, Ordered())
            line.change(old, new)
            if not len(line):
                del self._by_role[role]

    def _change_graph(self, gone: list[Record], come: list[Record]) -> None:
        for record in gone:
            if isinstance(record, Link):
                self._graph.remove_edge(record.source, record.target, key=record.id)
        for record in gone:
            if isinstance(record, Touchpoint) and not isinstance(self._records.get(record.id), Touchpoint):
                self._graph.remove_node(record.id)
        for record in come:
            if isinstance(record, Touchpoint):
                self._graph.add_node(record.id, record=record)
        for record in come:
            if isinstance(record, Link):
                self._graph.add_edge(record.source, record.target, key=record.id, record=record)

    def _draw_graph(self) -> None:
        lines: dict[str, list[Touchpoint]] = {}
        for touchpoint in self.all(Touchpoint):
            for role in touchpoint.roles:
                lines.setdefault(role, []).append(touchpoint)
        self._by_role = {role: Ordered(line) for role, line in lines.items()}
        self._graph.add_nodes_from((t.id, {"record": t}) for t in self.all(Touchpoint))
        self._graph.add_edges_from((k.source, k.target, k.id, {"record": k}) for k in self.all(Link))


_KIND_ORDER = {kind: place for place, kind in enumerate(RECORD_TYPES)}


def _finder(
    records: dict[str, Record], put: dict[str, Record], removed: dict[str, Record]
) -> Callable[[str], Record | None]:
    """Return the look-up in the records as they will be."""

    def find(record_id: str) -> Record | None:
        found = put.get(record_id)
        if found is not None:
            return found
        return None if record_id in removed else records.get(record_id)

    return find


def _discard(index: dict[str, set[str]], key: str, record_id: str) -> None:
    members = index.get(key)
    if members is not None:
        members.discard(record_id)
        if not members:
            del index[key]
