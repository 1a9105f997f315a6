from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import force_setattr

from app.tools.snap import GRID_PX, REACH_PX, grid_step, snapped
from tests.tools.table import Table
from tests.world import journey, large_journey, phase, role, touch


def table() -> Table:
    return Table(
        journey(phase("Need", 0, 8.25), role("IT"), touch("Ask", "IT", at=2.2), touch("End", "IT", at=20))
    )


def test_moments_and_borders_hold_what_comes_near_and_the_nearest_wins() -> None:
    ground = table().ground()
    reach = REACH_PX * 0.9
    for time in (2.2, 8.25):
        for way in (-reach, reach):
            rested = snapped(ground, ground.x_of(time) + way, 1.0)
            assert (rested.time, rested.is_held) == (time, True)


def test_what_is_dragged_itself_does_not_hold() -> None:
    ground = table().ground()
    rested = snapped(ground, ground.x_of(2.2) + 1, 1.0, without=frozenset({"touch-ask"}))
    assert (rested.time, rested.is_held) == (2.0, False)


def test_the_nearer_one_looks_the_finer_the_grid() -> None:
    ground = table().ground()
    steps = [grid_step(ground, 700, zoom) for zoom in (0.02, 0.1, 0.5, 1, 4)]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] > steps[-1]
    for zoom, step in zip((0.02, 0.1, 0.5, 1, 4), steps, strict=True):
        assert (ground.x_of(step) - ground.x_of(0)) * zoom >= GRID_PX * 0.99 or step == steps[-1]


@given(st.floats(-1000, 3000), st.sampled_from([0.05, 0.3, 1.0, 8.0]))
def test_free_it_rests_within_a_px_of_the_hand_and_else_within_reach_of_the_grid(
    x: float, zoom: float
) -> None:
    ground = _GROUND
    free = snapped(ground, x, zoom, is_free=True)
    assert abs(ground.x_of(free.time) - x) * zoom <= 1.0
    rested = snapped(ground, x, zoom)
    most = max(REACH_PX, grid_step(ground, x, zoom) * (ground.x_of(1) - ground.x_of(0)) * zoom / 2)
    assert abs(ground.x_of(rested.time) - x) * zoom <= most + 0.01


_GROUND = table().ground()


def test_times_on_the_grid_are_short_numbers() -> None:
    ground = table().ground()
    for x in range(400, 1200, 7):
        assert len(str(snapped(ground, float(x), 1.0).time)) <= 5


@pytest.mark.parametrize("count", [30, 3000])
def test_a_question_looks_at_a_few_moments_only(count: int) -> None:
    found = large_journey(count)
    ground = Table(found).ground()
    looked: list[float] = []
    scale = ground.layout.scale

    class Counting:
        def x(self, time: float) -> float:
            looked.append(time)
            return scale.x(time)

        def time(self, x: float) -> float:
            return scale.time(x)

    force_setattr(ground.layout, "scale", Counting())
    snapped(ground, 900.0, 1.0)
    assert len(looked) < 80
