"""The timeline begins or ends elsewhere: the rest only moves, and all is as if it had been laid out anew."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Layout
from app.model.change import Change
from app.model.edits.touchpoints import move_touchpoints
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Phase, Touchpoint
from app.model.view import View
from tests.world import journey, large_journey, touch


def without_phases(touchpoints: int, roles: int) -> Journey:
    """Return a dense journey whose timeline is as long as its touchpoints say."""
    records = large_journey(touchpoints, roles, seed=3).records()
    return Journey.of(tuple(record for record in records if not isinstance(record, Phase)))


def differing(one: Layout, other: Layout) -> list[str]:
    names = [field.name for field in fields(one) if field.name != "memory"]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def moved(world: Journey, place: int, by: float) -> None:
    world.apply(move_touchpoints(world, [world.all(Touchpoint)[place].id], by))


@pytest.mark.parametrize("place", [0, -1])
@pytest.mark.parametrize("view", [View(), View(spacing="even"), View(first=2.0)], ids=str)
def test_the_first_or_last_touchpoint_moved_gives_the_layout_from_scratch(place: int, view: View) -> None:
    world = without_phases(260, 12)
    placed = layout(world, view, fixed_measure)
    for by in (0.013, 0.4, 1.0, -0.21):
        moved(world, place, by)
        placed = layout(world, view, fixed_measure, placed)
        assert differing(placed, layout(world, view, fixed_measure)) == []


def test_a_timeline_that_begins_later_moves_what_stands_in_it_and_changes_nothing_else() -> None:
    world = without_phases(1_000, 20)
    before = layout(world, View(), fixed_measure)
    moved(world, 0, 0.013)
    after = layout(world, View(), fixed_measure, before)
    was = {block.key: block for block in before.blocks}
    others = after.blocks[6:]
    shifts = {was[block.key].x - block.x for block in others}
    assert len(shifts) == 1
    assert shifts != {0.0}
    for block in others:
        former = was[block.key]
        assert all(
            getattr(block, name) is getattr(former, name) or getattr(block, name) == () for name in
            ("markers", "lines", "cards", "rods", "arrows")
        )  # fmt: skip


def test_a_role_that_comes_late_is_awaited_from_where_the_timeline_begins() -> None:
    points = [touch(f"T {n}", "A", at=n) for n in range(1, 120)]
    world = journey(*points, touch("Late", "B", at=100), unit="week")
    placed = layout(world, View(), fixed_measure)
    for by in (0.5, -0.7):
        moved(world, 0, by)
        placed = layout(world, View(), fixed_measure, placed)
        assert differing(placed, layout(world, View(), fixed_measure)) == []


def test_even_spacing_of_a_thousand_follows_edits_at_both_ends_and_in_the_middle() -> None:
    world, view = large_journey(1_000, 30, seed=4), View(spacing="even")
    placed = layout(world, view, fixed_measure)
    for place, by in ((500, 0.4), (0, 0.3), (-1, 2.0)):
        moved(world, place, by)
        placed = layout(world, view, fixed_measure, placed)
    longest = replaced(
        world.all(Touchpoint)[300], title="A title that needs much more room than the one before"
    )
    world.apply(Change(put=(longest,)))
    placed = layout(world, view, fixed_measure, placed)
    assert differing(placed, layout(world, view, fixed_measure)) == []
