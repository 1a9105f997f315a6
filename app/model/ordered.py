"""Records kept in canonical order while single ones come and go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

from app.model.record import Record
from app.model.records import RECORD_TYPES, Phase, Touchpoint

SomeRecord = TypeVar("SomeRecord", bound=Record)
SortKey = tuple[Any, str]  # (rank or start, id)

_LAST_ID = "\uffff"
_MANY = 32  # from here on sorting anew beats moving the tail of the list again and again


def sort_key(record: Record) -> SortKey:
    """Return the record's place among its kind: its start on the timeline or its rank, then its id."""
    key: SortKey = _KEYS[type(record)](record)
    return key


def _key_of(kind: type[Record]) -> Callable[[Any], SortKey]:
    if kind in (Touchpoint, Phase):
        return attrgetter("start", "id")
    return attrgetter("rank", "id") if "rank" in kind.model_fields else lambda record: ("", record.id)


_KEYS = {kind: _key_of(kind) for kind in RECORD_TYPES}  # pydantic is slow to say that a field is missing
_id_of = attrgetter("id")


class Ordered(Generic[SomeRecord]):
    """Records of one kind in canonical order."""

    __slots__ = ("_keys", "_records", "_tuple")

    def __init__(self, records: Iterable[SomeRecord] = ()) -> None:
        self._records = list(records)
        if self._records:
            key_of = _KEYS[type(self._records[0])]
            self._records.sort(key=key_of)
            self._keys = list(map(key_of, self._records))
        else:
            self._keys = []
        self._tuple: tuple[SomeRecord, ...] | None = None

    def __len__(self) -> int:
        return len(self._records)

    def all(self) -> tuple[SomeRecord, ...]:
        """Return the records; the tuple is the same object until one changes."""
        if self._tuple is None:
            self._tuple = tuple(self._records)
        return self._tuple

    def latest_at(self, time: float) -> SomeRecord | None:
        """Return the last record that starts at this time or before. O(log n)."""
        place = bisect_right(self._keys, (time, _LAST_ID))
        return self._records[place - 1] if place else None

    def change(self, gone: Sequence[SomeRecord], come: Sequence[SomeRecord]) -> None:
        """Take out the records that are gone, then put in those that come. O(log n) comparisons for one record."""
        self._tuple = None
        if len(gone) + len(come) > _MANY:
            dropped = set(map(_id_of, gone))
            kept = [record for record in self._records if record.id not in dropped]
            self.__init__((*kept, *come))  # type: ignore[misc]
            return
        for record in gone:
            place = bisect_left(self._keys, sort_key(record))
            del self._keys[place], self._records[place]
        for record in come:
            key = sort_key(record)
            place = bisect_left(self._keys, key)
            self._keys.insert(place, key)
            self._records.insert(place, record)
