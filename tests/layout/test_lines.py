from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.lines import Course, Knot, RoleLine, pieces
from app.layout.result import LinePiece

FEELINGS = st.lists(st.tuples(st.floats(1, 300), st.integers(-2, 2)), min_size=2, max_size=12)


def line(steps: list[tuple[float, int]], idle: float = 1e9) -> tuple[RoleLine, list[Knot]]:
    knots, x = [], 0.0
    for gap, feeling in steps:
        x += gap
        knots.append(Knot(x, x, feeling))
    return RoleLine(knots, neutral=100.0, step=20.0, idle=idle), knots


@given(FEELINGS)
def test_a_line_never_overshoots_a_feeling(steps: list[tuple[float, int]]) -> None:
    drawn, knots = line(steps)
    for stretch, (before, after) in zip(drawn.stretches, pairwise(knots), strict=True):
        low, high = sorted((100 - 20 * before.feeling, 100 - 20 * after.feeling))
        for k in range(21):
            y = stretch.at(before.x + (after.x - before.x) * k / 20)[0]
            assert low - 1e-6 <= y <= high + 1e-6


@given(FEELINGS)
def test_a_line_goes_through_every_feeling_and_is_level_at_local_extremes(
    steps: list[tuple[float, int]],
) -> None:
    drawn, knots = line(steps)
    for place, knot in enumerate(knots[1:-1], 1):
        before, after = drawn.stretches[place - 1], drawn.stretches[place]
        assert before.end.y == after.start.y == 100 - 20 * knot.feeling
        assert before.slope_1 == after.slope_0
        rises = (knot.feeling - knots[place - 1].feeling) * (knots[place + 1].feeling - knot.feeling)
        assert rises > 0 or after.slope_0 == 0


def ends(piece: LinePiece) -> tuple[float, float]:
    return piece.segments[0][1], piece.segments[-1][5]  # type: ignore[misc]


def test_a_long_gap_is_dashed_between_solid_ends() -> None:
    drawn, _ = line([(10, 1), (400, 0), (50, 2)], idle=200)
    found = pieces("r", drawn.stretches, 100.0, 0.0, 500.0)
    assert [(piece.is_idle, *ends(piece)) for piece in found] == [
        (False, 10, 55), (True, 55, 365), (False, 365, 460),
    ]  # fmt: skip
    assert all(bool(piece.area) != piece.is_idle for piece in found)


@given(FEELINGS, st.floats(0, 1))
def test_pieces_of_neighbouring_leaves_meet(steps: list[tuple[float, int]], share: float) -> None:
    drawn, knots = line(steps, idle=150)
    border = knots[0].x + share * (knots[-1].x - knots[0].x)
    left = pieces("r", drawn.stretches, 100.0, 0.0, border)
    right = pieces("r", drawn.stretches, 100.0, border, 1e5)
    if left and right:
        assert ends(left[-1])[1] == pytest.approx(ends(right[0])[0])
        assert left[-1].segments[-1][6] == pytest.approx(right[0].segments[0][2])  # type: ignore[misc]


def test_a_late_role_comes_from_the_neutral_line() -> None:
    drawn, _ = line([(300, 2), (50, 1)])
    drawn.lead_in(0.0)
    first, *_ = pieces("r", drawn.stretches, 100.0, 0.0, 400.0)
    assert first.is_idle
    assert first.segments[0] == ("M", 0.0, 100.0)


def test_a_box_on_a_line_is_crossed_for_its_width() -> None:
    drawn, _ = line([(0, 0), (200, 0)])
    assert Course(drawn.stretches).crossing(50, 90, 120, 110) == (70, 0)
    assert Course(drawn.stretches).crossing(50, 20, 120, 60) == (0, 0)


def test_a_box_is_asked_about_every_stretch_that_it_reaches_and_no_other() -> None:
    drawn, _ = line([(0, 0), (100, 0), (100, 2), (100, 2), (100, 0)])
    course = Course(drawn.stretches)
    assert course.crossing(60, 90, 140, 110)[0] > 40.0  # up to where the line rises
    assert course.crossing(210, 50, 290, 70) == (80, 0)
    assert course.crossing(210, 90, 290, 110) == (0, 0)
    assert course.crossing(-50, 50, -10, 110) == (0, 0)
    assert course.crossing(400, 90, 450, 110) == (0, 0)


def test_a_box_on_an_idle_line_is_said_so() -> None:
    drawn, _ = line([(0, 0), (100, 0), (300, 0)], idle=200)
    assert Course(drawn.stretches).crossing(50, 90, 150, 110) == (50, 50)
