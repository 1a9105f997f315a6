"""What people write into fields of times, days, numbers and colours, and how it is written back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from app.i18n import speaking
from app.model.errors import JourneyError
from app.widgets.fields.colour import read_colour
from app.widgets.fields.numbers import number_words, percent_words, read_number, read_percent
from app.widgets.fields.times import date_words, is_month_first, read_date


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_in_words_is_read_back(day: date) -> None:
    assert read_date(date_words(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-05-12", "2026-05-12"), ("12.5.2026", "2026-05-12"), (" May 12, 2026 ", "2026-05-12"), ("", "")],
)
def test_days_are_read_as_people_write_them(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.fixture
def american() -> Iterator[None]:
    """A person whose dates begin with the month."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def test_a_day_of_both_readings_is_read_as_where_the_person_lives(american: None) -> None:
    assert is_month_first()
    assert read_date("5/12/2026") == "2026-05-12"
    QLocale.setDefault(QLocale("en_GB"))
    assert read_date("5/12/2026") == "2026-12-05"


@pytest.mark.parametrize("text", ["12", "soon", "31.2.2026", "2026-13-01", "+5"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(JourneyError) as refusal:
        read_date(text)
    assert text in refusal.value.what
    assert "2026-05-12" in refusal.value.do


@given(st.floats(-1e9, 1e9))
def test_a_number_in_words_is_read_back(number: float) -> None:
    assert read_number(number_words(number)) == pytest.approx(number, abs=1e-8)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "1,234", 1234), ("en", "1,234,567.5", 1234567.5), ("en", "0,5", 0.5), ("en", "12,5", 12.5),
        ("en", "1,2345", 1.2345), ("en", "0,125", 0.125), ("en", "-1,234", -1234), ("en", "1.234", 1.234),
        ("de", "1.234", 1234), ("de", "1.234.567,5", 1234567.5), ("de", "0.5", 0.5), ("de", "1,234", 1.234),
        ("fr", "1\u202f234,5", 1234.5), ("fr", "1 234", 1234), ("fr", "1.234", 1.234), ("fr", "1,234", 1.234),
    ],
)  # fmt: skip
def test_thousands_are_read_as_the_language_groups_them(language: str, text: str, number: float) -> None:
    with speaking(language):
        assert read_number(text) == number


@pytest.mark.parametrize("text", ["1,23,456", "1 23", "12 3456", "1.234.5", "1,,234"])
def test_what_is_grouped_as_nobody_does_is_no_number(text: str) -> None:
    with pytest.raises(JourneyError, match="is no number"):
        read_number(text)


@given(st.integers(0, 100))
def test_a_share_is_written_in_percent(percent: int) -> None:
    assert percent_words(read_percent(str(percent))) == f"{percent} %"


@pytest.mark.parametrize("text", ["101", "-1 %", "half"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(JourneyError):
        read_percent(text)


@pytest.mark.parametrize(
    ("text", "colour"), [("#1b50c9", "#1B50C9"), ("1b50c9", "#1B50C9"), ("#abc", "#AABBCC"), ("  ", "")]
)
def test_colours_are_read_as_people_write_them(text: str, colour: str) -> None:
    assert read_colour(text) == colour


@pytest.mark.parametrize("text", ["blue", "#12345", "#GGGGGG", "#"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(JourneyError, match="is no colour"):
        read_colour(text)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@given(st.floats(-1e6, 1e6).map(lambda number: round(number, 6)))
def test_a_number_is_read_as_it_is_written_in_each_language(language: str, number: float) -> None:
    with speaking(language):
        assert read_number(number_words(number)) == number
