from __future__ import annotations

from app.model.edits.records import remove_records
from app.model.edits.removed_words import what_went
from app.model.journey import Journey
from tests.world import id_of, insight, journey, link, role, touch


def small() -> Journey:
    return journey(
        role("CFO"), role("IT"),
        touch("Review", "CFO", at=1), touch("Check", "CFO", at=2), touch("Kick-off", "CFO", "IT", at=3),
        link("Review", "Check"), insight("pain", "late", "Review"),
    )  # fmt: skip


def said(*ids: str) -> str:
    there = small()
    return what_went(there, remove_records(there, ids), ids)


def test_it_says_what_goes_with_a_role() -> None:
    assert said(id_of("role", "CFO")) == (
        "With “CFO” these went too: 2 touchpoints, 1 link, 1 insight, a part in 1 touchpoint."
    )


def test_where_nothing_else_goes_nothing_is_said() -> None:
    assert said(id_of("touch", "Kick-off")) == ""


def test_of_several_it_does_not_name_one() -> None:
    assert said(id_of("touch", "Review"), id_of("touch", "Check")).startswith(
        "With them these went too: 1 link"
    )
