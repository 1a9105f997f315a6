"""Title, goal and key figures."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.title import title
from app.drawing.shapes import Text
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout
from tests.drawing.shapes_in import walk


def test_what_alarms_is_red_and_the_rest_is_not() -> None:
    layout = a_layout()
    shapes = title(layout.title, look_at(a_journey(), layout, LIGHT))
    found = {shape.text: shape.fill for shape, _, _ in walk(shapes) if isinstance(shape, Text)}
    assert found == {
        "Buying": LIGHT.ink, "Northwind": LIGHT.ink2, "Goal:": LIGHT.ink, "Peace": LIGHT.ink2,
        "18 days": LIGHT.pain, "longest wait": LIGHT.muted,
    }  # fmt: skip
