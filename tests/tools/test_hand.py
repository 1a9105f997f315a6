from __future__ import annotations

from msgspec.structs import replace

from app.model.edits.links import link
from app.model.journey import Journey
from app.model.records import Link, Role, Touchpoint
from app.tools.hand import DRAG_PX, Hand
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import NOTHING, Outcome, Typing
from tests.tools.table import Table
from tests.world import journey, role, touch

SHIFT, CONTROL = Modifiers(shift=True), Modifiers(control=True)


def two() -> Journey:
    return journey(role("IT"), role("CFO"), touch("Ask", "IT", at=2), touch("Sign", "CFO", at=10))


def click(table: Table, at: tuple[float, float], held: Modifiers | None = None, clicks: int = 1) -> Outcome:
    """Press and let go at one place; return what the press asked for, of a double click what it came to."""
    pointer = Pointer(*at, button="left", is_down=True, clicks=clicks, modifiers=held or Modifiers())
    pressed = table.tool.press(table.ground(), pointer)
    if pressed.selection is not None:
        table.selection = pressed.selection
    released = table.tool.release(table.ground(), replace(pointer, is_down=False))
    if released.selection is not None:
        table.selection = released.selection
    return pressed if clicks == 1 else released


def nowhere(table: Table) -> tuple[float, float]:
    lane = table.ground().lane("role-it")
    assert lane is not None
    return table.ground().x_of(6), lane.y + 5


def test_a_click_selects_and_with_shift_or_ctrl_adds_and_takes_away() -> None:
    table = Table(two())
    click(table, table.marker("Ask"))
    assert table.selection == {"touch-ask"}
    click(table, table.marker("Sign"), SHIFT)
    assert table.selection == {"touch-ask", "touch-sign"}
    click(table, table.marker("Ask"), CONTROL)
    assert table.selection == {"touch-sign"}


def test_a_click_on_one_of_several_selects_it_alone_but_a_drag_takes_all_along() -> None:
    table = Table(two(), frozenset({"touch-ask", "touch-sign"}))
    x, y = table.marker("Ask")
    table.drag((x, y), (x + 100, y))
    assert table.selection == {"touch-ask", "touch-sign"}
    click(table, table.marker("Ask"))
    assert table.selection == {"touch-ask"}


def test_a_click_on_empty_ground_clears_the_selection_unless_it_adds() -> None:
    table = Table(two(), frozenset({"touch-ask"}))
    click(table, nowhere(table), SHIFT)
    assert table.selection == {"touch-ask"}
    click(table, nowhere(table))
    assert table.selection == frozenset()


def test_a_press_that_goes_no_farther_than_a_few_px_is_no_drag() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    before = table.journey.records()
    assert table.drag((x, y), (x + DRAG_PX - 1, y)) == Outcome()
    assert table.journey.records() == before


def test_the_right_button_selects_what_is_not_selected_and_never_drags() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    pressed = table.tool.press(table.ground(), Pointer(x, y, button="right"))
    assert pressed.selection == {"touch-ask"}
    table.selection = frozenset({"touch-ask", "touch-sign"})
    assert table.tool.press(table.ground(), Pointer(x, y, button="right")).selection is None
    assert not table.tool.is_busy


def test_esc_in_the_middle_of_a_drag_leaves_everything_as_it_was() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    before = table.journey.records()
    assert table.hold((x, y), (x + 200, y)).ghost is not None
    assert table.key("Esc") == Outcome()
    assert not table.tool.is_busy
    assert table.tool.release(table.ground(), Pointer(x + 200, y, button="left")) == Outcome()
    assert table.journey.records() == before


def test_what_is_refused_is_said_at_the_pointer_and_again_when_let_go() -> None:
    table = Table(
        journey(role("IT"), role("CFO"), touch("Ask", "IT", "CFO", at=2), touch("Sign", "CFO", at=10))
    )
    start, end = table.marker("Ask", "IT"), table.marker("Ask", "CFO")
    seen = table.drag(start, (start[0] + 60, end[1]))
    assert seen.ghost is not None
    assert seen.ghost.is_refused
    assert "CFO" in seen.ghost.words
    assert seen.cursor == "not_here"
    assert table.last.refusal is not None
    assert table.journey.the(Touchpoint, "touch-ask").roles == ("role-it", "role-cfo")


