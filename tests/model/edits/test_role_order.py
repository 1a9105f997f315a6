from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.change import Change
from app.model.edits.role_order import move_roles
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Party, Role
from tests.world import id_of, journey, party, role

NAMES = ("CFO", "IT", "Legal", "Seller", "Trainer")


def small() -> Journey:
    return journey(
        party("North"), party("Servio", "supplier"),
        role("CFO", "North", colour="#1B50C9"), role("IT", "North", colour="#B47A0F"),
        role("Legal", "North", colour="#5E258E"), role("Seller", "Servio", colour="#254B00"),
        role("Trainer", "Servio", colour="#238D98"),
    )  # fmt: skip


def ids(*names: str) -> list[str]:
    return [id_of("role", name) for name in names]


def order(there: Journey) -> list[str]:
    return [each.name for each in there.all(Role)]


def test_roles_move_together_and_keep_their_order() -> None:
    there = small()
    there.apply(move_roles(there, ids("Legal", "CFO"), ids("Seller")[0]))
    assert order(there) == ["IT", "Seller", "CFO", "Legal", "Trainer"]


def test_they_move_to_the_top() -> None:
    there = small()
    there.apply(move_roles(there, ids("Trainer", "IT"), ""))
    assert order(there) == ["IT", "Trainer", "CFO", "Legal", "Seller"]


def test_below_one_of_themselves_they_gather_there() -> None:
    there = small()
    there.apply(move_roles(there, ids("CFO", "Legal"), ids("Legal")[0]))
    assert order(there) == ["IT", "CFO", "Legal", "Seller", "Trainer"]


def test_they_join_another_organisation_on_the_way_and_the_label_says_so() -> None:
    there = small()
    change = move_roles(there, ids("Legal"), ids("Seller")[0], id_of("party", "Servio"))
    assert change.label == "Move role Legal to Servio"
    there.apply(change)
    assert order(there) == ["CFO", "IT", "Seller", "Legal", "Trainer"]
    assert there.the(Role, ids("Legal")[0]).party == id_of("party", "Servio")


def test_a_role_changes_its_organisation_where_it_stands() -> None:
    there = small()
    change = move_roles(there, ids("Legal"), ids("IT")[0], id_of("party", "Servio"))
    there.apply(change)
    assert order(there) == list(NAMES)
    assert [record.id for record in change.put] == ids("Legal")


def test_no_organisation_is_one_too() -> None:
    there = small()
    there.apply(move_roles(there, ids("CFO"), "", ""))
    assert there.the(Role, ids("CFO")[0]).party == ""


def test_only_what_moves_is_put() -> None:
    there = small()
    change = move_roles(there, ids("Trainer"), ids("CFO")[0])
    assert [record.id for record in change.put] == ids("Trainer")
    assert move_roles(there, ids("CFO"), "").is_empty


def test_where_ranks_have_no_room_all_get_new_ones() -> None:
    there = small()
    there.apply(Change(tuple(replaced(each, rank="V") for each in there.all(Role))))
    names = order(there)
    there.apply(move_roles(there, [there.all(Role)[4].id], there.all(Role)[0].id))
    assert order(there) == [names[0], names[4], names[1], names[2], names[3]]


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(NAMES), min_size=1), st.sampled_from(("", *NAMES))), max_size=12
    )
)
def test_any_moves_keep_every_role_and_the_order_of_the_others(moves: list[tuple[set[str], str]]) -> None:
    there = small()
    for names, after in moves:
        before = order(there)
        there.apply(move_roles(there, ids(*names), ids(after)[0] if after else ""))
        now = order(there)
        assert sorted(now) == sorted(NAMES)
        assert [name for name in now if name not in names] == [name for name in before if name not in names]
        assert [name for name in now if name in names] == [name for name in before if name in names]
    assert len(there.all(Party)) == 2


def test_roles_may_be_named_by_what_can_be_asked_only_once() -> None:
    there, again = small(), small()
    there.apply(move_roles(there, ids("Trainer", "IT"), ""))
    again.apply(move_roles(again, iter(ids("Trainer", "IT")), ""))
    assert again == there
