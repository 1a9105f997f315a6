"""What a person is told of a removal: what went with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.i18n import tr, trn
from app.model.change import Change
from app.model.journey import Journey
from app.model.names import counted, title_of
from app.model.record import Record
from app.model.records import Touchpoint


def what_went(journey: Journey, change: Change, wanted: Iterable[str]) -> str:
    """Say of a removal that has not been done yet what goes beyond what was wanted; "" where nothing does."""
    asked = set(wanted)
    gone = [journey.get(record_id) for record_id in change.remove if record_id not in asked]
    counts = Counter(record.record_kind for record in gone if record is not None)
    parts = [counted(kind, count) for kind, count in counts.items()]
    left = sum(_loses_somebody(journey, record) for record in change.put)
    if left:
        parts.append(trn("a part in {count} touchpoint", "parts in {count} touchpoints", left))
    if not parts:
        return ""
    what = tr(", ").join(parts)
    removed = [journey.get(record_id) for record_id in asked]
    names = [title_of(record) for record in removed if record is not None]
    if len(names) == 1 and names[0]:
        return tr("With “{name}” these went too: {what}.", name=names[0], what=what)
    return tr("With them these went too: {what}.", what=what)


def _loses_somebody(journey: Journey, record: Record) -> bool:
    before = journey.get(record.id)
    return (
        isinstance(record, Touchpoint)
        and isinstance(before, Touchpoint)
        and len(record.participations) < len(before.participations)
    )
