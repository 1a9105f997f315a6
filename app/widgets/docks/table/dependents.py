"""Which rows other records decide on: touchpoints to which insights are pinned, links lead, and that phases hold. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Insight, JourneyInfo, Link, Phase, Touchpoint
from app.widgets.docks.table.filters import Filtered


class Dependents:
    """Remembers what insights and links were about, so that what they are no longer about is known too."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._keys: frozenset[str] = frozenset()
        self._about: dict[str, tuple[str, ...]] = {}
        self._phases: frozenset[str] = frozenset()

    def watch(self, filtered: Sequence[Filtered]) -> None:
        """Begin anew with these filters."""
        self._keys = frozenset(each.column.key for each in filtered if each.is_of_others)
        insights: Sequence[Record] = self._journey.all(Insight) if "insights" in self._keys else ()
        links: Sequence[Record] = self._journey.all(Link) if "waits" in self._keys else ()
        self._about = {record.id: about(record) for record in (*insights, *links)}
        self._phases = frozenset(phase.id for phase in self._journey.all(Phase))

    def touched(self, changed: Collection[str]) -> Collection[str]:
        """Return the changed records, and the touchpoints whose rows may come or go with them."""
        if not self._keys:
            return changed
        found = set(changed)
        for record_id in changed:
            record = self._journey.get(record_id)
            if isinstance(record, JourneyInfo) or self._is_phase(record_id, record):
                return {*changed, *(each.id for each in self._journey.all(Touchpoint))}
            found.update(self._about.pop(record_id, ()))
            if isinstance(record, Insight | Link):
                self._about[record_id] = about(record)
                found.update(about(record))
            elif isinstance(record, Touchpoint) and "waits" in self._keys:
                found.update(link.target for link in self._journey.links_of(record_id))
        return found

    def _is_phase(self, record_id: str, record: Record | None) -> bool:
        return "phase" in self._keys and (isinstance(record, Phase) or record_id in self._phases)


def about(record: Record) -> tuple[str, ...]:
    """Return the touchpoints on whose rows an insight or a link decides."""
    if isinstance(record, Insight):
        return tuple(ref.id for ref in record.refs)
    return (record.target,) if isinstance(record, Link) else ()
