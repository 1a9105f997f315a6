from __future__ import annotations

from app.model.edits.whole import become
from app.model.journey import Journey
from app.model.record import replaced
from tests.files.everything import everything
from tests.world import journey, link, role, touch


def test_a_journey_becomes_another_and_back() -> None:
    one = journey(role("CFO"), touch("A", "CFO", at=1), touch("B", "IT", at=2), link("A", "B"))
    two = journey(role("CFO", goals="new"), touch("B", "CFO", at=5), touch("C", "Legal", at=2))
    before = one.records()
    applied = one.apply(become(one, two, "Reload"))
    assert one == two
    one.apply(applied.inverse)
    assert one.records() == before


def test_a_journey_of_other_ids_and_another_unit_too() -> None:
    one = journey(touch("A", "CFO", at=1))
    one.apply(become(one, everything(), "Reload"))
    assert one == everything()


def test_only_what_differs_is_touched() -> None:
    one = everything()
    other = Journey.of(replaced(each, title="x") if each.id == "journey" else each for each in one.records())
    change = become(one, other, "Reload")
    assert [record.id for record in change.put] == ["journey"]
    assert change.remove == ()
    assert become(one, one, "Reload").is_empty
