from __future__ import annotations

import networkx as nx
import pytest

from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import Channel, JourneyInfo, Link, Party, Phase, Role, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import insight, journey, large_journey, link, phase, role, touch


def titles(touchpoints: tuple[Touchpoint, ...]) -> list[str]:
    return [touchpoint.title for touchpoint in touchpoints]


def test_a_world_with_every_kind_of_record_is_consistent() -> None:
    assert_consistent(small_world())


def test_a_role_line_is_its_touchpoints_in_time_order() -> None:
    j = journey(
        touch("Sign", "Legal", "IT", at=9), touch("Kick-off", "IT", at=3), touch("Pilot", "Sales", at=5)
    )
    assert titles(j.touchpoints_of("role-it")) == ["Kick-off", "Sign"]
    assert j.touchpoints_of("role-nobody") == ()


def test_a_moved_touchpoint_finds_its_new_place_everywhere() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "IT", at=2), touch("C", "IT", at=3))
    j.apply(Change(put=(replaced(j.the(Touchpoint, "touch-a"), start=2.5),)))
    assert titles(j.all(Touchpoint)) == titles(j.touchpoints_of("role-it")) == ["B", "A", "C"]


def test_tuples_are_the_same_object_until_one_of_their_records_changes() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "Legal", at=2))
    all_before, it, legal = j.all(Touchpoint), j.touchpoints_of("role-it"), j.touchpoints_of("role-legal")
    assert (j.all(Touchpoint), j.touchpoints_of("role-it")) == (all_before, it)
    assert j.all(Touchpoint) is all_before
    j.apply(Change(put=(replaced(j.the(Touchpoint, "touch-a"), title="A2"),)))
    assert titles(j.touchpoints_of("role-it")) == ["A2"]
    assert titles(j.all(Touchpoint)) == ["A2", "B"]
    assert j.touchpoints_of("role-legal") is legal


def test_a_change_says_what_it_touched_and_how_to_undo_it() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "IT", at=2), link("A", "B"))
    before = j.records()
    new = touch("C", "IT", at=3)
    change = Change(
        put=(replaced(j.the(Touchpoint, "touch-b"), start=4), new),
        remove=("link-a-handoff-b",),
        label="Several things",
    )
    applied = j.apply(change)
    assert applied.touched == {"touch-b", "touch-c", "link-a-handoff-b"}
    assert applied.inverse.label == "Several things"
    assert j.links_of("touch-a") == ()
    assert j.apply(applied.inverse).touched == applied.touched
    assert j.records() == before


def test_putting_an_equal_record_touches_nothing() -> None:
    j = journey(touch("A", "IT", at=1))
    line = j.touchpoints_of("role-it")
    applied = j.apply(Change(put=(replaced(j.the(Touchpoint, "touch-a"), description=""),)))
    assert applied.touched == frozenset()
    assert applied.inverse.is_empty
    assert j.touchpoints_of("role-it") is line


def test_a_touchpoint_and_its_link_go_in_one_change_in_any_order() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "IT", at=2), link("A", "B"))
    j.apply(Change(remove=("touch-a", "link-a-handoff-b")))
    assert list(j.graph().nodes) == ["touch-b"]
    assert_consistent(j)


def test_a_new_touchpoint_and_its_link_come_in_one_change_in_any_order() -> None:
    j = journey(touch("A", "IT", at=1))
    new: tuple[Record, ...] = (link("A", "B"), touch("B", "IT", at=2))
    j.apply(Change(put=new))
    assert [found.id for found in j.links_of("touch-b")] == ["link-a-handoff-b"]
    assert_consistent(j)


def test_a_link_can_take_another_target() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "IT", at=2), touch("C", "IT", at=3), link("A", "B"))
    j.apply(Change(put=(replaced(j.the(Link, "link-a-handoff-b"), target="touch-c"),)))
    assert j.links_of("touch-b") == ()
    assert_consistent(j)


