"""Insights written out, and channels."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.insights import insights
from app.drawing.shapes import Group, Rect
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout, block
from tests.drawing.shapes_in import strokes, texts, walk

LOOK = look_at(a_journey(), a_layout(), LIGHT)


def test_an_insight_is_framed_in_the_colour_of_its_kind_and_numbered() -> None:
    pain, channel = insights(block(), LOOK, {"touch-search": "Search by web"}.__getitem__)
    frame = next(shape for shape, _, _ in walk([pain]) if isinstance(shape, Rect))
    assert frame.stroke is not None
    assert frame.stroke.colour == LIGHT.pain
    assert texts([pain]) == ["Nobody", "answers", "1"]
    assert (pain.title, pain.record) == ("Nobody answers", "insight-pain-nobody-answers")
    assert (channel.title, channel.record) == ("Search by web", "touch-search")
    assert LIGHT.muted in strokes([channel])


def test_from_far_an_insight_is_its_number() -> None:
    pain, _ = insights(block(), LOOK, {"touch-search": "Search by web"}.__getitem__)
    far = [child for child in pain.children if isinstance(child, Group) and child.min_zoom == 0]
    assert texts(far) == ["1"]
