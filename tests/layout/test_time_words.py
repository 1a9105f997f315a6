from __future__ import annotations

from app.layout.ruler import moment_ticks
from app.layout.time_words import moment, stretch
from app.model.records import JourneyInfo

HOURS = JourneyInfo(id="j", unit="hour", start_date="2026-11-02")
WEEKS = JourneyInfo(id="j", unit="week", start_date="2026-02-16")


def test_where_hours_count_a_moment_says_the_clock() -> None:
    assert [moment(HOURS, time) for time in (0, 7, 25.5)] == ["2 Nov", "2 Nov, 07:00", "3 Nov, 01:30"]
    assert moment(WEEKS, 1.3) == "25 Feb"


def test_a_stretch_within_a_day_names_the_day_once() -> None:
    assert stretch(HOURS, 0, 10) == "2 Nov, 00:00 to 10:00"
    assert stretch(HOURS, 0, 10, is_short=True) == "00:00 to 10:00"
    assert stretch(HOURS, 22, 30) == "2 Nov, 22:00 to 3 Nov, 06:00"


def test_years_are_said_where_they_differ() -> None:
    assert stretch(WEEKS, 0, 2) == "16 Feb to 2 Mar"
    assert stretch(WEEKS, 0, 53) == "16 Feb 2026 to 22 Feb 2027"


def test_steps_have_no_dates() -> None:
    steps = JourneyInfo(id="j", unit="step", start_date="2026-02-16")
    assert (moment(steps, 3), stretch(steps, 1, 3)) == ("Step 3", "Steps 1 to 3")


def test_in_even_spacing_hours_of_one_day_are_told_apart() -> None:
    labels = [tick.label for tick in moment_ticks(HOURS, [1.5, 9.0, 24.0, 30.0])]
    assert labels == ["2 Nov, 01:30", "09:00", "3 Nov", "06:00"]
