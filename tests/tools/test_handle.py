from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from app.model.records import Link
from app.tools.duration import stretch_at
from app.tools.handle import handle_at, handle_offset, offered_at
from app.tools.pointer import Pointer
from tests.tools.linked import buying
from tests.tools.table import Table
from tests.world import id_of, journey, phase, touch


@pytest.fixture
def table() -> Table:
    return Table(buying())


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
