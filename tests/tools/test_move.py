from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.model.view import Spacing, View
from app.tools.ghost import GhostGone, GhostMarker, GhostRule
from app.tools.grips import gesture_at
from app.tools.move import Move
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import MOST_TRIED, Outcome
from tests.tools.table import Table
from tests.world import id_of, journey, link, phase, role, touch

FREE, CONTROL, SHIFT = Modifiers(alt=True), Modifiers(control=True), Modifiers(shift=True)


def buying() -> Journey:
    return journey(
        phase("Need", 0, 8),
        phase("Buy", 8, 16),
        role("IT"),
        role("CFO"),
        touch("Ask", "IT", at=2, feeling=1),
        touch("Think", "IT", at=5),
        touch("Sign", "CFO", at=10.3, feeling=-1),
        link("Ask", "Sign"),
    )


def the(table: Table, title: str) -> Touchpoint:
    return table.journey.the(Touchpoint, f"touch-{title.lower()}")


def at(table: Table, time: float, role_name: str, feeling: float) -> tuple[float, float]:
    """The place of a time and a feeling on a lane."""
    lane = table.ground().lane(f"role-{role_name.lower()}")
    assert lane is not None
    return table.ground().x_of(time), lane.neutral_y - feeling * lane.step


def markers(seen: Outcome) -> list[GhostMarker]:
    assert seen.ghost is not None
    return [shape for shape in seen.ghost.shapes if isinstance(shape, GhostMarker)]


def test_a_drag_along_the_lane_moves_in_time_and_keeps_the_feeling() -> None:
    table = Table(buying())
    x, y = table.marker("Ask")
    table.drag((x, y), (x + 30, y + 4), (at(table, 3.9, "IT", 1)[0], y + 8))
    assert (the(table, "Ask").start, the(table, "Ask").participations[0].feeling) == (4.0, 1)


def test_a_drag_up_and_down_sets_the_feeling_and_keeps_the_time() -> None:
    table = Table(buying())
    for goal in (2, 0, -2):
        x, _ = table.marker("Sign")
        table.drag(table.marker("Sign"), (x + 5, at(table, 10.3, "CFO", goal)[1]))
        assert (the(table, "Sign").start, the(table, "Sign").participations[0].feeling) == (10.3, goal)


def test_a_touchpoint_without_feeling_keeps_none_while_it_only_moves_in_time() -> None:
    table = Table(buying())
    table.drag(table.marker("Think"), at(table, 7, "IT", 0.2))
    assert (the(table, "Think").start, the(table, "Think").participations[0].feeling) == (7.0, None)


def test_the_ghost_stands_where_it_lands_and_says_so() -> None:
    table = Table(buying())
    goal = at(table, 7, "IT", -2)
    seen = table.drag(table.marker("Ask"), goal)
    shown = next(shape for shape in markers(seen) if shape.role == "role-it")
    assert (shown.x, shown.y) == pytest.approx(table.marker("Ask"), abs=0.1)
    assert seen.ghost is not None
    assert seen.ghost.words.lower() == "week 7 · it · very bad"


@pytest.mark.parametrize(
    ("goal", "held", "expected"),
    [
        (5.1, None, 5.0),  # the moment of another
        (8.1, None, 8.0),  # a phase's border
        (6.6, None, 6.5),  # the grid
        (10.27, None, 10.3),  # a moment that is not on the grid
        (6.62, FREE, 6.62),
    ],
)
def test_it_snaps_to_moments_borders_and_grid_and_alt_frees(
    goal: float, held: Modifiers | None, expected: float
) -> None:
    table = Table(buying())
    seen = table.drag(table.marker("Ask"), at(table, goal, "IT", 1), held=held)
    assert the(table, "Ask").start == pytest.approx(expected, abs=0.011 if held else 1e-9)
    assert seen.ghost is not None
    assert any(isinstance(shape, GhostRule) for shape in seen.ghost.shapes) == (expected in (5.0, 8.0, 10.3))


def test_a_drop_on_another_lane_gives_the_part_to_its_role_with_its_links() -> None:
    table = Table(buying())
    table.drag(table.marker("Sign"), at(table, 12, "IT", 2))
    moved = the(table, "Sign")
    assert (moved.roles, moved.start, moved.participations[0].feeling) == (("role-it",), 12.0, 2)
    assert table.journey.all(Link)[0].target == "touch-sign"


def test_a_drop_on_another_lane_with_ctrl_shares_it_where_it_is_in_time() -> None:
    table = Table(buying())
    seen = table.drag(table.marker("Sign"), at(table, 12, "IT", 2), held=CONTROL)
    shared = the(table, "Sign")
    assert shared.roles == ("role-cfo", "role-it")
    assert (shared.start, shared.participations[1].feeling, shared.participations[1].involvement) == (
        10.3,
        2,
        "takes_part",
    )
    assert seen.cursor == "copy"
    assert seen.ghost is not None
    assert seen.ghost.words == "Share with IT · Very good"


