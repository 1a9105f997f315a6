from __future__ import annotations

from app.widgets.map.hover import FADE_SECONDS, LEAVE_SECONDS, REST_SECONDS, Hover

CFO = frozenset({"cfo"})
IT = frozenset({"it"})


def lifted() -> Hover:
    hover = Hover()
    hover.point(CFO, 0.0)
    hover.tick(REST_SECONDS + 0.01)
    hover.tick(REST_SECONDS + 0.02 + FADE_SECONDS)
    return hover


def test_a_line_lifts_when_the_pointer_rests_on_it() -> None:
    hover = lifted()
    assert hover.roles == CFO
    assert hover.strength == 1.0
    assert not hover.is_busy


def test_passing_over_a_line_lifts_nothing() -> None:
    hover = Hover()
    hover.point(CFO, 0.0)
    hover.tick(REST_SECONDS / 2)
    hover.point(frozenset(), REST_SECONDS / 2)
    hover.tick(1.0)
    assert hover.roles == frozenset()
    assert hover.strength == 0.0
    assert not hover.is_busy


def test_it_falls_back_when_the_pointer_is_away() -> None:
    hover = lifted()
    hover.point(frozenset(), 1.0)
    hover.tick(1.0 + LEAVE_SECONDS / 2)
    assert (hover.roles, hover.strength) == (CFO, 1.0)
    assert hover.is_busy
    hover.tick(1.0 + LEAVE_SECONDS)
    hover.tick(1.0 + LEAVE_SECONDS + FADE_SECONDS)
    assert hover.roles == frozenset()
    assert not hover.is_busy


def test_a_short_gap_between_two_things_of_a_role_does_not_flicker() -> None:
    hover = lifted()
    hover.point(frozenset(), 1.0)
    hover.tick(1.0 + LEAVE_SECONDS / 2)
    hover.point(CFO, 1.0 + LEAVE_SECONDS / 2)
    hover.tick(1.2 + LEAVE_SECONDS)
    assert hover.roles == CFO
    assert hover.strength == 1.0


def test_the_next_line_lifts_without_the_veil_going_away() -> None:
    hover = lifted()
    hover.point(IT, 1.0)
    hover.tick(1.0 + REST_SECONDS)
    assert hover.roles == IT
    assert hover.strength == 1.0


def test_without_animation_the_veil_is_there_at_once() -> None:
    hover = Hover(is_animated=False)
    hover.point(CFO, 0.0)
    hover.tick(REST_SECONDS)
    assert hover.strength == 1.0
