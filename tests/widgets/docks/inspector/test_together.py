"""Several records edited together: what differs is shown as different, a change is one step, and many stall nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.change import Change
from app.model.record import Duration, Record
from app.model.records import IssueThread, Role, Touchpoint
from app.widgets.docks.inspector.participant_row import ParticipantRow
from app.widgets.docks.inspector.participants import Participants
from app.widgets.fields.chips import Chips
from app.widgets.fields.lines import LinesField
from app.widgets.fields.scale import Scale
from app.widgets.fields.tags import TagsField
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import (
    BUDGET,
    INTRO,
    KICK_OFF,
    add,
    choose,
    click,
    give,
    menu_item,
    touchpoint,
)
from tests.world import journey, role, touch

CONTROL = Qt.KeyboardModifier.ControlModifier
Hand = Callable[[Desk], None]


def typed(field: str, words: str, label: str = "") -> Hand:
    """Type words and Enter into a field."""

    def act(desk: Desk) -> None:
        control = desk.control(field, label)
        desk.type_into(control, words)
        QTest.keyClick(control, Qt.Key.Key_Return, CONTROL)  # in text of several lines too

    return act


# how a hand sets a field, and what all have then
BY_HAND: dict[str, tuple[Hand, object]] = {
    "title": (typed("title", "Same"), "Same"),
    "moment_of_truth": (lambda desk: click(desk.control("moment_of_truth")), True),
    "channel": (lambda desk: choose(desk.control("channel"), "Phone"), "channel-phone"),
    "start": (typed("start", "3", "Start"), 3.0),
    "duration": (typed("duration", "2 d"), Duration(value=2, unit="day")),
    "description": (typed("description", "Words"), "Words"),
    "planned_start": (typed("planned_start", "2"), 2.0),
    "planned_duration": (typed("planned_duration", "1 w"), Duration(value=1, unit="week")),
    "deviation": (lambda desk: choose(desk.control("deviation"), "Failed"), "failed"),
    "path": (typed("path", "Branch"), "Branch"),
    "thread": (lambda desk: choose(desk.control("thread"), "Ticket"), "thread-7"),
}


def many(desk: Desk, count: int) -> list[str]:
    """More touchpoints in the journey, all selected; their ids."""
    there = journey(role("CFO"), *(touch(f"More {number}", "CFO", at=number / 10) for number in range(count)))
    desk.document.do(Change(tuple(there.all(Touchpoint)), (), "Many"))
    ids = [each.id for each in there.all(Touchpoint)]
    desk.select(*ids)
    desk.unfold()
    return ids


@pytest.mark.parametrize("field", sorted(BY_HAND))
@pytest.mark.parametrize("count", [2, 200])
def test_a_field_of_all_is_set_in_one_step_and_undone_in_one(desk: Desk, field: str, count: int) -> None:
    add(desk, IssueThread, id="thread-7", title="Ticket 7")
    ids = many(desk, count)
    before = {each: desk.journey.get(each) for each in ids}
    steps = len(desk.steps)
    hand, value = BY_HAND[field]
    hand(desk)
    desk.inspector.setFocus()  # of many, words are written when the field is left
    assert {getattr(desk.journey.get(each), field) for each in ids} == {value}
    assert len(desk.steps) == steps + 1
    assert str(count) in desk.steps[-1]
    desk.document.undo()
    assert {each: desk.journey.get(each) for each in ids} == before


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
    menu_item("Buyer", chips.add_button)
    assert buying(desk, "role-cfo") == ("decider", "user", "buyer")
    assert buying(desk, "role-it-manager") == ("user", "buyer")
    assert len(desk.steps) == steps + 1
    menu_item("Decider", chips.add_button)
    assert buying(desk, "role-it-manager") == ("user", "buyer", "decider")


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
    click(picker.marks[1])
    assert not picker.is_mixed
    assert picker.grab().toImage() != mixed
    for record_id in (INTRO, BUDGET):
        part = touchpoint(desk, record_id).participation("role-it-manager")
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


def test_several_of_a_kind_are_edited_together_in_one_step(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO, BUDGET)
    assert desk.control("title").placeholderText() == "Several values"  # type: ignore[attr-defined]
    choose(desk.control("channel"), "Email")
    assert {each.channel for each in desk.journey.all(Touchpoint)} == {"channel-email"}
    desk.type_into(desk.control("description"), "Ask again")
    assert {each.description for each in desk.journey.all(Touchpoint)} == {"Ask again"}
    assert len(desk.steps) == 2


def test_escape_gives_each_of_several_its_own_back(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO)
    desk.type_into(desk.control("title"), "Same")
    assert {touchpoint(desk).title, touchpoint(desk, INTRO).title} == {"Same"}
    QTest.keyClick(desk.control("title"), Qt.Key.Key_Escape)
    assert (touchpoint(desk).title, touchpoint(desk, INTRO).title) == ("Kick-off", "Intro call")
    assert desk.steps == ()


def test_the_feeling_of_a_role_is_set_in_all_of_several(desk: Desk) -> None:
    desk.select(KICK_OFF, INTRO)
    row = next(each for each in desk.inspector.findChildren(ParticipantRow) if each.role == "role-it-manager")
    assert row.feeling.value is not None
    click(row.feeling.marks[-2])
    for record_id in (KICK_OFF, INTRO):
        part = touchpoint(desk, record_id).participation("role-it-manager")
        assert part is not None
        assert part.feeling == -2
    cfo = touchpoint(desk).participation("role-cfo")
    assert cfo is not None
    assert cfo.feeling == 2


def test_tags_of_several_are_added_to_all_and_taken_from_all(desk: Desk) -> None:
    desk.select(INTRO)
    tags = desk.control("tags")
    assert isinstance(tags, TagsField)
    tags.line.setFocus()
    QTest.keyClicks(tags.line, "old")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    desk.select(KICK_OFF, INTRO)
    assert [(chip.value, chip.face.is_faded) for chip in tags.chips] == [("old", True)]
    tags.line.setFocus()
    QTest.keyClicks(tags.line, "new")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    assert (touchpoint(desk).tags, touchpoint(desk, INTRO).tags) == (("new",), ("old", "new"))
    click(tags.chips[0].remove_button)
    click(tags.chips[0].remove_button)
    assert (touchpoint(desk).tags, touchpoint(desk, INTRO).tags) == ((), ())


def test_several_kinds_are_counted_and_one_of_them_can_be_gone_on_with(desk: Desk) -> None:
    desk.document.select((KICK_OFF, INTRO, "role-cfo"))
    buttons = list(desk.inspector.form.buttons)  # type: ignore[union-attr]
    assert [button.accessibleName() for button in buttons] == ["1 role", "2 touchpoints"]
    click(buttons[1])
    assert desk.document.selection == {KICK_OFF, INTRO}
