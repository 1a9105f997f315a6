from __future__ import annotations

from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.plan import Place
from app.tools.foretold import foretold
from app.tools.ghost import Ghost, GhostBar, GhostMarker, GhostRod
from tests.tools.table import Table
from tests.world import journey, role, touch

HERE = Place(4, ("role-cfo",))


def shown(line: str) -> tuple[Table, Ghost | None]:
    table = Table(
        journey(role("CFO"), role("IT"), role("Legal"), touch("a", "CFO", at=1), touch("b", "IT", at=9))
    )
    return table, foretold(table.ground(), read_line(line, Known(table.journey)), HERE)


def test_a_marker_stands_where_the_touchpoint_would() -> None:
    table, ghost = shown("IT: talk w5 +1")
    ground = table.ground()
    lane = ground.lane("role-it")
    assert lane is not None
    assert ghost is not None
    assert ghost.shapes == (GhostMarker(ground.x_of(5), ground.y_of(lane, 1), "role-it"),)
    assert ghost.words == "talk"


def test_several_roles_are_joined_and_a_length_is_shown_on_each() -> None:
    _, ghost = shown("CFO +2, Legal: talk w5-7")
    assert ghost is not None
    assert [type(shape) for shape in ghost.shapes] == [GhostBar, GhostBar, GhostRod, GhostMarker, GhostMarker]
    markers = [shape for shape in ghost.shapes if isinstance(shape, GhostMarker)]
    assert [(marker.role, marker.is_hollow) for marker in markers] == [
        ("role-cfo", False),
        ("role-legal", True),
    ]


def test_without_roles_and_time_it_stands_at_the_place_that_is_meant() -> None:
    table, ghost = shown("talk")
    assert ghost is not None
    (marker,) = ghost.shapes
    assert isinstance(marker, GhostMarker)
    assert (marker.role, marker.x) == ("role-cfo", table.ground().x_of(4))


def test_nothing_is_shown_for_an_empty_line_or_roles_that_are_not_there() -> None:
    assert shown("  ")[1] is None
    assert shown("Somebody new: talk")[1] is None


def test_of_a_long_title_only_the_beginning_is_shown() -> None:
    ghost = shown("CFO: " + "long " * 40)[1]
    assert ghost is not None
    assert ghost.words.startswith("long long")
    assert ghost.words.endswith("…")
    assert len(ghost.words) < 50
