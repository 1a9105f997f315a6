"""The lines of the outline as they are to be seen: what is folded and what is searched for left out. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from app.analysis.searching import text_of, words_of
from app.model.folding import folded
from app.model.journey import Journey
from app.model.record import Record
from app.widgets.docks.outline.entries import SECTIONS, Entry, Section


class Folding(Protocol):
    """What a person wishes for each heading, by its key."""

    def wish(self, key: str) -> bool | None: ...
    def fold(self, key: str, is_folded: bool) -> None: ...


class Listing:
    """Keeps the entries of each section until something in it is different."""

    def __init__(self, journey: Journey, folds: Folding) -> None:
        self._journey = journey
        self._folds = folds
        self._usual = {section.key: section.is_folded for section in SECTIONS}  # groups begin folded
        self._words: list[str] = []
        self._text_of: dict[str, tuple[Record, str]] = {}
        self._parts = {section.id: _Part(section, journey) for section in SECTIONS}

    @property
    def is_searching(self) -> bool:
        """Tell whether only what is searched for is listed."""
        return bool(self._words)

    def count(self, section: str) -> int:
        """Return how many records a section has."""
        part = self._parts[section]
        return len(self._journey.all(part.section.kind))

    def update(self, ids: frozenset[str]) -> bool:
        """Take note that these records are different now; tell whether lines may be."""
        changed = [part for part in self._parts.values() if part.update(self._journey, ids)]
        return bool(changed)

    def search(self, text: str) -> None:
        """List only what has all these words, "" lists all."""
        self._words = words_of(text)

    def is_folded(self, key: str) -> bool:
        """Tell whether what stands under a heading or group is left out."""
        if self._words:
            return False
        wish = self._folds.wish(key)
        return self._usual.get(key, True) if wish is None else wish

    def fold(self, key: str, is_folded: bool) -> None:
        """Leave out what stands under a heading or group, or list it."""
        self._folds.fold(key, is_folded)

    def rows(self) -> list[Entry]:
        """Return the lines."""
        return [entry for part in self._parts.values() for entry in self._rows_of(part)]

    def unfold_to(self, record: str) -> bool:
        """Unfold what hides a record's line; tell whether it has one."""
        for part in self._parts.values():
            for entry in part.entries:
                if entry.record == record and entry.kind == "record":
                    self.fold(part.section.key, False)
                    if entry.group:
                        self.fold(entry.group, False)
                    return True
        return False

    def _rows_of(self, part: _Part) -> Iterator[Entry]:
        entries = self._found(part.entries) if self._words else part.entries
        if self._words and not entries:
            return
        section = part.section
        yield Entry(
            section.key, "section", section.id, section.title(), str(self.count(section.id)), can_fold=True
        )
        if self.is_folded(section.key):
            return
        hidden = ""
        for entry in entries:
            if entry.kind == "group" and entry.can_fold:
                hidden = entry.key if self.is_folded(entry.key) else ""
            elif hidden and entry.group == hidden:
                continue
            yield entry

    def _found(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return the entries with all words, and the groups of those."""
        found = [entry for entry in entries if entry.kind == "record" and self._has_words(entry)]
        groups = {entry.group for entry in found}
        kept = {entry.key for entry in found} | groups
        return [entry for entry in entries if entry.key in kept]

    def _has_words(self, entry: Entry) -> bool:
        record = self._journey.get(entry.record)
        if record is None:
            return False
        known = self._text_of.get(entry.record)
        if known is None or known[0] is not record:
            known = self._text_of[entry.record] = (record, folded(text_of(record)))
        shown = folded(f"{entry.text}\n{entry.aside}")
        return all(word in known[1] or word in shown for word in self._words)


class _Part:
    """A section's entries, and what they were made of."""

    def __init__(self, section: Section, journey: Journey) -> None:
        self.section = section
        self.entries: list[Entry] = []
        self._made_of: list[object] = []
        self._about: set[str] = set()
        self._build(journey)

    def update(self, journey: Journey, ids: frozenset[str]) -> bool:
        made_of = [journey.all(kind) for kind in self.section.watched]
        is_same = all(new is old for new, old in zip(made_of, self._made_of, strict=True))
        if is_same and self._about.isdisjoint(ids):
            return False
        self._build(journey)
        return True

    def _build(self, journey: Journey) -> None:
        self._made_of = [journey.all(kind) for kind in self.section.watched]
        self.entries = list(self.section.list(journey))
        self._about = {record for entry in self.entries for record in entry.about}
        if self.section.id == "phases":
            self._about.add(journey.info.id)  # how times are told
