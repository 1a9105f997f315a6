"""What another program changed in the graph of a journey, taken over into the journey that came with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.files.graph_fields import (
    Newcomers,
    changes_of,
    id_of,
    line,
    link_changes_of,
    link_of,
    node_of,
    touchpoint_of,
)
from app.files.graph_import import said_of_loops
from app.model.edits.consequences import settled
from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import Link, Touchpoint

Say = Callable[[str], None]
_STEP = 1.0  # from the last touchpoint to one that says no time, in the timeline's unit


def taken_over(journey: Journey, graph: Any, say: Say) -> Journey:
    """Return the journey as its graph is now; raises JourneyError or ValidationError where it cannot be like that.

    Nodes and edges that went take with them what cannot be without them; those that came are new.
    """
    reading = _Reading(journey, graph)
    for node, fields in graph.nodes(data=True):
        reading.node(node, fields)
    for source, target, key, fields in graph.edges(keys=True, data=True):
        reading.edge(source, target, key, fields)
    reading.graph()
    said_of_loops(reading.loops, say)
    change = settled(journey, reading.wanted(), "", [*reading.newcomers.new, *reading.new])
    if not change.is_empty:
        journey.apply(change)
    return journey


class _Reading:
    """Goes through a graph and notes what is different from the journey."""

    def __init__(self, journey: Journey, graph: Any) -> None:
        self._journey = journey
        self._graph = graph
        self._ids = {node: self._id_of(node) for node in graph}
        self._end = max((point.start for point in journey.all(Touchpoint)), default=-_STEP)
        self._there: set[str] = set()
        self._links: dict[tuple[str, str], list[Link]] = {}
        for link in journey.all(Link):
            self._links.setdefault((link.source, link.target), []).append(link)
        self._new_ids = set(self._ids.values())
        self._put: dict[str, Record | None] = {}
        self.newcomers = Newcomers(journey)
        self.new: list[Record] = []
        self.loops = 0

    def node(self, node: Any, fields: dict[str, Any]) -> None:
        record_id = self._ids[node]
        known = self._journey.get(record_id)
        self._there.add(record_id)
        if not isinstance(known, Touchpoint):
            start = fields.get("start")
            if not isinstance(start, int | float):
                start = self._end = self._end + _STEP
            self.new.append(touchpoint_of(node, record_id, fields, float(start), self.newcomers))
        elif changes := changes_of(known, node_of(self._journey, known), fields, self.newcomers):
            self._put[record_id] = replaced(known, **changes)

    def edge(self, source: Any, target: Any, key: Any, fields: dict[str, Any]) -> None:
        if source == target:
            self.loops += 1
            return
        ends = self._ids[source], self._ids[target]
        known = self._link(key, *ends, str(fields.get("kind", "")))
        if known is None:
            self.new.append(link_of(self._new_id(key, ends), *ends, fields))
            return
        self._there.add(known.id)
        if changes := link_changes_of(known, *ends, fields):
            self._put[known.id] = replaced(known, **changes)

    def graph(self) -> None:
        """Take over the title of the whole."""
        title, info = line(self._graph.graph, "title"), self._journey.info
        if title and title != line({"title": info.title}, "title"):
            self._put[info.id] = replaced(info, title=title)

    def wanted(self) -> dict[str, Record | None]:
        """Return what changes: records as they are to be, none for those that went."""
        kinds: tuple[type[Record], ...] = (Touchpoint, Link)
        gone = [
            record.id for kind in kinds for record in self._journey.all(kind) if record.id not in self._there
        ]
        return {**self._put, **dict.fromkeys(gone)}

    def _id_of(self, node: Any) -> str:
        record_id = id_of(node)
        known = self._journey.get(record_id)
        return record_id if known is None or isinstance(known, Touchpoint) else id_of(f"node {node}")

    def _new_id(self, key: Any, ends: tuple[str, str]) -> str:
        record_id = id_of(key) if isinstance(key, str) and key else ""
        if not record_id or record_id in self._new_ids or self._journey.get(record_id) is not None:
            record_id = id_of(f"link {len(self.new)} {ends} {key}")
        self._new_ids.add(record_id)
        return record_id

    def _link(self, key: Any, source: str, target: str, kind: str) -> Link | None:
        """Return the link that an edge stands for: by its id, else, where another program numbers edges anew, by its ends."""
        known = self._journey.get(str(key)) if isinstance(key, str) and key else None
        if isinstance(known, Link) and known.id not in self._there:
            return known
        alike = self._links.get((source, target), ())
        return next((x for x in alike if x.id not in self._there and kind in ("", x.kind)), None)
