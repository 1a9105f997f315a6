"""What people write into fields of times, days, numbers and colours, and how it is written back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import speaking
from app.model.errors import JourneyError
from app.model.moment_text import read_moment
from app.model.record import TimeUnit
from app.model.records import JourneyInfo
from app.model.time_units import HOURS
from app.widgets.fields.colour import read_colour
from app.widgets.fields.numbers import number_words, percent_words, read_number, read_percent
from app.widgets.fields.times import date_words, exact_moment_words, read_date

UNITS: tuple[TimeUnit, ...] = ("step", "hour", "day", "week", "month")


@given(st.floats(-1000, 1000), st.sampled_from(UNITS))
def test_a_moment_in_words_is_read_back(time: float, unit: TimeUnit) -> None:
    info = JourneyInfo(id="j", unit=unit)
    assert read_moment(exact_moment_words(info, time), info) == pytest.approx(time, abs=1e-4)


@given(st.floats(-500, 500), st.sampled_from(UNITS[1:]))
def test_a_date_of_the_timeline_is_read_back_to_the_minute(time: float, unit: TimeUnit) -> None:
    info = JourneyInfo(id="j", unit=unit, start_date="2026-01-05")
    assert read_moment(exact_moment_words(info, time), info) == pytest.approx(time, abs=0.02)


def test_the_clock_is_said_in_few_words_where_the_year_goes_without_saying() -> None:
    info = JourneyInfo(id="j", unit="hour", start_date="2026-11-02")
    assert exact_moment_words(info, 5.5) == "2 Nov, 05:30"
    assert exact_moment_words(info, -5.5) == "2026-11-01 18:30"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_in_words_is_read_back(day: date) -> None:
    assert read_date(date_words(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-05-12", "2026-05-12"), ("12.5.2026", "2026-05-12"), (" May 12, 2026 ", "2026-05-12"), ("", "")],
)
def test_days_are_read_as_people_write_them(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["12", "soon", "31.2.2026", "2026-13-01", "+5"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(JourneyError) as refusal:
        read_date(text)
    assert text in refusal.value.what
    assert "2026-05-12" in refusal.value.do


@given(st.floats(-1e9, 1e9))
def test_a_number_in_words_is_read_back(number: float) -> None:
    assert read_number(number_words(number)) == pytest.approx(number, abs=1e-8)


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
@pytest.mark.parametrize("reader", ["en", "de", "fr"])
@given(minutes=st.integers(-(10**7), 10**7), unit=st.sampled_from(["hour", "day", "week", "month"]))
def test_a_moment_written_in_one_language_is_read_in_every_other(
    language: str, reader: str, minutes: int, unit: TimeUnit
) -> None:
    for info in (JourneyInfo(id="j", unit=unit, start_date="2026-05-01"), JourneyInfo(id="j", unit=unit)):
        time = round(minutes / 60 / HOURS[unit], 4)
        with speaking(language):
            words = exact_moment_words(info, time)
        with speaking(reader):
            assert read_moment(words, info) == pytest.approx(time, abs=1 / 60 / HOURS[unit])


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@given(st.floats(-1e6, 1e6).map(lambda number: round(number, 6)))
def test_a_number_is_read_as_it_is_written_in_each_language(language: str, number: float) -> None:
    with speaking(language):
        assert read_number(number_words(number)) == number
