"""Votes of insights: how many stand at their pins and boxes."""

from __future__ import annotations

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Layout
from app.model.edits.insights import vote
from app.model.view import View
from tests.world import insight, journey, phase, role, touch

LATE, NEVER = "insight-pain-told-too-late", "insight-idea-ask-the-cfo"


def of(at: Layout) -> dict[str, tuple[int, int]]:
    """Return the votes at the pin and at the box of each insight."""
    pins = {pin.insight: pin.votes for block in at.blocks for card in block.cards for pin in card.pins}
    boxes = {box.insight: box.votes for block in at.blocks for box in block.insights}
    return {each: (pins[each], boxes[each]) for each in pins}


def test_votes_of_all_rounds_and_people_stand_at_the_pin_and_the_box() -> None:
    before = journey(
        role("CFO"), phase("Need", 0, 8), touch("Request lands", "CFO", at=3), touch("Kick-off", "CFO", at=6),
        insight("pain", "Told too late", "Request lands"), insight("idea", "Ask the CFO", "Kick-off"),
    )  # fmt: skip
    first = layout(before, View(), fixed_measure)
    assert of(first) == {LATE: (0, 0), NEVER: (0, 0)}
    for session, voter, dots in (("Round 1", "", 2), ("Round 1", "Ada", 1), ("Round 2", "", 4)):
        before.apply(vote(before, LATE, session, voter, dots))
    followed = layout(before, View(), fixed_measure, first)
    assert of(followed) == {LATE: (7, 7), NEVER: (0, 0)}
    assert followed.blocks == layout(before, View(), fixed_measure).blocks
