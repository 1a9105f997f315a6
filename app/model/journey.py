"""The journey: records in a graph, and the one way to change them.

Touchpoints are nodes and links are edges of one networkx MultiDiGraph, each annotated with its record; the other
records stand in tables beside it. Only this module touches the graph's attributes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

import networkx as nx

from app.model.change import Applied, Change
from app.model.errors import JourneyError
from app.model.record import Record
from app.model.records import (
    RECORD_TYPES, Channel, Insight, JourneyInfo, Link, Party, Person, Phase, Role, Touchpoint,
)

SomeRecord = TypeVar("SomeRecord", bound=Record)
SortKey = tuple[str | float, str]


class Journey:
    """All records of one journey, in canonical order (kind, rank or start, id); equal when their records are."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self._order: dict[type[Record], list[SortKey]] = {kind: [] for kind in RECORD_TYPES}
        self._by_role: dict[str, list[SortKey]] = {}
        self._pinned: dict[str, set[str]] = {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> Journey:
        """Build a journey of these records; raises JourneyError where a rule is broken or an id stands twice."""
        raise NotImplementedError

    def apply(self, change: Change) -> Applied:
        """Do all of the change or nothing; return its inverse and the ids that are different now.

        Raises JourneyError where the result would break a rule.
        """
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journey) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    @property
    def info(self) -> JourneyInfo:
        """What the journey is about."""
        return self.all(JourneyInfo)[0]

    def records(self) -> tuple[Record, ...]:
        """Return all records in canonical order."""
        raise NotImplementedError

    def all(self, kind: type[SomeRecord]) -> tuple[SomeRecord, ...]:
        """Return the records of a kind in canonical order; the tuple is the same object until one changes."""
        raise NotImplementedError

    def get(self, record_id: str) -> Record | None:
        """Return the record, or none."""
        return self._records.get(record_id)

    def the(self, kind: type[SomeRecord], record_id: str) -> SomeRecord:
        """Return the record of this kind; raises JourneyError where there is none."""
        raise NotImplementedError

    def touchpoints_of(self, role: str) -> tuple[Touchpoint, ...]:
        """Return the role's touchpoints in time order: its journey line. The same object until one changes."""
        raise NotImplementedError

    def links_of(self, touchpoint: str) -> tuple[Link, ...]:
        """Return the links that start or end at the touchpoint, in canonical order."""
        raise NotImplementedError

    def phase_at(self, time: float) -> Phase | None:
        """Return the phase whose half-open interval holds the time; gaps are legal. O(log n)."""
        raise NotImplementedError

    def pinned_to(self, record_id: str) -> tuple[Record, ...]:
        """Return insights, evidence, service levels and threads whose Refs name the record, in canonical order."""
        raise NotImplementedError

    def graph(self) -> nx.MultiDiGraph:
        """Return a read-only view: nodes are touchpoint ids, edges keyed by link id; `record` annotates both."""
        raise NotImplementedError
