"""Times of a journey in words: as dates where the journey has a start date, else as numbers of its unit."""

from __future__ import annotations

from app.i18n import tr
from app.layout.ruler import dates, moment_ticks, number_word
from app.model.records import JourneyInfo


def moment(info: JourneyInfo, time: float) -> str:
    """Return a position: "Week 28", "12 May", "12 May, 14:30" where hours count."""
    if _has_dates(info):
        return moment_ticks(info, [time])[0].label
    words = {
        "step": tr("Step {time}"),
        "hour": tr("Hour {time}"),
        "day": tr("Day {time}"),
        "week": tr("Week {time}"),
        "month": tr("Month {time}"),
    }
    return words[info.unit].replace("{time}", number_word(round(time, 2)))


def stretch(info: JourneyInfo, first: float, last: float, *, is_short: bool = False) -> str:
    """Return a stretch of time: "Weeks 21 to 37", in short "21 to 37"."""
    if _has_dates(info):
        begin, end = dates(info, first, last, is_short=is_short)
        return tr("{begin} to {end}", begin=begin, end=end)
    begin, end = number_word(round(first, 2)), number_word(round(last, 2))
    if is_short:
        return tr("{begin} to {end}", begin=begin, end=end)
    words = {
        "step": tr("Steps {begin} to {end}"),
        "hour": tr("Hours {begin} to {end}"),
        "day": tr("Days {begin} to {end}"),
        "week": tr("Weeks {begin} to {end}"),
        "month": tr("Months {begin} to {end}"),
    }
    return words[info.unit].replace("{begin}", begin).replace("{end}", end)


def _has_dates(info: JourneyInfo) -> bool:
    return bool(info.start_date) and info.unit != "step"
