from __future__ import annotations

import pytest

from app.drawing.shapes import Group, Layer, Path, Text
from app.layout.measure import Font
from app.seeing.phase_words import phase_words, words_in_sight

INTER = Font(17.5, 600)
ARROW = Path(
    (("M", 0.0, 0.0), ("L", 10_000.0, 0.0), ("L", 10_000.0, 50.0), ("L", 0.0, 50.0), ("Z",)), "#eeeeee"
)
NEED = Group((ARROW, Text(4970, 30, "Need", INTER, "#000000", 60)), record="need", title="Need")
PHASES = phase_words([Layer("phases", "Phases", (Group((NEED,)),), "top")])


def written(x: float, zoom: float = 1.0) -> list[float]:
    return [at for _word, at in words_in_sight(PHASES, zoom, min(zoom, 1.2), x, 200, 1200)]


def test_a_name_in_sight_is_not_written_twice() -> None:
    assert written(x=4500) == []
    assert written(x=4785) == []


def test_a_name_out_of_sight_is_written_in_the_middle_of_what_is_seen() -> None:
    assert written(x=1000) == [700]
    assert written(x=9500) == [pytest.approx(350)]


def test_where_there_is_no_room_nothing_is_written() -> None:
    assert written(x=9780) == []
    assert written(x=12_000) == []


def test_the_word_stands_about_its_middle() -> None:
    ((word, _at),) = words_in_sight(PHASES, 1.0, 1.0, 1000, 200, 1200)
    assert word.x == pytest.approx(-30)
