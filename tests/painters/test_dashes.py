"""Long dashed lines cut down to what is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.shapes import Path, Stroke
from app.painters import qt
from app.painters.dashes import long_lines, seen
from app.painters.qt_session import ensure_session

LEVEL = (("M", 0.0, 50.0), ("L", 5000.0, 50.0))
DASHED = Stroke("#000000", 2, (7, 5), cap="butt")


def painted(path: Path, left: float) -> QImage:
    ensure_session()
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.translate(-left, 0)
    qt.paint_shape(painter, path)
    painter.end()
    return image


@pytest.mark.parametrize("left", [0, 1000, 3333, 4800])
def test_what_is_seen_looks_as_the_whole_line_does(left: int) -> None:
    whole = Path((*LEVEL, ("M", 0.0, -500.0), ("L", 9.0, -600.0)), stroke=DASHED)  # one slants: painted whole
    assert long_lines(Path(LEVEL, stroke=DASHED))
    assert not long_lines(whole)
    assert painted(Path(LEVEL, stroke=DASHED), left) == painted(whole, left)


def test_a_line_of_very_many_dashes_stays_dashed() -> None:
    # Qt gives up on dashes beyond 10,000 and draws a solid line.
    line = Path((("M", 0.0, 50.0), ("L", 500_000.0, 50.0)), stroke=DASHED)
    image = painted(line, 240_000)
    dark = sum(image.pixelColor(x, 50).name() == "#000000" for x in range(300))
    assert dark == pytest.approx(300 * 7 / 12, abs=2)


@pytest.mark.parametrize(
    "path",
    [
        Path(LEVEL, stroke=Stroke("#000000", 2)),
        Path((("M", 0.0, 0.0), ("L", 9000.0, 5.0)), stroke=DASHED),
        Path((("M", 0.0, 0.0), ("L", 90.0, 0.0)), stroke=DASHED),
        Path((("M", 0.0, 0.0), ("C", 0.0, 9.0, 9.0, 9.0, 9000.0, 0.0)), stroke=DASHED),
        Path(LEVEL, fill="#ff0000", stroke=DASHED),
    ],
    ids=["solid", "slanting", "short", "curved", "filled"],
)
def test_other_paths_are_left_whole(path: Path) -> None:
    assert long_lines(path) == ()


@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.floats(1, 50), st.floats(-1e4, 1e4), st.floats(1, 2000))
def test_a_part_begins_at_a_whole_period_and_covers_what_is_seen(
    start: float, end: float, period: float, left: float, width: float
) -> None:
    parts = list(seen([(start, 0.0, end, 0.0)], period, left, -1, left + width, 1))
    low, high = max(left, min(start, end)), min(left + width, max(start, end))
    if low > high:
        return
    ((x1, _, x2, _),) = parts
    periods = abs(x1 - start) / period
    assert abs(periods - round(periods)) < 1e-3
    assert min(x1, x2) <= low + 1e-6
    assert max(x1, x2) >= high - 1e-6


def test_lines_beside_the_rectangle_are_left_out() -> None:
    lines = [(0.0, 10.0, 100.0, 10.0), (0.0, 500.0, 100.0, 500.0), (700.0, 0.0, 700.0, 900.0)]
    assert list(seen(lines, 5, 0, 0, 100, 100)) == [(0.0, 10.0, 100.0, 10.0)]
