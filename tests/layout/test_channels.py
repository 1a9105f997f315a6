from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import ChannelMark, Layout
from app.layout.wrap import wrap
from app.model.change import Change
from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import Channel, Touchpoint
from app.model.view import View
from tests.layout.geometry import faults, laid
from tests.world import insight, journey, large_journey, phase, touch

PITCH = 28.0


def marks(placed: Layout) -> list[tuple[float, ChannelMark]]:
    """Return all marks with their absolute x."""
    return [(block.x + mark.x, mark) for block in placed.blocks for mark in block.channels]


def moments(placed: Layout) -> dict[str, float]:
    return {m.touchpoint: block.x + m.x for block in placed.blocks for m in block.markers}


def overlaps(placed: Layout) -> Iterator[str]:
    levels: dict[float, list[tuple[float, str]]] = {}
    for x, mark in marks(placed):
        levels.setdefault(mark.y, []).append((x, mark.touchpoint))
    for level in levels.values():
        for (x, one), (other_x, other) in pairwise(sorted(level)):
            if other_x - x < PITCH - 0.01:
                yield f"{one} and {other} stand {other_x - x:.1f} apart"
    ys = sorted(levels)
    yield from (f"sub-rows at {a} and {b}" for a, b in pairwise(ys) if b - a < PITCH - 0.01)


def shop(*more: Record) -> Journey:
    return journey(
        touch("Sees it", "Buyer", at=1, channel="Web"),
        touch("Asks", "Buyer", at=5, channel="Phone"),
        touch("Thinks", "Buyer", at=7),
        touch("Buys", "Buyer", at=9, channel="Web"),
        insight("pain", "Nobody answers", at="Asks"),
        *more,
    )


@pytest.mark.parametrize(
    ("detail", "choice", "is_there"),
    [
        ("compact", "auto", False), ("standard", "auto", False), ("full", "auto", True),
        ("compact", "on", True), ("standard", "on", True), ("full", "off", False),
    ],
)  # fmt: skip
def test_the_row_stands_in_full_detail_or_when_asked_for(detail: str, choice: str, is_there: bool) -> None:
    placed = laid(shop(), detail=detail, channel_row=choice)
    assert ("channels" in [row.kind for row in placed.bottom_rows]) == is_there
    assert bool(marks(placed)) == is_there


def test_each_channel_stands_at_its_moment_above_the_pain_points() -> None:
    placed = laid(shop(), channel_row="on")
    channels, pains = placed.bottom_rows
    assert (channels.kind, pains.kind) == ("channels", "pain")
    assert [row.text for row in channels.rows] == ["Channels", "how it happens"]
    assert placed.map_box.bottom < channels.y
    assert channels.y + channels.height < pains.y
    at = moments(placed)
    assert [mark.touchpoint for _, mark in marks(placed)] == ["touch-sees-it", "touch-asks", "touch-buys"]
    assert all(x == at[mark.touchpoint] for x, mark in marks(placed))
    assert {mark.y for _, mark in marks(placed)} == {channels.y + channels.height / 2}


def test_a_mark_has_the_glyph_of_its_channel() -> None:
    world = shop()
    first, second = world.all(Channel)
    world.apply(Change(put=(replaced(first, glyph="web"), replaced(second, glyph="phone"))))
    assert [mark.glyph for _, mark in marks(laid(world, channel_row="on"))] == ["web", "phone", "web"]


def test_without_channels_there_is_no_row() -> None:
    placed = laid(journey(touch("Thinks", "Buyer", at=7)), channel_row="on")
    assert placed.bottom_rows == ()
    assert laid(journey(), channel_row="on").bottom_rows == ()


def test_equal_channels_of_one_moment_share_a_mark_and_others_are_stacked() -> None:
    world = journey(
        touch("Writes", "Buyer", at=3, channel="Email"),
        touch("Reads", "Boss", at=3, channel="Email"),
        touch("Calls", "Clerk", at=3, channel="Phone"),
    )
    found = marks(laid(world, channel_row="on"))
    assert sorted(mark.touchpoint for _, mark in found) == ["touch-calls", "touch-writes"]
    (x, one), (other_x, other) = found
    assert x == other_x
    assert abs(one.y - other.y) == PITCH


