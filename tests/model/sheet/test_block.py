from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import JourneyError
from app.model.sheet import block as blocks
from app.model.sheet.block import read_html, read_tabbed, tiled, write_html, write_tabbed

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from('\t\n"'), max_size=12)
RECTANGLE = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[CELL] * width), min_size=1, max_size=5).map(tuple)
)


def test_rows_end_with_any_line_break_and_the_last_needs_none() -> None:
    assert read_tabbed("a\tb\nc\td") == read_tabbed("a\tb\r\nc\td\r\n") == (("a", "b"), ("c", "d"))


def test_quotes_hold_line_breaks_tabs_and_quotes() -> None:
    assert read_tabbed('"two\nlines"\t"a\tb"\t"say ""hi"""\n') == (("two\nlines", "a\tb", 'say "hi"'),)


def test_a_quote_that_is_only_part_of_the_words_stays() -> None:
    assert read_tabbed('"Kick-off" meeting\tx\n"open\ty') == (('"Kick-off" meeting', "x"), ('"open', "y"))


def test_rows_may_be_ragged_and_empty() -> None:
    assert read_tabbed("a\n\tb\t\n\nc") == (("a",), ("", "b", ""), ("",), ("c",))


def test_signs_that_nobody_sees_are_left_out() -> None:
    assert read_tabbed("a\x00b\x0bc") == (("ab\nc",),)


def test_a_table_of_a_web_page_is_read() -> None:
    page = """<p>before</p><table><thead><tr><th>Title<th>Roles</tr></thead>
      <tr><td> Kick&amp;off <b>now</b></td><td>one<br>two</td></tr>
      <tr><td colspan="2">wide</td><td>third</td></tr></table><table><tr><td>other</td></tr></table>"""
    assert read_html(page) == (("Title", "Roles"), ("Kick&off now", "one\ntwo"), ("wide", "", "third"))


def test_html_without_a_table_is_no_block() -> None:
    assert read_html("<p>Nothing</p>") == ()


def test_words_that_look_like_a_formula_are_marked_as_words() -> None:
    written = write_html((("=1+1", "-2", "2026-05-12", "3-4"),))
    assert written.count("mso-number-format") == 2
    assert "<td>-2</td><td>2026-05-12</td>" in written


def test_the_first_row_can_be_a_header() -> None:
    assert "<th>Title</th>" in write_html((("Title",), ("a",)), has_header=True).replace(
        " style=\"mso-number-format:'\\@'\"", ""
    )


def test_a_block_fills_a_selection_that_is_a_multiple_of_it() -> None:
    assert tiled((("a", "b"),), 2, 4) == (("a", "b", "a", "b"),) * 2
    assert tiled((("a", "b"),), 2, 3) == (("a", "b"),)
    assert tiled((), 2, 3) == ()


def test_a_block_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST_CELLS", 10)
    monkeypatch.setattr(blocks, "MOST_CHARACTERS", 100)
    for read, text in (
        (read_tabbed, "a\t" * 12),
        (read_tabbed, "a" * 101),
        (read_html, "<tr>" + "<td>" * 11),
    ):
        with pytest.raises(JourneyError, match="too big"):
            read(text)
    with pytest.raises(JourneyError, match="too big"):
        tiled((("a",),), 4, 4)


def test_a_million_quotes_are_read_in_one_pass() -> None:
    assert read_tabbed('"' * 1_000_001)[0][0].startswith('"')


@given(RECTANGLE)
def test_what_is_written_with_tabs_is_read_back(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read_tabbed(write_tabbed(rows)) == rows


@given(RECTANGLE)
def test_what_is_written_as_html_is_read_back_but_for_blanks(rows: tuple[tuple[str, ...], ...]) -> None:
    def squeezed(cell: str) -> str:
        return "".join(cell.split())

    read = read_html(write_html(rows))
    assert [[squeezed(cell) for cell in row] for row in read] == [
        [squeezed(cell) for cell in row] for row in rows
    ]


@given(st.text(max_size=200) | st.text(st.sampled_from('<>/tdrhable"= \t\n&;'), max_size=200))
def test_anything_can_be_read(text: str) -> None:
    with suppress(JourneyError):
        read_tabbed(text)
        read_html(text)
        read_html(f"<table>{text}")


@pytest.mark.parametrize(
    "piece",
    [
        "<a",
        '<a b="c" ',
        "<a b='",
        "<!--",
        "<!-- >",
        "<![CDATA[ >",
        "<![foo[ >",
        "<? >",
        "</a ",
        "<",
        "<td",
        "<a b='>",
        "&#",
    ],
)
def test_html_that_nobody_means_costs_no_more_than_its_length(piece: str) -> None:
    cell = "<table><tr><td>x</td><td>y</td></tr></table>"
    assert read_html(cell + piece * 100_000) in ((("x", "y"),), ())


def test_comments_and_conditions_of_office_are_passed_over() -> None:
    text = "<!--[if gte mso 9]><xml>x</xml><![endif]--><?xml a?><table><tr><td><![if !x]>1<![endif]></td></tr></table>"
    assert read_html(text) == (("1",),)
    assert read_html("<table><tr><td>a<!-- not ended </td></tr>") == (("a",),)
