"""Edits of the whole journey: become another one in one step."""

from __future__ import annotations

from app.model.change import Change
from app.model.journey import Journey


def become(journey: Journey, other: Journey, label: str) -> Change:
    """Be equal to the other journey; undo brings back what was. O(n)."""
    wanted = {record.id: record for record in other.records()}
    put = tuple(record for record in wanted.values() if journey.get(record.id) != record)
    remove = tuple(record.id for record in journey.records() if record.id not in wanted)
    return Change(put, remove, label)
