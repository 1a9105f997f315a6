from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import graphml
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Channel, Link, Participation, Party, Phase, Role, Touchpoint
from tests.files.everything import everything
from tests.world import days, journey, large_journey, link, party, phase, role, touch


def of_graph(graph: Any, **options: Any) -> Journey:
    out = io.BytesIO()
    nx.write_graphml(graph, out, **options)
    return graphml.load(out.getvalue(), "graph.graphml")


def refusal(data: bytes) -> str:
    with pytest.raises(JourneyError) as caught:
        graphml.load(data, "g.graphml")
    assert str(caught.value).startswith("g.graphml")
    return str(caught.value)


SMALL = journey(
    party("ACME"), role("IT", party="ACME", colour="#0072B2"), role("Legal; and risk"), phase("Need", 0, 5),
    touch("Kick-off", "IT", "Legal; and risk", at=1.5, feelings={"IT": -2}, channel="Email", tags=("a", "b"),
          moment_of_truth=True, duration=days(2)),
    touch("Review", "Legal; and risk", at=3), link("Kick-off", "Review", "escalation", wait=days(1.5), label="now"),
    unit="day",
)  # fmt: skip


def test_a_small_journey_comes_back_whole() -> None:
    assert graphml.load(graphml.dump(SMALL), "x") == SMALL
    assert graphml.losses(SMALL) == ()


def test_a_large_journey_keeps_its_graph() -> None:
    large = large_journey(touchpoints=200, roles=10)
    again = graphml.load(graphml.dump(large), "x")
    for kind in (Role, Phase, Channel):
        assert again.all(kind) == large.all(kind)
    assert [one.participations for one in again.all(Touchpoint)] == [
        tuple(Participation(**{**dict(part), "person": ""}) for part in one.participations)
        for one in large.all(Touchpoint)
    ]
    assert [(one.source, one.target, one.kind, one.wait) for one in again.all(Link)] == [
        (one.source, one.target, one.kind, one.wait) for one in large.all(Link)
    ]


def test_what_is_left_out_is_said() -> None:
    said = " ".join(graphml.losses(everything()))
    for word in ("leaves out 3 people.", "leaves out 3 insights.", "of evidence", "people", "facts"):
        assert word in said
    again = graphml.load(graphml.dump(everything()), "x")
    assert len(again.all(Touchpoint)) == 3
    assert again.the(Party, "acme").name == "ACME"


def test_gephi_and_networkx_see_plain_columns() -> None:
    graph = nx.parse_graphml(graphml.dump(SMALL).decode())
    node = graph.nodes["touch-kick-off"]
    assert (node["label"], node["start"], node["phase"], node["channel"]) == (
        "Kick-off",
        1.5,
        "Need",
        "Email",
    )
    assert (node["shared"], node["feeling"], node["duration"]) == (True, -2.0, "2.0 day")
    (edge,) = graph.edges(data=True)
    assert edge[:2] == ("touch-kick-off", "touch-review")
    assert (edge[2]["kind"], edge[2]["wait"]) == ("escalation", "1.5 day")


class TestAGraphFromElsewhere:
    def test_without_roles_there_is_one_called_unassigned(self) -> None:
        read = of_graph(nx.DiGraph([("a", "b"), ("b", "c")]))
        assert [one.name for one in read.all(Role)] == ["Unassigned"]
        assert [(one.title, one.start) for one in read.all(Touchpoint)] == [("a", 0), ("b", 1), ("c", 2)]
        assert read.info.unit == "step"
        assert {(one.source, one.target) for one in read.all(Link)} == {("a", "b"), ("b", "c")}

    def test_cycles_stand_at_one_step(self) -> None:
        read = of_graph(nx.DiGraph([(1, 2), (2, 3), (3, 2), (3, 4)]))
        assert [one.start for one in sorted(read.all(Touchpoint), key=lambda one: one.title)] == [0, 1, 1, 2]

    def test_names_of_roles_and_times_are_taken(self) -> None:
        graph = nx.DiGraph()
        graph.add_node(1, label="Demo", start=2, roles="CFO; IT", channel="Phone")
        graph.add_node(2, label="Sign", start=5.5, role="CFO")
        read = of_graph(graph)
        assert [one.name for one in read.all(Role)] == ["CFO", "IT"]
        assert [(one.title, one.start, len(one.roles)) for one in read.all(Touchpoint)] == [
            ("Demo", 2, 2),
            ("Sign", 5.5, 1),
        ]
        assert [one.name for one in read.all(Channel)] == ["Phone"]
        assert read.info.unit == "week"

    def test_the_same_graph_gives_the_same_journey(self) -> None:
        graph = nx.DiGraph([("a b", "c d")])
        assert of_graph(graph) == of_graph(graph)

    def test_edges_from_a_node_to_itself_are_left_out_and_said(self) -> None:
        out = io.BytesIO()
        nx.write_graphml(nx.DiGraph([("a", "a"), ("a", "b")]), out)
        said: list[str] = []
        assert len(graphml.load(out.getvalue(), "x", said.append).all(Link)) == 1
        assert said == ["1 edge from a node to itself was left out."]

    def test_parallel_and_undirected_edges_are_links(self) -> None:
        assert len(of_graph(nx.MultiDiGraph([("a", "b"), ("a", "b")])).all(Link)) == 2
        assert len(of_graph(nx.Graph([("a", "b")])).all(Link)) == 1

    def test_the_empty_graph_is_an_empty_journey(self) -> None:
        assert of_graph(nx.DiGraph()).all(Touchpoint) == ()

    def test_a_long_name_is_refused_with_a_sentence(self) -> None:
        graph = nx.DiGraph()
        graph.add_node("a", label="x" * 400)
        out = io.BytesIO()
        nx.write_graphml(graph, out)
        assert "“title” is too long" in refusal(out.getvalue())

    def test_a_time_that_is_none_is_refused_with_a_sentence(self) -> None:
        graph = nx.DiGraph()
        graph.add_node("a", start=float("nan"))
        out = io.BytesIO()
        nx.write_graphml(graph, out)
        assert "“start”" in refusal(out.getvalue())


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE graphml [<!ENTITY a "aaaa">]><graphml xmlns="http://graphml.graphdrawing.org/xmlns"/>'
    assert "entities" in refusal(bomb)


@pytest.mark.parametrize("data", [b"", b"<graphml/>", b"<svg/>", b"\xff", b"<graphml", b"<a>" * 5000])
def test_what_is_no_graphml(data: bytes) -> None:
    assert "not a GraphML file" in refusal(data)


@given(st.data())
def test_a_damaged_file_is_a_journey_or_a_sentence(data: st.DataObject) -> None:
    good = graphml.dump(SMALL)
    place, gone = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 12))
    try:
        read = graphml.load(good[:place] + data.draw(st.binary(max_size=4)) + good[place + gone :], "x")
    except JourneyError:
        return
    assert graphml.load(graphml.dump(read), "x").all(Touchpoint) == read.all(Touchpoint)
