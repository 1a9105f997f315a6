"""Glyphs are drawn in one hand, inside their square, centred, and never missing."""

from __future__ import annotations

import pytest

from app.drawing.bounds import bounds
from app.drawing.glyphs import BOX, GLYPHS, SAME_GLYPH, glyph_path, known_glyph
from app.model.glyph_words import glyph_names

SIZE = 14.5


@pytest.mark.parametrize("name", GLYPHS)
def test_a_glyph_stays_in_its_square_and_about_its_centre(name: str) -> None:
    box = bounds(glyph_path(name, BOX, "#000000", 1.8))
    assert box is not None
    assert max(box.width, box.height) <= BOX
    if name not in ("pain", "star", "chat", "sms"):  # centred by weight
        assert abs(box.x + box.right) < 0.6
        assert abs(box.y + box.bottom) < 0.6


def test_an_unknown_channel_gets_the_neutral_glyph() -> None:
    assert known_glyph("carrier pigeon") == "other"
    assert glyph_path("carrier pigeon", SIZE, "#000000", 1.5) is glyph_path(
        "carrier pigeon", SIZE, "#000000", 1.5
    )


def test_every_synonym_names_a_glyph() -> None:
    assert {target for target in SAME_GLYPH.values() if target not in GLYPHS} == set()
    assert {word for word in SAME_GLYPH if word in GLYPHS} == set()


def test_every_known_word_has_a_glyph() -> None:
    drawn = {word: known_glyph(word) for word in glyph_names()}
    assert [word for word, glyph in drawn.items() if glyph == "other" and word != "other"] == []
    assert len(set(drawn.values())) >= len(drawn) - 1  # an app is seen on a mobile
