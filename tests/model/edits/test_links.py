from __future__ import annotations

import pytest

from app.model.edits import links
from app.model.edits.records import remove_records
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Link
from tests.world import days, journey, link, touch

AB = "link-a-handoff-b"


@pytest.fixture
def j() -> Journey:
    return journey(
        touch("A", "IT", at=1), touch("B", "Legal", at=2), touch("C", "IT", at=3),
        link("A", "B", source_role="role-it", target_role="role-legal"),
    )  # fmt: skip


def the(j: Journey, link_id: str = AB) -> Link:
    return j.the(Link, link_id)


def test_two_touchpoints_are_linked(j: Journey) -> None:
    change = links.link(j, "touch-b", "touch-c", "escalation", label="Urgent")
    j.apply(change)
    new = the(j, change.put[0].id)
    assert (new.source, new.target, new.kind, new.label) == ("touch-b", "touch-c", "escalation", "Urgent")


def test_the_same_link_twice_is_refused_and_another_kind_is_not(j: Journey) -> None:
    with pytest.raises(JourneyError, match="linked in this way already"):
        links.link(j, "touch-a", "touch-b", source_role="role-it", target_role="role-legal")
    j.apply(links.link(j, "touch-a", "touch-b", "information"))
    j.apply(links.link(j, "touch-b", "touch-a"))
    assert len(j.links_of("touch-a")) == 3


def test_a_link_to_itself_or_to_nothing_is_refused(j: Journey) -> None:
    with pytest.raises(JourneyError, match="two different touchpoints"):
        links.link(j, "touch-a", "touch-a")
    with pytest.raises(JourneyError, match="no touchpoint with the id role-it"):
        links.link(j, "touch-a", "role-it")


def test_fields_are_set(j: Journey) -> None:
    j.apply(links.set_link(j, AB, wait=days(3), kind="dependency", label="Papers"))
    assert (the(j).wait, the(j).kind, the(j).label) == (days(3), "dependency", "Papers")


def test_an_end_is_attached_elsewhere_and_forgets_its_role(j: Journey) -> None:
    j.apply(links.reattach(j, AB, target="touch-c"))
    assert (the(j).target, the(j).target_role, the(j).source_role) == ("touch-c", "", "role-it")
    j.apply(links.reattach(j, AB, source="touch-b", role="role-legal"))
    assert (the(j).source, the(j).source_role) == ("touch-b", "role-legal")
    with pytest.raises(JourneyError, match="two different touchpoints"):
        links.reattach(j, AB, target="touch-b")


def test_a_link_is_reversed_with_its_roles(j: Journey) -> None:
    j.apply(links.reverse(j, AB))
    assert (the(j).source, the(j).source_role) == ("touch-b", "role-legal")
    assert (the(j).target, the(j).target_role) == ("touch-a", "role-it")


def test_links_are_removed(j: Journey) -> None:
    j.apply(remove_records(j, [AB, AB]))
    assert j.all(Link) == ()


def test_touchpoints_are_linked_as_they_follow_in_time(j: Journey) -> None:
    change = links.link_in_order(j, ["touch-c", "touch-b"])
    j.apply(change)
    assert (the(j, change.put[0].id).source, the(j, change.put[0].id).target) == ("touch-b", "touch-c")
    assert change.label == "Link B to C"


def test_a_chain_is_linked_without_what_is_linked_already(j: Journey) -> None:
    j.apply(remove_records(j, [AB]))
    j.apply(links.link(j, "touch-a", "touch-b"))
    change = links.link_in_order(j, ["touch-c", "touch-a", "touch-b"])
    j.apply(change)
    assert [(found.source, found.target) for found in j.all(Link)].count(("touch-a", "touch-b")) == 1
    assert len(j.all(Link)) == 2
    with pytest.raises(JourneyError, match="already"):
        links.link_in_order(j, ["touch-c", "touch-a", "touch-b"])


def test_one_touchpoint_is_not_enough_for_a_link(j: Journey) -> None:
    with pytest.raises(JourneyError, match="two touchpoints"):
        links.link_in_order(j, ["touch-a"])
    with pytest.raises(JourneyError, match="two touchpoints"):
        links.link_in_order(j, ["touch-a", "touch-a"])


def test_the_undo_menu_says_what_was_done_to_a_link(j: Journey) -> None:
    assert links.set_link(j, AB, kind="escalation").label == "Make link A → B: Escalation"
    assert links.set_link(j, AB, wait=days(2)).label == "Change wait of link A → B"
    assert links.reattach(j, AB, target="touch-c").label == "Re-attach link: A to C"
