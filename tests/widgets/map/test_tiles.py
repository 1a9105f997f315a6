from __future__ import annotations

from PySide6.QtGui import QImage

from app.layout.result import Box
from app.widgets.map.tiles import Place, Tile, TileStore, spots

BYTES = 64 * 64 * 4


def tile() -> Tile:
    return Tile(QImage(64, 64, QImage.Format.Format_RGB32))


def test_the_least_recently_shown_tiles_go_when_there_are_too_many_bytes() -> None:
    store = TileStore(most_bytes=3 * BYTES)
    for column in range(3):
        store.put(Place("map", 1.0, column, 0), tile())
    store.get(Place("map", 1.0, 0, 0))
    store.put(Place("map", 1.0, 3, 0), tile())
    assert store.bytes == 3 * BYTES
    assert store.peek(Place("map", 1.0, 1, 0)) is None
    assert store.peek(Place("map", 1.0, 0, 0)) is not None


def test_bytes_stay_bounded_however_many_tiles_are_put() -> None:
    store = TileStore(most_bytes=10 * BYTES)
    for number in range(500):
        store.put(Place("map", 1.0 + number % 7, number, number), tile())
        assert store.bytes <= 10 * BYTES
    assert len(store) == 10


def test_putting_a_tile_again_counts_once() -> None:
    store = TileStore(most_bytes=10 * BYTES)
    for _ in range(3):
        store.put(Place("map", 1.0, 0, 0), tile())
    assert store.bytes == BYTES


def test_empty_tiles_cost_nothing() -> None:
    store = TileStore(most_bytes=BYTES)
    for column in range(100):
        store.put(Place("map", 1.0, column, 0), Tile(None))
    assert store.bytes == 0
    assert len(store) == 100


def test_only_tiles_under_the_boxes_are_spoilt_and_shown_ones_are_kept_until_painted_again() -> None:
    store = TileStore(most_bytes=100 * BYTES)
    for column in range(4):
        store.put(Place("map", 1.0, column, 0), tile())
        store.put(Place("map", 0.5, column, 0), tile())
    store.spoil("map", [Box(70, 10, 20, 20)], size=64, kept_scale=1.0)
    assert [store.peek(Place("map", 1.0, column, 0)).is_stale for column in range(4)] == [
        False,
        True,
        False,
        False,
    ]
    assert [store.peek(Place("map", 0.5, column, 0)) is None for column in range(4)] == [
        True,
        False,
        False,
        False,
    ]


def test_a_huge_box_is_spoilt_as_quickly_as_there_are_tiles() -> None:
    store = TileStore(most_bytes=100 * BYTES)
    store.put(Place("map", 1.0, 5, 5), tile())
    assert store.spoil("map", [Box(-1e9, -1e9, 2e9, 2e9)], size=64, kept_scale=1.0) == 1


def test_clearing_planes_leaves_others() -> None:
    store = TileStore(most_bytes=100 * BYTES)
    store.put(Place("map", 1.0, 0, 0), tile())
    store.put(Place("left", 1.0, 0, 0), tile())
    store.clear(["left"])
    assert store.planes() == {"map"}
    assert store.bytes == BYTES


def test_spots_cover_a_rectangle_that_begins_left_of_zero() -> None:
    assert list(spots(-10, 0, 20, 64, 64)) == [(-1, 0), (0, 0)]
