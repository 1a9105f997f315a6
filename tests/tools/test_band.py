from __future__ import annotations

from app.tools.ghost import GhostBox, GhostHalo
from app.tools.pointer import Modifiers
from tests.tools.table import Table
from tests.world import journey, role, touch


def table() -> Table:
    return Table(
        journey(
            role("IT"),
            role("CFO"),
            touch("A", "IT", at=2),
            touch("B", "IT", "CFO", at=6),
            touch("C", "CFO", at=10),
        )
    )


def lane_top(found: Table, name: str) -> float:
    lane = found.ground().lane(f"role-{name}")
    assert lane is not None
    return lane.y + 3


def test_a_band_selects_the_touchpoints_whose_markers_it_holds() -> None:
    found = table()
    x_of = found.ground().x_of
    seen = found.drag((x_of(4), lane_top(found, "it")), (x_of(11), lane_top(found, "cfo") + 100))
    assert found.selection == {"touch-b", "touch-c"}
    assert seen.ghost is not None
    *halos, band = seen.ghost.shapes
    assert isinstance(band, GhostBox)
    assert {(halo.x, halo.y) for halo in halos if isinstance(halo, GhostHalo)} == {
        found.marker("B"), found.marker("B", "CFO"), found.marker("C"),
    }  # fmt: skip
    assert seen.ghost.words == "2 touchpoints"


def test_with_shift_it_adds() -> None:
    found = table()
    found.selection = frozenset({"touch-a"})
    x_of = found.ground().x_of
    found.drag(
        (x_of(8), lane_top(found, "cfo")),
        (x_of(11), lane_top(found, "cfo") + 100),
        held=Modifiers(shift=True),
    )
    assert found.selection == {"touch-a", "touch-c"}


def test_any_corner_may_come_first_and_one_marker_of_a_shared_touchpoint_is_enough() -> None:
    found = table()
    x_of = found.ground().x_of
    top = lane_top(found, "cfo")
    found.drag((x_of(7), top + 100), (x_of(3), top))
    assert found.selection == {"touch-b"}
    seen = found.drag((x_of(7), top), (x_of(7) + 8, top + 4))
    assert (found.selection, seen.ghost.words if seen.ghost is not None else None) == (frozenset(), "")
