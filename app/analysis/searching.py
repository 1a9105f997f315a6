"""Finding records by their words: small and capital letters and accents are alike, several words must all be there."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from app.model.folding import folded
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Evidence, Insight, Link, Party, Person, Phase, Role, Touchpoint
from app.model.references import pins

FOUND_KINDS: tuple[type[Record], ...] = (Role, Person, Party, Phase, Touchpoint, Link, Insight, Evidence)

_TEXT_FIELDS = (
    "title", "name", "label", "text", "description", "remit", "goal", "goals", "needs", "quote", "notes",
    "segment", "owner", "reference",
)  # fmt: skip
_NEVER = float("-inf")  # what has no time stands first
_MANY = 1_000  # from here on everything anew is faster


def text_of(record: Record) -> str:
    """Return all that people wrote in a record: title, notes, quotes, what roles do and think."""
    if isinstance(record, Touchpoint):  # most are these
        found = [record.title, record.description, *record.tags]
        for part in record.participations:
            found += (part.action, part.thought)
        for custom in record.custom:
            found += (custom.name, custom.value)
    else:
        found = [getattr(record, name) for name in _text_fields(type(record))]
    if isinstance(record, Evidence):  # a link's source is no text
        found.append(record.source)
    return "\n".join(filter(None, found))


@cache
def _text_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in _TEXT_FIELDS if name in kind.model_fields)


def words_of(query: str) -> list[str]:
    """Return the words that must all be found, as they are compared."""
    return folded(query).split()


def lit_by(journey: Journey, hits: Iterable[str]) -> frozenset[str]:
    """Return the records that stay lit for what was found: those themselves and what they are about on the map.

    A person lights the touchpoints they take part in, an organisation its roles, insights and evidence what they are
    pinned to.
    """
    lit = set(hits)
    for hit in tuple(lit):
        record = journey.get(hit)
        if isinstance(record, Touchpoint | Link):
            continue  # most are these
        if isinstance(record, Person):
            lit.update(_of_person(journey, record))
        elif isinstance(record, Party):
            lit.update(each.id for each in journey.referring_to(hit) if isinstance(each, Role))
        elif record is not None:
            lit.update(ref.id for ref in pins(record))
    return frozenset(lit)


class _Row(NamedTuple):
    """A record with its words; rows sort as they follow each other on the map."""

    time: float
    kind: int
    rank: str
    id: str
    text: str


class SearchIndex:
    """The words of all records that can be found, in the order of the map; `update` costs as much as is different."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._rows: list[_Row] = []
        self._row_of: dict[str, _Row] = {}
        self._reading: Iterator[Record] | None = None  # records that are not read yet
        self._forget()

    def read(self, count: int) -> bool:
        """Read so many records more; tell whether all are read. Whoever looks for something reads the rest."""
        if self._reading is None:
            return True
        new = [self._row(record) for record in islice(self._reading, count)]
        self._rows += new
        if len(new) == count:
            return False
        self._rows.sort()
        self._row_of = {row.id: row for row in self._rows}
        self._reading = None
        return True

    def update(self, ids: frozenset[str]) -> None:
        """Take note that these records are different now."""
        if len(ids) > _MANY or self._reading is not None:
            self._forget()
            return
        for record_id in ids | self._moved_along(ids):
            known = self._row_of.pop(record_id, None)
            if known is not None:
                del self._rows[bisect_left(self._rows, known)]
            record = self._journey.get(record_id)
            if record is not None and isinstance(record, FOUND_KINDS):
                row = self._row_of[record_id] = self._row(record)
                insort(self._rows, row)

    def find(self, query: str) -> tuple[str, ...]:
        """Return the ids of the records with all words of the query, as they follow each other on the map."""
        words = words_of(query)
        if not words:
            return ()
        while not self.read(_MANY):
            pass
        first, *others = words
        found = [row for row in self._rows if first in row.text]
        return tuple(row.id for row in found if all(word in row.text for word in others))

    def _forget(self) -> None:
        self._rows = []
        self._reading = chain.from_iterable(self._journey.all(kind) for kind in FOUND_KINDS)

    def _row(self, record: Record) -> _Row:
        kind, rank = FOUND_KINDS.index(type(record)), getattr(record, "rank", "")
        return _Row(_time(self._journey, record), kind, rank, record.id, folded(text_of(record)))

    def _moved_along(self, ids: Iterable[str]) -> set[str]:
        """Return what stands where these records stand: links and what is pinned."""
        found: set[str] = set()
        for record_id in ids:
            found.update(link.id for link in self._journey.links_of(record_id))
            found.update(pinned.id for pinned in self._journey.pinned_to(record_id))
        return found


def _time(journey: Journey, record: Record) -> float:
    if isinstance(record, Touchpoint | Phase):
        return record.start
    if isinstance(record, Link):
        return _first_start(journey, (record.source,))
    return _first_start(journey, [ref.id for ref in pins(record)])


def _first_start(journey: Journey, ids: Sequence[str]) -> float:
    about = (journey.get(record_id) for record_id in ids)
    return min((each.start for each in about if isinstance(each, Touchpoint | Phase)), default=_NEVER)


def _of_person(journey: Journey, person: Person) -> Iterable[str]:
    """Yield the touchpoints in which the person is named, or in which a role is theirs and nobody is named."""
    for referrer in journey.referring_to(person.id):
        if isinstance(referrer, Touchpoint):
            yield referrer.id
    for tenure in person.tenures:
        for touchpoint in journey.touchpoints_of(tenure.role):
            is_then = (tenure.start is None or tenure.start <= touchpoint.start) and (
                tenure.end is None or touchpoint.start < tenure.end
            )
            part = touchpoint.participation(tenure.role)
            if is_then and part is not None and not part.person:
                yield touchpoint.id
