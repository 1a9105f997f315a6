from __future__ import annotations

from app.widgets.map.hints import hint
from tests.widgets.map.conftest import Shown
from tests.widgets.map.test_canvas import painted, pixels
from tests.world import journey, role, touch


def test_an_empty_map_says_how_to_begin_and_a_begun_one_says_nothing() -> None:
    assert "first role" in hint(journey(), 0)
    assert "first touchpoint" in hint(journey(role("IT")), 1)
    assert hint(journey(role("IT")), 0) == ""  # hidden: it has begun, it is not seen
    assert hint(journey(role("IT"), touch("Ask", "IT", at=1)), 1) == ""


def test_the_hint_is_seen_on_the_map_and_is_no_part_of_the_drawing(shown: Shown) -> None:
    canvas = shown(journey(role("IT")))
    seen = pixels(canvas)
    assert seen != painted(canvas, canvas.glance()).convertToFormat(seen.format())
    assert "Double-click" not in str(canvas.stage.drawing)
    begun = shown(journey(role("IT"), touch("Ask", "IT", at=1)))
    seen = pixels(begun)
    assert seen == painted(begun, begun.glance()).convertToFormat(seen.format())
