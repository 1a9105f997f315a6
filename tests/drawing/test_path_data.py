"""Path data is read as SVG means it."""

from __future__ import annotations

import math

import pytest

from app.drawing.path_data import arc_curves, parsed


def test_relative_and_absolute_commands_meet() -> None:
    assert parsed("M2 3 l4 0 v5 H2 z") == parsed("M2,3L6,3V8h-4Z")


def test_numbers_may_stand_without_blanks() -> None:
    assert parsed("M1.5.5-2-3") == (("M", 1.5, 0.5), ("L", -2.0, -3.0))


def test_after_a_move_numbers_mean_lines() -> None:
    assert parsed("m1 1 2 2 3 3") == (("M", 1.0, 1.0), ("L", 3.0, 3.0), ("L", 6.0, 6.0))


def test_a_quadratic_curve_becomes_a_cubic_one() -> None:
    assert parsed("M0 0Q3 3 6 0")[1] == ("C", 2.0, 2.0, 4.0, 2.0, 6.0, 0.0)


def test_a_smooth_curve_goes_on_in_the_same_direction() -> None:
    assert parsed("M0 0C0 1 2 1 2 0S4-1 4 0")[2] == ("C", 2.0, -1.0, 4.0, -1.0, 4.0, 0.0)


def test_an_arc_keeps_to_its_circle() -> None:
    curves = arc_curves((10.0, 0.0), 10.0, 10.0, 0.0, True, True, (0.0, -10.0))
    assert len(curves) == 3
    for x1, y1, x2, y2, x, y in curves:
        assert math.isclose(math.hypot(x, y), 10.0, abs_tol=1e-9)
        assert math.hypot(x1, y1) > 10
        assert math.hypot(x2, y2) > 10


def test_flags_of_an_arc_may_stand_together() -> None:
    assert parsed("M0 0a4 4 0 104 5") == parsed("M0 0a4 4 0 1 0 4 5")


@pytest.mark.parametrize("data", ["M1", "M1 2C3 4", "5 6", "M0 0z5 5", "M0 0A1 2"])
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="path data"):
        parsed(data)
