from __future__ import annotations

import pytest

from app.model.records import Touchpoint
from app.tools.duration import MOST_SELECTED, edges
from app.tools.ghost import GhostBar
from tests.tools.table import Table
from tests.world import days, journey, role, touch, weeks


def table(**fields: object) -> Table:
    found = journey(role("IT"), touch("Ask", "IT", at=2, **fields), touch("End", "IT", at=20))
    return Table(found, frozenset({"touch-ask"}))


def edge_of(found: Table) -> tuple[float, float]:
    edge = next(edges(found.ground()))
    return edge.x, edge.y


def test_the_right_edge_of_a_selected_touchpoint_drags_its_duration() -> None:
    found = table()
    x, y = edge_of(found)
    seen = found.drag((x, y), (found.ground().x_of(5), y))
    duration = found.journey.the(Touchpoint, "touch-ask").duration
    assert duration is not None
    assert (duration.value, duration.unit) == (3.0, "week")
    assert seen.ghost is not None
    assert isinstance(seen.ghost.shapes[0], GhostBar)
    assert seen.ghost.words == "Lasts 3 weeks"
    assert edge_of(found)[0] == pytest.approx(found.ground().x_of(5), abs=0.1)


def test_a_stated_unit_stays_and_dragged_back_to_the_start_there_is_none() -> None:
    found = table(duration=days(14))
    x, y = edge_of(found)
    assert x == pytest.approx(found.ground().x_of(4), abs=0.1)
    found.drag((x, y), (found.ground().x_of(3), y))
    duration = found.journey.the(Touchpoint, "touch-ask").duration
    assert duration is not None
    assert (duration.value, duration.unit) == (7.0, "day")
    x, y = edge_of(found)
    found.drag((x, y), (found.ground().x_of(1), y))
    assert found.journey.the(Touchpoint, "touch-ask").duration is None


def test_it_selects_nothing_and_is_there_only_while_few_are_selected() -> None:
    found = table(duration=weeks(2))
    found.drag(edge_of(found), (found.ground().x_of(6), edge_of(found)[1]))
    assert found.selection == {"touch-ask"}
    found.selection = frozenset()
    assert not list(edges(found.ground()))
    many = journey(role("IT"), *(touch(f"T{place}", "IT", at=place) for place in range(MOST_SELECTED + 1)))
    crowd = Table(many, frozenset(each.id for each in many.all(Touchpoint)))
    assert not list(edges(crowd.ground()))


def test_a_marker_that_stands_beside_its_time_lasts_as_long_as_is_seen() -> None:
    made = journey(
        role("IT"),
        touch("A", "IT", at=2),
        touch("Ask", "IT", at=2, duration=weeks(4)),
        touch("End", "IT", at=20),
    )
    found = Table(made, frozenset({"touch-ask"}))
    ground, (x, y) = found.ground(), edge_of(found)
    beside = found.marker("Ask")[0] - ground.x_of(2)
    assert beside > 20
    found.drag((x, y), (ground.x_of(9) + beside, y))
    duration = found.journey.the(Touchpoint, "touch-ask").duration
    assert duration is not None
    assert duration.value == 7.0
