"""The words beside the pointer of a drag: when, whose, and how it feels."""

from __future__ import annotations

from app.i18n import tr
from app.layout.ruler import moment_ticks, number_word
from app.model.journey import Journey
from app.model.records import Role
from app.model.vocabulary import feelings


def landing_words(journey: Journey, time: float, role: str = "", feeling: int | None = None) -> str:
    """Say where something would land: "Week 12.5 · IT manager · good"."""
    words = [time_words(journey, time)]
    record = journey.get(role) if role else None
    if isinstance(record, Role):
        words.append(record.name)
    if feeling is not None:
        words.append(feelings()[feeling])
    return " · ".join(words)


def time_words(journey: Journey, time: float) -> str:
    """Say a time: "Week 12.5", "12 May"."""
    info = journey.info
    if info.start_date:
        return moment_ticks(info, [time])[0].label
    words = {
        "step": tr("Step {time}"),
        "hour": tr("Hour {time}"),
        "day": tr("Day {time}"),
        "week": tr("Week {time}"),
        "month": tr("Month {time}"),
    }
    return words[info.unit].replace("{time}", number_word(round(time, 2)))
