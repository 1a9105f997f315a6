"""Faces of the feeling scale."""

from __future__ import annotations

import pytest

from app.drawing.bounds import bounds
from app.drawing.parts.faces import face
from app.drawing.shapes import Circle, Path


@pytest.mark.parametrize("feeling", [-2, -1, 0, 1, 2])
def test_a_face_keeps_its_features_inside(feeling: int) -> None:
    head, *features = face(feeling, 10, "#000000")
    assert isinstance(head, Circle)
    for feature in features:
        box = bounds(feature)
        assert box is not None
        assert max(-box.x, box.right, -box.y, box.bottom) < 8


def test_mouths_bend_from_down_to_up() -> None:
    def bend(feeling: int) -> float:
        mouth = face(feeling, 10, "#000000")[-1]
        assert isinstance(mouth, Path)
        start, curve = mouth.segments
        return curve[2] - start[2]  # type: ignore[misc,operator]

    bends = [bend(feeling) for feeling in (-2, -1, 0, 1, 2)]
    assert bends == sorted(bends)
    assert bends[2] == 0
