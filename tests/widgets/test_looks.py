from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.drawing.colour import contrast
from app.drawing.tokens import DARK, LIGHT, Theme
from app.places import resource
from app.widgets.actions.table import ACTIONS
from app.widgets.icons import names, pixmap
from app.widgets.style_sheet import style_sheet
from app.widgets.theme import palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@THEMES
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.panel, theme.card, theme.phase, theme.bg):
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.ink2, ground) >= 4.5
    for ground in (theme.panel, theme.card, theme.bg):
        assert contrast(theme.muted, ground) >= 4.5


@THEMES
def test_the_style_sheet_names_no_font_and_only_files_that_are_there(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "font" not in sheet
    assert "$" not in sheet
    urls = re.findall(r'url\("([^"]+)"\)', sheet)
    assert urls
    assert all(resource("icons").joinpath("tinted", url.rsplit("/", 1)[1]).is_file() for url in urls)


@THEMES
def test_tinted_icons_have_the_colours_of_the_theme(theme: Theme) -> None:
    on_primary = theme.bg if theme.is_dark else "#FFFFFF"
    wanted = {
        "chevron-down": theme.muted,
        "chevron-right": theme.muted,
        "check": theme.ink,
        "check-on-primary": on_primary,
    }
    for name, colour in wanted.items():
        assert colour in (resource("icons") / "tinted" / f"{theme.name}-{name}.svg").read_text(
            encoding="utf-8"
        )


@THEMES
def test_the_palette_follows_the_theme(theme: Theme, qapp: QApplication) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.WindowText) == QColor(theme.ink)
    assert made.color(QPalette.ColorRole.Window) == QColor(theme.panel)


def test_every_icon_draws_something_in_the_colour_asked_for(qapp: QApplication) -> None:
    for name in names():
        image = pixmap(name, "#C62F2F", 24, 2.0).toImage()
        assert image.width() == 48
        assert any(image.pixelColor(x, y).alpha() > 200 for x in range(48) for y in range(48)), name


def test_the_icons_of_the_actions_are_there() -> None:
    assert {action.icon for action in ACTIONS if action.icon} <= set(names())
