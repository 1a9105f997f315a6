"""A touchpoint in words says everything that is known of it."""

from __future__ import annotations

from app.drawing.words import Words, role_titles
from app.model.record import replaced
from app.model.records import Participation, Touchpoint
from tests import world


def said(touchpoint: Touchpoint, **info: str) -> list[str]:
    pain = world.insight("pain", "Too late", at=touchpoint.title)
    odd = world.insight("rumour", "They say", at=touchpoint.title)
    journey = world.journey(touchpoint, pain, odd, **info)
    return Words(journey).title(touchpoint, [pain, odd]).splitlines()


def test_all_of_it_is_said() -> None:
    touchpoint = world.touch("Review", "IT", "Legal", at=18.5, channel="Phone")
    part = Participation(role="role-it", action="asks", thought="Why?", feeling=-1)
    touchpoint = replaced(touchpoint, participations=(part, touchpoint.participations[1]))
    assert said(touchpoint) == [
        "Review", "Week 18.5 · Phone", "IT: asks; “Why?”; unhappy", "Legal", "Pain point: Too late", "They say",
    ]  # fmt: skip


def test_a_journey_with_dates_says_the_date() -> None:
    lines = said(world.touch("Review", "IT", at=1), start_date="2026-03-02")
    assert "9" in lines[1]
    assert "Week" not in lines[1]


def test_a_role_in_words_is_whole_and_says_its_name_first() -> None:
    name = "VP, Sales of a very long region that no header could ever hold in three lines of its own"
    journey = world.journey(
        world.party("Northwind"),
        world.role(name, party="Northwind", buying_roles=("decider",), remit="signs"),
    )
    assert list(role_titles(journey).values()) == [f"{name}\nNorthwind\nDecider · signs"]
