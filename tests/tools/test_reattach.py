from __future__ import annotations

from app.model.edits import links
from app.model.records import Link
from app.tools.reattach import ends_of, grips_of
from tests.tools.linked import buying, ends
from tests.tools.table import Table


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


def test_of_many_selected_links_no_end_is_offered() -> None:
    table = linked()
    assert len(list(grips_of(table.ground()))) == 2
    others = {f"touch-{name}" for name in ("request", "approve", "sign", "kick-off")}
    table.selection |= others | {"phase-need", "phase-buy", "role-it", "role-cfo", "role-legal"}
    assert not list(grips_of(table.ground()))
    assert table.hold(_end(table, "target"), table.marker("Sign")).change is None
