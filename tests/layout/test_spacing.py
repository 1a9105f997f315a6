from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.layout.shown import leaves, shown
from app.model.records import Touchpoint
from app.model.view import View
from tests.layout.geometry import laid
from tests.world import journey, large_journey, phase, touch

TIMES = st.lists(st.floats(-1e6, 1e6, allow_nan=False).map(lambda t: round(t, 2)), min_size=1, max_size=120)


@given(TIMES)
def test_leaves_hold_every_touchpoint_once_and_tile_the_timeline(times: list[float]) -> None:
    times.sort()
    points = tuple(Touchpoint(id=f"t{n}", start=time) for n, time in enumerate(times))
    found = leaves(points, times[0], times[-1] if times[-1] > times[0] else times[0] + 1)
    assert [n for leaf in found for n in range(leaf.low, leaf.high)] == list(range(len(points)))
    for one, following in pairwise(found):
        assert one.last == following.first
    for leaf in found:
        for point in points[leaf.low : leaf.high]:
            assert leaf.first <= point.start <= leaf.last


def test_a_new_touchpoint_moves_no_border_but_its_own() -> None:
    world = shown(large_journey(500, 10), View())
    before = leaves(world.touchpoints, world.first, world.last)
    new = Touchpoint(id="new", start=world.touchpoints[250].start)
    more = tuple(sorted((*world.touchpoints, new), key=lambda point: point.start))
    after = leaves(more, world.first, world.last)
    assert len({leaf.key for leaf in before} ^ {leaf.key for leaf in after}) <= 3


def test_a_week_is_as_wide_as_the_mocks() -> None:
    points = [touch(f"T{n}", f"Role {n % 6}", at=n * 2) for n in range(20)]
    placed = laid(journey(*points, unit="week"))
    assert abs(placed.scale.x(1) - placed.scale.x(0) - 50.2) < 0.1


def test_even_spacing_gives_quiet_times_little_room() -> None:
    world = journey(touch("A", "R", at=0), touch("B", "R", at=1), touch("C", "R", at=30), unit="week")
    scale = laid(world, spacing="even").scale
    assert scale.x(30) - scale.x(1) < 3 * (scale.x(1) - scale.x(0))


def test_phases_get_room_for_their_names_in_even_spacing() -> None:
    world = journey(
        phase("Consideration of everything", 0, 1), phase("Next", 1, 2), touch("A", "R", at=0.5), unit="week"
    )
    placed = laid(world, spacing="even")
    assert [box.row.text for box in placed.phases if box.row] == ["Consideration of everything", "Next"]
