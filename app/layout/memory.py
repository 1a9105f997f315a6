"""What one layout leaves for the next: results of stages by leaf, kept while what they were made of is equal.

A stage's results stand in a *row*, one for each leaf. A row knows which of them are other objects than before, so that
the next stage looks at these alone: an edit costs what it touches, and not what there is.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import is_
from typing import Any, Generic, NamedTuple, TypeVar

from app.i18n import spoken
from app.layout.typeset import Typesetter

Progress = Callable[[float], None]
Result = TypeVar("Result")
Key = TypeVar("Key")


# of the whole work that stages take, where everything is laid out anew
_SHARES = {"forms": 0.15, "ends": 0.1, "skeleton": 0.12, "links": 0.15, "pills": 0.13, "written": 0.35}


_MOST_KEYS = 1_000
_MOST_RECENT = 16  # by key


class Notes:
    """Results by key. Equal inputs give the same object again, so that later stages compare by identity."""

    __slots__ = ("_former", "kept")

    def __init__(self, former: Notes | None = None) -> None:
        self._former: dict[Any, tuple[Any, Any]] = former.kept if former is not None else {}
        self.kept: dict[Any, tuple[Any, Any]] = {}

    def recall(self, key: Any, inputs: tuple[Any, ...], compute: Callable[[], Result]) -> Result:
        """Return what `compute` returned for equal inputs the last time, or compute."""
        former = self._former.get(key)
        if former is not None and former[0] == inputs:
            self.kept[key] = former
            known: Result = former[1]
            return known
        result = compute()
        if former is not None and former[1] == result:
            result = former[1]
        self.kept[key] = (inputs, result)
        return result

    def before(self, key: Any) -> Any:
        """Return the result of the last time whatever its inputs were, or none."""
        former = self._former.get(key)
        return None if former is None else former[1]

    def same(self, key: Any, items: tuple[Result, ...]) -> tuple[Result, ...]:
        """Return the former tuple where it holds the same objects."""
        former: tuple[Result, ...] = self.before(key) or ()
        found = former if len(former) == len(items) and all(map(is_, former, items)) else items
        self.keep(key, found)
        return found

    def keep(self, key: Any, value: Any) -> None:
        """Keep a value for the next time, which gets it by `before`."""
        self.kept[key] = ((), value)

    def close(self) -> None:
        """Forget what was not used."""
        self._former = {}


class Recent:
    """Results of the last few inputs by key: found again in other rounds of growing and in the next layouts."""

    def __init__(self) -> None:
        self._entries: dict[Any, list[tuple[tuple[Any, ...], Any]]] = {}

    def recall(self, key: Any, inputs: tuple[Any, ...], compute: Callable[[], Result]) -> Result:
        """Return what `compute` returned for equal inputs lately, or compute."""
        entries = self._entries.get(key)
        if entries is None:
            if len(self._entries) > _MOST_KEYS:
                self._entries.clear()
            entries = self._entries[key] = []
        for place, (former, result) in enumerate(entries):
            if former == inputs:
                if place:
                    entries.insert(0, entries.pop(place))
                known: Result = result
                return known
        made = compute()
        entries.insert(0, (inputs, made))
        del entries[_MOST_RECENT:]
        return made


class _Entry(NamedTuple):
    inputs: tuple[Any, ...]
    result: Any
    notes: Notes


class Row(Generic[Result]):
    """What a stage made of each leaf. `fresh` are the places where that is another object than before."""

    __slots__ = ("_entries", "_former", "common", "fresh")

    def __init__(
        self, common: tuple[Any, ...], entries: list[Any], fresh: set[int], former: list[Any]
    ) -> None:
        self.common = common
        self.fresh = fresh
        self._entries = entries
        self._former = former

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, place: int) -> Result:
        found: Result = self._entries[place].result
        return found

    def __iter__(self) -> Iterator[Result]:
        return (entry.result for entry in self._entries)

    def before(self, place: int) -> Result | None:
        """Return what the stage had made of the leaf the last time; none where there was no such leaf."""
        former = self._former[place] if self._former else None
        return None if former is None else former.result

    def close(self) -> None:
        """Forget what was before."""
        self._former = []
        self.fresh = set()

    @property
    def entries(self) -> list[Any]:
        """What the next layout takes over."""
        return self._entries


class Memory:
    """Results of one layout: some of the whole, by key, and rows of some for each leaf."""

    def __init__(
        self, typesetter: Typesetter, former: Memory | None = None, progress: Progress | None = None
    ) -> None:
        self.typesetter = typesetter
        self.recent: Recent = former.recent if former is not None else Recent()
        self.spoken = spoken()
        self._settled: Memory | None = (
            None  # none where this layout is: one that held itself would never be freed
        )
        self._progress = progress
        self._part = 0.0  # of the work that is done
        self.notes: Notes = Notes(former.notes if former is not None else None)
        self.recall = self.notes.recall
        self.before = self.notes.before
        self.keep = self.notes.keep
        self.rows: dict[Any, Row[Any]] = {}
        self._former_rows = former.rows if former is not None else {}
        self.keys: Sequence[str] = ()
        self.former_keys: Sequence[str] = former.keys if former is not None else ()
        self._former_places: list[int] | None = None  # by place, -1 for a new leaf; none: leaves as before
        self.new_places: frozenset[int] = frozenset()

    @property
    def settled(self) -> Memory:
        """The memory of the last layout that was the best one: this, unless it follows another."""
        return self._settled or self

    def follow(self, settled: Memory) -> None:
        """Say that this layout was made at once, and which was the last best one."""
        self._settled = settled

    @property
    def is_recut(self) -> bool:
        """Tell whether the leaves are others than before."""
        return self._former_places is not None

    @property
    def gone(self) -> list[str]:
        """The keys of leaves that are no more."""
        if self._former_places is None:
            return []
        keys = set(self.keys)
        return [key for key in self.former_keys if key not in keys]

    def cut(self, keys: Sequence[str]) -> None:
        """Say which leaves there are, from left to right; before all rows."""
        self.keys = keys
        if keys == self.former_keys:
            return
        places = {key: place for place, key in enumerate(self.former_keys)}
        self._former_places = [places.get(key, -1) for key in keys]
        self.new_places = frozenset(n for n, former in enumerate(self._former_places) if former < 0)

    def has_row(self, name: Any, common: tuple[Any, ...]) -> bool:
        """Tell whether the stage was made before with the same common inputs."""
        former = self._former_rows.get(name)
        return former is not None and former.common == common

    def former_row(self, name: Any) -> Callable[[int], Any]:
        """Return what tells a leaf's result of the last time, none where there was none."""
        former = self._aligned(self._former_rows.get(name))
        return lambda place: former[place].result if former and former[place] is not None else None

    def made(self, name: Any) -> Row[Any]:
        """Return a row, also one that is being made: for stages where a leaf is told something by the one before."""
        return self.rows[name]

    def row(
        self, name: Any, common: tuple[Any, ...], dirty: Iterable[int] | None,
        inputs: Callable[[int], tuple[Any, ...]] | None, compute: Callable[[int, Notes], Result],
        spread: Callable[[int, Result | None, Result], Iterable[int]] | None = None,
    ) -> Row[Result]:  # fmt: skip
        """Return what a stage makes of each leaf, computed anew for the dirty places (none: all) whose inputs differ.

        `common` are inputs of all leaves alike; without `inputs` all dirty ones are computed. `spread` tells which later places are dirty when the result of one
        differs from before.
        """
        count = len(self.keys)
        former_row = self._former_rows.get(name)
        is_same = former_row is not None and former_row.common == common
        former = self._aligned(former_row)
        entries: list[Any] = list(former) if former else [None] * count
        fresh: set[int] = set()
        found: Row[Result] = Row(common, entries, fresh, former)
        self.rows[name] = found
        is_all = dirty is None or not is_same
        pending = list(range(count)) if is_all else sorted({*(dirty or ()), *self.new_places})
        share = _SHARES.get(name[0] if isinstance(name, tuple) else name, 0.0) / max(len(pending), 1)
        if spread is None:
            for place in pending:
                self._tell(share)
                if not self._is_known(entries[place], is_same, place, inputs, compute, entries):
                    fresh.add(place)
            return found
        waiting = set(pending)
        while pending:
            place = heapq.heappop(pending)
            self._tell(share)
            waiting.discard(place)
            entry = entries[place]
            if not self._is_known(entry, is_same, place, inputs, compute, entries):
                fresh.add(place)
                old = entry.result if entry is not None else None
                for later in spread(place, old, entries[place].result):
                    if later > place and later not in waiting:
                        waiting.add(later)
                        heapq.heappush(pending, later)
        return found

    def _tell(self, share: float) -> None:
        """Tell that another share of the work is done."""
        if self._progress is not None:
            self._part = min(self._part + share, 1.0)
            self._progress(self._part)

    @staticmethod
    def _is_known(
        entry: Any, is_same: bool, place: int, inputs: Callable[[int], tuple[Any, ...]] | None,
        compute: Callable[[int, Notes], Any], entries: list[Any],
    ) -> bool:  # fmt: skip
        """Bring one entry up to date; tell whether its result is the same object as before."""
        needed = inputs(place) if inputs is not None else ()
        if inputs is not None and entry is not None and is_same and entry.inputs == needed:
            return True
        notes = Notes(entry.notes if entry is not None and is_same else None)
        result = compute(place, notes)
        notes.close()
        is_known = entry is not None and entry.result == result
        entries[place] = _Entry(needed, entry.result if is_known else result, notes)
        return is_known

    def totals(self, name: Any, row: Row[dict[Key, int]]) -> dict[Key, int]:
        """Return the sums over all leaves of numbers that add and subtract exactly."""
        before = self.before(("totals", name))
        if before is None or self.is_recut or len(row.fresh) * 3 > len(row):
            found: dict[Key, int] = {}
            for numbers in row:
                for key, number in numbers.items():
                    found[key] = found.get(key, 0) + number
        else:
            found = dict(before)
            for place in row.fresh:
                for key, number in (row.before(place) or {}).items():
                    found[key] -= number
                for key, number in row[place].items():
                    found[key] = found.get(key, 0) + number
        self.keep(("totals", name), found)
        return found

    def close(self) -> None:
        """Forget what was not used."""
        self.notes.close()
        for row in self.rows.values():
            row.close()
        self._former_rows = {}

    def _aligned(self, row: Row[Any] | None) -> list[Any]:
        if row is None:
            return []
        if self._former_places is None:
            return row.entries
        entries = row.entries
        return [entries[place] if place >= 0 else None for place in self._former_places]


def known(
    former: Sequence[Result] | None, items: Iterable[Result], name: Callable[[Result], Any]
) -> tuple[Result, ...]:
    """Return the items, each the former object where it equals the former one of its name."""
    if not former:
        return tuple(items)
    by_name = {name(item): item for item in former}
    found = []
    for item in items:
        old = by_name.get(name(item))
        found.append(old if old is not None and old == item else item)
    return tuple(found)
