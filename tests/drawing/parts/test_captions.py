"""Words on a line."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.captions import captions
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout, block
from tests.drawing.shapes_in import fills, texts


def test_a_caption_belongs_to_its_role_and_is_readable() -> None:
    (caption,) = captions(block(), look_at(a_journey(), a_layout(), LIGHT))
    assert (caption.record, caption.role) == ("role-seller", "role-seller")
    assert texts([caption]) == ["Not involved for 5 weeks"]
    assert fills([caption]) == {LIGHT.ink2}
