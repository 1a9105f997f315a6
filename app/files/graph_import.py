"""A graph from elsewhere as a journey: without roles, one called "Unassigned"; without times, in steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx

from app.files.graph_fields import Newcomers, id_of, line, link_of, touchpoint_of
from app.i18n import trn
from app.model.journey import Journey
from app.model.record import TimeUnit
from app.model.records import JourneyInfo, Link

Say = Callable[[str], None]


def imported(graph: Any, name: str, say: Say) -> Journey:
    """Return the graph as a journey; raises ValidationError, OverflowError or JourneyError where it cannot be one."""
    title = line(graph.graph, "title", "name", "label")
    unit: TimeUnit = "week" if _has_starts(graph) else "step"
    info = JourneyInfo(id=id_of(f"journey {title} {name}"), title=title, unit=unit)
    newcomers = Newcomers()
    starts = _starts(graph)
    touchpoints = [
        touchpoint_of(node, id_of(node), fields, starts[node], newcomers)
        for node, fields in graph.nodes(data=True)
    ]
    return Journey.of([info, *newcomers.new, *touchpoints, *_links(graph, say)])


def said_of_loops(loops: int, say: Say) -> None:
    """Say how many edges are left out because they join a node with itself."""
    if loops:
        say(trn("{count} edge from a node to itself was left out.",
                "{count} edges from a node to itself were left out.", loops))  # fmt: skip


def _has_starts(graph: Any) -> bool:
    return all(isinstance(fields.get("start"), int | float) for _, fields in graph.nodes(data=True))


def _starts(graph: Any) -> dict[Any, float]:
    """Return each node's time: its own, or its step on the longest way there, cycles taken as one step."""
    if _has_starts(graph):
        return {node: float(fields["start"]) for node, fields in graph.nodes(data=True)}
    plain: nx.DiGraph[Any] = nx.DiGraph()
    plain.add_nodes_from(graph)
    plain.add_edges_from(graph.edges())
    knots = nx.condensation(plain)
    steps: dict[Any, int] = {}
    for knot in nx.topological_sort(knots):
        steps[knot] = 1 + max((steps[before] for before in knots.predecessors(knot)), default=-1)
    return {node: float(steps[knot]) for node, knot in knots.graph["mapping"].items()}


def _links(graph: Any, say: Say) -> Iterator[Link]:
    loops = 0
    for number, (source, target, key, fields) in enumerate(graph.edges(keys=True, data=True)):
        if source == target:
            loops += 1
            continue
        record_id = id_of(key if isinstance(key, str) and key else f"edge {number}")
        yield link_of(record_id, id_of(source), id_of(target), fields)
    said_of_loops(loops, say)
