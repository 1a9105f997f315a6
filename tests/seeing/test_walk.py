from __future__ import annotations

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.places import Places, Spot
from app.layout.result import Box
from app.model.change import Change
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Touchpoint
from app.model.view import View
from app.seeing.walk import entered, found, walked
from tests.widgets.map.conftest import buying
from tests.world import journey, role, touch


def places(of: Journey | None = None) -> Places:
    return Places(layout(of or buying(), View(), fixed_measure))


def at(places: Places, touchpoint: str, role: str = "") -> Spot:
    spot = found(places, touchpoint, role)
    assert spot is not None
    return spot


def names(spot: Spot | None) -> tuple[str, str] | None:
    return None if spot is None else (spot.touchpoint, spot.role)


def test_left_and_right_go_along_the_line_of_the_role() -> None:
    where = places()
    here = at(where, "touch-intro-call", "role-it-manager")
    assert names(walked(where, here, "right")) == ("touch-budget-request", "role-it-manager")
    assert names(walked(where, here, "left")) == ("touch-tickets-get-lost", "role-it-manager")
    here = at(where, "touch-intro-call", "role-account-manager")
    assert names(walked(where, here, "right")) == ("touch-kick-off", "role-account-manager")


def test_a_line_ends_at_its_ends() -> None:
    where = places()
    assert walked(where, at(where, "touch-tickets-get-lost"), "left") is None
    assert walked(where, at(where, "touch-review", "role-cfo"), "right") is None
    assert walked(where, at(where, "touch-review", "role-cfo"), "last") is None


def test_home_and_end_go_to_the_ends_of_the_line() -> None:
    where = places()
    here = at(where, "touch-budget-request")
    assert names(walked(where, here, "first")) == ("touch-tickets-get-lost", "role-it-manager")
    assert names(walked(where, here, "last")) == ("touch-kick-off", "role-it-manager")


def test_up_and_down_go_across_the_roles_of_a_shared_touchpoint() -> None:
    where = places()
    here = at(where, "touch-kick-off", "role-cfo")
    below = walked(where, here, "down")
    assert names(below) == ("touch-kick-off", "role-it-manager")
    assert names(walked(where, below, "down")) == ("touch-kick-off", "role-account-manager")
    assert names(walked(where, below, "up")) == ("touch-kick-off", "role-cfo")


def test_a_shared_touchpoint_may_pass_a_lane() -> None:
    where = places()
    here = at(where, "touch-review", "role-cfo")
    assert names(walked(where, here, "down")) == ("touch-review", "role-account-manager")


def test_else_up_and_down_go_to_the_nearest_in_the_next_lane_that_has_one() -> None:
    of = journey(
        role("A"),
        role("Empty"),
        role("B"),
        touch("One", "A", at=5),
        touch("Two", "B", at=1),
        touch("Three", "B", at=6),
    )
    where = places(of)
    assert names(walked(where, at(where, "touch-one"), "down")) == ("touch-three", "role-b")
    assert names(walked(where, at(where, "touch-two"), "up")) == ("touch-one", "role-a")
    assert walked(where, at(where, "touch-one"), "up") is None


def test_a_walk_begins_in_sight() -> None:
    where = places()
    kick_off = at(where, "touch-kick-off", "role-cfo")
    seen = Box(kick_off.x - 50, 0, 100, 5000)
    assert names(entered(where, seen)) == ("touch-kick-off", "role-cfo")
    assert names(entered(where, Box(-900, -900, 1, 1))) == ("touch-request-lands", "role-cfo")
    assert entered(places(journey(role("A"))), seen) is None


def test_places_of_an_edited_journey_are_those_of_a_fresh_one() -> None:
    of = buying()
    before = layout(of, View(), fixed_measure)
    known = Places(before)
    budget = of.the(Touchpoint, "touch-budget-request")
    of.apply(Change(put=(replaced(budget, title="A much longer title than before", start=11.5),)))
    after = layout(of, View(), fixed_measure, before)
    updated, fresh = Places(after, known), Places(layout(of, View(), fixed_measure))
    for touchpoint in of.all(Touchpoint):
        assert updated.spots(touchpoint.id) == fresh.spots(touchpoint.id)
        assert updated.box(touchpoint.id) == fresh.box(touchpoint.id)
    for lane in updated.lanes:
        assert updated.line(lane) == fresh.line(lane)


def test_what_is_not_on_the_map_has_no_place() -> None:
    where = places()
    assert where.box("nobody") is None
    assert where.spots("nobody") == ()
    assert where.curves("nobody") == ()


def test_a_link_a_role_and_a_phase_have_places() -> None:
    where = places()
    link = next(arrow.link for block in where.layout.blocks for arrow in block.arrows)
    source, target = at(where, "touch-budget-request"), at(where, "touch-request-lands")
    box = where.box(link)
    assert box is not None
    assert box.x <= source.x + 30
    assert box.right >= target.x - 30
    assert where.box("role-cfo") == where.header("role-cfo")
    assert where.header("phase-need") is not None
