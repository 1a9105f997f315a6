from __future__ import annotations

import pytest

from app.model.edits import links
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.tools.link import ends_of
from app.tools.tool import Typing
from tests.tools.table import Table
from tests.world import journey, phase, touch


def buying() -> Journey:
    return journey(
        phase("Need", 0, 10), phase("Buy", 10, 24),
        touch("Request", "IT", at=4, feeling=0), touch("Approve", "CFO", at=10, feeling=1),
        touch("Sign", "Legal", at=16, feeling=-1), touch("Kick-off", "IT", "CFO", at=20, feeling=2),
    )  # fmt: skip


@pytest.fixture
def table() -> Table:
    return Table(buying())


def ends(table: Table) -> list[tuple[str, str, str, str]]:
    return [(k.source, k.source_role, k.target, k.target_role) for k in table.journey.all(Link)]


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


def test_pulled_to_nowhere_nothing_happens(table: Table) -> None:
    before = table.journey.records()
    x, y = table.marker("Request")
    seen = table.drag(table.handle("Request"), (x + 90, y))
    assert table.journey.records() == before
    assert seen.ghost is not None
    assert "Drop it" in seen.ghost.words


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


def linked() -> Table:
    found = buying()
    change = links.link(found, "touch-request", "touch-approve")
    found.apply(change)
    return Table(found, frozenset({change.put[0].id}))


def test_the_end_of_a_selected_link_is_attached_elsewhere() -> None:
    table = linked()
    tip = _end(table, "target")
    seen = table.drag(tip, table.marker("Sign"))
    assert ends(table) == [("touch-request", "", "touch-sign", "")]
    assert seen.ghost is not None
    assert seen.ghost.words == "Request to Sign"
    assert table.selection == {table.journey.all(Link)[0].id}
    table.drag(_end(table, "source"), table.marker("Kick-off", "IT"))
    assert ends(table) == [("touch-kick-off", "role-it", "touch-sign", "")]


def test_an_end_dropped_on_nothing_or_where_it_was_stays() -> None:
    table = linked()
    before = table.journey.records()
    table.drag(_end(table, "target"), (900, 40))
    table.drag(_end(table, "target"), (900, 40), table.marker("Approve"))
    assert table.journey.records() == before


def test_both_ends_at_one_touchpoint_are_refused() -> None:
    table = linked()
    table.drag(_end(table, "target"), table.marker("Request"))
    assert table.last.refusal is not None
    assert "two different touchpoints" in table.last.refusal.what
    assert ends(table) == [("touch-request", "", "touch-approve", "")]


def test_ends_of_a_link_that_is_not_selected_are_no_handles() -> None:
    table = linked()
    table.selection = frozenset()
    assert table.hold(_end(table, "target"), table.marker("Sign")).change is None
    table.key("Esc")
    assert ends(table) == [("touch-request", "", "touch-approve", "")]


def _end(table: Table, side: str) -> tuple[float, float]:
    point = next(
        point for end, point in ends_of(table.ground(), table.journey.all(Link)[0].id).items() if end == side
    )
    return point.x, point.y
