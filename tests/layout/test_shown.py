from __future__ import annotations

from app.layout.shown import shown
from app.model.view import View
from tests.world import journey, phase, role, touch


def test_a_map_that_is_just_begun_shows_room_to_place_what_comes_next() -> None:
    empty = shown(journey(role("CFO")), View())
    one = shown(journey(role("CFO"), touch("First call", "CFO", at=5)), View())
    assert (empty.first, empty.last) == (one.first, one.last) == (0.0, 8.0)
    far = shown(journey(role("CFO"), touch("First call", "CFO", at=90)), View())
    assert (far.first, far.last) == (90.0, 98.0)
    phased = shown(journey(role("CFO"), phase("Need", 0, 3), touch("First call", "CFO", at=1)), View())
    assert (phased.first, phased.last) == (0.0, 3.0)