def test_an_id_may_come_back_as_another_kind_when_nobody_refers_to_it() -> None:
    j = journey(role("IT"), touch("A", "Legal", at=1))
    j.apply(Change(put=(Party(id="role-it", name="Informatics"),)))
    assert j.the(Party, "role-it").name == "Informatics"
    assert_consistent(j)


def test_an_id_that_others_name_cannot_become_another_kind() -> None:
    j = journey(touch("A", "IT", at=1))
    with pytest.raises(JourneyError, match="not “role”, but"):
        j.apply(Change(put=(Party(id="role-it", name="Informatics"),)))


def test_graph_algorithms_work_on_the_read_only_view() -> None:
    j = journey(touch("A", "IT", at=1), touch("B", "IT", at=2), link("A", "B"), link("B", "A", "information"))
    graph = j.graph()
    assert [sorted(part) for part in nx.strongly_connected_components(graph)] == [["touch-a", "touch-b"]]
    assert graph.edges["touch-a", "touch-b", "link-a-handoff-b"]["record"] == j.the(Link, "link-a-handoff-b")
    with pytest.raises(nx.NetworkXError):
        graph.add_node("touch-z")
    j.apply(Change(put=(touch("C", "IT", at=3),)))
    assert "touch-c" in graph


def test_a_phase_holds_its_start_and_not_its_end() -> None:
    j = journey(phase("Need", 0, 4), phase("Buy", 6, 8))
    names = [found.name if (found := j.phase_at(time)) else "" for time in (-1, 0, 3.9, 4, 5, 6, 8)]
    assert names == ["", "Need", "Need", "", "", "Buy", ""]


def test_pins_are_found_by_the_record_they_are_on() -> None:
    j = journey(
        insight("pain", "Slow", at="Sign", of="IT"),
        insight("idea", "Do it", of="IT"),
        touch("Sign", "IT", at=1),
    )
    assert [pin.id for pin in j.pinned_to("touch-sign")] == ["insight-pain-slow"]
    assert [pin.id for pin in j.pinned_to("role-it")] == ["insight-idea-do-it"]
    assert j.pinned_to("nobody") == ()


def test_asking_for_the_wrong_kind_is_told() -> None:
    j = journey(role("IT"))
    with pytest.raises(JourneyError, match="There is no phase with the id role-it"):
        j.the(Phase, "role-it")
    assert j.get("nobody") is None


def test_roles_stand_in_the_order_of_their_ranks() -> None:
    j = journey(role("B", rank="a"), role("A", rank="b"), role("C", rank="Z"))
    assert [found.name for found in j.all(Role)] == ["C", "B", "A"]


def test_kinds_stand_in_canonical_order_whatever_came_first() -> None:
    records = small_world().records()
    assert Journey.of(reversed(records)).records() == records
    assert isinstance(records[0], JourneyInfo)


def test_many_records_at_once_come_into_the_same_order_as_one_by_one() -> None:
    one_by_one, at_once = journey(role("IT")), journey(role("IT"))
    points = tuple(touch(f"T{i}", "IT", at=i * 7 % 50) for i in range(100))
    for point in points:
        one_by_one.apply(Change(put=(point,)))
    applied = at_once.apply(Change(put=points))
    assert at_once.records() == one_by_one.records()
    assert_consistent(at_once)
    at_once.apply(applied.inverse)
    assert at_once.records() == journey(role("IT")).records()


def test_journeys_are_equal_when_their_records_are() -> None:
    one, other = small_world(), small_world()
    assert one == other
    other.apply(Change(put=(Channel(id="channel-fax", name="Fax"),)))
    assert one != other
    assert one != "a journey"


def test_a_snapshot_does_not_see_later_changes() -> None:
    j = small_world()
    snapshot = j.snapshot()
    j.apply(Change(put=(replaced(j.info, title="Other"),)))
    assert Journey.of(snapshot) == small_world()


def test_a_large_journey_is_consistent_after_an_edit() -> None:
    j = large_journey(120, 8, seed=3)
    j.apply(Change(put=(replaced(j.all(Touchpoint)[50], start=0.5),)))
    assert_consistent(j)
