from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.shapes import Rect, Shape
from app.layout.result import Box
from app.widgets.map.surface import Piece, Plane, Surface, Window
from app.widgets.map.tiles import TileStore

FOREVER = float("inf")
SQUARES = [Rect(x, y, 8, 8, fill="#ff0000") for x in range(0, 400, 16) for y in range(0, 400, 16)]


def squares_in(box: Box) -> list[Piece]:
    return [(square, 0.0, 0.0) for square in SQUARES if Box(square.x, square.y, 8, 8).overlaps(box)]


def paint(painter: QPainter, shape: Shape, zoom: float) -> None:
    assert isinstance(shape, Rect)
    painter.fillRect(int(shape.x), int(shape.y), 8, 8, QColor(shape.fill))


PLANE = Plane("map", squares_in, "#ffffff")


def surface(paint_shape: object = paint) -> Surface:
    return Surface(TileStore(50_000_000), 64, 1.0, paint_shape)


def wanted(surface: Surface, window: Window) -> list:
    return [(PLANE, place) for place in surface.wanted(PLANE, window)]


def shown(surface: Surface, window: Window) -> QImage:
    image = QImage(window.width, window.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    surface.show(painter, PLANE, window, QPointF(0, 0))
    painter.end()
    return image


def test_tiles_together_show_what_was_painted() -> None:
    tiled, window = surface(), Window(1.0, 37, 21, 150, 140)
    tiled.work(wanted(tiled, window), FOREVER)
    image = shown(tiled, window)
    for x, y in ((0, 0), (64, 64), (100, 77), (149, 139)):
        inside = (x + 37) % 16 < 8 and (y + 21) % 16 < 8
        assert image.pixelColor(x, y).name() == ("#ff0000" if inside else "#ffffff")


def test_tiles_in_the_middle_come_first() -> None:
    tiled, window = surface(), Window(1.0, 0, 0, 320, 320)
    first = next(iter(tiled.wanted(PLANE, window)))
    assert (first.column, first.row) == (2, 2)


def test_no_work_goes_on_long_after_the_deadline() -> None:
    painted: list[Shape] = []

    def counting(painter: QPainter, shape: Shape, zoom: float) -> None:
        painted.append(shape)

    tiled, window = surface(counting), Window(1.0, 0, 0, 320, 320)
    assert tiled.work(wanted(tiled, window), deadline=0.0) == []
    assert len(painted) == 1
    for _ in range(2000):
        tiled.work(wanted(tiled, window), deadline=0.0)
    assert wanted(tiled, window) == []
    assert len(painted) == sum(
        len(squares_in(Box(64 * column - 9, 64 * row - 9, 82, 82))) for column in range(5) for row in range(5)
    )


def test_what_is_missing_is_filled_from_another_scale() -> None:
    tiled = surface()
    whole = Window(1.0, 0, 0, 320, 320)
    tiled.work(wanted(tiled, whole), FOREVER)
    nearer = shown(tiled, Window(2.0, 0, 0, 320, 320))
    assert nearer.pixelColor(6, 6).name() == "#ff0000"
    assert nearer.pixelColor(24, 24).name() == "#ffffff"


def test_what_was_never_painted_is_ground_and_nothing_else() -> None:
    assert shown(surface(), Window(1.0, 0, 0, 32, 32)).pixelColor(5, 5).name() == "#ffffff"


def test_empty_tiles_are_ground() -> None:
    tiled, window = surface(), Window(1.0, 5000, 5000, 64, 64)
    tiled.work(wanted(tiled, window), FOREVER)
    assert wanted(tiled, window) == []
    assert tiled.store.bytes == 0
    assert shown(tiled, window).pixelColor(5, 5).name() == "#ffffff"


def test_only_the_window_is_drawn() -> None:
    tiled, window = surface(), Window(1.0, 10, 10, 20, 20)
    tiled.work(wanted(tiled, window), FOREVER)
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    tiled.show(painter, PLANE, window, QPointF(30, 30))
    painter.end()
    assert image.pixelColor(29, 29).name() == "#ff00ff"
    assert image.pixelColor(50, 50).name() == "#ff00ff"
    assert image.pixelColor(31, 31).name() != "#ff00ff"
