from __future__ import annotations

import pytest

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.places import Places
from app.model.view import View
from app.seeing.meant import meant
from tests.world import insight, journey, link, party, person, phase, role, touch

WORLD = journey(
    party("Northwind"),
    role("CFO", "Northwind"),
    role("IT manager", "Northwind"),
    phase("Need", 0, 8),
    phase("Purchase", 8, 16),
    person("Ada", "CFO"),
    touch("Tickets get lost", "IT manager", at=1),
    touch("Request", "IT manager", at=10),
    touch("Request lands", "CFO", at=13),
    touch("Kick-off", "CFO", "IT manager", at=15),
    link("Request", "Request lands"),
    insight("pain", "Nobody told the CFO", "Kick-off"),
)
PLACES = Places(layout(WORLD, View(), fixed_measure))


@pytest.mark.parametrize(
    ("words", "touchpoint", "at_role"),
    [
        ("Kick-off", "touch-kick-off", "role-cfo"),
        ("IT manager", "touch-tickets-get-lost", "role-it-manager"),
        ("Purchase", "touch-request", "role-it-manager"),
        ("Nobody told the CFO", "touch-kick-off", "role-cfo"),
        ("Ada", "touch-request-lands", "role-cfo"),
        ("Northwind", "touch-request-lands", "role-cfo"),
    ],
)
def test_a_walk_begins_at_what_is_selected(words: str, touchpoint: str, at_role: str) -> None:
    named = next(
        each.id
        for each in WORLD.records()
        if words in (getattr(each, "name", ""), getattr(each, "title", ""), getattr(each, "text", ""))
    )
    spot = meant(WORLD, PLACES, named)
    assert spot is not None
    assert (spot.touchpoint, spot.role) == (touchpoint, at_role)


def test_what_is_about_nothing_on_the_map_means_no_marker() -> None:
    assert meant(WORLD, PLACES, "gone") is None
    empty = journey(role("CFO"))
    assert meant(empty, Places(layout(empty, View(), fixed_measure)), "role-cfo") is None
