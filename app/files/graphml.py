"""The graph of touchpoints and links as GraphML, for Gephi, yEd and networkx, and back.

GraphML knows only flat attributes. Nodes and edges have those that other programs show and sort by; the whole journey
travels beside them in one attribute of the graph, as the text of a .journey file, so that nothing is lost on the way
there and back. What was changed, added or taken out elsewhere is taken from the nodes and edges (`graph_edits`).
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from xml.etree.ElementTree import ParseError

import networkx as nx
from pydantic import ValidationError

from app.files import graph_edits, graph_import, limits, native
from app.files.graph_fields import edge_of, node_of
from app.files.reading import crowded, refuse_crowds
from app.i18n import tr
from app.model.complaints import complaint
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Link, Touchpoint

Say = Callable[[str], None]

_JOURNEY = "journeylines"  # the attribute of the graph
_NODE, _EDGE = (re.compile(rb"<(?:[^\s<>/:]{1,80}:)?%s[\s/>]" % word) for word in (b"node", b"edge"))
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


def dump(journey: Journey) -> bytes:
    """Return the journey as GraphML."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        **{"title": journey.info.title, _JOURNEY: _for_xml(native.dump(journey).decode())}
    )
    for touchpoint in journey.all(Touchpoint):
        graph.add_node(touchpoint.id, **node_of(journey, touchpoint))
    for link in journey.all(Link):
        graph.add_edge(link.source, link.target, key=link.id, **edge_of(link))
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    return out.getvalue()


def load(data: bytes, name: str, say: Say = lambda _: None) -> Journey:
    """Return the graph as a journey; `say` is told what could not be taken.

    Raises JourneyError where the bytes are no GraphML or something in it cannot be in a journey.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise JourneyError(tr("A GraphML file with its own entities is not read."), name)
    refuse_crowds(data, name, limits.GRAPH_PARTS)
    if len(_NODE.findall(data)) + len(_EDGE.findall(data)) > limits.GRAPH_RECORDS:
        raise crowded(name)
    try:
        with warnings.catch_warnings(action="ignore"):  # about attributes of no type
            graph = nx.parse_graphml(data.decode("utf-8-sig"), force_multigraph=True)
    except _BROKEN:
        raise JourneyError(tr("This is not a GraphML file that can be read."), name) from None
    try:
        text = graph.graph.get(_JOURNEY)
        if isinstance(text, str) and text:
            return graph_edits.taken_over(native.load(text.encode(), name), graph, say)
        return graph_import.imported(graph, name, say)
    except ValidationError as error:
        raise JourneyError(complaint(error), name) from None
    except OverflowError:
        raise JourneyError(tr("A number in it is too large."), name) from None
    except JourneyError as error:
        where = error.where if error.where.startswith(name) else ": ".join(filter(None, (name, error.where)))
        raise JourneyError(error.what, where, error.do, error.record) from None


def _for_xml(json_text: str) -> str:
    """Escape the characters that JSON may have and XML must not: what newer versions wrote may have any."""
    return json_text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
