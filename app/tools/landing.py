"""The words beside the pointer of a drag: when, whose, and how it feels."""

from __future__ import annotations

from app.layout.time_words import moment
from app.model.journey import Journey
from app.model.records import Role
from app.model.vocabulary import feelings


def landing_words(journey: Journey, time: float, role: str = "", feeling: int | None = None) -> str:
    """Say where something would land: "Week 12.5 · IT manager · good"."""
    words = [moment(journey.info, time)]
    record = journey.get(role) if role else None
    if isinstance(record, Role):
        words.append(record.name)
    if feeling is not None:
        words.append(feelings()[feeling])
    return " · ".join(words)
