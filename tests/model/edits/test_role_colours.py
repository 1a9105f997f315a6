from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.palette import looks_of
from app.drawing.tokens import LIGHT
from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.plan import Place, captured_change
from app.model.change import Change
from app.model.edits.clipboard import copied, paste
from app.model.edits.records import add_record
from app.model.edits.role_colours import coloured
from app.model.edits.role_order import move_roles
from app.model.edits.roles import add_role, recolour_role, remove_roles
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Role
from app.model.role_colours import LIGHT_COLOURS
from app.model.sheet.columns import columns
from app.model.sheet.filling import paste_block, set_cell
from app.model.sheet.names import Names
from tests.world import journey, party, role, touch


def small() -> Journey:
    return journey(
        party("Northwind"), party("Servio", "supplier"), role("CFO", "Northwind"), role("IT", "Northwind"),
        role("Sales", "Servio"), touch("Kick-off", "CFO", "IT", "Sales", at=1),
    )  # fmt: skip


def colours(j: Journey) -> dict[str, str]:
    return {j.the(Role, role_id).name: look.colour for role_id, look in looks_of(j, LIGHT).items()}


def names(j: Journey) -> list[str]:
    return [found.name for found in j.all(Role)]


def test_a_new_role_gets_the_next_colour_that_nobody_has() -> None:
    j = small()
    j.apply(add_role(j, "Legal"))
    assert j.all(Role)[-1].colour == LIGHT_COLOURS[3]
    j.apply(remove_roles(j, ["role-it"]))
    j.apply(add_role(j, "Procurement"))
    assert j.all(Role)[-1].colour == LIGHT_COLOURS[1]


def test_the_ninth_role_shares_a_colour_with_one_other() -> None:
    j = small()
    for _ in range(6):
        j.apply(add_role(j, "New role"))
    assert list(colours(j).values()).count(LIGHT_COLOURS[0]) == 2
    assert len(set(looks_of(j, LIGHT).values())) == 9


def test_colours_do_not_follow_the_place() -> None:
    j = small()
    before = colours(j)
    j.apply(move_roles(j, ["role-sales"], ""))
    assert names(j) == ["Sales", "CFO", "IT"]
    assert colours(j) == before
    j.apply(remove_roles(j, ["role-cfo"]))
    assert colours(j) == {name: colour for name, colour in before.items() if name != "CFO"}


def test_nothing_more_than_asked_changes_where_all_colours_stay() -> None:
    j = small()
    assert len(add_role(j, "Legal").put) == 1
    for found in j.all(Role):
        j.apply(recolour_role(j, found.id, colours(j)[found.name]))
    assert len(move_roles(j, ["role-sales"], "").put) == 1


def seen_and_own(j: Journey) -> tuple[list[str], list[str]]:
    looks = looks_of(j, LIGHT)
    new = [found for found in j.all(Role) if found.id not in {known.id for known in small().all(Role)}]
    return [looks[found.id].colour for found in new], [found.colour for found in new]


def captured(j: Journey) -> Change:
    text = "Legal, Board: review\nCFO, Auditor: report"
    return captured_change(j, [read_line(line, Known(j)) for line in text.splitlines()], Place(3.0))


def typed_into_a_cell(j: Journey) -> Change:
    column = next(each for each in columns(j) if each.key == "roles")
    names = Names(j, {"Legal": "", "Board": ""})
    return set_cell(j, "touch-kick-off", column, "CFO, Legal, Board", names)


def pasted_into_the_table(j: Journey) -> Change:
    known = [each for each in columns(j) if each.key in ("title", "roles")]
    names = Names(j, {"Legal": "", "Board": ""})
    return paste_block(j, (("Review", "Legal"), ("Report", "Board")), (), known, names).change


def pasted_from_elsewhere(j: Journey) -> Change:
    other = journey(
        role("Legal"), role("Board", colour=LIGHT_COLOURS[0]), touch("Elsewhere", "Legal", "Board", at=4)
    )
    return paste(j, copied(other, ["touch-elsewhere"]))


def added_like_any_record(j: Journey) -> Change:
    return add_record(j, Role, name="Legal")


@pytest.mark.parametrize(
    "way", [captured, typed_into_a_cell, pasted_into_the_table, pasted_from_elsewhere, added_like_any_record]
)
def test_however_a_role_comes_it_has_a_colour_of_its_own_that_nobody_else_has(
    way: Callable[[Journey], Change],
) -> None:
    j = small()
    before = colours(j)
    j.apply(way(j))
    seen, own = seen_and_own(j)
    assert own
    assert own == seen
    assert len(set(own)) == len(own)
    assert set(own) <= set(LIGHT_COLOURS) - set(before.values())
    assert {name: colour for name, colour in colours(j).items() if name in before} == before


def test_a_pasted_role_keeps_the_colour_that_was_chosen_for_it_where_nobody_has_it() -> None:
    other = journey(role("Legal", colour="#C0FFEE"), touch("Elsewhere", "Legal", at=4))
    j = small()
    j.apply(paste(j, copied(other, ["touch-elsewhere"])))
    assert next(found.colour for found in j.all(Role) if found.name == "Legal") == "#C0FFEE"


def test_roles_without_a_colour_are_left_alone_by_changes_of_other_things() -> None:
    j = small()
    change = Change((replaced(j.the(Role, "role-cfo"), name="Finance"),), (), "Rename")
    assert coloured(j, change) is change


@given(st.lists(st.sampled_from(["", *LIGHT_COLOURS, "#C0FFEE"]), min_size=1, max_size=20), st.data())
def test_no_move_and_no_removal_changes_a_colour_that_is_seen(chosen: list[str], data: st.DataObject) -> None:
    j = journey(*(role(f"Role {place}", colour=colour) for place, colour in enumerate(chosen)))
    ids = [found.id for found in j.all(Role)]
    for _ in range(3):
        before = colours(j)
        some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        way = data.draw(st.sampled_from(["move", "remove", "add"]))
        if way == "add":
            j.apply(add_role(j, f"Role {len(before)} more", data.draw(st.sampled_from([None, "", *ids]))))
        elif way == "move":
            j.apply(move_roles(j, some, data.draw(st.sampled_from(["", *ids]))))
        elif len(ids) > len(some):
            j.apply(remove_roles(j, some))
        ids = [found.id for found in j.all(Role)]
        now = colours(j)
        assert {name: now[name] for name in now if name in before} == {
            name: colour for name, colour in before.items() if name in now
        }
