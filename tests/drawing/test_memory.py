"""What is remembered from one drawing to the next."""

from __future__ import annotations

from app.drawing.memory import Memory
from app.drawing.shapes import Rect
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


def test_a_block_with_nothing_in_a_layer_has_no_cell() -> None:
    memory = Memory(a_journey(), (), None)
    assert memory.block_cell("lines", block(), ((),), False, lambda: SHAPE) is None


def test_a_stale_block_is_drawn_again() -> None:
    journey, one = a_journey(), block()
    first = Memory(journey, (), None)
    cell = first.block_cell("cards", one, (one.cards,), False, lambda: SHAPE)
    second = Memory(journey, (), first)
    assert second.block_cell("cards", one, (one.cards,), False, lambda: SHAPE) is cell
    assert second.block_cell("cards", one, (one.cards,), True, lambda: SHAPE) is not cell


def test_touchpoints_that_are_other_records_count_as_changed() -> None:
    journey = a_journey()
    first = Memory(journey, (), None)
    journey.apply(Change(put=(replaced(journey.the(Touchpoint, "touch-demo"), description="new"),)))
    assert Memory(journey, (), first).changed == {"touch-demo"}
