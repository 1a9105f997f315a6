from __future__ import annotations

from app.model.edits.records import remove_records
from app.model.edits.roles import rename_role
from app.model.journey import Journey
from app.widgets.finding.finder import Finder
from tests.world import id_of, journey, role, touch

FIRST, SECOND, THIRD = (id_of("touch", title) for title in ("Budget talk", "Budget review", "Budget signed"))


def small() -> Journey:
    return journey(
        role("CFO"), touch("Budget talk", "CFO", at=1), touch("Budget review", "CFO", at=2),
        touch("Budget signed", "CFO", at=3), touch("Party", "CFO", at=4),
    )  # fmt: skip


def looking(query: str = "budget") -> Finder:
    finder = Finder(small())
    finder.look_for(query)
    return finder


def test_next_goes_through_the_hits_and_around() -> None:
    finder = looking()
    assert finder.words() == "3 found"
    assert [finder.step(1) for _ in range(4)] == [FIRST, SECOND, THIRD, FIRST]
    assert finder.words() == "1 of 3"


def test_previous_begins_at_the_end() -> None:
    finder = looking()
    assert [finder.step(-1) for _ in range(4)] == [THIRD, SECOND, FIRST, THIRD]


def test_nothing_found_is_said_and_nothing_looked_for_is_not() -> None:
    assert looking("zebra").words() == "Nothing found"
    assert looking("zebra").step(1) == ""
    assert looking("  ").words() == ""


def test_an_edit_keeps_the_place_and_what_is_no_hit_any_more_is_passed() -> None:
    there = small()
    finder = Finder(there)
    finder.look_for("budget")
    finder.step(1)
    finder.step(1)
    assert finder.update(there.apply(remove_records(there, [SECOND])).touched)
    assert finder.hits == (FIRST, THIRD)
    assert finder.step(1) == THIRD
    assert not finder.update(there.apply(rename_role(there, id_of("role", "CFO"), "Boss")).touched)
    assert finder.update(there.apply(rename_role(there, id_of("role", "CFO"), "Head of budget")).touched)
    assert finder.words() == "3 of 3"
