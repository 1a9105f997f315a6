from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import speaking
from app.model.capture.times import read_time
from app.model.moment_text import read_moment
from app.model.record import TimeUnit
from app.model.records import JourneyInfo
from app.model.time_vocabulary import MONTHS, UNITS, day_words, letter_of, month_of, short_months, unit_of

LANGUAGES = ("en", "de", "fr")
FROM = date(2026, 1, 1)
DATED = JourneyInfo(id="j", unit="day", start_date=FROM.isoformat())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", LANGUAGES)
@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_written_in_one_language_is_read_in_every_other(language: str, reader: str, day: date) -> None:
    with speaking(language):
        words = day_words(day.day, day.month, day.year)
    with speaking(reader):
        assert read_moment(words, DATED) == (day - FROM).days


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_as_they_are_written_are_known(language: str) -> None:
    with speaking(language):
        assert [month_of(word) for word in short_months()] == list(range(1, 13))


@pytest.mark.parametrize(
    "word", ["Janitor", "Mark", "Marsh", "Decoy", "Sept1", "juillets", "", "ma", "sunday"]
)
def test_what_only_begins_like_a_month_is_none(word: str) -> None:
    assert month_of(word) == 0


def test_days_are_written_as_the_language_writes_them() -> None:
    with speaking("de"):
        assert (day_words(12, 5, 2026), day_words(1, 3)) == ("12. Mai 2026", "1. März")
    with speaking("fr"):
        assert (day_words(1, 5, 2026), day_words(2, 2)) == ("1er mai 2026", "2 févr.")


def test_no_word_has_two_meanings() -> None:
    assert not MONTHS.keys() & UNITS.keys()
    assert unit_of("s") == unit_of("j") is None
    with speaking("fr"):
        assert (unit_of("s"), unit_of("j"), unit_of("w")) == ("week", "day", "week")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["step", "hour", "day", "week", "month"])
def test_the_letter_that_is_shown_for_a_unit_is_read_as_it(language: str, unit: TimeUnit) -> None:
    with speaking(language):
        assert read_time(f"{letter_of(unit)}12", JourneyInfo(id="j", unit=unit)) == (12, None)