def test_marks_a_little_too_close_stand_side_by_side() -> None:
    world = shop(touch("Asks again", "Boss", at=5.2, channel="Email"))
    placed = laid(world, channel_row="on")
    at, (first, second) = moments(placed), [entry for entry in marks(placed) if "asks" in entry[1].touchpoint]
    assert 0 < at["touch-asks-again"] - at["touch-asks"] < PITCH
    assert second[0] - first[0] == pytest.approx(PITCH)
    assert first[1].y == second[1].y


@pytest.mark.parametrize("spacing", ["even", "proportional"])
@pytest.mark.parametrize("count", [60, 300])
def test_marks_never_overlap_and_stay_in_their_row_near_their_moments(count: int, spacing: str) -> None:
    placed = laid(large_journey(count, 12), spacing=spacing, channel_row="on")
    assert list(overlaps(placed)) == []
    assert faults(placed) == []
    row = placed.bottom_rows[0]
    assert row.height <= 4 * PITCH + 18
    at = moments(placed)
    assert len(marks(placed)) > count / 2
    for x, mark in marks(placed):
        assert 0 <= x - at[mark.touchpoint] <= PITCH / 2 + 0.01
        assert row.y + PITCH / 2 <= mark.y <= row.y + row.height - PITCH / 2
        assert placed.map_box.x + PITCH / 2 <= x <= placed.map_box.right - PITCH / 2


def test_roles_that_are_hidden_and_moments_outside_the_window_have_no_mark() -> None:
    world = shop(touch("Signs", "Boss", at=11, channel="Site"))
    assert "touch-signs" in {mark.touchpoint for _, mark in marks(laid(world, channel_row="on"))}
    hidden = laid(world, channel_row="on", hidden_roles=("role-boss",))
    assert "touch-signs" not in {mark.touchpoint for _, mark in marks(hidden)}
    part = laid(world, channel_row="on", first=4, last=9.5)
    assert [mark.touchpoint for _, mark in marks(part)] == ["touch-asks", "touch-buys"]


def test_rows_of_a_wrapped_map_share_the_channels_among_them() -> None:
    world = shop(
        phase("Want", 0, 6), phase("Get", 6, 40),
        *(touch(f"Step {n}", "Buyer", at=10 + 2 * n, channel="Chat") for n in range(14)),
    )  # fmt: skip
    rows = wrap(world, View(channel_row="on"), fixed_measure, 1000.0).rows
    assert len(rows) > 1
    found = [mark.touchpoint for row in rows for _, mark in marks(row)]
    assert sorted(found) == sorted(point.id for point in world.all(Touchpoint) if point.channel)


def test_a_change_of_a_channel_makes_few_blocks_new_and_equals_a_layout_from_scratch() -> None:
    world = large_journey(1000, 20)
    first = laid(world, channel_row="on")
    point = world.all(Touchpoint)[500]
    other = next(channel for channel in world.all(Channel) if channel.id != point.channel)
    world.apply(Change(put=(replaced(point, channel=other.id),)))
    again = layout(world, first.view, fixed_measure, first)
    scratch = laid(world, channel_row="on")
    assert again.blocks == scratch.blocks
    assert again.bottom_rows == scratch.bottom_rows
    assert sum(one is not old for one, old in zip(again.blocks, first.blocks, strict=True)) <= 4


def test_the_check_of_overlaps_sees_one() -> None:
    placed = laid(large_journey(60, 12), channel_row="on")
    block = placed.blocks[0]
    one = block.channels[0]
    heaped = (one, replace(one, touchpoint="other", x=one.x + 5))
    broken = replace(placed, blocks=(replace(block, channels=heaped),))
    assert list(overlaps(broken)) != []
