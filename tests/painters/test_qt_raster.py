"""A drawing as PNG."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtGui import QImage, QPainter

from app.drawing.shapes import Drawing, Group, Layer, Rect
from app.model.errors import JourneyError
from app.painters import qt, qt_raster
from app.painters.options import PictureOptions
from app.painters.qt_raster import MOST_PIXELS, paint, size_px
from app.painters.qt_session import ensure_session
from tests.painters.pictures import large, small
from tests.painters.reading import picture, share_different


def size(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, (1280, 720)),
        ({"scale": 1}, (640, 360)),
        ({"width_px": 1000}, (1000, 562)),
        ({"dpi": 144}, (960, 540)),
        ({"width_px": 17}, (17, 10)),
    ],
)
def test_width_scale_or_dpi_say_the_size(options: dict[str, float], expected: tuple[int, int]) -> None:
    assert size(paint(small(), PictureOptions.model_validate(options))) == expected


def test_the_resolution_is_recorded_so_that_print_has_the_drawings_size() -> None:
    with Image.open(io.BytesIO(paint(small(), PictureOptions(dpi=300)))) as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert image.width / image.info["dpi"][0] == pytest.approx(640 / 96, abs=0.01)


def test_transparent_shows_through() -> None:
    empty = Drawing(
        20, 20, "#ff0000", (Layer("a", "A", (Group((Rect(0, 0, 5, 5, fill="#0000ff"),)),)),), (0, 0, 20, 20)
    )
    with Image.open(io.BytesIO(paint(empty, PictureOptions(scale=1, transparent=True)))) as image:
        assert image.getpixel((2, 2)) == (0, 0, 255, 255)
        assert image.getpixel((15, 15)) == (0, 0, 0, 0)
    assert picture(paint(empty, PictureOptions(scale=1))).getpixel((15, 15)) == (255, 0, 0)


def test_strips_and_tiles_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = picture(paint(small(), PictureOptions(scale=2)))
    monkeypatch.setattr(qt_raster, "_STRIP_PIXELS", 1280 * 37)
    monkeypatch.setattr(qt_raster, "_TILE_WIDTH", 333)
    assert share_different(picture(paint(small(), PictureOptions(scale=2))), whole, tolerance=16) < 0.0005


def test_it_is_what_qt_paints_in_one_go() -> None:
    ensure_session()
    image = QImage(640, 360, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    qt.paint(painter, small())
    painter.end()
    flat = Image.frombytes("RGB", (640, 360), bytes(image.constBits()))
    assert share_different(picture(paint(small(), PictureOptions(scale=1))), flat, tolerance=8) == 0


def test_too_many_pixels_are_refused_with_a_way_out() -> None:
    tall = Drawing(100, 100_000, "#ffffff", (), (0, 0, 1, 1))
    with pytest.raises(JourneyError, match="too large") as caught:
        paint(tall, PictureOptions(width_px=60_000))
    assert "SVG" in caught.value.do


def test_without_a_wish_a_huge_drawing_is_made_smaller() -> None:
    width, height, scale = size_px(Drawing(100_000, 40_000, "#ffffff", (), (0, 0, 1, 1)), PictureOptions())
    assert width * height <= MOST_PIXELS * 1.001
    assert scale < 1


def test_progress_runs_between_strips_and_may_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_raster, "_STRIP_PIXELS", 640 * 30)
    told: list[float] = []
    paint(small(), PictureOptions(scale=1), told.append)
    assert len(told) == 12
    assert told == sorted(told)

    def stop(part: float) -> None:
        if part > 0.3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        paint(small(), PictureOptions(scale=1), stop)


_WIDE = """
import resource, sys
from tests.painters.pictures import small
from app.painters import qt_raster
from app.painters.options import PictureOptions
qt_raster.paint(small(), PictureOptions(width_px=400))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
data = qt_raster.paint(small(), PictureOptions(width_px=20_000))
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
bad = {"PySide6.QtWidgets", "numpy", "pyqtgraph"} & set(sys.modules)
sys.exit(f"{grown:.0f} MB more, {bad}" if grown > 150 or bad else 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no resource module on Windows")
def test_a_wall_of_pixels_stays_small_in_memory_and_needs_no_widgets() -> None:
    # 20,000 by 11,250 pixels are 900 MB as one picture.
    done = subprocess.run([sys.executable, "-c", _WIDE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_large_map_is_painted_whole() -> None:
    data = paint(large(300), PictureOptions(width_px=3000))
    image = picture(data)
    right = image.crop((2800, 0, 2950, image.height))
    assert len(right.getcolors(1 << 24) or ()) > 10


def test_where_the_memory_is_not_enough_it_says_so() -> None:
    with pytest.raises(MemoryError):
        qt_raster._there(QImage())
