"""Signs of insights."""

from __future__ import annotations

import pytest

from app.drawing.bounds import bounds_of
from app.drawing.parts.pins import IN_BOX, ON_CARD, kind_colour, pin, tally
from app.drawing.shapes import Rect, Text
from app.drawing.tokens import DARK, LIGHT, Theme
from app.layout.cards import PIN
from tests.drawing.shapes_in import texts

KINDS = ("pain", "gain", "opportunity", "idea", "question", "rumour")


def test_kinds_differ_in_shape_alone() -> None:
    grey = {kind: [type(shape).__name__ for shape in pin(kind, "", ON_CARD, LIGHT)] for kind in KINDS}
    outlines = {kind: bounds_of(pin(kind, "", ON_CARD, LIGHT)) for kind in KINDS}
    assert len({(tuple(grey[kind]), outlines[kind]) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", ["1", "12", "128"])
def test_a_number_fits_into_its_sign(kind: str, number: str) -> None:
    box = bounds_of(pin(kind, number, ON_CARD, LIGHT))
    assert box is not None
    assert texts(pin(kind, number, ON_CARD, LIGHT)) == [number]
    assert box.width <= 29  # the room that layout keeps for a pin


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_are_written_in_the_colour_on_colour(theme: Theme) -> None:
    (text,) = [shape for shape in pin("pain", "3", IN_BOX, theme) if isinstance(shape, Text)]
    assert text.fill == theme.on_colour


def test_red_is_for_pains_alone() -> None:
    assert [kind for kind in KINDS if kind_colour(kind, LIGHT) == LIGHT.pain] == ["pain"]


def test_votes_stand_in_a_badge_at_the_upper_right_of_the_sign() -> None:
    bare, voted = pin("pain", "3", ON_CARD, LIGHT), pin("pain", "3", ON_CARD, LIGHT, 12)
    assert texts(voted) == ["3", "12"]
    assert voted[: len(bare)] == bare
    box = bounds_of(voted[len(bare) :])
    assert box is not None
    assert box.x + box.width / 2 > 0 > box.y + box.height / 2
    assert box.right < PIN / 2 + 5.0  # no badge sticks out of its card
    assert box.x > 0  # nor covers the number


def test_without_votes_there_is_no_badge() -> None:
    assert pin("idea", "1", ON_CARD, LIGHT, 0) == pin("idea", "1", ON_CARD, LIGHT)


@pytest.mark.parametrize(("votes", "words"), [(1, "1"), (99, "99"), (100, "99+"), (12_345, "99+")])
def test_many_votes_stay_within_the_badge(votes: int, words: str) -> None:
    ground, number = tally(votes, 0.0, 0.0, 11.5, LIGHT)
    assert isinstance(ground, Rect)
    assert isinstance(number, Text)
    assert number.text == words
    assert number.width <= ground.width
