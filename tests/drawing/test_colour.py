"""Arithmetic on colours."""

from __future__ import annotations

import pytest

from app.drawing.colour import contrast, mixed, oklab, until_contrast


def test_contrast_is_the_same_both_ways() -> None:
    assert contrast("#1B50C9", "#F6F4EF") == contrast("#F6F4EF", "#1B50C9") == pytest.approx(6.29, abs=0.01)


def test_a_tenth_over_white_is_faint() -> None:
    assert mixed("#254B00", "#FFFFFF", 0.1) == "#E9EDE6"
    assert mixed("#254B00", "#FFFFFF", 1.0) == "#254B00"


def test_white_is_light_and_without_hue() -> None:
    assert oklab((1, 1, 1)) == pytest.approx((1, 0, 0), abs=1e-3)


def test_a_colour_moves_only_as_far_as_it_must() -> None:
    moved = until_contrast("#333333", ("#000000",), 4.5, "#FFFFFF")
    assert 4.5 <= contrast(moved, "#000000") < 6
    assert until_contrast("#808080", ("#000000", "#FFFFFF"), 21, "#FFFFFF") == "#FFFFFF"
