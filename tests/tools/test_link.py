from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from app.model.edits import links
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.tools.duration import stretch_at
from app.tools.link import ends_of, handle_at, handle_offset, offered_at
from app.tools.pointer import Pointer
from app.tools.tool import Typing
from tests.tools.table import Table
from tests.world import id_of, journey, phase, touch


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


def test_a_handle_over_the_own_card_is_offered_and_grasped_and_a_click_there_selects() -> None:
    found = [(table, title) for table, title in _tables() if _card_at(table, title) == id_of("touch", title)]
    assert found
    for table, title in found:
        at = table.handle(title)
        pointer = Pointer(*at)
        assert offered_at(table.ground(), pointer) == table.ground().spot(id_of("touch", title))
        table.drag(at, (at[0], at[1]))
        assert table.selection == {id_of("touch", title)}
        table.selection = frozenset()
        table.drag(at, (at[0] + 30, at[1] - 5), table.marker("End"))
        assert [link.source for link in table.journey.all(Link)] == [id_of("touch", title)]


def test_another_card_over_the_handle_is_meant_itself() -> None:
    found = [
        (table, title)
        for table, title in _tables()
        if _card_at(table, title) not in ("", id_of("touch", title))
    ]
    assert found
    for table, title in found:
        x, y = table.marker(title)
        for pointer in (Pointer(x + 18, y + 18), Pointer(x + 3, y + 3)):
            assert offered_at(table.ground(), pointer) is None


def test_seen_from_farther_away_the_handle_stays_graspable_and_leaves_the_marker_alone(table: Table) -> None:
    ground, (x, y) = table.ground(), table.marker("Request")
    far = Pointer(x + handle_offset(0.45), y + handle_offset(0.45) + 14, zoom=0.45)
    assert handle_at(ground, far) is not None
    assert handle_at(ground, replace(far, zoom=1.0)) is None
    assert handle_at(ground, Pointer(x + 6, y + 6, zoom=0.45)) is None


def test_from_very_far_only_what_is_selected_has_handles(table: Table) -> None:
    x, y = table.marker("Request")
    for zoom in (0.38, 0.1):
        at = Pointer(x + handle_offset(zoom), y + handle_offset(zoom), zoom=zoom)
        table.selection = frozenset()
        assert handle_at(table.ground(), at) is None
        table.selection = frozenset({"touch-request"})
        assert handle_at(table.ground(), at) is not None
        assert handle_at(table.ground(), Pointer(x, y, zoom=zoom)) is None
        assert stretch_at(table.ground(), at) is None


def _tables() -> Iterator[tuple[Table, str]]:
    """Touchpoints so near to each other that cards lie over handles."""
    for feelings in ((0, -2, 1), (2, -1, 0), (-2, 2, 0), (1, 1, 1), (-1, 0, 2)):
        points = [
            touch(n, "IT", at=4 + k * 0.6, feeling=feelings[k]) for k, n in enumerate(("One", "Two", "Three"))
        ]
        for title in ("One", "Two", "Three"):
            yield Table(journey(phase("Need", 0, 24), *points, touch("End", "CFO", at=20))), title


def _card_at(table: Table, title: str) -> str:
    """Return whose card lies over a touchpoint's handle, "" where none does."""
    hit = table.ground().hit(*table.handle(title), 1.0)
    return hit.record if hit is not None and hit.layer == "cards" else ""


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
