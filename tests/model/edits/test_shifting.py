from __future__ import annotations

from app.model.edits.shifting import shifted
from app.model.records import Person, Phase, SavedView, Touchpoint
from tests.model.hands import small_world


def test_every_record_with_a_time_is_moved() -> None:
    j = small_world()
    kinds = {type(record) for record in shifted(j, lambda t: t + 1, lambda t: t + 1)}
    assert kinds == {Phase, Touchpoint, Person, SavedView}


def test_phases_without_a_length_are_left_out_and_still_touchpoints_too() -> None:
    j = small_world()
    moved = {
        record.id for record in shifted(j, lambda t: min(t, 12.0), lambda t: min(t, 12.0), persons=False)
    }
    assert moved == {"phase-need", "phase-buy", "touch-renew"}


def test_ends_move_by_their_own_rule() -> None:
    phases = [r for r in shifted(small_world(), lambda t: t, lambda t: t + 0.5) if isinstance(r, Phase)]
    assert [(phase.start, phase.end) for phase in phases] == [(0, 4.5), (4, 10.5), (12, 20.5)]
