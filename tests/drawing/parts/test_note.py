"""Words where there is nothing to show."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.note import note
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout, row
from tests.drawing.shapes_in import fills, texts


def test_a_note_is_quiet() -> None:
    shapes = note((row("Nothing yet", 10, 10, "note"),), look_at(a_journey(), a_layout(), LIGHT))
    assert texts(shapes) == ["Nothing yet"]
    assert fills(shapes) == {LIGHT.muted}
