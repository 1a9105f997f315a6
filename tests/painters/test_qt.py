"""A drawing through a QPainter."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.shapes import Circle, Drawing, Group, Image, Path, Rect, Shape, Stroke
from app.painters import qt
from app.painters.qt_session import ensure_session
from tests.painters.pictures import DOT, small, words


def painted(*shapes: Shape, zoom: float | None = None, size: int = 100, scale: float = 1) -> QImage:
    ensure_session()
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    qt.paint_shapes(painter, shapes, zoom)
    painter.end()
    return image


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def ink(image: QImage) -> int:
    """How many pixels are not white."""
    every = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel != 0xFFFFFFFF for pixel in every)


def test_groups_move_their_shapes_and_nothing_after_them() -> None:
    moved = Group((Group((Rect(0, 0, 10, 10, fill="#ff0000"),), 10, 0),), 40, 50)
    image = painted(moved, Rect(0, 0, 10, 10, fill="#0000ff"))
    assert at(image, 55, 55) == "#ff0000"
    assert at(image, 5, 5) == "#0000ff"
    assert at(image, 45, 55) == "#ffffff"


@pytest.mark.parametrize(("zoom", "shown"), [(None, True), (0.3, False), (0.5, True), (1.0, True)])
def test_the_screen_leaves_out_what_is_too_fine(zoom: float | None, shown: bool) -> None:
    fine = Group((Rect(0, 0, 100, 100, fill="#ff0000"),), min_zoom=0.4)
    assert (at(painted(fine, zoom=zoom), 50, 50) == "#ff0000") == shown


def test_files_leave_out_what_is_for_the_screen_alone() -> None:
    far = Group((Rect(0, 0, 100, 100, fill="#ff0000"),), max_zoom=0.4)
    assert at(painted(far), 50, 50) == "#ffffff"
    assert at(painted(far, zoom=0.2), 50, 50) == "#ff0000"
    assert at(painted(far, zoom=0.4), 50, 50) == "#ffffff"


def test_text_goes_away_below_its_smallest_size() -> None:
    text = words(5, 50, "Hello", 20, 600, smallest=11)
    assert ink(painted(text, zoom=0.6)) > 50
    assert ink(painted(text, zoom=0.5)) == 0
    assert ink(painted(text)) > 50


@pytest.mark.parametrize("text", ["Kick-off", "abc 你好", "שלום"])
def test_text_fills_its_width_and_no_more(text: str) -> None:
    line = words(10, 60, text, 18, 700)
    image = painted(line, size=200, scale=1)
    columns = [x for x in range(200) if any(image.pixel(x, y) != 0xFFFFFFFF for y in range(200))]
    assert columns[0] >= 9
    assert columns[-1] <= 10 + line.width + 1
    assert columns[-1] - columns[0] > 0.8 * line.width


def test_anchors_say_where_the_text_stands() -> None:
    def extent(anchor: str) -> tuple[int, int]:
        image = painted(words(100, 60, "wait", 20, 600, anchor=anchor), size=200)
        columns = [x for x in range(200) if any(image.pixel(x, y) != 0xFFFFFFFF for y in range(30, 80))]
        return columns[0], columns[-1]

    assert extent("start")[0] >= 99
    assert extent("end")[1] <= 101
    left, right = extent("middle")
    assert abs((left + right) / 2 - 100) < 1.5


def test_a_turned_text_runs_down() -> None:
    image = painted(words(20, 10, "down", 20, 600, angle=90.0))
    rows = [y for y in range(100) if any(image.pixel(x, y) != 0xFFFFFFFF for x in range(100))]
    assert rows[-1] - rows[0] > 30


def test_weights_differ() -> None:
    dark = [ink(painted(words(5, 60, "weight", 24, weight))) for weight in (400, 600, 700)]
    assert dark == sorted(dark)
    assert dark[0] < dark[2]


def test_dashes_are_map_units_not_pen_widths() -> None:
    dashed = Path((("M", 0.0, 50.0), ("L", 100.0, 50.0)), stroke=Stroke("#000000", 4, (10, 10), cap="butt"))
    image = painted(dashed)
    assert [at(image, x, 50) for x in (5, 15, 25, 35)] == ["#000000", "#ffffff", "#000000", "#ffffff"]


def test_paths_are_filled_by_the_non_zero_rule() -> None:
    ring = [("M", 10.0, 10.0), ("L", 90.0, 10.0), ("L", 90.0, 90.0), ("L", 10.0, 90.0), ("Z",)]
    inner = [("M", 30.0, 30.0), ("L", 70.0, 30.0), ("L", 70.0, 70.0), ("L", 30.0, 70.0), ("Z",)]
    assert at(painted(Path((*ring, *inner), fill="#ff0000")), 50, 50) == "#ff0000"


def test_opacity_is_of_the_group_as_a_whole() -> None:
    two = (Rect(0, 0, 60, 60, fill="#000000"), Circle(50, 50, 30, "#000000"))
    image = painted(Group(two, opacity=0.5))
    assert at(image, 55, 55) == at(image, 5, 5)
    assert at(image, 5, 5) in {"#7f7f7f", "#808080"}


def test_pictures_are_shown_and_broken_ones_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    image = painted(Image(0, 0, 50, 50, "image/png", DOT), Image(50, 50, 50, 50, "image/png", b"no picture"))
    assert at(image, 2, 2) == "#ff0000"
    assert at(image, 75, 75) == "#ffffff"


def test_two_threads_paint_the_same() -> None:
    images: list[QImage] = []

    def work() -> None:
        for _ in range(5):
            images.append(drawn(small()))

    threads = [threading.Thread(target=work) for _ in range(2)]
    images.append(drawn(small()))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(images) == 11
    assert all(image == images[0] for image in images)


def drawn(drawing: Drawing) -> QImage:
    ensure_session()
    image = QImage(int(drawing.width), int(drawing.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    qt.paint(painter, drawing)
    painter.end()
    return image


def test_a_remembered_path_is_never_mistaken_for_another() -> None:
    # shapes that died may give their identity to new ones
    for number in range(3000):
        x = float(number % 90)
        segments = (("M", x, 0.0), ("L", x + 5, 0.0), ("L", x + 5, 9.0), ("L", x, 9.0), ("Z",))
        if number % 500 == 0:
            assert at(painted(Path(segments, fill="#ff0000")), int(x) + 2, 5) == "#ff0000"
        else:
            Path(segments)


@pytest.mark.parametrize("scale", [0.5, 1, 1.6, 1.75, 2, 4, 8])
def test_a_large_title_is_painted_at_every_scale(scale: float) -> None:
    title = words(4, 40, "W", 38, 700)
    image = painted(title, size=int(50 * scale), scale=scale)
    assert ink(image) / (50 * scale) ** 2 == pytest.approx(0.25, abs=0.07)


def test_a_large_foreign_title_is_painted() -> None:
    assert ink(painted(words(4, 40, "機", 38, 700), size=200, scale=4)) > 2000
