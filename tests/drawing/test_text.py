"""A drawing as text is exact and stable."""

from __future__ import annotations

from app.drawing.build import build
from app.drawing.shapes import Drawing, Group, Image, Layer, Path, Stroke, Text
from app.drawing.text import as_text
from app.drawing.tokens import DARK, LIGHT
from app.layout.measure import Font
from tests.drawing.layouts import a_journey, a_layout


def test_every_property_shows() -> None:
    shapes = (
        Path(
            (("M", 0, 0), ("L", 1.234, 5), ("Z",)), "#000000", 0.1, Stroke("#FF0000", 2, (1, 8), opacity=0.5)
        ),
        Text(1, 2, 'a "b"\nc', Font(12, 500, -0.5), "#111111", 30, "middle", -90.0, 6),
        Image(0, 0, 4, 4, "image/png", b"1234"),
    )
    group = Group(shapes, 5, 6, "rec", "role", "Two\nlines", 0.4, 0.8, 0.3)
    drawing = Drawing(10, 20, "#FFFFFF", (Layer("a", "A", (group,), "top"),), (0, 0, 10, 20))
    assert as_text(drawing).splitlines() == [
        "drawing 10 x 20 on #FFFFFF, map 0 0 10 20",
        "",
        "layer a (A) pinned top",
        '  group at 5 6 record rec role role from 0.4 below 0.8 opacity 0.3 "Two\\nlines"',
        "    path M0,0 L1.23,5 Z fill #000000 0.1 stroke #FF0000 2 dash 1,8 0.5",
        '    text 1 2 12/500/-0.5 #111111 wide 30 middle turned -90 smallest 6 "a \\"b\\"\\nc"',
        "    image 0 0 4 4 image/png 4 bytes 03ac674216f3",
    ]


def test_equal_drawings_read_the_same_and_others_do_not() -> None:
    one, other = build(a_journey(), a_layout(), LIGHT), build(a_journey(), a_layout(), LIGHT)
    assert as_text(one) == as_text(other)
    assert as_text(one) != as_text(build(a_journey(), a_layout(), DARK))
