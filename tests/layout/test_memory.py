"""What layouts remember."""

from __future__ import annotations

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.memory import Memory, Recent
from app.model.edits.touchpoints import move_touchpoints
from app.model.view import View
from tests import world
from tests.world import insight, touch


def test_lately_computed_results_are_found_again_by_equal_inputs() -> None:
    recent, computed = Recent(), []

    def made(number: int) -> list[int]:
        computed.append(number)
        return [number]

    first = recent.recall("card", (1, (2.0,)), lambda: made(1))
    recent.recall("card", (2, (2.0,)), lambda: made(2))
    assert recent.recall("card", (1, (2.0,)), lambda: made(3)) is first
    assert recent.recall("other", (1, (2.0,)), lambda: made(4)) == [4]
    assert computed == [1, 2, 4]


def test_what_was_not_asked_for_long_is_forgotten() -> None:
    recent = Recent()
    for number in range(40):
        recent.recall("card", (number,), lambda number=number: [number])  # type: ignore[misc]
    assert recent.recall("card", (39,), lambda: [-1]) == [39]
    assert recent.recall("card", (0,), lambda: [-1]) == [-1]


def test_insights_are_numbered_anew_only_where_one_touchpoint_passes_another() -> None:
    early, late = touch("Search", "IT", at=4), touch("Review", "IT", at=8)
    pains = (insight("pain", "Slow", at="Review"), insight("pain", "Nobody answers", at="Search"))
    journey, known = world.journey(early, late, *pains), []
    placed = None
    for by in (1.0, 1.0, 5.0):
        placed = layout(journey, View(), fixed_measure, placed)
        memory = placed.memory
        assert isinstance(memory, Memory)
        known.append(memory.notes.kept["numbering"][1])
        journey.apply(move_touchpoints(journey, [early.id], by))
    assert known[0] is known[1] is known[2]
    placed = layout(journey, View(), fixed_measure, placed)
    assert isinstance(placed.memory, Memory)
    entries = placed.memory.notes.kept["numbering"][1].result.entries
    assert [(entry.insight.text, entry.number) for entry in entries] == [("Slow", 1), ("Nobody answers", 2)]
    assert [(e.insight.text, e.number) for e in known[0].result.entries] == [
        ("Nobody answers", 1),
        ("Slow", 2),
    ]
