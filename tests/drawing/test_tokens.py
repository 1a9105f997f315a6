"""Themes hold every token of VISUAL.md as it stands there."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import fields

from app.drawing.tokens import DARK, LIGHT, PRINT, THEMES, Theme


def test_three_themes_by_name() -> None:
    assert THEMES == {"light": LIGHT, "dark": DARK, "print": PRINT}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_colour_is_written_in_six_digits(theme: Theme) -> None:
    for field in fields(theme):
        value = getattr(theme, field.name)
        assert field.name == "name" or not isinstance(value, str) or re.fullmatch("#[0-9A-F]{6}", value), (
            field.name
        )


def test_only_print_is_white_and_solid() -> None:
    assert (PRINT.bg, PRINT.has_bands, PRINT.is_solid) == ("#FFFFFF", False, True)
    assert LIGHT.has_bands
    assert not LIGHT.is_solid
    assert DARK.is_dark
