"""Which touchpoints the table shows and in which order: sorted, filtered, and kept so at little cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from app.analysis.filtering import NO_FILTER, Matches
from app.analysis.searching import text_of, words_of
from app.model.folding import folded
from app.model.journey import Journey
from app.model.records import Channel, Role, Touchpoint
from app.model.sheet.column import Column
from app.model.sheet.columns import sort_value
from app.model.view import Filter
from app.widgets.docks.table.dependents import Dependents
from app.widgets.docks.table.filters import Filtered, judge

MOST_PLACED = 48  # more rows that come, go or move are sorted anew
_DIGITS = re.compile(r"(\d+)")


class Wanted(NamedTuple):
    """What decides on rows: the quick filter's words, those of columns, the view's, the roles shown, and the sorting."""

    words: str = ""
    filter: Filter = NO_FILTER
    roles: frozenset[str] | None = None  # none: all
    column: Column | None = None  # none: in time
    is_descending: bool = False
    filtered: tuple[Filtered, ...] = ()  # by single columns


class Rows:
    """The ids of the touchpoints in the table, first to last.

    A row that is `held` (the one in which somebody works) stays where it is, whatever it says now.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self.wanted = Wanted()
        self.held = ""
        self.ids: list[str] = []
        self._keys: dict[str, Any] = {}  # of all touchpoints that are shown
        self._place: dict[str, int] | None = None
        self._texts: dict[str, tuple[Touchpoint, str]] = {}
        self._matches: Matches | None = None
        self._dependents = Dependents(journey)
        self.sort_anew()

    def place(self, touchpoint_id: str) -> int | None:
        """Return the row of a touchpoint, none where it is not shown."""
        return self.places.get(touchpoint_id)

    @property
    def places(self) -> Mapping[str, int]:
        """The row of each touchpoint that is shown."""
        if self._place is None:
            self._place = dict(zip(self.ids, range(len(self.ids)), strict=True))
        return self._place

    def want(self, wanted: Wanted) -> None:
        """Show other rows, or in another order."""
        self.wanted = wanted
        self.sort_anew()

    def sort_anew(self) -> None:
        """Work out all rows."""
        self._dependents.watch(self.wanted.filtered)
        self._matches = (
            Matches(self._journey, self.wanted.filter) if self.wanted.filter != NO_FILTER else None
        )
        is_shown = self._judge()
        shown = [each for each in self._journey.all(Touchpoint) if is_shown(each)]
        self._keys = {each.id: self._key(each) for each in shown}
        self.become(self._sorted())

    def become(self, ids: list[str]) -> None:
        """Stand in this order."""
        self.ids = ids
        self._place = None

    def after(self, changed: Collection[str]) -> list[str]:
        """Return the order when these records are different; the rows stand in it after `become`."""
        if self._matches is not None:
            before = self._matches.ids
            self._matches.update(frozenset(changed))
            if self._matches.ids is not before:
                changed = {*changed, *before.symmetric_difference(self._matches.ids)}
        different = self._different(self._dependents.touched(changed))
        if not different:
            return self.ids
        if len(different) > MOST_PLACED:
            return self._sorted()
        kept = [*self.ids]
        for record_id, was_there in different.items():
            if was_there:
                kept.remove(record_id)
        for record_id in different:
            if record_id in self._keys:
                kept.insert(self._place_among(kept, record_id), record_id)
        return kept

    def _different(self, changed: Collection[str]) -> dict[str, bool]:
        """Take over what decides on rows; return those that come, go or stand elsewhere, and whether they were there."""
        is_shown = self._judge()
        different: dict[str, bool] = {}
        for record_id in changed:
            record = self._journey.get(record_id)
            known = self._keys.get(record_id)
            if record_id == self.held and known is not None and isinstance(record, Touchpoint):
                continue
            key = self._key(record) if isinstance(record, Touchpoint) and is_shown(record) else None
            if key == known:
                continue
            different[record_id] = known is not None
            if key is None:
                del self._keys[record_id]
            else:
                self._keys[record_id] = key
        return different

    def _place_among(self, ids: list[str], record_id: str) -> int:
        """Return where a row goes among others that stand in order, without asking all of them."""
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            if self._is_before(ids[middle], record_id):
                low = middle + 1
            else:
                high = middle
        return low

    def _is_before(self, one: str, other: str) -> bool:
        """Tell which of two rows stands first, as `_sorted` has them."""
        (value, in_time), (other_value, other_in_time) = self._keys[one], self._keys[other]
        is_descending = self.wanted.is_descending
        if self.wanted.column is None:
            return bool(in_time > other_in_time if is_descending else in_time < other_in_time)
        if value == other_value:
            return bool(in_time < other_in_time)
        if value is None or other_value is None:
            return value is not None
        return bool(value > other_value if is_descending else value < other_value)

    def count_all(self) -> int:
        """The number of touchpoints in the journey."""
        return len(self._journey.all(Touchpoint))

    def _sorted(self) -> list[str]:
        """Sort; empty cells stand last in either direction, what is equal stands in time."""
        in_time = sorted(self._keys, key=lambda record_id: self._keys[record_id][1])
        if self.wanted.column is None:
            return in_time[::-1] if self.wanted.is_descending else in_time
        filled = [record_id for record_id in in_time if self._keys[record_id][0] is not None]
        empty = [record_id for record_id in in_time if self._keys[record_id][0] is None]
        filled.sort(key=lambda record_id: self._keys[record_id][0], reverse=self.wanted.is_descending)
        return filled + empty

    def _key(self, touchpoint: Touchpoint) -> tuple[Any, tuple[float, str]]:
        column = self.wanted.column
        value = None if column is None else sort_value(column, self._journey, touchpoint)
        return _natural(value) if isinstance(value, str) else value, (touchpoint.start, touchpoint.id)

    def _judge(self) -> Callable[[Touchpoint], bool]:
        roles, words = self.wanted.roles, words_of(self.wanted.words)
        lit = self._matches.ids if self._matches is not None else None
        names = self._names() if words else {}
        judges = [judge(self._journey, each) for each in self.wanted.filtered]

        def is_shown(touchpoint: Touchpoint) -> bool:
            if roles is not None and roles.isdisjoint(touchpoint.roles):
                return False
            if lit is not None and touchpoint.id not in lit:
                return False
            if not all(is_wanted(touchpoint) for is_wanted in judges):
                return False
            if not words:
                return True
            text = self._text(touchpoint, names)
            return all(word in text for word in words)

        return is_shown

    def _names(self) -> Mapping[str, str]:
        kinds: Iterable[Role | Channel] = (*self._journey.all(Role), *self._journey.all(Channel))
        return {record.id: folded(record.name) for record in kinds}

    def _text(self, touchpoint: Touchpoint, names: Mapping[str, str]) -> str:
        """Return all that is written in a row, as it is compared."""
        known = self._texts.get(touchpoint.id)
        if known is None or known[0] is not touchpoint:
            known = self._texts[touchpoint.id] = (touchpoint, folded(text_of(touchpoint)))
        phase = self._journey.phase_at(touchpoint.start)
        return "\n".join(
            (
                known[1],
                *(names.get(role, "") for role in touchpoint.roles),
                names.get(touchpoint.channel, ""),
                folded(phase.name) if phase is not None else "",
            )
        )


def _natural(text: str) -> tuple[Any, ...]:
    """Return what sorts step 9 before step 10."""
    pieces = _DIGITS.split(folded(text))
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)