def test_the_cursor_says_what_a_press_would_do() -> None:
    table = Table(two(), frozenset({"touch-ask"}))
    hand = Hand()

    def over(at: tuple[float, float]) -> str:
        return hand.move(table.ground(), Pointer(*at)).cursor

    assert over(table.marker("Ask")) == "hand"
    assert over(table.handle("Ask")) == "cross"
    assert over(nowhere(table)) == ""
    table.journey.apply(link(table.journey, "touch-ask", "touch-sign"))
    label = next(iter(table.ground().places.outlines(table.journey.all(Link)[0].id)))
    assert over((label.x + label.width / 2, label.y + label.height / 2)) == "hand"


def test_a_double_click_in_a_lane_makes_a_touchpoint_of_its_role() -> None:
    table = Table(two())
    made = click(table, nowhere(table), clicks=2)
    assert made.change is not None
    touchpoint = made.change.put[0]
    assert isinstance(touchpoint, Touchpoint)
    assert (touchpoint.roles, touchpoint.start, touchpoint.title) == (("role-it",), 6.0, "")
    assert made.typing is not None
    assert made.typing.is_new


def test_a_double_click_on_something_types_its_words() -> None:
    table = Table(two())
    typing = click(table, table.marker("Ask"), clicks=2).typing
    assert typing is not None
    assert (typing.record, typing.field, typing.role) == ("touch-ask", "title", "role-it")
    typing = click(table, table.header("CFO"), clicks=2).typing
    assert typing is not None
    assert (typing.record, typing.field) == ("role-cfo", "name")


def test_a_double_click_on_a_map_without_roles_makes_the_first_one() -> None:
    table = Table(journey())
    made = click(table, (400.0, 300.0), clicks=2)
    assert made.change is not None
    assert isinstance(made.change.put[0], Role)
    assert made.typing is not None
    assert made.typing.field == "name"


def test_a_click_and_at_once_a_drag_is_a_drag_and_no_double_click() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    click(table, (x, y))
    second = Pointer(x, y, button="left", is_down=True, clicks=2)
    assert table.tool.press(table.ground(), second) == NOTHING
    table.tool.move(table.ground(), Pointer(x + 70, y, is_down=True))
    done = table.tool.release(table.ground(), Pointer(x + 70, y, button="left"))
    assert done.typing is None
    assert done.change is not None
    assert done.change.label == "Move Ask"


def test_a_double_click_on_the_title_whose_journey_or_the_goal_types_it() -> None:
    table = Table(
        journey(touch("Ask", "IT", at=2), title="Buying", subject="Northwind", goal="Fewer tickets")
    )
    for field in ("title", "subject", "goal"):
        row = next(row for row in table.ground().layout.title.rows if row.style == field)
        at = (row.x + row.width / 2, row.y - 4)
        assert table.tool.move(table.ground(), Pointer(*at)).cursor == "text"
        assert click(table, at, clicks=2).typing == Typing(table.journey.info.id, field)


def test_a_button_let_go_where_nobody_saw_it_ends_the_drag() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    assert table.hold((x, y), (x + 100, y)).ghost is not None
    assert table.tool.move(table.ground(), Pointer(x + 120, y)) == NOTHING
    assert not table.tool.is_busy
    assert table.tool.release(table.ground(), Pointer(x + 120, y, button="left")) == NOTHING


def test_another_button_ends_the_drag_and_means_nothing_else() -> None:
    table = Table(two())
    x, y = table.marker("Ask")
    table.hold((x, y), (x + 100, y))
    assert table.tool.press(table.ground(), Pointer(x + 100, y, button="right", is_down=True)) == NOTHING
    assert not table.tool.is_busy
    assert table.tool.release(table.ground(), Pointer(x + 100, y, button="left")) == NOTHING


def test_a_right_click_on_what_is_selected_keeps_the_selection_and_puts_the_keyboard_there() -> None:
    table = Table(two(), frozenset({"touch-ask", "touch-sign"}))
    pressed = table.tool.press(table.ground(), Pointer(*table.marker("Sign"), button="right"))
    assert (pressed.selection, pressed.at) == (None, ("touch-sign", "role-cfo"))
    assert not table.tool.is_busy
