from __future__ import annotations

import pytest

from app.model.edits.placing import nudge, place_touchpoint, shift_feelings
from app.model.errors import JourneyError
from app.model.history import History
from app.model.records import Touchpoint
from app.tools.moving import lane_moves, nudged
from tests.tools.table import Table
from tests.world import journey, role, touch


def test_nudges_go_by_the_grid_that_the_eye_sees_and_little_ones_by_a_tenth() -> None:
    table = Table(journey(role("IT"), touch("Ask", "IT", at=2), touch("End", "IT", at=20)))
    ground = table.ground()
    for zoom, is_little, expected in ((1.0, False, 2.5), (1.0, True, 2.05), (0.3, False, 3.0)):
        change = nudged(ground, ["touch-ask"], 1, zoom, is_little=is_little)
        assert change.put[0].start == expected


def test_going_on_nudging_is_one_step_and_back_where_it_was_none() -> None:
    found, history = journey(role("IT"), touch("Ask", "IT", at=2)), History()
    for _ in range(10):
        history.do(found, nudge(found, ["touch-ask"], 0.1))
    assert found.the(Touchpoint, "touch-ask").start == 3.0  # tenths add up
    assert history.place == 1
    for _ in range(10):
        history.do(found, nudge(found, ["touch-ask"], -0.1))
    assert history.place == 0


def test_feelings_go_up_and_down_within_their_range_each_from_where_it_is() -> None:
    found = journey(
        role("IT"),
        role("CFO"),
        touch("Meet", "IT", "CFO", at=2, feelings={"IT": 1, "CFO": None}),
        touch("Ask", "IT", at=5, feeling=2),
    )
    parts = [("touch-meet", "role-it"), ("touch-meet", "role-cfo"), ("touch-ask", "role-it")]
    found.apply(shift_feelings(found, parts, 1))
    felt = [part.feeling for each in found.all(Touchpoint) for part in each.participations]
    assert felt == [2, 1, 2]


def test_parts_go_to_the_neighbouring_lane_and_not_beyond_the_last() -> None:
    lanes = ["a", "b", "c"]
    assert lane_moves([("t", "a"), ("u", "b")], lanes, 1) == [("t", "a", "b"), ("u", "b", "c")]
    with pytest.raises(JourneyError, match="no lane above"):
        lane_moves([("t", "a")], lanes, -1)
    with pytest.raises(JourneyError, match="no lane below"):
        lane_moves([("t", "c")], lanes, 1)


def test_a_part_is_put_elsewhere_in_one_change_that_says_what_it_was() -> None:
    found = journey(role("IT"), role("CFO"), touch("Ask", "IT", at=2, feeling=1))
    labels = [
        place_touchpoint(found, "touch-ask", "role-it", *where).label
        for where in ((3.0, 1), (2.0, 0), (3.0, 0, "role-cfo"))
    ]
    assert labels == ["Move Ask", "Set feeling of Ask: Neutral", "Move Ask to CFO"]
    found.apply(place_touchpoint(found, "touch-ask", "role-it", 3.0, -1, "role-cfo"))
    moved = found.the(Touchpoint, "touch-ask")
    assert (moved.start, moved.roles, moved.participations[0].feeling) == (3.0, ("role-cfo",), -1)
