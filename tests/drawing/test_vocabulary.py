"""The words of the model and the signs of the drawing know each other."""

from __future__ import annotations

from app.drawing.glyphs import GLYPHS, SAME_GLYPH
from app.model.glyph_words import glyph_names


def test_every_known_channel_glyph_has_a_sign() -> None:
    assert [word for word in glyph_names() if SAME_GLYPH.get(word, word) not in GLYPHS] == []


def test_every_sign_for_a_channel_is_a_known_word() -> None:
    signs_of_other_things = {
        "gain", "goal", "idea", "opp", "other", "pain", "question", "sla", "star", "swap", "wait",
    }  # fmt: skip
    assert set(GLYPHS) - signs_of_other_things <= set(glyph_names())
