"""Planes of a drawing on the screen: shown from tiles, and tiles painted a few at a time, never longer than a deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil, floor
from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from app.drawing.shapes import Shape
from app.layout.result import Box
from app.widgets.map.tiles import Place, Tile, TileStore, spots

OVERHANG = 8.0  # map units by which strokes may stand out of what the index says
MOST_WORKS = 4
MOST_FALLBACKS = 3

Piece = tuple[Shape, float, float]  # a shape and by what it is moved, map units
PiecesIn = Callable[[Box], Sequence[Piece]]  # what stands in a box, in paint order
PaintShape = Callable[[QPainter, Shape, float], None]  # at a zoom (1.0 = 100 %)


class Plane(Struct, frozen=True):
    """Some of a drawing, shown together; `background` fills its tiles, "" leaves them transparent."""

    name: str
    pieces_in: PiecesIn
    background: str = ""


class Window(Struct, frozen=True):
    """The part of a plane that is to be seen: its upper left corner and size in device px of the scaled drawing."""

    scale: float  # device px a map unit
    x: int
    y: int
    width: int
    height: int

    @property
    def box(self) -> Box:
        """The same in map units."""
        scale = self.scale
        return Box(self.x / scale, self.y / scale, self.width / scale, self.height / scale)


class _Work:
    """A tile being painted, some pieces at a time."""

    def __init__(self, place: Place, plane: Plane, size: int, ratio: float, former: Tile | None) -> None:
        self.tile = Tile(None)
        self._scale = place.scale
        self._zoom = place.scale / ratio
        edge = size / place.scale
        self._corner = place.column * edge, place.row * edge
        self._region: QRegion | None = None  # what alone is painted again
        self._former = former
        area = Box(*self._corner, edge, edge)
        if former is not None and former.image is not None and former.stale:
            region = self._region_of(former.stale, size)
            seen = region.boundingRect()
            if region != QRegion(0, 0, size, size):
                self._region = region
            area = Box(
                self._corner[0] + seen.x() / place.scale, self._corner[1] + seen.y() / place.scale,
                seen.width() / place.scale, seen.height() / place.scale,
            )  # fmt: skip
        reach = OVERHANG + 1 / place.scale
        roomy = Box(area.x - reach, area.y - reach, area.width + 2 * reach, area.height + 2 * reach)
        self._pieces = plane.pieces_in(roomy)
        self._done = 0
        if self._pieces or self._region is not None:
            self.tile.image = _blank(size, plane.background)

    def _region_of(self, boxes: Iterable[Box], size: int) -> QRegion:
        """Return the pixels of the tile in these boxes, map units."""
        region, whole = QRegion(), QRect(0, 0, size, size)
        for box in boxes:
            left, top = (
                floor((box.x - self._corner[0]) * self._scale),
                floor((box.y - self._corner[1]) * self._scale),
            )
            right, bottom = (
                ceil((box.right - self._corner[0]) * self._scale),
                ceil((box.bottom - self._corner[1]) * self._scale),
            )
            left, top = max(left, 0), max(top, 0)
            region += QRect(left, top, min(right, size) - left, min(bottom, size) - top).intersected(whole)
        return region

    def advance(self, paint: PaintShape, deadline: float) -> bool:
        """Paint on until the deadline; tell whether the tile is finished."""
        if self.tile.image is None:
            return True
        painter = QPainter(self.tile.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.translate(-self._corner[0], -self._corner[1])
        at = (0.0, 0.0)
        while self._done < len(self._pieces):
            shape, dx, dy = self._pieces[self._done]
            painter.translate(dx - at[0], dy - at[1])
            at = (dx, dy)
            paint(painter, shape, self._zoom)
            self._done += 1
            if perf_counter() > deadline:
                break
        painter.end()
        is_done = self._done >= len(self._pieces)
        if (
            is_done
            and self._region is not None
            and self._former is not None
            and self._former.image is not None
        ):
            self.tile.image = _patched(self._former.image, self.tile.image, self._region)
        return is_done


def _patched(image: QImage, patch: QImage, region: QRegion) -> QImage:
    """Return an image with a region of another one: painting with a clip would round edges otherwise than without."""
    image = image.copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setClipRegion(region)
    painter.drawImage(0, 0, patch)
    painter.end()
    return image


def _blank(size: int, background: str) -> QImage:
    if background:
        image = QImage(size, size, QImage.Format.Format_RGB32)
        image.fill(QColor(background))
    else:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
    return image


class Surface:
    """Shows planes from tiles and knows which tiles are wanted."""

    def __init__(self, store: TileStore, size: int, ratio: float, paint: PaintShape) -> None:
        self.store = store
        self.size = size  # of a tile's edge, device px
        self.ratio = ratio  # device px a px
        self._paint = paint
        self._works: dict[Place, _Work] = {}  # half painted
        self.tiles_painted = 0

    def show(self, painter: QPainter, plane: Plane, window: Window, at: QPointF) -> None:
        """Draw the plane's tiles into a painter in device px, the window's corner at `at`; older scales fill what is missing."""
        size = self.size
        fallback: list[float] | None = None
        for column, row in spots(window.x, window.y, window.width, window.height, size):
            part = _seen_part(column, row, size, window)
            corner = QPointF(
                at.x() + column * size + part.x() - window.x, at.y() + row * size + part.y() - window.y
            )
            tile = self.store.get(Place(plane.name, window.scale, column, row))
            if tile is not None and tile.image is not None:
                painter.drawImage(corner, tile.image, part)
                continue
            if plane.background:
                painter.fillRect(QRectF(corner, QSizeF(part.size())), QColor(plane.background))
            if tile is None:
                if fallback is None:
                    fallback = self._fallbacks(plane.name, window.scale)
                wanted = QRectF(part.translated(column * size, row * size))
                self._show_others(painter, plane.name, fallback, window.scale, wanted, corner)

    def wanted(self, plane: Plane, window: Window, around: int = 0) -> Iterator[Place]:
        """Yield the places of tiles that are missing or stale in the window and so many tiles around it, the middle first."""
        size = self.size
        reach = around * size
        middle_x, middle_y = window.x + window.width / 2 - size / 2, window.y + window.height / 2 - size / 2
        found = spots(
            window.x - reach, window.y - reach, window.width + 2 * reach, window.height + 2 * reach, size
        )
        missing = [
            (column, row) for column, row in found if self._is_wanted(plane.name, window.scale, column, row)
        ]
        missing.sort(key=lambda spot: abs(spot[0] * size - middle_x) + abs(spot[1] * size - middle_y))
        for column, row in missing:
            yield Place(plane.name, window.scale, column, row)

    def work(self, wanted: Iterable[tuple[Plane, Place]], deadline: float) -> list[Place]:
        """Paint wanted tiles until the deadline, at least one slice of one; return those that are finished."""
        finished = []
        for plane, place in wanted:
            if len(self._works) > MOST_WORKS:
                self._works.clear()
            work = self._works.get(place)
            if work is None:
                former = self.store.peek(place)
                work = self._works[place] = _Work(place, plane, self.size, self.ratio, former)
            if work.advance(self._paint, deadline):
                self.store.put(place, work.tile)
                del self._works[place]
                self.tiles_painted += 1
                finished.append(place)
            if perf_counter() > deadline:
                break
        return finished

    def forget_works(self) -> None:
        """Drop tiles that are half painted: what they show is not true any more."""
        self._works.clear()

    def _is_wanted(self, plane: str, scale: float, column: int, row: int) -> bool:
        tile = self.store.peek(Place(plane, scale, column, row))
        return tile is None or tile.is_stale

    def _fallbacks(self, plane: str, scale: float) -> list[float]:
        """Return other scales of which there are tiles, the nearest first."""
        others = [other for other in self.store.scales(plane) if other != scale]
        others.sort(key=lambda other: max(other / scale, scale / other))
        return others[:MOST_FALLBACKS]

    def _show_others(
        self, painter: QPainter, plane: str, others: list[float], scale: float, part: QRectF, corner: QPointF
    ) -> None:
        """Draw a part of the plane (device px at `scale`) from the nearest scale that has all of it, else from several."""
        layers: list[tuple[float, list[tuple[QRect, QImage]]]] = []
        for other in others:
            tiles, is_whole = self._tiles_under(plane, other, _scaled(part, other / scale))
            layers.append((other / scale, tiles))
            if is_whole:
                break
        for factor, tiles in reversed(layers):
            wanted = _scaled(part, factor)
            for place, image in tiles:
                source = wanted.intersected(QRectF(place))
                target = _scaled(source.translated(-wanted.topLeft()), 1 / factor).translated(corner)
                painter.drawImage(target, image, source.translated(-place.topLeft()))

    def _tiles_under(self, plane: str, scale: float, part: QRectF) -> tuple[list[tuple[QRect, QImage]], bool]:
        size, found, is_whole = self.size, [], True
        for column, row in spots(part.x(), part.y(), part.width(), part.height(), size):
            tile = self.store.peek(Place(plane, scale, column, row))
            if tile is None:
                is_whole = False
            elif tile.image is not None:
                found.append((QRect(column * size, row * size, size, size), tile.image))
        return found, is_whole


def _seen_part(column: int, row: int, size: int, window: Window) -> QRect:
    """Return which part of a tile the window shows, in the tile's px."""
    whole = QRect(column * size, row * size, size, size)
    seen = whole.intersected(QRect(window.x, window.y, window.width, window.height))
    return seen.translated(-whole.topLeft())


def _scaled(rect: QRectF, factor: float) -> QRectF:
    return QRectF(rect.x() * factor, rect.y() * factor, rect.width() * factor, rect.height() * factor)
