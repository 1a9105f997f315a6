from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.edits import roles
from app.model.edits.role_order import move_roles
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Insight, Link, Person, Role, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import insight, journey, link, role, touch


def names(j: Journey) -> list[str]:
    return [found.name for found in j.all(Role)]


def done(j: Journey, change: Change) -> Journey:
    j.apply(change)
    assert_consistent(j)
    return j


def test_a_new_role_becomes_the_last_lane() -> None:
    j = journey(role("IT"), role("Legal"))
    change = roles.add_role(j, "Finance", colour="#1b50c9")
    assert names(done(j, change)) == ["IT", "Legal", "Finance"]
    assert j.the(Role, change.put[0].id).colour == "#1b50c9"


@pytest.mark.parametrize(("after", "order"), [("", "NIL"), ("role-i", "INL"), ("role-l", "ILN")])
def test_a_new_role_can_stand_anywhere(after: str, order: str) -> None:
    j = journey(role("I"), role("L"))
    change = roles.add_role(j, "N", after)
    assert change.put[0].id not in ("role-i", "role-l")
    assert "".join(names(done(j, change))) == order


@pytest.mark.parametrize(
    ("moved", "after", "order"),
    [
        ("a", "", "ABC"),
        ("a", "b", "BAC"),
        ("a", "c", "BCA"),
        ("c", "", "CAB"),
        ("c", "a", "ACB"),
        ("b", "b", "ABC"),
    ],
)
@pytest.mark.parametrize("ranks", [("a", "b", "c"), ("", "", ""), ("x", "x", "x"), ("", "a", "a0")])
def test_lanes_are_reordered_whatever_their_ranks_were(
    moved: str, after: str, order: str, ranks: tuple[str, str, str]
) -> None:
    named = zip("ABC", ranks, strict=True)
    j = Journey.of([journey().info, *(Role(id=f"role-{n.lower()}", name=n, rank=rank) for n, rank in named)])
    change = move_roles(j, [f"role-{moved}"], f"role-{after}" if after else "")
    assert "".join(names(done(j, change))) == order


def test_a_reorder_puts_one_record() -> None:
    j = journey(role("A", colour="#1B50C9"), role("B", colour="#B47A0F"), role("C", colour="#5E258E"))
    assert [record.id for record in move_roles(j, ["role-c"], "role-a").put] == ["role-c"]


def test_lanes_can_be_reordered_for_ever() -> None:
    j = journey(role("A"), role("B"), role("C"))
    for _ in range(400):
        last = j.all(Role)[-1].id
        j.apply(move_roles(j, [last], j.all(Role)[0].id))
    assert sorted(names(j)) == ["A", "B", "C"]
    assert max(len(found.rank) for found in j.all(Role)) <= 40


def test_renaming_and_recolouring() -> None:
    j = journey(role("IT"))
    j.apply(roles.rename_role(j, "role-it", "Information technology"))
    j.apply(roles.recolour_role(j, "role-it", "#B47A0F"))
    found = j.the(Role, "role-it")
    assert (found.name, found.colour) == ("Information technology", "#B47A0F")
    with pytest.raises(JourneyError, match="“Colour”"):
        roles.recolour_role(j, "role-it", "red")


def test_removing_a_role_removes_touchpoints_nobody_else_joins() -> None:
    j = journey(
        touch("Kick-off", "IT", "Legal", at=1), touch("Alone", "IT", at=2), touch("Sign", "Legal", at=3),
        link("Kick-off", "Alone"), link("Kick-off", "Sign", source_role="role-it"),
        insight("pain", "Lonely", at="Alone"), insight("idea", "Both", at="Kick-off", of="IT"),
    )  # fmt: skip
    change = roles.remove_roles(j, ["role-it"])
    assert set(change.remove) == {
        "role-it",
        "touch-alone",
        "link-kick-off-handoff-alone",
        "insight-pain-lonely",
    }
    assert change.label == "Remove role IT"
    done(j, change)
    assert j.the(Touchpoint, "touch-kick-off").roles == ("role-legal",)
    assert j.the(Link, "link-kick-off-handoff-sign").source_role == ""
    assert [ref.role for ref in j.the(Insight, "insight-idea-both").refs] == [""]


def test_removing_a_role_ends_tenures_and_relations() -> None:
    j = small_world()
    done(j, roles.remove_roles(j, ["role-legal"]))
    assert j.the(Person, "person-ada").tenures == ()
    assert j.the(Role, "role-it").relations == ()
    assert j.get("insight-idea-ask-earlier") is None


def test_all_roles_can_go_at_once() -> None:
    j = small_world()
    done(j, roles.remove_roles(j, [found.id for found in j.all(Role)]))
    assert (j.all(Role), j.all(Touchpoint), j.all(Link)) == ((), (), ())


def test_a_role_that_is_not_there_cannot_be_edited() -> None:
    j = journey(role("IT"))
    for edit in (roles.remove_roles(j, []), Change()):
        assert edit.is_empty
    with pytest.raises(JourneyError, match="no role with the id nobody"):
        roles.remove_roles(j, ["nobody"])
    with pytest.raises(JourneyError, match="no role with the id nobody"):
        move_roles(j, ["role-it"], "nobody")


def test_an_unranked_journey_takes_new_roles_at_the_end() -> None:
    j = Journey.of([journey().info, replaced(role("B"), rank=""), replaced(role("A"), rank="")])
    assert names(done(j, roles.add_role(j, "0"))) == ["A", "B", "0"]
