from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from app.drawing.shapes import Group, Path, Stroke
from app.layout.result import Box
from app.seeing.sweep import Sweeps

ARC = Path((("M", 0.0, 0.0), ("C", 0.0, 500.0, 800.0, 500.0, 800.0, 1000.0)), stroke=Stroke("#000000", 2.2))
AROUND = Box(-2, -2, 804, 1004)
numbers = st.floats(-1000, 1000)


def test_a_box_beside_an_arc_is_not_crossed_and_one_on_it_is() -> None:
    sweeps = Sweeps()
    assert not sweeps.crosses(ARC, AROUND, Box(600, 50, 150, 150))
    assert sweeps.crosses(ARC, AROUND, Box(380, 480, 40, 40))
    assert sweeps.crosses(Group((ARC,), 1000, 0), AROUND, Box(1380, 480, 40, 40))


def test_the_gap_between_two_strokes_of_a_path_is_not_crossed() -> None:
    stubs = Path((("M", 0, 0), ("L", 0, 30), ("M", 0, 970), ("L", 0, 1000)), stroke=Stroke("#000000", 2))
    assert not Sweeps().crosses(stubs, Box(-1, -1, 2, 1002), Box(-50, 400, 100, 100))


@given(st.lists(numbers, min_size=8, max_size=8), numbers, numbers)
def test_whatever_a_curve_touches_it_crosses(points: list[float], x: float, y: float) -> None:
    x0, y0, x1, y1, x2, y2, x3, y3 = points
    curve = Path((("M", x0, y0), ("C", x1, y1, x2, y2, x3, y3)), stroke=Stroke("#000000", 2.0))
    path = QPainterPath(QPointF(x0, y0))
    path.cubicTo(x1, y1, x2, y2, x3, y3)
    stroker = QPainterPathStroker()
    stroker.setWidth(2.0)
    if stroker.createStroke(path).intersects(QRectF(x, y, 256, 256)):
        assert Sweeps().crosses(curve, Box(-1e4, -1e4, 2e4, 2e4), Box(x, y, 256, 256))
