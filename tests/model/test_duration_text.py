from __future__ import annotations

import pytest

from app.model.duration_text import duration_text, span_text
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
