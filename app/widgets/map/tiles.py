"""The pixels painted so far, cut into square tiles, the least recently shown forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QImage

from app.layout.result import Box


class Place(NamedTuple):
    """A tile's place: a plane at a scale (device px a map unit), its column and row."""

    plane: str
    scale: float
    column: int
    row: int


@dataclass(slots=True)
class Tile:
    """Painted pixels; no image where nothing stands there. A stale one is shown until it is painted again.

    `stale` are the boxes (map units) in which it is to be painted again.
    """

    image: QImage | None
    stale: tuple[Box, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Tell whether there is something to paint again."""
        return bool(self.stale)

    @property
    def bytes(self) -> int:
        """Memory of the pixels."""
        return 0 if self.image is None else self.image.sizeInBytes()


class TileStore:
    """Tiles by place, at most so many bytes of them."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._tiles: OrderedDict[Place, Tile] = OrderedDict()
        self._levels: dict[tuple[str, float], dict[tuple[int, int], Tile]] = {}

    def __len__(self) -> int:
        return len(self._tiles)

    def get(self, place: Place) -> Tile | None:
        """Return the tile, which counts as shown now."""
        tile = self._tiles.get(place)
        if tile is not None:
            self._tiles.move_to_end(place)
        return tile

    def peek(self, place: Place) -> Tile | None:
        """Return the tile without counting it as shown."""
        return self._tiles.get(place)

    def put(self, place: Place, tile: Tile) -> None:
        """Keep the tile; the least recently shown go where it is too many bytes."""
        self.drop(place)
        self._tiles[place] = tile
        self._levels.setdefault((place.plane, place.scale), {})[place.column, place.row] = tile
        self.bytes += tile.bytes
        while self.bytes > self.most_bytes and len(self._tiles) > 1:
            self.drop(next(iter(self._tiles)))

    def drop(self, place: Place) -> None:
        """Forget one tile."""
        tile = self._tiles.pop(place, None)
        if tile is None:
            return
        self.bytes -= tile.bytes
        level = self._levels[place.plane, place.scale]
        del level[place.column, place.row]
        if not level:
            del self._levels[place.plane, place.scale]

    def clear(self, planes: Iterable[str] | None = None) -> None:
        """Forget all tiles, or those of these planes."""
        names = None if planes is None else frozenset(planes)
        for place in [place for place in self._tiles if names is None or place.plane in names]:
            self.drop(place)

    def level(self, plane: str, scale: float) -> dict[tuple[int, int], Tile]:
        """Return the tiles of one plane at one scale by column and row."""
        return self._levels.get((plane, scale), {})

    def scales(self, plane: str) -> list[float]:
        """Return the scales of which this plane has tiles."""
        return [scale for name, scale in self._levels if name == plane]

    def planes(self) -> set[str]:
        """Return the names of the planes of which there are tiles."""
        return {plane for plane, _scale in self._levels}

    def spoil(self, plane: str, boxes: Iterable[Box], size: int, kept_scale: float) -> int:
        """Mark tiles under the boxes (map units) as stale at the kept scale, forget them at others; return how many.

        `size` is the tiles' edge in device px.
        """
        spoilt = 0
        boxes = list(boxes)
        for scale in self.scales(plane):
            level = self.level(plane, scale)
            for (column, row), found in _under(boxes, level, size / scale).items():
                spoilt += 1
                if scale == kept_scale:
                    level[column, row].stale += tuple(found)
                else:
                    self.drop(Place(plane, scale, column, row))
        return spoilt


def _under(
    boxes: list[Box], level: dict[tuple[int, int], Tile], edge: float
) -> dict[tuple[int, int], list[Box]]:
    """Return the tiles under the boxes, each with its boxes."""
    found: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        columns = range(int(box.x // edge), int(box.right // edge) + 1)
        rows = range(int(box.y // edge), int(box.bottom // edge) + 1)
        if len(columns) * len(rows) > len(level):
            spots_under = [spot for spot in level if spot[0] in columns and spot[1] in rows]
        else:
            spots_under = [(column, row) for column in columns for row in rows if (column, row) in level]
        for spot in spots_under:
            found.setdefault(spot, []).append(box)
    return found


def spots(x: float, y: float, width: float, height: float, size: int) -> Iterator[tuple[int, int]]:
    """Yield column and row of the tiles that a rectangle touches, all in device px of the drawing."""
    for row in range(int(y // size), int((y + height - 1) // size) + 1):
        for column in range(int(x // size), int((x + width - 1) // size) + 1):
            yield column, row
