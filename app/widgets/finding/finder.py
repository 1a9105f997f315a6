"""What is looked for in a journey: the words, what was found, and which of it one is at. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.analysis.searching import SearchIndex
from app.i18n import tr, trn
from app.model.journey import Journey

Leave = Callable[[tuple[str, ...]], tuple[str, ...]]
READ_AT_ONCE = 300  # records; a few milliseconds


class Finder:
    """Finds records by their words; the index is made when something is first looked for, and kept up to date."""

    def __init__(self, journey: Journey, leave: Leave = lambda hits: hits) -> None:
        self.query = ""
        self.hits: tuple[str, ...] = ()
        self._journey = journey
        self._leave = leave  # what a filter leaves of the hits
        self._index: SearchIndex | None = None
        self._at = ""  # the record one has gone to
        self._place = -1  # where it is or was among the hits

    @property
    def current(self) -> str:
        """The record one is at, "" before one has gone to any."""
        return self._at if self._at in self.hits else ""

    def look_for(self, query: str) -> None:
        """Look for records with all of these words; "" looks for nothing."""
        self.query = query
        self._find()
        self._at, self._place = "", -1

    def prepare(self) -> bool:
        """Read a little of what will be searched; tell whether there is more."""
        if self._index is None:
            self._index = SearchIndex(self._journey)
        return not self._index.read(READ_AT_ONCE)

    def step(self, by: int) -> str:
        """Go to the next hit (1) or the one before (-1), around at the ends; return it, "" where there is none."""
        if not self.hits:
            return ""
        if self.current:
            place = self._place + by
        elif self._place >= 0:  # the one before is no hit any more
            place = self._place if by > 0 else self._place - 1
        else:
            place = 0 if by > 0 else -1
        self._place = place % len(self.hits)
        self._at = self.hits[self._place]
        return self._at

    def update(self, ids: frozenset[str]) -> bool:
        """Take note that these records are different now; tell whether other records are found."""
        if self._index is None:
            return False
        self._index.update(ids)
        return self.refresh()

    def refresh(self) -> bool:
        """Look anew, as when the filter is another one; tell whether other records are found."""
        before = self.hits
        self._find()
        return self.hits != before

    def words(self) -> str:
        """Say how much was found and where one is: "3 of 12"."""
        if not self.query.strip():
            return ""
        if not self.hits:
            return tr("Nothing found")
        if self.current:
            return tr("{place} of {count}", place=self._place + 1, count=len(self.hits))
        return trn("{count} found", "{count} found", len(self.hits))

    def _find(self) -> None:
        if not self.query.strip():
            self.hits = ()
            return
        if self._index is None:
            self._index = SearchIndex(self._journey)
        self.hits = self._leave(self._index.find(self.query))
        if self._at in self.hits:
            self._place = self.hits.index(self._at)
        elif self.hits:
            self._place = min(self._place, len(self.hits) - 1)
