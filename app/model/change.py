"""A change of a journey as a value: records to put, ids to remove."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.record import Record


@dataclass(frozen=True, slots=True)
class Change:
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


@dataclass(frozen=True, slots=True)
class Applied:
    """What a change did: its inverse, and the ids of all records that are different now."""

    inverse: Change
    touched: frozenset[str]
