from __future__ import annotations

import pytest

from app.model.records import Channel, Link, Phase, Role, Touchpoint
from tests.world import journey, large_journey, link, role, touch


def test_what_is_only_mentioned_is_added() -> None:
    j = journey(role("IT"), touch("Kick-off", "IT", "Legal", at=3, channel="Email"))
    assert [found.name for found in j.all(Role)] == ["IT", "Legal"]
    assert [found.name for found in j.all(Channel)] == ["Email"]
    assert j.the(Touchpoint, "touch-kick-off").roles == ("role-it", "role-legal")


def test_names_without_latin_letters_have_ids_too() -> None:
    j = journey(touch("契約", "法務", at=1), touch("署名", "法務", at=2), link("契約", "署名"))
    assert len(j.all(Touchpoint)) == 2
    assert len(j.all(Link)) == 1


@pytest.mark.parametrize(("touchpoints", "roles"), [(1, 1), (2, 3), (30, 7), (400, 12)])
def test_a_large_journey_has_the_size_asked_for_and_is_always_the_same(touchpoints: int, roles: int) -> None:
    j = large_journey(touchpoints, roles, seed=5)
    assert (len(j.all(Touchpoint)), len(j.all(Role))) == (touchpoints, roles)
    assert j.all(Phase)
    assert large_journey(touchpoints, roles, seed=5) == j
    assert large_journey(touchpoints, roles, seed=6) != j
