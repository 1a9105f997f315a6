from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import speaking
from app.model.errors import JourneyError
from app.model.moment_text import moment_text, moment_words, read_moment
from app.model.record import TimeUnit
from app.model.records import JourneyInfo
from app.model.time_units import HOURS

PLAIN = JourneyInfo(id="j", unit="week")
DATED = JourneyInfo(id="j", unit="day", start_date="2026-01-05")
UNITS: tuple[TimeUnit, ...] = ("hour", "day", "week", "month")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("28", 28),
        ("28.5", 28.5),
        ("28,5", 28.5),
        ("Week 28", 28),
        ("w28", 28),
        ("-2", -2),
        ("\u22122", -2),
        ("KW 28", 28),
        ("sem. 28", 28),
        ("Woche 28", 28),
        ("semaine 28", 28),
        ("+3", 3),
    ],
)
def test_a_number_is_a_position(text: str, time: float) -> None:
    assert read_moment(text, PLAIN) == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-01-05", 0), ("2026-01-06 12:00", 1.5), ("2026-01-06T12:00:00", 1.5), ("12.1.2026", 7), ("12.01.26", 7),
        ("12.1.", 7), ("12 Jan", 7), ("12. Januar 2026", 7), ("January 12, 2026", 7), ("Jan 12th", 7), ("1 Jan", 361),
        ("13/1/2026", 8), ("1/13/2026", 8), ("12/1/2026", 7), ("3", 3), ("Day 3", 3), ("12 févr. 2026", 38),
        ("6 Jan, 12:00", 1.5), ("6 Jan 2026 6:00", 1.25), ("Jan 6th 18:00", 1.75), ("6.1.2026 12:00", 1.5),
        ("12:00", 0.5), ("18h00", 0.75), ("12 mai 2026", 127), ("12 juin 2026", 158), ("1er févr.", 27), ("KW 3", 7),
        ("18 h 30", 18.5 / 24), ("6 janv., 18 h", 1.75), ("18 Uhr", 0.75), ("6. Januar um 18:00 Uhr", 1.75),
        ("6 janv. à 18h00", 1.75), ("6 Jan at 18:00", 1.75), ("12 Jänner 2026", 7), ("5 sept. 2026", 243), ("5. März", 59),
    ],
)  # fmt: skip
def test_with_a_start_date_a_date_is_a_position(text: str, time: float) -> None:
    assert read_moment(text, DATED) == time


def test_a_date_of_both_readings_is_read_as_the_person_writes_it() -> None:
    assert read_moment("2/1/2026", DATED, is_month_first=True) == 27
    assert read_moment("1/2/2026", DATED) == 27


@pytest.mark.parametrize("text", ["", "soon", "day 3", "2026-01-05", "1e3", "99999999", "1 2", "nan", "inf"])
def test_what_is_no_position_is_told_with_an_example(text: str) -> None:
    with pytest.raises(JourneyError, match="Write a number, as 12"):
        read_moment(text, PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "31.4.2026",
        "12 Smarch",
        "12 Janitor",
        "3 Decoy 2026",
        "2 h",
        "KW 60",
        "99/99/2026",
        "0 Jan",
        "25:00",
        "6 Jan 9:75",
    ],
)
def test_a_day_that_is_none_is_told(text: str) -> None:
    with pytest.raises(JourneyError, match="Write a date as 2026-01-05"):
        read_moment(text, DATED)


@given(minutes=st.integers(-(10**8), 10**8))
def test_what_is_written_is_read_back(minutes: int) -> None:
    time = minutes / 60 / 24
    assert read_moment(moment_text(DATED, time), DATED) == pytest.approx(time, abs=1e-9)


@given(st.integers(-(10**9), 10**9))
def test_numbers_are_read_back(quarters: int) -> None:
    time = quarters / 10_000
    assert read_moment(moment_text(PLAIN, time), PLAIN) == time


def test_a_date_beyond_the_calendar_is_a_number() -> None:
    assert moment_text(DATED, 9e6) == "9000000"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("reader", ["en", "de", "fr"])
@given(quarters=st.integers(-(10**9), 10**9))
def test_a_number_of_one_language_is_read_in_every_other(language: str, reader: str, quarters: int) -> None:
    time = quarters / 10_000
    with speaking(language):
        words = moment_text(PLAIN, time)
    with speaking(reader):
        assert read_moment(words, PLAIN) == time


@pytest.mark.parametrize(
    ("language", "time", "words"),
    [
        ("en", 1, "6 Jan 2026"), ("en", 1.25, "6 Jan, 06:00"), ("en", -1.25, "3 Jan 2026, 18:00"),
        ("en", 365.5, "5 Jan 2027, 12:00"), ("de", 1, "6. Jan. 2026"), ("de", 365.5, "5. Jan. 2027, 12:00"),
        ("fr", 1.25, "6 janv., 06:00"), ("fr", 28, "2 févr. 2026"),
    ],
)  # fmt: skip
def test_a_date_is_said_as_the_language_does(language: str, time: float, words: str) -> None:
    with speaking(language):
        assert moment_words(DATED, time) == moment_words(DATED, time, is_bare=True) == words


def test_a_position_without_dates_is_named_by_its_unit_unless_bare() -> None:
    assert moment_words(PLAIN, 12.5) == "Week 12.5"
    assert moment_words(PLAIN, 12.5, is_bare=True) == "12.5"
    assert moment_words(DATED, 9e6) == "9000000"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("reader", ["en", "de", "fr"])
@given(minutes=st.integers(-(10**7), 10**7), unit=st.sampled_from(UNITS), is_dated=st.booleans())
def test_a_position_in_words_of_one_language_is_read_in_every_other(
    language: str, reader: str, minutes: int, unit: TimeUnit, is_dated: bool
) -> None:
    info = JourneyInfo(id="j", unit=unit, start_date="2026-05-01" if is_dated else "")
    time = round(minutes / 60 / HOURS[unit], 4)
    with speaking(language):
        words = moment_words(info, time)
    with speaking(reader):
        assert read_moment(words, info) == pytest.approx(time, abs=1 / 60 / HOURS[unit])
