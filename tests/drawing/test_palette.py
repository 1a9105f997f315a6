"""Roles can be told apart: on every ground, by the colour-blind, in grey, and when roles are added."""

from __future__ import annotations

import itertools
import math

import pytest

from app.drawing.colour import Linear, contrast, linear, oklab
from app.drawing.palette import MARKER_SHAPES, role_looks
from app.drawing.tokens import DARK, LIGHT, PRINT, THEMES, Theme
from app.model.role_colours import DARK_COLOURS, LIGHT_COLOURS

# Machado, Oliveira, Fernandes 2009, full severity.
VISIONS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
WEIGHTS = {"tritan": 1.25}


def seen(colour: str, vision: str) -> Linear:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, light, strict=True))))
        for row in VISIONS[vision]
    )
    return red, green, blue


def smallest_distance(colours: tuple[str, ...], vision: str) -> tuple[float, tuple[str, str]]:
    return min(
        (
            math.dist(oklab(seen(one, vision)), oklab(seen(other, vision))) * WEIGHTS.get(vision, 1.0),
            (one, other),
        )
        for one, other in itertools.combinations(colours, 2)
    )


@pytest.mark.parametrize("vision", VISIONS)
def test_light_colours_stay_apart_for_every_eye(vision: str) -> None:
    distance, pair = smallest_distance(LIGHT_COLOURS, vision)
    assert distance >= 0.10, pair


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_lines_stand_out_from_every_lane(theme: Theme) -> None:
    least = 6.0 if theme.is_dark else 3.2
    for index in range(8):
        colour = role_looks(("",) * 8, theme)[index].colour
        for ground in (*theme.lane_fills, theme.card):
            assert contrast(colour, ground) >= least - 0.04, (colour, ground)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    grounds = (*theme.lane_fills, theme.bg, theme.card, theme.panel)
    for ground in grounds:
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.ink2, ground) >= 4.5
        assert contrast(theme.muted, ground) >= 4.5
        assert contrast(theme.pain, ground) >= 4.5
    assert contrast(theme.on_colour, theme.pain) >= 4.5
    assert contrast(theme.on_colour, theme.opp) >= 4.5
    for index in range(8):  # initials are large and bold: 3 is enough
        assert contrast(theme.on_colour, role_looks(("",) * 8, theme)[index].colour) >= 3


def test_no_pair_of_colour_and_shape_comes_twice_among_64_roles() -> None:
    assert len(set(role_looks(("",) * 64, LIGHT))) == 64
    chosen = tuple(LIGHT_COLOURS[index % 3] if index % 4 == 0 else "" for index in range(24))
    assert len(set(role_looks(chosen, LIGHT))) == 24


def test_the_first_eight_roles_differ_in_both_colour_and_shape() -> None:
    looks = role_looks(("",) * 8, LIGHT)
    assert len({look.colour for look in looks}) == len({look.shape for look in looks}) == 8


@pytest.mark.parametrize("chosen", [("",) * 9, ("", "#254B00", "", "#123456", ""), LIGHT_COLOURS])
def test_roles_keep_their_looks_when_one_is_added_last(chosen: tuple[str, ...]) -> None:
    assert role_looks((*chosen, ""), LIGHT)[:-1] == role_looks(chosen, LIGHT)


def test_a_palette_colour_brings_its_shape_wherever_the_role_stands() -> None:
    for place, (colour, shape) in enumerate(zip(LIGHT_COLOURS, MARKER_SHAPES, strict=True)):
        chosen = ("",) * (7 - place) + (colour,)
        assert role_looks(chosen, LIGHT)[-1] == (colour, shape)
        assert role_looks(chosen, DARK)[-1] == (DARK_COLOURS[place], shape)


def test_two_roles_of_one_chosen_colour_differ_in_shape() -> None:
    for colour in (LIGHT_COLOURS[3], "#AA2200"):
        one, other = role_looks((colour, colour), LIGHT)
        assert one.colour == other.colour
        assert one.shape != other.shape


def test_roles_without_a_colour_leave_chosen_colours_alone() -> None:
    looks = role_looks(("", LIGHT_COLOURS[0], "", ""), LIGHT)
    assert len({look.colour for look in looks}) == 4


def test_a_colour_chosen_by_hand_is_kept_on_light_grounds() -> None:
    assert role_looks(("#c01a5b",), LIGHT)[0].colour == "#C01A5B"
    assert role_looks(("#c01a5b",), PRINT)[0].colour == "#C01A5B"


def test_a_palette_colour_chosen_by_hand_has_its_partner_in_the_other_theme() -> None:
    for light, dark in zip(LIGHT_COLOURS, DARK_COLOURS, strict=True):
        assert role_looks((light,), DARK)[0].colour == dark
        assert role_looks((dark,), LIGHT)[0].colour == light


@pytest.mark.parametrize("colour", ["#000000", "#1B1B6F", "#5A0000", "#00337F", "#FFFFFF"])
def test_any_colour_can_be_seen_in_the_dark(colour: str) -> None:
    adapted = role_looks((colour,), DARK)[0].colour
    assert min(contrast(adapted, ground) for ground in DARK.lane_fills) >= 4.5


@pytest.mark.parametrize("colour", ["#FFFFFF", "#FFFFE0", "#F4F4F4"])
def test_a_colour_as_pale_as_the_ground_is_darkened(colour: str) -> None:
    adapted = role_looks((colour,), LIGHT)[0].colour
    assert min(contrast(adapted, ground) for ground in LIGHT.lane_fills) >= 2
