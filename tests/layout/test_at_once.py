"""A layout made at once: legal at any time, and no trace of it in the settled one that follows."""

from __future__ import annotations

import gc
import random

import pytest
from msgspec.structs import fields

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Card, Layout
from app.model.edits.touchpoints import move_touchpoints, retitle
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.view import View
from tests.layout.geometry import faults
from tests.layout.test_following import change_of
from tests.layout.test_layout import sample
from tests.world import large_journey

VIEW = View()


def _absolute(placed: Layout) -> dict[str, tuple[float, float, Card]]:
    return {card.touchpoint: (card.box.x + b.x, card.box.y, card) for b in placed.blocks for card in b.cards}


def _differing(one: Layout, other: Layout) -> list[str]:
    names = [field.name for field in fields(one) if field.name not in {"memory", "is_settled"}]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _moved(world: Journey, touchpoint: str, by: float) -> None:
    world.apply(move_touchpoints(world, [touchpoint], by))


def test_labels_stay_at_once_where_nothing_came_into_their_way() -> None:
    world = sample("service-platform")
    before = layout(world, VIEW, fixed_measure)
    moved = world.all(Touchpoint)[12].id
    _moved(world, moved, 0.3)
    after = layout(world, VIEW, fixed_measure, before, at_once=True)
    assert not after.is_settled
    assert [lane.y for lane in after.lanes] == [lane.y for lane in before.lanes]
    was, now = _absolute(before), _absolute(after)
    others = [name for name in now if name != moved and now[name][:2] != was[name][:2]]
    assert len(others) <= 2
    assert now[moved][0] > was[moved][0]


@pytest.mark.parametrize(("touchpoints", "roles"), [(30, 8), (110, 12)])
def test_what_is_shown_at_once_keeps_the_rules(touchpoints: int, roles: int) -> None:
    world = large_journey(touchpoints, roles, seed=1)
    dice, placed = random.Random(1), layout(world, VIEW, fixed_measure)
    for point in dice.sample(world.all(Touchpoint), 5):
        _moved(world, point.id, dice.choice((0.4, -0.7, 1.3)))
        shown = layout(world, VIEW, fixed_measure, placed, at_once=True)
        placed = layout(world, VIEW, fixed_measure, shown)
        assert set(faults(shown)) <= set(faults(placed))


def test_a_lane_grows_at_once_where_a_label_finds_no_place_else() -> None:
    world = large_journey(30, 8, seed=1)
    placed, dice, grew = layout(world, VIEW, fixed_measure), random.Random(1), 0
    for point in world.all(Touchpoint):
        _moved(world, point.id, dice.choice((0.4, -0.7, 1.3)))
        shown = layout(world, VIEW, fixed_measure, placed, at_once=True)
        heights = zip(placed.lanes, shown.lanes, strict=True)
        assert all(after.height >= before.height for before, after in heights)
        grew += [lane.height for lane in shown.lanes] != [lane.height for lane in placed.lanes]
        placed = layout(world, VIEW, fixed_measure, shown)
    assert grew


@pytest.mark.parametrize("seed", range(4))
def test_a_layout_settles_as_if_nothing_had_been_shown_at_once(seed: int) -> None:
    dice = random.Random(seed)
    world = large_journey((30, 60, 120, 240)[seed], dice.choice((3, 8, 20)), seed=seed)
    view = View(spacing=("proportional", "even")[seed % 2], detail=("compact", "standard", "full")[seed % 3])
    placed, history = layout(world, view, fixed_measure), History()
    for turn in range(9):
        try:
            history.do(world, change_of(world, dice))
        except JourneyError:
            history.undo(world)
        placed = layout(world, view, fixed_measure, placed, at_once=True)
        if turn % 3 == 2:
            placed = layout(world, view, fixed_measure, placed)
            assert placed.is_settled
            assert _differing(placed, layout(world, view, fixed_measure)) == []


def test_several_edits_at_once_keep_what_is_needed_to_settle_and_no_more() -> None:
    world = sample("service-platform")
    placed = first = layout(world, VIEW, fixed_measure)
    for words in ("A", "Ab", "Abc"):
        world.apply(retitle(world, world.all(Touchpoint)[3].id, words))
        placed = layout(world, VIEW, fixed_measure, placed, at_once=True)
        assert placed.memory.settled is first.memory  # type: ignore[attr-defined]
    placed = layout(world, VIEW, fixed_measure, placed)
    assert placed.memory.settled is placed.memory  # type: ignore[attr-defined]


def test_layouts_are_freed_as_soon_as_others_follow_them() -> None:
    """Held in cycles, each would wait for a round of the collector through everything there is."""
    world = sample("service-platform")
    placed, dice = layout(world, VIEW, fixed_measure), random.Random(3)
    gc.collect()
    gc.disable()
    try:
        for turn in range(6):
            world.apply(change_of(world, dice))
            placed = layout(world, VIEW, fixed_measure, placed, at_once=turn % 2 == 0)
        assert placed.blocks
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_map_too_large_for_trials_is_always_settled() -> None:
    world = large_journey(230, 12, seed=2)
    placed = layout(world, VIEW, fixed_measure)
    _moved(world, world.all(Touchpoint)[50].id, 0.4)
    assert layout(world, VIEW, fixed_measure, placed, at_once=True).is_settled
