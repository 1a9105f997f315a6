"""What is remembered from one drawing to the next."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.cells import with_former
from app.drawing.memory import Memory
from app.drawing.shapes import Group, Rect
from app.model.change import Change
from app.model.record import replaced
from app.model.records import Touchpoint
from tests.drawing.layouts import a_journey, block

SHAPE = (Rect(0, 0, 1, 1, fill="#000000"),)


def test_another_context_remembers_nothing() -> None:
    journey = a_journey()
    first = Memory(journey, ("light",), None)
    cell = first.fixed_cell("title", 1, lambda: SHAPE)
    assert Memory(journey, ("light",), first).fixed_cell("title", 1, lambda: SHAPE) is cell
    assert Memory(journey, ("dark",), first).fixed_cell("title", 1, lambda: SHAPE) is not cell
    assert Memory(journey, ("light",), first).fixed_cell("title", 2, lambda: SHAPE) is not cell


def test_a_stale_block_is_drawn_again() -> None:
    journey, one = a_journey(), block()
    first = Memory(journey, (), None)
    cells = first.cells(one, False, lambda _block, _cells: (Group(SHAPE),))
    second = Memory(journey, (), first)
    assert second.cells(one, False, lambda _block, _cells: (Group(SHAPE),)) is cells
    assert second.cells(one, True, lambda _block, _cells: (Group(SHAPE),)) is not cells


def test_a_block_in_the_place_of_another_learns_of_its_cells() -> None:
    journey, one = a_journey(), block()
    first = Memory(journey, (), None)
    cells = first.cells(one, False, lambda _block, _cells: (Group(SHAPE),))
    second, told = Memory(journey, (), first), []
    second.cells(replace(one, width=one.width + 1), False, lambda *former: told.append(former) or ())
    assert told == [(one, cells)]


def test_shapes_equal_to_former_ones_are_the_same_objects() -> None:
    old, other = Group(SHAPE, record="a"), Group(SHAPE, 5.0, record="b")
    new = (Group(SHAPE, record="c"), replace(other, dx=6.0), replace(old))
    found = with_former(new, (old, other))
    assert found == new
    assert found[2] is old


def test_touchpoints_that_are_other_records_count_as_changed() -> None:
    journey = a_journey()
    first = Memory(journey, (), None)
    journey.apply(Change(put=(replaced(journey.the(Touchpoint, "touch-demo"), description="new"),)))
    assert Memory(journey, (), first).changed == {"touch-demo"}
