"""Labels below the map."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.callouts import callouts
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout
from tests.drawing.shapes_in import texts


def test_the_list_says_number_and_title_and_carries_the_words() -> None:
    layout = a_layout()
    look = look_at(a_journey(), layout, LIGHT)
    (entry,) = callouts(layout.callouts, look, lambda touchpoint: f"all about {touchpoint}")
    assert texts([entry]) == ["3", "Budget"]
    assert entry.title == "all about touch-budget"
    assert callouts(layout.callouts, look, lambda _: "")[0].title == "Budget"
