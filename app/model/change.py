"""A change of a journey as a value: records to put, ids to remove."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.model.record import Record


class Change(Struct, frozen=True):
    """Records to put (new or in the place of the one with the same id) and ids to remove.

    `label` is what the Undo menu says; changes with the same non-empty `merge_key` in a row are one undo step.
    """

    put: tuple[Record, ...] = ()
    remove: tuple[str, ...] = ()
    label: str = ""
    merge_key: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not self.put and not self.remove

    def then(self, later: Change, is_there: Callable[[str], bool]) -> Change:
        """Return the one change that does this and then `later`; label and merge key are those of `later`.

        `is_there` tells of an id whether its record is in the journey before both.
        """
        wanted: dict[str, Record | None] = {}
        for change in (self, later):
            wanted.update(dict.fromkeys(change.remove))
            wanted.update((record.id, record) for record in change.put)
        put = tuple(record for record in wanted.values() if record is not None)
        remove = tuple(i for i, record in wanted.items() if record is None and is_there(i))
        return Change(put, remove, later.label, later.merge_key)


class Applied(Struct, frozen=True):
    """What a change did: its inverse, and the ids of all records that are different now."""

    inverse: Change
    touched: frozenset[str]
