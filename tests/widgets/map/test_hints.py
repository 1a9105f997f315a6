from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion

from app.seeing.camera import Camera
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.hints import hint, paint_hint
from tests.widgets.map.conftest import Shown
from tests.widgets.map.hands import painted, pixels
from tests.world import journey, phase, role, touch


def test_an_empty_map_says_how_to_begin_and_a_begun_one_says_nothing() -> None:
    assert "first role" in hint(journey(), 0)
    assert "first touchpoint" in hint(journey(role("IT")), 1)
    assert hint(journey(role("IT")), 0) == ""  # hidden: it has begun, it is not seen
    assert hint(journey(role("IT"), touch("Ask", "IT", at=1)), 1) == ""


def test_the_hint_is_seen_on_the_map_and_is_no_part_of_the_drawing(shown: Shown) -> None:
    canvas = shown(journey(role("IT")))
    seen = pixels(canvas)
    assert seen != painted(canvas, canvas.glance()).convertToFormat(seen.format())
    assert "Double-click" not in str(canvas.stage.drawing)
    begun = shown(journey(role("IT"), touch("Ask", "IT", at=1)))
    seen = pixels(begun)
    assert seen == painted(begun, begun.glance()).convertToFormat(seen.format())


def said_in_sight(canvas: MapCanvas, size_px: tuple[int, int]) -> QRect:
    """Return where words are painted on nothing."""
    image = QImage(*size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_hint(painter, canvas.camera, canvas.stage, hint(canvas.document.journey, 1), size_px)
    painter.end()
    return QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()  # type: ignore[arg-type]


def test_what_an_empty_map_says_is_whole_wherever_one_looks(shown: Shown) -> None:
    canvas = shown(journey(role("IT"), phase("Need", 0, 40), phase("Purchase", 40, 90)))
    for zoom, x, y in ((0.6, 0, 0), (2.0, 0, 0), (2.0, 2600, 0), (2.0, 900, 60), (1.0, 900, 40)):
        canvas.eye.look(Camera(x, y, zoom))
        width, height = canvas.size_px()
        place = said_in_sight(canvas, (width, height))
        assert place.width() > 150, (zoom, x, y)
        assert QRect(6, 6, width - 12, height - 12).contains(place), (zoom, x, y)


def test_the_note_of_the_picture_is_not_painted_too(shown: Shown) -> None:
    canvas = shown(journey(role("IT")))
    assert canvas.stage.layout.note
    assert any(layer.name == "note" for layer in canvas.stage.drawing.layers)  # exports keep it
    row = canvas.stage.layout.note[0]
    without = painted(canvas, canvas.glance())
    x, y = canvas.camera.to_view(row.x, row.y - 18)
    band = without.copy(
        round(x), round(y), round(row.width * canvas.camera.zoom), round(24 * canvas.camera.zoom)
    )
    shades = [
        band.pixelColor(px, py).lightness() for px in range(band.width()) for py in range(band.height())
    ]
    assert min(shades) > 180  # lanes and grid, no words
