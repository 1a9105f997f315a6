from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.phase_contents import touchpoints_in
from app.model.records import Phase, Touchpoint
from tests.world import journey, phase, touch


@given(st.lists(st.integers(-4, 12), max_size=12))
def test_a_phase_holds_what_begins_in_it_and_not_what_begins_at_its_end(starts: list[int]) -> None:
    there = journey(
        phase("Need", 0, 8), *(touch(f"{place}", "IT", at=start) for place, start in enumerate(starts))
    )
    (need,) = there.all(Phase)
    inside = [each for each in there.all(Touchpoint) if need.start <= each.start < need.end]
    assert list(touchpoints_in(there, need)) == inside
