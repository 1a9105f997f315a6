"""Several records edited together: what differs is shown as different, a change is one step, and many stall nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.change import Change
from app.model.edits.records import add_record, set_fields
from app.model.record import Duration, Record
from app.model.records import IssueThread, Role, Touchpoint
from app.widgets.docks.inspector.participants import Participants
from app.widgets.fields.chips import Chips
from app.widgets.fields.lines import LinesField
from app.widgets.fields.scale import Scale
from tests.widgets.docks.inspector.conftest import Desk
from tests.world import journey, role, touch

VALUES: dict[str, object] = {
    "title": "Same", "moment_of_truth": True, "channel": "channel-phone", "start": 3.0, "duration": Duration(value=2, unit="day"),
    "description": "Words", "planned_start": 2.0, "planned_duration": Duration(value=1, unit="week"), "deviation": "failed",
    "path": "Branch", "thread": "",
}  # fmt: skip


def many(desk: Desk, count: int) -> list[str]:
    """More touchpoints in the journey, all selected; their ids."""
    there = journey(role("CFO"), *(touch(f"More {number}", "CFO", at=number / 10) for number in range(count)))
    desk.document.do(Change(tuple(there.all(Touchpoint)), (), "Many"))
    ids = [each.id for each in there.all(Touchpoint)]
    desk.select(*ids)
    desk.unfold()
    return ids


@pytest.mark.parametrize("field", sorted(VALUES))
@pytest.mark.parametrize("count", [2, 200])
def test_a_field_of_all_is_set_in_one_step_and_undone_in_one(desk: Desk, field: str, count: int) -> None:
    ids = many(desk, count)
    before = {each: desk.journey.get(each) for each in ids}
    steps, value = len(desk.steps), VALUES[field]
    if field == "thread":
        value = desk_thread(desk)
        steps = len(desk.steps)
    binding = desk.binding(field, "Start" if field == "start" else "")
    binding.control.came.emit()
    binding.control.tried.emit(value)
    binding.control.left.emit()
    assert {getattr(desk.journey.get(each), field) for each in ids} == {value}
    assert len(desk.steps) == steps + 1
    assert str(count) in desk.steps[-1]
    desk.document.undo()
    assert {each: desk.journey.get(each) for each in ids} == before


def desk_thread(desk: Desk) -> str:
    change = add_record(desk.journey, IssueThread, title="T-1")
    desk.document.do(change)
    return change.put[0].id


def give(desk: Desk, record_id: str, **fields: object) -> None:
    desk.document.do(set_fields(desk.journey, (record_id,), **fields))
    desk.document.end_merging()


def buying(desk: Desk, record_id: str) -> tuple[str, ...]:
    return desk.journey.the(Role, record_id).buying_roles


def chips_of_two_roles(desk: Desk) -> Chips:
    """Two roles, of which one decides and both use."""
    give(desk, "role-cfo", buying_roles=("decider", "user"))
    give(desk, "role-it-manager", buying_roles=("user",))
    desk.select("role-cfo", "role-it-manager")
    found = desk.control("buying_roles")
    assert isinstance(found, Chips)
    return found


def test_chips_that_only_some_have_are_faint_and_taken_from_those_alone(desk: Desk) -> None:
    chips = chips_of_two_roles(desk)
    assert [(chip.value, chip.face.is_faded) for chip in chips.chips] == [("user", False), ("decider", True)]
    QTest.mouseClick(chips.chips[1].remove_button, Qt.MouseButton.LeftButton)
    assert (buying(desk, "role-cfo"), buying(desk, "role-it-manager")) == (("user",), ("user",))


def test_a_chip_added_to_several_leaves_each_what_it_has(desk: Desk) -> None:
    chips = chips_of_two_roles(desk)
    steps = len(desk.steps)
    chips.add("buyer")
    assert buying(desk, "role-cfo") == ("decider", "user", "buyer")
    assert buying(desk, "role-it-manager") == ("user", "buyer")
    assert len(desk.steps) == steps + 1
    chips.add("decider")
    assert buying(desk, "role-it-manager") == ("user", "buyer", "decider")


Said = Callable[[Desk], str]


def test_every_control_says_that_its_values_differ(desk: Desk) -> None:
    ids = many(desk, 2)
    give(desk, ids[0], moment_of_truth=True, channel="channel-phone", duration=Duration(value=2, unit="day"),
         description="Words", planned_start=2.0, planned_duration=Duration(value=1, unit="week"), deviation="failed",
         path="Branch")  # fmt: skip
    desk.select(*ids)
    for field in ("title", "channel", "duration", "description", "planned_start", "deviation", "path"):
        assert "Several values" in said_by(desk, field), field
    assert "Some" in desk.control("moment_of_truth").toolTip()


def said_by(desk: Desk, field: str) -> str:
    """All that can be read in a field."""
    control = desk.control(field)
    words = [getattr(each, "placeholderText", str)() for each in (control, *control.children())]
    return " ".join(str(each) for each in words)


def test_feelings_that_differ_are_drawn_as_different(desk: Desk) -> None:
    desk.select("touch-intro-call", "touch-budget-request")
    people = next(piece for piece in desk.form.pieces if isinstance(piece, Participants))
    row = next(row for row in people.rows if row.role == "role-it-manager")
    picker = row.feeling
    assert isinstance(picker, Scale)
    assert picker.is_mixed
    mixed = picker.grab().toImage()
    assert "Several values" in next(iter(picker.marks.values())).accessibleDescription()
    picker.choose(1)
    assert not picker.is_mixed
    assert picker.grab().toImage() != mixed
    for touchpoint in ("touch-intro-call", "touch-budget-request"):
        part = desk.journey.the(Touchpoint, touchpoint).participation("role-it-manager")
        assert part is not None
        assert part.feeling == 1


def test_typing_into_many_waits_for_a_pause_and_is_one_step(desk: Desk, qtbot: QtBot) -> None:
    ids = many(desk, 200)
    steps = len(desk.steps)
    title = desk.control("title")
    assert isinstance(title, LinesField)
    title.setFocus()
    QTest.keyClicks(title, "All the same")
    assert len(desk.steps) == steps  # two hundred are not changed with every key
    qtbot.waitUntil(lambda: len(desk.steps) == steps + 1)
    assert {title_of(desk.record(each)) for each in ids} == {"All the same"}
    QTest.keyClicks(title, "!")
    desk.control("description").setFocus()
    assert {title_of(desk.record(each)) for each in ids} == {"All the same!"}
    assert len(desk.steps) == steps + 1


def title_of(record: Record) -> str:
    assert isinstance(record, Touchpoint)
    return record.title


def test_of_very_many_participants_the_first_are_shown_and_the_others_at_a_wish(desk: Desk) -> None:
    names = [f"Role {number}" for number in range(30)]
    there = journey(*map(role, names), touch("All", *names, at=1))
    desk.document.do(Change((*there.all(Role), *there.all(Touchpoint)), (), "All"))
    desk.select("touch-all")
    people = next(piece for piece in desk.form.pieces if isinstance(piece, Participants))
    assert len(people.rows) < 30
    QTest.qWait(30)
    QTest.mouseClick(people.more_button, Qt.MouseButton.LeftButton)
    assert len(people.rows) == 30
    assert people.more_button.isHidden()
