from __future__ import annotations

import pytest

from app.model.records import Link, Touchpoint
from app.tools.ghost import GhostMarker
from app.tools.link import GIVEN_UP_PX
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import Typing
from tests.tools.linked import buying, ends
from tests.tools.table import Table


@pytest.fixture
def table() -> Table:
    return Table(buying())


def test_a_link_is_pulled_from_the_handle_of_a_marker_onto_another(table: Table) -> None:
    seen = table.drag(table.handle("Request"), (500, 300), table.marker("Approve"))
    assert ends(table) == [("touch-request", "", "touch-approve", "")]
    new = table.journey.all(Link)[0].id
    assert table.selection == {new}
    assert table.last.typing == Typing(new, "kind")
    assert seen.ghost is not None
    assert seen.ghost.words == "Handoff to Approve"


def test_a_shared_touchpoint_is_linked_at_the_role_it_was_pulled_from(table: Table) -> None:
    table.drag(table.handle("Sign"), table.marker("Kick-off", "CFO"))
    assert ends(table) == [("touch-sign", "", "touch-kick-off", "role-cfo")]
    table.selection = frozenset({"touch-kick-off"})
    table.drag(table.handle("Kick-off", "IT"), table.marker("Approve"))
    assert ("touch-kick-off", "role-it", "touch-approve", "") in ends(table)


def test_a_drop_near_a_marker_is_meant_for_it(table: Table) -> None:
    x, y = table.marker("Approve")
    table.drag(table.handle("Request"), (x + 14, y + 14))
    assert ends(table) == [("touch-request", "", "touch-approve", "")]


def test_pulled_onto_the_empty_lane_of_another_role_it_is_shared(table: Table) -> None:
    before = table.journey.the(Touchpoint, "touch-request")
    _, y = table.header("Legal")
    seen = table.drag(table.handle("Request"), (table.marker("Request")[0] + 3, y))
    assert table.journey.the(Touchpoint, "touch-request").roles == (*before.roles, "role-legal")
    assert ends(table) == []
    assert seen.cursor == "copy"


def test_let_go_near_where_it_began_or_outside_the_lanes_nothing_happens(table: Table) -> None:
    before = table.journey.records()
    x, y = table.marker("Request")
    for there in ((x + 30, y - 20), (x + 200, 20.0)):
        seen = table.drag(table.handle("Request"), (x + 90, y + 30), there)
        assert table.journey.records() == before
        assert table.last.typing is None
        assert seen.ghost is not None
        assert seen.ghost.words.startswith("Drop it on a touchpoint")


def test_let_go_over_its_own_card_nothing_is_meant(table: Table) -> None:
    before = table.journey.records()
    card = table.ground().places.outlines("touch-request")[0]
    corner = (card.right - 3, card.y + 3)
    assert Pointer(*corner).away(*table.marker("Request")) > GIVEN_UP_PX
    table.drag(table.handle("Request"), (500, 300), corner)
    assert table.journey.records() == before


def test_pulled_onto_free_ground_of_its_lane_a_linked_touchpoint_is_made_there(table: Table) -> None:
    ground, lane = table.ground(), table.ground().lane("role-it")
    assert lane is not None
    seen = table.drag(table.handle("Request"), (500, 300), (ground.x_of(12), lane.neutral_y + lane.step))
    made = new_one(table)
    assert (made.start, made.roles, made.participations[0].feeling) == (12.0, ("role-it",), None)
    assert ends(table) == [("touch-request", "", made.id, "")]
    assert table.selection == {made.id}
    assert table.last.typing == Typing(made.id, "title", "role-it", is_new=True)
    assert seen.ghost is not None
    assert seen.ghost.words == "New touchpoint: Week 12 · IT"
    (marker,) = (shape for shape in seen.ghost.shapes if isinstance(shape, GhostMarker))
    landed = table.ground().spot(made.id, "role-it")
    assert landed is not None
    assert (marker.x, marker.y, marker.is_hollow) == (pytest.approx(landed.x, abs=0.1), landed.y, True)


def test_a_new_one_lands_where_its_ghost_stood_beside_what_stands_there(table: Table) -> None:
    x, y = table.marker("Approve")
    free = next(below for below in range(25, 90, 5) if table.ground().hit(x + 2, y + below, 1.0) is None)
    seen = table.drag(table.handle("Kick-off", "CFO"), (500, 300), (x + 2, y + free))
    made = new_one(table)
    assert made.start == 10.0
    assert seen.ghost is not None
    (marker,) = (shape for shape in seen.ghost.shapes if isinstance(shape, GhostMarker))
    landed = table.ground().spot(made.id, "role-cfo")
    assert landed is not None
    assert marker.x == pytest.approx(landed.x, abs=0.1)


def test_with_shift_a_new_one_is_made_in_the_lane_of_another_role_and_the_words_offer_it(
    table: Table,
) -> None:
    ground, lane = table.ground(), table.ground().lane("role-cfo")
    assert lane is not None
    there = (ground.x_of(14), lane.neutral_y)
    seen = table.hold(table.handle("Request"), there)
    assert seen.ghost is not None
    assert seen.ghost.words == "Share with CFO · Neutral · Shift: a new one here"
    table.key("Esc")
    table.drag(table.handle("Request"), there, held=Modifiers(shift=True))
    made = new_one(table)
    assert (made.start, made.roles) == (14.0, ("role-cfo",))
    assert ends(table) == [("touch-request", "", made.id, "")]


def test_a_new_one_pulled_from_a_shared_touchpoint_is_linked_from_the_role_it_was_pulled_from(
    table: Table,
) -> None:
    lane = table.ground().lane("role-cfo")
    assert lane is not None
    table.drag(table.handle("Kick-off", "IT"), (table.ground().x_of(13), lane.neutral_y))
    assert ends(table) == [("touch-kick-off", "role-it", new_one(table).id, "")]


def new_one(table: Table) -> Touchpoint:
    (made,) = (each for each in table.journey.all(Touchpoint) if not each.title)
    return made


def test_the_same_link_twice_is_refused_while_the_hand_holds_it(table: Table) -> None:
    table.drag(table.handle("Request"), table.marker("Approve"))
    seen = table.hold(table.handle("Request"), table.marker("Approve"))
    assert seen.ghost is not None
    assert seen.ghost.is_refused
    assert seen.cursor == "not_here"
    assert seen.change is None


def test_esc_lets_the_link_go(table: Table) -> None:
    before = table.journey.records()
    table.hold(table.handle("Request"), table.marker("Approve"))
    table.key("Esc")
    assert table.journey.records() == before
    assert not table.tool.is_busy
