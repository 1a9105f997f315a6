from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import speaking
from app.model.duration_text import duration_text, exact_duration_text, read_duration, span_text
from app.model.errors import JourneyError
from app.model.record import Duration, TimeUnit


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1, "step", "1 step"), (2, "step", "2 steps"), (31, "hour", "31 h"), (0.5, "hour", "30 min"),
        (1, "day", "1 day"), (18, "day", "18 days"), (2.5, "day", "2.5 days"), (1, "week", "1 week"),
        (3, "week", "3 weeks"), (6, "month", "6 months"), (0, "day", "0 days"), (36.2, "hour", "36 h"),
        (1.6, "hour", "1 h 36 min"), (0.999, "hour", "1 h"), (9.999, "hour", "10 h"), (0.001, "hour", "1 min"),
        (100, "day", "100 days"), (1.5, "week", "1.5 weeks"),
    ],
)  # fmt: skip
def test_a_stated_duration_keeps_its_unit(value: float, unit: TimeUnit, text: str) -> None:
    assert duration_text(Duration(value=value, unit=unit)) == text


@pytest.mark.parametrize(
    ("span", "unit", "text"),
    [
        (18 / 7, "week", "18 days"), (3, "week", "3 weeks"), (0.9999999999, "week", "1 week"), (7, "day", "1 week"),
        (8, "day", "8 days"), (31, "hour", "31 h"), (72, "hour", "3 days"), (1 / 7, "week", "1 day"),
        (0.1, "week", "17 h"), (0.1, "day", "2 h"), (0.02, "day", "29 min"), (1.5, "hour", "1 h 30 min"), (9.5, "week", "9.5 weeks"), (40, "week", "40 weeks"), (40.5, "week", "9.3 months"),
        (2.5, "month", "2.5 months"), (0.5, "month", "15 days"), (2, "step", "2 steps"), (0.2, "hour", "12 min"),
    ],
)  # fmt: skip
def test_a_derived_span_takes_the_unit_people_would_use(span: float, unit: TimeUnit, text: str) -> None:
    assert span_text(span, unit) == text


@pytest.mark.parametrize(
    ("text", "unit", "value", "spoken"),
    [
        ("3 days", "week", 3, "day"), ("3d", "week", 3, "day"), ("2", "week", 2, "week"), ("1,5 weeks", "day", 1.5, "week"),
        ("90 min", "day", 1.5, "hour"), ("1 h 30 min", "day", 1.5, "hour"), ("1 h and 30 m", "week", 1.5, "hour"),
        ("1w 2d", "week", 9, "day"), ("4 Steps", "step", 4, "step"), ("7", "step", 7, "step"), ("2 m", "week", 2, "month"),
        ("30 m", "hour", 0.5, "hour"), (" 2 hrs. ", "hour", 2, "hour"), ("3 Std.", "week", 3, "hour"), ("2 Wochen und 1 Tag", "week", 15, "day"),
        ("2 semaines et 1 jour", "week", 15, "day"), ("1 an", "week", 12, "month"), ("2 Stunden", "day", 2, "hour"),
        ("3 étapes", "step", 3, "step"), ("4 sem.", "week", 4, "week"), ("1,5 Monate", "week", 1.5, "month"), ("0 days", "day", 0, "day"),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_people_write_it(
    text: str, unit: TimeUnit, value: float, spoken: TimeUnit
) -> None:
    assert read_duration(text, unit) == Duration(value=value, unit=spoken)


def test_nothing_is_no_duration() -> None:
    assert read_duration("  ", "week") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("soon", "week"), ("3 days", "step"), ("3 steps", "week"), ("-3 days", "week"), ("3 parsecs", "week"),
        ("1 h 30", "week"), ("3 s", "week"), ("3 j", "week"), ("9e9 days", "day"), ("1" * 30, "day"), ("1 h " * 40, "hour"), ("3 days!", "day"),
    ],
)  # fmt: skip
def test_what_is_no_duration_is_told(text: str, unit: TimeUnit) -> None:
    with pytest.raises(JourneyError) as caught:
        read_duration(text, unit)
    assert "“" in str(caught.value)


@given(
    value=st.floats(0, 1e6).map(lambda value: round(value, 4)),
    unit=st.sampled_from(["step", "hour", "day", "week", "month"]),
)
def test_an_exact_text_is_read_as_the_same_duration(value: float, unit: TimeUnit) -> None:
    duration = Duration(value=value, unit=unit)
    assert read_duration(exact_duration_text(duration), unit) == duration


@given(st.text(max_size=30))
def test_any_text_is_a_duration_or_told(text: str) -> None:
    with suppress(JourneyError):
        read_duration(text, "week")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("reader", ["en", "de", "fr"])
@given(
    value=st.floats(0, 1e6).map(lambda value: round(value, 4)),
    unit=st.sampled_from(["step", "hour", "day", "week", "month"]),
)
def test_a_length_of_one_language_is_read_in_every_other(
    language: str, reader: str, value: float, unit: TimeUnit
) -> None:
    duration = Duration(value=value, unit=unit)
    with speaking(language):
        words = exact_duration_text(duration)
    with speaking(reader):
        assert read_duration(words, unit) == duration


@pytest.mark.parametrize(
    ("language", "text", "unit", "value", "spoken"),
    [
        ("fr", "3 j", "week", 3, "day"), ("fr", "2 s", "week", 2, "week"), ("fr", "2 s", "step", 2, "step"),
        ("de", "3 T", "week", 3, "day"),
    ],
)  # fmt: skip
def test_letters_mean_units_of_the_language_that_is_spoken(
    language: str, text: str, unit: TimeUnit, value: float, spoken: TimeUnit
) -> None:
    with speaking(language):
        assert read_duration(text, unit) == Duration(value=value, unit=spoken)


def test_lengths_are_written_as_the_language_writes_them() -> None:
    lengths = (
        Duration(value=1.5, unit="week"),
        Duration(value=12_000, unit="day"),
        Duration(value=0.5, unit="month"),
    )
    with speaking("de"):
        assert [duration_text(each) for each in lengths] == ["1,5 Wochen", "12.000 Tage", "0,5 Monate"]
    with speaking("fr"):
        assert [duration_text(each) for each in lengths] == ["1,5 semaine", "12\u202f000 jours", "0,5 mois"]
