from __future__ import annotations

from app.widgets.map.tooltip import MOST_LINES, tooltip


def test_nothing_to_say_is_no_tooltip() -> None:
    assert tooltip("") == tooltip(" \n ") == ""


def test_the_first_line_is_strong_and_nothing_is_taken_for_markup() -> None:
    words = tooltip("A <i>title</i>\nWeek 3 & later")
    assert "<b>A &lt;i&gt;title&lt;/i&gt;</b><br>Week 3 &amp; later" in words


def test_a_very_long_text_ends_with_an_ellipsis() -> None:
    words = tooltip("\n".join(f"line {number}" for number in range(100)))
    assert words.count("<br>") == MOST_LINES
    assert "…" in words
    assert "line 99" not in words