def test_shift_holds_it_on_the_axis_that_was_dragged_farther() -> None:
    table = Table(buying())
    x, y = table.marker("Ask")
    table.drag((x, y), (at(table, 4, "IT", 1)[0], y + 60), held=SHIFT)
    assert (the(table, "Ask").start, the(table, "Ask").participations[0].feeling) == (4.0, 1)


def test_what_is_selected_moves_together_by_the_way_of_the_one_that_is_dragged() -> None:
    table = Table(buying(), frozenset({"touch-ask", "touch-sign"}))
    seen = table.drag(table.marker("Ask"), at(table, 4, "IT", 1))
    assert [the(table, title).start for title in ("Ask", "Sign", "Think")] == [4.0, 12.3, 5.0]
    assert len(markers(seen)) == 2


def test_a_shared_touchpoint_is_dragged_with_all_its_markers() -> None:
    table = Table(
        journey(role("IT"), role("CFO"), touch("Meet", "IT", "CFO", at=4), touch("End", "IT", at=12))
    )
    seen = table.drag(table.marker("Meet", "CFO"), at(table, 8, "CFO", 2))
    assert {shape.role for shape in markers(seen)} == {"role-it", "role-cfo"}
    meet = the(table, "Meet")
    assert meet.start == 8.0
    assert [part.feeling for part in meet.participations] == [None, 2]


def test_dragged_back_to_where_it_was_nothing_has_changed() -> None:
    table = Table(buying())
    before = table.journey.records()
    x, y = table.marker("Ask")
    table.drag((x, y), (x + 200, y), (x, y))
    assert table.journey.records() == before


SPACINGS: tuple[Spacing, ...] = ("proportional", "even")


@pytest.mark.parametrize("spacing", SPACINGS)
def test_dropped_where_the_role_is_already_the_ghost_stands_beside_it_as_the_touchpoint_will(
    spacing: Spacing,
) -> None:
    table = Table(buying(), view=View(spacing=spacing))
    seen = table.drag(table.marker("Think"), at(table, 2, "IT", 0))
    assert the(table, "Think").start == 2.0
    shown = next(shape for shape in markers(seen) if shape.role == "role-it")
    assert shown.x == pytest.approx(table.marker("Think")[0], abs=0.1)
    assert abs(shown.x - table.marker("Ask")[0]) > 30


@pytest.mark.parametrize("spacing", SPACINGS)
def test_dropped_onto_a_crowded_moment_it_lands_where_its_ghost_stood(spacing: Spacing) -> None:
    for title, goal in (
        ("A title that asks for much room", 6.0),
        ("Early", 6.0),
        ("Both", 6.0),
        ("Crowd 3", 2.0),
        ("Crowd 1", 9.0),
    ):
        table = Table(crowded(), view=View(spacing=spacing))
        before = table.ground()
        seen = table.drag(table.marker(title), at(table, goal, "IT", 1))
        record_id = id_of("touch", title)
        assert table.journey.the(Touchpoint, record_id).start == goal
        assert table.last.held is not None
        now = table.ground()
        moved = now.x_of(before.time_at(table.last.held.x)) - table.last.held.x
        ghost = next(shape for shape in markers(seen) if shape.role == "role-it")
        landed = now.spot(record_id, "role-it")
        assert landed is not None
        assert landed.x - moved == pytest.approx(ghost.x, abs=0.5), title


def crowded() -> Journey:
    """Several touchpoints of one role at one moment, shared ones among them."""
    long = "A title that asks for much room"
    return journey(
        role("IT"), role("CFO"), role("Legal"),
        touch("Early", "IT", at=2, feeling=1), touch(long, "IT", at=3, feeling=0),
        touch("Both", "IT", "Legal", at=4, feeling=1),
        *(touch(f"Crowd {n}", "IT", *(["Legal"] if n == 2 else []), at=6, feeling=1) for n in range(4)),
        touch("Aside", "CFO", at=6, feeling=-1), touch("End", "IT", "CFO", at=9, feeling=0),
    )  # fmt: skip


def test_a_marker_that_stands_beside_its_time_lands_under_the_hand() -> None:
    found = journey(role("IT"), touch("A", "IT", at=2), touch("B", "IT", at=2), touch("Z", "IT", at=12))
    table = Table(found)
    x, y = table.marker("B")
    assert x > table.ground().x_of(2) + 20
    seen = table.drag((x, y), (x + 90, y), held=FREE)
    assert markers(seen)[0].x == pytest.approx(x + 90, abs=1)


