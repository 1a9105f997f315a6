from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.files import graphml, native
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Channel, Link, Person, Role, Touchpoint
from app.places import resource
from tests.files.everything import everything
from tests.model.hands import DrawnHand, counted_ids, small_world
from tests.model.verbs import VERBS
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


def test_everything_comes_back_whole() -> None:
    assert native.dump(graphml.load(graphml.dump(everything()), "x")) == native.dump(everything())


@pytest.mark.parametrize("path", sorted(resource("samples").glob("*.journey")), ids=lambda path: path.stem)
def test_the_samples_come_back_whole(path: Path) -> None:
    sample = native.load(path.read_bytes(), path.name)
    assert native.dump(graphml.load(graphml.dump(sample), "x")) == native.dump(sample)


def test_a_large_journey_comes_back_whole() -> None:
    large = large_journey(touchpoints=200, roles=10)
    assert graphml.load(graphml.dump(large), "x") == large


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.data())
def test_whatever_was_edited_comes_back_whole(data: st.DataObject) -> None:
    j, hand = small_world(), DrawnHand(data)
    with counted_ids():
        for name in data.draw(st.lists(st.sampled_from(sorted(VERBS)), max_size=12)):
            with suppress(JourneyError):
                j.apply(VERBS[name](j, hand))
    again = graphml.load(graphml.dump(j), "x")
    assert native.dump(again) == native.dump(j)


class TestChangedElsewhere:
    """The graph goes to another program, is changed there, and comes back."""

    def changed(self, change: Callable[[Any], None], of: Journey | None = None) -> Journey:
        graph = nx.parse_graphml(graphml.dump(of or everything()).decode(), force_multigraph=True)
        change(graph)
        out = io.BytesIO()
        nx.write_graphml(graph, out)
        return graphml.load(out.getvalue(), "x")

    def test_what_nobody_touched_is_the_same(self) -> None:
        assert self.changed(lambda graph: None) == everything()

    def test_what_a_node_says_anew_is_taken_and_all_else_of_it_stays(self) -> None:
        before = SMALL.the(Touchpoint, "touch-kick-off")

        def change(graph: Any) -> None:
            graph.nodes["touch-kick-off"].update(
                label="Start", start=2.5, tags="c", channel="Phone", duration="3 day", roles="IT; Sales"
            )

        after = self.changed(change, SMALL)
        point = after.the(Touchpoint, "touch-kick-off")
        assert (point.title, point.start, point.tags, point.duration) == ("Start", 2.5, ("c",), days(3))
        assert after.the(Channel, point.channel).name == "Phone"
        assert [after.the(Role, each).name for each in point.roles] == ["IT", "Sales"]
        assert point.participations[0] == before.participations[0]
        assert after.all(Role)[-1].colour not in {each.colour for each in SMALL.all(Role)}

    def test_a_node_that_went_takes_with_it_what_cannot_be_without_it(self) -> None:
        after = self.changed(lambda graph: graph.remove_node("shared"))
        assert after.get("shared") is None
        assert all("shared" not in (each.source, each.target) for each in after.all(Link))
        assert after.all(Person) == everything().all(Person)

    def test_new_nodes_and_edges_are_touchpoints_and_links(self) -> None:
        def change(graph: Any) -> None:
            graph.add_node("n7", label="Thanks")
            graph.add_edge("touch-review", "n7")
            graph.add_edge("n7", "n7")

        after = self.changed(change, SMALL)
        assert after.the(Touchpoint, "n7").start == 4
        assert [(each.source, each.target) for each in after.all(Link) if each.target == "n7"] == [
            ("touch-review", "n7")
        ]
        assert SMALL.all(Link)[0] in after.all(Link)

    def test_links_that_another_program_numbers_anew_are_still_the_same(self) -> None:
        def change(graph: Any) -> None:
            edges = list(graph.edges(keys=True, data=True))
            graph.remove_edges_from([edge[:3] for edge in edges])
            for number, (source, target, _key, fields) in enumerate(edges):
                graph.add_edge(source, target, key=f"e{number}", **fields)

        assert self.changed(change) == everything()

    def test_a_node_that_is_called_like_another_record_is_a_new_touchpoint(self) -> None:
        after = self.changed(lambda graph: graph.add_node("role-it", label="Odd"), SMALL)
        assert [each.title for each in after.all(Touchpoint)] == ["Kick-off", "Review", "Odd"]
        assert after.the(Role, "role-it").name == "IT"

    def test_what_cannot_be_is_refused_with_a_sentence(self) -> None:
        for field, value in (("start", float("nan")), ("deviation", "odd"), ("participations", "[{}]")):
            with pytest.raises(JourneyError) as caught:
                self.changed(
                    lambda graph, f=field, v=value: graph.nodes["touch-review"].update({f: v}), SMALL
                )
            assert str(caught.value).startswith("x")

    def test_the_journey_in_it_is_checked_like_any_file(self) -> None:
        for text in ("{}", "[]", "{", native.dump(SMALL).decode().replace('"feeling":-2', '"feeling":-9')):
            graph = nx.MultiDiGraph(journeylines=text)
            out = io.BytesIO()
            nx.write_graphml(graph, out)
            assert refusal(out.getvalue())


def test_a_file_that_carries_only_what_is_no_touchpoint_is_read_too() -> None:
    head = Journey.of(record for record in SMALL.records() if not isinstance(record, Touchpoint | Link))
    text = graphml.dump(SMALL).decode()
    whole, part = (escape(native.dump(each).decode()) for each in (SMALL, head))
    assert whole in text
    assert graphml.load(text.replace(whole, part).encode(), "x") == SMALL


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


def test_more_nodes_than_a_journey_can_have_are_refused_before_they_are_read() -> None:
    text = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
    assert "too many parts" in refusal(text.encode() + b'<node id="a"/>' * 60_001)
    assert "too many parts" in refusal(text.encode() + b'<x:edge\tsource="a" target="b"/>' * 60_001)
    assert "too many parts" in refusal(text.encode() + b"<data></data>" * 500_001)


@pytest.mark.parametrize("name", ["roles", "tags", "participations"])
def test_a_node_with_a_list_of_tens_of_thousands_is_refused_at_once(name: str) -> None:
    graph = nx.DiGraph()
    words = (
        f'{{"role":"r{number}"}}' if name == "participations" else f"r{number}" for number in range(50_000)
    )
    graph.add_node("a", **{name: "; ".join(words)})
    assert "A list in it has more than 5000 entries" in refusal(_written(graph))


def test_more_roles_than_a_journey_can_have_are_refused_before_all_get_their_colours() -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from((str(number), {"roles": f"r{number}"}) for number in range(20_000))
    assert "There can be 500 records of the kind “role” at most" in refusal(_written(graph))


def test_a_number_beyond_all_numbers_is_refused_with_a_sentence() -> None:
    graph = nx.DiGraph()
    graph.add_node("a", start=int("9" * 400))
    assert "too large" in refusal(_written(graph))


def _written(graph: nx.DiGraph[str]) -> bytes:
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    return out.getvalue()


def test_an_attribute_of_no_type_is_read_without_a_warning() -> None:
    text = (
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d1" for="node" attr.name="label"/>'
        b'<graph edgedefault="directed"><node id="a"><data key="d1">Call</data></node></graph></graphml>'
    )
    assert [each.title for each in graphml.load(text, "g.graphml").all(Touchpoint)] == ["Call"]
