import pytest

from app.layout.ruler import moment_ticks, ticks
from app.layout.timeline import Scale
from app.model.records import JourneyInfo


def labels(span: float, width: float, **info: object) -> list[str]:
    about = JourneyInfo.model_validate({"id": "j", **info})
    return [tick.label for tick in ticks(about, Scale((0.0, span), (0.0, width)), 0.0, span) if tick.label]


def test_weeks_have_a_number_every_four() -> None:
    assert labels(40, 2008, unit="week") == ["Week 0", *(str(n) for n in range(4, 41, 4))]


def test_hours_are_numbered_in_parts_of_a_day() -> None:
    assert labels(48, 800, unit="hour") == ["Hour 0", "6", "12", "18", "24", "30", "36", "42", "48"]


def test_a_start_date_makes_dates() -> None:
    assert labels(21, 840, unit="day", start_date="2026-03-02") == ["2 Mar", "9 Mar", "16 Mar", "23 Mar"]
    assert labels(24, 1600, unit="month", start_date="2026-01-01")[:3] == ["Jan 2026", "Apr 2026", "Jul 2026"]


@pytest.mark.parametrize("unit", ["step", "hour", "day", "week", "month"])
@pytest.mark.parametrize("date", ["", "2026-01-31"])
@pytest.mark.parametrize("span", [0.3, 7, 90, 5_000, 2e6])
def test_ticks_ascend_and_are_few_enough_to_read(unit: str, date: str, span: float) -> None:
    about = JourneyInfo.model_validate({"id": "j", "unit": unit, "start_date": date})
    found = ticks(about, Scale((0.0, span), (0.0, 2000.0)), 0.0, span)
    times = [tick.time for tick in found]
    assert times == sorted(times)
    assert all(-1e-6 <= time <= span + 1e-6 for time in times)
    assert sum(bool(tick.label) for tick in found) <= 36
    assert len(found) <= 400


def test_moments_of_even_spacing_have_their_own_numbers() -> None:
    hours = JourneyInfo(id="j", unit="hour")
    assert [tick.label for tick in moment_ticks(hours, [0.0, 4.6, 7.0])] == ["Hour 0", "4:36", "7"]
    dates = JourneyInfo(id="j", unit="week", start_date="2026-01-05")
    assert [tick.label for tick in moment_ticks(dates, [0.0, 1.0])] == ["5 Jan", "12 Jan"]