def test_shared_with_a_role_that_stands_there_already_the_ghost_stands_beside_it() -> None:
    table = Table(
        journey(
            role("IT"), role("CFO"), touch("A", "CFO", at=2), touch("B", "IT", at=2), touch("Z", "IT", at=12)
        )
    )
    seen = table.drag(table.marker("B"), at(table, 2, "CFO", 1), held=CONTROL)
    assert the(table, "B").roles == ("role-it", "role-cfo")
    assert [shown.x for shown in markers(seen)] == pytest.approx([table.marker("B")[0]] * 2, abs=0.1)
    assert table.marker("B")[0] > table.marker("A")[0] + 30


def test_markers_beside_each_other_stay_so_while_they_are_dragged_together() -> None:
    found = journey(role("IT"), touch("A", "IT", at=2), touch("B", "IT", at=2), touch("Z", "IT", at=12))
    table = Table(found, frozenset({"touch-a", "touch-b"}))
    seen = table.drag(table.marker("A"), at(table, 6, "IT", 0))
    assert [shown.x for shown in markers(seen)] == pytest.approx(
        [table.marker("A")[0], table.marker("B")[0]], abs=0.1
    )


def test_between_lanes_and_beyond_them_the_nearest_lane_is_meant() -> None:
    table = Table(buying())
    ground = table.ground()
    x, _ = table.marker("Sign")
    table.drag(table.marker("Sign"), (x, ground.layout.height - 5))
    assert the(table, "Sign").participations[0].feeling == -2
    table.drag(table.marker("Ask"), (table.marker("Ask")[0], ground.layout.height - 5))
    assert the(table, "Ask").roles == ("role-cfo",)


def test_what_lands_is_held_where_the_ghost_stood() -> None:
    table = Table(buying())
    x, y = at(table, 7.05, "IT", -2.4)
    table.drag(table.marker("Ask"), (x, y))
    assert table.last.held is not None
    assert tuple(table.last.held) == pytest.approx(table.marker("Ask"), abs=0.1)


def test_a_feeling_that_is_not_known_stays_unknown_at_the_neutral_line_of_another_lane() -> None:
    table = Table(buying())
    table.drag(table.marker("Think"), at(table, 5, "CFO", 0.2))
    part = the(table, "Think").participations[0]
    assert (part.role, part.feeling) == ("role-cfo", None)


def test_what_is_carried_fades_where_it_stood() -> None:
    found = journey(role("IT"), role("CFO"), touch("Meet", "IT", "CFO", at=4), touch("End", "IT", at=12))
    table = Table(found)
    seen = table.hold(table.marker("Meet", "CFO"), at(table, 8, "CFO", 2))
    assert seen.ghost is not None
    gone = [shape for shape in seen.ghost.shapes if isinstance(shape, GhostGone)]
    assert {(shape.role, shape.x, shape.y) for shape in gone} == {
        (role_id, *table.marker("Meet", name)) for role_id, name in (("role-it", "IT"), ("role-cfo", "CFO"))
    }


def test_very_many_are_moved_only_at_the_end_and_some_of_them_shown_on_the_way() -> None:
    many = journey(role("IT"), *(touch(f"T{n}", "IT", at=n / 4) for n in range(MOST_TRIED + 30)))
    table = Table(many, frozenset(each.id for each in many.all(Touchpoint)))
    x, y = table.marker("T40")
    gesture = gesture_at(table.ground(), Pointer(x, y))
    assert gesture is not None
    seen = gesture.at(table.ground(), Pointer(x + 200, y, is_down=True))
    assert seen.change is None
    assert 0 < len(markers(seen)) <= MOST_TRIED + 1
    table.drag((x, y), (x + 200, y))
    assert the(table, "T0").start > 0


def test_what_is_dragged_along_does_not_hold_it_back_however_near_it_stands() -> None:
    crowd = (touch(f"T{n}", "IT", at=4 + n / 100) for n in range(5))
    found = journey(role("IT"), *crowd, touch("Far", "IT", at=30), touch("Moment", "IT", at=4.34))
    table = Table(found, frozenset(f"touch-t{n}" for n in range(5)))
    x, y = table.ground().x_of(4.04), table.marker("T4")[1]
    gesture = gesture_at(table.ground(), Pointer(*table.marker("T4")))
    assert isinstance(gesture, Move)
    seen = replace(gesture, x=x, y=y).at(table.ground(), Pointer(table.ground().x_of(4.33), y, zoom=4.0))
    assert seen.change is not None
    assert seen.held is not None
    assert table.ground().time_at(seen.held.x) == pytest.approx(4.34)
