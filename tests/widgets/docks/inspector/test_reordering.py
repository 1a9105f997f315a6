"""Parts of lists are put into another order: by a grip, by Alt and arrows, each a step of undoing that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model.edits.joint import change_tags, share_all
from app.model.records import Insight, Role, Touchpoint
from app.widgets.docks.inspector.participants import Participants
from app.widgets.docks.inspector.references import References
from app.widgets.fields.chips import Chips
from app.widgets.fields.lines import LinesField
from app.widgets.fields.part_list import PartList
from app.widgets.fields.tags import TagsField
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import INTRO, KICK_OFF, give

ALT = Qt.KeyboardModifier.AltModifier
PAGES = ("https://a.example", "https://b.example", "https://c.example")


def pages_of(desk: Desk) -> tuple[str, ...]:
    return desk.journey.the(Touchpoint, KICK_OFF).web_links


def pages(desk: Desk) -> PartList:
    """The web pages of the kick-off, as they are edited."""
    give(desk, KICK_OFF, web_links=PAGES)
    desk.select(KICK_OFF)
    desk.unfold()
    QTest.qWait(30)
    desk.inspector.edit("web_links")
    made = desk.control("web_links")
    assert isinstance(made, PartList)
    return made


def drag(grip: QWidget, to: QPoint, *, lets_go: bool = True) -> None:
    """Take something and hold it over a point of the screen."""
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grip, start + QPoint(0, 14))
    QTest.mouseMove(grip, grip.mapFromGlobal(to))
    if lets_go:
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(to))


def below(box: QWidget) -> QPoint:
    return box.mapToGlobal(QPoint(10, box.height() - 2))


def above(box: QWidget) -> QPoint:
    return box.mapToGlobal(QPoint(10, 2))


def test_a_part_is_dragged_by_its_grip_below_the_last_one(desk: Desk) -> None:
    listed = pages(desk)
    steps = len(desk.steps)
    drag(listed.rows[0].grip, below(listed.rows[2]))
    assert pages_of(desk) == (PAGES[1], PAGES[2], PAGES[0])
    assert len(desk.steps) == steps + 1
    assert desk.steps[-1] == "Reorder “Web pages” of Kick-off"
    desk.document.undo()
    assert pages_of(desk) == PAGES


def test_a_part_is_dragged_above_the_first_one(desk: Desk) -> None:
    listed = pages(desk)
    drag(listed.rows[2].grip, above(listed.rows[0]))
    assert pages_of(desk) == (PAGES[2], PAGES[0], PAGES[1])


def test_a_part_dropped_where_it_was_changes_nothing(desk: Desk) -> None:
    listed = pages(desk)
    steps = len(desk.steps)
    drag(listed.rows[1].grip, below(listed.rows[1]))
    drag(listed.rows[1].grip, below(listed.rows[0]))
    assert len(desk.steps) == steps
    assert pages_of(desk) == PAGES


def test_escape_lets_go_of_what_is_held(desk: Desk) -> None:
    listed = pages(desk)
    grip = listed.rows[0].grip
    grip.setFocus()
    drag(grip, below(listed.rows[2]), lets_go=False)
    assert listed.reordering.is_holding
    QTest.keyClick(grip, Qt.Key.Key_Escape)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(below(listed.rows[2])))
    assert pages_of(desk) == PAGES


def test_alt_and_arrows_move_the_part_in_which_one_types_and_the_keyboard_goes_with_it(desk: Desk) -> None:
    listed = pages(desk)
    line = listed.rows[0].controls["address"].widget()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    assert pages_of(desk) == (PAGES[1], PAGES[0], PAGES[2])
    there = listed.rows[1].controls["address"].widget()
    assert there.hasFocus()
    QTest.keyClick(there, Qt.Key.Key_Down, ALT)
    assert pages_of(desk) == (PAGES[1], PAGES[2], PAGES[0])
    last = listed.rows[2].controls["address"].widget()
    QTest.keyClick(last, Qt.Key.Key_Down, ALT)
    assert pages_of(desk) == (PAGES[1], PAGES[2], PAGES[0])
    desk.document.undo()
    assert pages_of(desk) == (PAGES[1], PAGES[0], PAGES[2])


def test_arrows_alone_move_the_part_whose_grip_has_the_keyboard(desk: Desk) -> None:
    listed = pages(desk)
    listed.rows[2].grip.setFocus()
    QTest.keyClick(listed.rows[2].grip, Qt.Key.Key_Up)
    assert pages_of(desk) == (PAGES[0], PAGES[2], PAGES[1])
    assert listed.rows[1].grip.hasFocus()


def test_what_is_half_typed_is_moved_as_it_is(desk: Desk) -> None:
    listed = pages(desk)
    line = listed.rows[0].controls["address"].widget()
    desk.type_into(line, "https://new.example")
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    assert pages_of(desk) == (PAGES[1], "https://new.example", PAGES[2])


def test_a_single_part_has_no_grip(desk: Desk) -> None:
    give(desk, KICK_OFF, web_links=PAGES[:1])
    desk.select(KICK_OFF)
    desk.unfold()
    listed = desk.control("web_links")
    assert isinstance(listed, PartList)
    assert listed.rows[0].grip.isHidden()


def test_tags_are_moved_by_keys_and_by_hand(desk: Desk) -> None:
    desk.document.do(change_tags(desk.journey, (KICK_OFF,), ("one", "two", "three")))
    desk.select(KICK_OFF)
    desk.unfold()
    QTest.qWait(30)
    field = desk.control("tags")
    assert isinstance(field, TagsField)
    field.chips[0].setFocus()
    QTest.keyClick(field.chips[0], Qt.Key.Key_Right, ALT)
    assert desk.journey.the(Touchpoint, KICK_OFF).tags == ("two", "one", "three")
    assert field.chips[1].hasFocus()
    assert desk.steps[-1] == "Reorder “Tags” of Kick-off"
    QTest.qWait(30)
    chip = field.chips[2]
    drag(chip, field.chips[0].mapToGlobal(QPoint(1, 8)))
    assert desk.journey.the(Touchpoint, KICK_OFF).tags == ("three", "two", "one")


def test_tags_of_several_touchpoints_that_all_have_them_are_moved_together(desk: Desk) -> None:
    desk.document.do(change_tags(desk.journey, (KICK_OFF, INTRO), ("one", "two")))
    desk.document.do(change_tags(desk.journey, (INTRO,), ("own",)))
    desk.select(KICK_OFF, INTRO)
    desk.unfold()
    field = desk.control("tags")
    assert isinstance(field, TagsField)
    field.chips[1].setFocus()
    QTest.keyClick(field.chips[1], Qt.Key.Key_Up, ALT)
    assert desk.journey.the(Touchpoint, KICK_OFF).tags == ("two", "one")
    assert desk.journey.the(Touchpoint, INTRO).tags == ("two", "one", "own")


def test_buying_roles_are_put_into_the_order_in_which_the_map_names_them(desk: Desk) -> None:
    give(desk, "role-cfo", buying_roles=("decider", "approver"))
    desk.select("role-cfo")
    chips = desk.control("buying_roles")
    assert isinstance(chips, Chips)
    chips.chips[1].setFocus()
    QTest.keyClick(chips.chips[1], Qt.Key.Key_Left, ALT)
    assert desk.journey.the(Role, "role-cfo").buying_roles == ("approver", "decider")
    assert chips.chips[0].hasFocus()
    assert desk.steps[-1] == "Reorder “In the buying centre” of CFO"


def test_a_dragged_chip_does_not_go_to_its_record(desk: Desk) -> None:
    insight = next(iter(desk.journey.all(Insight)))
    desk.select(insight.id)
    about = next(piece for piece in desk.form.pieces if isinstance(piece, References))
    about.add(INTRO)
    QTest.qWait(30)
    gone: list[object] = []
    about.chips.gone_to.connect(gone.append)
    chips = about.chips.chips
    drag(chips[0], chips[1].mapToGlobal(QPoint(chips[1].width() - 1, chips[1].height() - 2)))
    assert [ref.id for ref in desk.journey.the(Insight, insight.id).refs] == [INTRO, KICK_OFF]
    assert not gone
    assert desk.steps[-1].startswith("Reorder “About”")


def test_who_takes_part_is_named_in_another_order(desk: Desk) -> None:
    desk.select(KICK_OFF)
    QTest.qWait(30)
    people = next(piece for piece in desk.form.pieces if isinstance(piece, Participants))
    before = desk.journey.the(Touchpoint, KICK_OFF).roles
    grip = people.rows[0].grip
    grip.setFocus()
    QTest.keyClick(grip, Qt.Key.Key_Down, ALT)
    assert desk.journey.the(Touchpoint, KICK_OFF).roles == (before[1], before[0], before[2])
    assert people.rows[1].grip.hasFocus()
    assert desk.steps[-1] == "Reorder the participants of Kick-off"


def test_participants_of_several_touchpoints_have_no_grips(desk: Desk) -> None:
    desk.document.do(share_all(desk.journey, (INTRO,), "role-cfo"))
    desk.select(KICK_OFF, INTRO)
    people = next(piece for piece in desk.form.pieces if isinstance(piece, Participants))
    assert all(row.grip.isHidden() for row in people.rows)


def test_lines_of_goals_are_moved_by_alt_and_arrows(desk: Desk) -> None:
    give(desk, "role-cfo", goals="Save money\nNo surprises\nOne number")
    desk.select("role-cfo")
    desk.unfold()
    goals = desk.control("goals")
    assert isinstance(goals, LinesField)
    goals.setFocus()
    cursor = goals.textCursor()
    cursor.setPosition(3)
    goals.setTextCursor(cursor)
    steps = len(desk.steps)
    QTest.keyClick(goals, Qt.Key.Key_Down, ALT)
    assert desk.journey.the(Role, "role-cfo").goals == "No surprises\nSave money\nOne number"
    assert goals.textCursor().positionInBlock() == 3
    assert goals.textCursor().blockNumber() == 1
    assert len(desk.steps) == steps + 1
    QTest.keyClick(goals, Qt.Key.Key_Up, ALT)
    QTest.keyClick(goals, Qt.Key.Key_Up, ALT)
    assert desk.journey.the(Role, "role-cfo").goals == "Save money\nNo surprises\nOne number"
