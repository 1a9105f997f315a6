import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.clusters import clusters
from app.layout.measure import fixed_measure
from app.layout.typeset import ELLIPSIS, Typesetter

STYLE = "card_title"  # 16.5: a character of the fixed measure is 8.25 wide
LINES = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=120)


def lines(text: str, width: float, most: int) -> list[str]:
    return [line.text for line in Typesetter(fixed_measure).set(text, STYLE, width, most).lines]


def test_text_is_wrapped_at_spaces() -> None:
    assert lines("Contract-end notice", 100, 2) == ["Contract-end", "notice"]


def test_no_line_ends_at_a_space_that_keeps_together() -> None:
    assert lines("Attend 31\u00a0h", 80, 2) == ["Attend", "31\u00a0h"]
    assert lines("«\u00a0Pas du tout\u00a0»", 90, 2) == ["«\u00a0Pas du", "tout\u00a0»"]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert lines("Donaudampfschiff", 66, 3) == ["Donaudam", "pfschiff"]


def test_a_word_that_is_too_long_is_broken_behind_a_hyphen_where_it_has_one() -> None:
    assert lines("Account-Manager", 100, 3) == ["Account-", "Manager"]
    assert lines("-Donaudampfschiff", 66, 3) == ["-Donauda", "mpfschif", "f"]


def test_what_does_not_fit_is_elided_in_the_last_line() -> None:
    setting = Typesetter(fixed_measure).set("One two three four five six", STYLE, 80, 2)
    assert not setting.is_whole
    assert [line.text for line in setting.lines] == ["One two", "three fo…"]


def test_balanced_lines_are_about_as_wide_as_each_other() -> None:
    setting = Typesetter(fixed_measure).balance("Redlines the data agreement", STYLE, 190, 2)
    assert [line.text for line in setting.lines] == ["Redlines the", "data agreement"]


@given(LINES, st.floats(30, 400), st.integers(1, 4))
def test_no_line_is_wider_than_asked_and_no_character_is_torn(text: str, width: float, most: int) -> None:
    setting = Typesetter(fixed_measure).set(text, STYLE, width, most)
    assert len(setting.lines) <= most
    for line in setting.lines:
        assert line.width <= width + 0.01 or len(clusters(line.text.rstrip(ELLIPSIS))) <= 1
        assert line.width == pytest.approx(
            fixed_measure(line.text, Typesetter(fixed_measure).font(STYLE)), abs=0.01
        )
        assert "".join(clusters(line.text)) == line.text
    if setting.is_whole:
        assert "".join("".join(line.text.split()) for line in setting.lines) == "".join(text.split())


@given(LINES, st.floats(20, 300))
def test_an_elided_text_begins_like_the_text(text: str, width: float) -> None:
    line = Typesetter(fixed_measure).elide(text, STYLE, width)
    whole = " ".join(text.split())
    assert line.text == whole or whole.startswith(line.text.rstrip(ELLIPSIS).rstrip(" "))
