from __future__ import annotations

import pytest

from app.model.edits import joint
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from tests.world import journey, link, role, touch

A, B, C = "touch-a", "touch-b", "touch-c"


@pytest.fixture
def j() -> Journey:
    return journey(
        role("IT"), role("Legal"), touch("A", "IT", "Legal", at=1, feeling=0), touch("B", "IT", at=2, tags=("old",)),
        touch("C", "Legal", at=3), link("A", "C", source_role="role-it"),
    )  # fmt: skip


def feeling(j: Journey, touchpoint: str, role_id: str) -> int | None:
    part = j.the(Touchpoint, touchpoint).participation(role_id)
    assert part is not None
    return part.feeling


def test_a_part_is_set_wherever_the_role_takes_part_and_nowhere_else(j: Journey) -> None:
    j.apply(joint.set_parts(j, (A, B, C), "role-it", feeling=-2))
    assert (feeling(j, A, "role-it"), feeling(j, B, "role-it")) == (-2, -2)
    assert (feeling(j, A, "role-legal"), feeling(j, C, "role-legal")) == (0, None)


def test_setting_a_part_again_and_again_is_one_step(j: Journey) -> None:
    history = History()
    for action in ("S", "Si", "Signs"):
        history.do(j, joint.set_parts(j, (A, B), "role-it", action=action))
    assert history.place == 1


def test_a_part_is_not_given_to_another_role_by_setting_it(j: Journey) -> None:
    with pytest.raises(JourneyError, match="Move the participation"):
        joint.set_parts(j, (A,), "role-it", role="role-legal")


def test_what_a_part_cannot_be_is_refused(j: Journey) -> None:
    with pytest.raises(JourneyError):
        joint.set_parts(j, (A,), "role-it", feeling=3)


def test_a_role_joins_those_in_which_it_does_not_take_part_yet(j: Journey) -> None:
    change = joint.share_all(j, (A, B, C), "role-it")
    assert [record.id for record in change.put] == [C]
    j.apply(change)
    assert j.the(Touchpoint, C).roles == ("role-legal", "role-it")


def test_a_role_leaves_with_what_named_it_there_and_a_touchpoint_without_anybody_goes(j: Journey) -> None:
    j.apply(joint.unshare_all(j, (A, B, C), "role-it"))
    assert j.get(B) is None
    assert j.the(Touchpoint, A).roles == ("role-legal",)
    assert j.all(Link)[0].source_role == ""


def test_tags_are_added_to_all_and_taken_from_all(j: Journey) -> None:
    j.apply(joint.change_tags(j, (A, B), add=("new", "old")))
    assert (j.the(Touchpoint, A).tags, j.the(Touchpoint, B).tags) == (("new", "old"), ("old", "new"))
    j.apply(joint.change_tags(j, (A, B, C), remove=("old",)))
    assert {j.the(Touchpoint, each).tags for each in (A, B)} == {("new",)}


def test_tags_are_put_into_another_order_and_none_is_lost(j: Journey) -> None:
    j.apply(joint.change_tags(j, (A, B), add=("one", "two")))
    j.apply(joint.order_tags(j, (A, B), ("two", "one")))
    assert j.the(Touchpoint, A).tags == ("two", "one")
    assert j.the(Touchpoint, B).tags == ("two", "one", "old")


def test_who_takes_part_is_named_in_another_order_and_nobody_is_lost(j: Journey) -> None:
    before = j.the(Touchpoint, A)
    j.apply(joint.order_parts(j, A, ("role-legal", "role-it")))
    after = j.the(Touchpoint, A)
    assert after.roles == ("role-legal", "role-it")
    assert set(after.participations) == set(before.participations)
