"""Words where there is nothing to show."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.note import note
from app.drawing.shapes import Rect
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout, row
from tests.drawing.shapes_in import fills, texts


def test_a_note_is_quiet() -> None:
    shapes = note((row("Nothing yet", 10, 10, "note"),), look_at(a_journey(), a_layout(), LIGHT))
    assert texts(shapes) == ["Nothing yet"]
    assert fills(shapes) == {LIGHT.muted, LIGHT.card}


def test_no_line_of_the_map_runs_through_a_note() -> None:
    words = row("Nothing yet", 10, 100, "note")
    card, *_ = note((words,), look_at(a_journey(), a_layout(), LIGHT))
    assert isinstance(card, Rect)
    assert card.x < words.x - 8
    assert card.x + card.width > words.x + words.width + 8
    assert card.y < words.y - 18 < words.y + 5 < card.y + card.height
