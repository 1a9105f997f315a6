"""Undo and redo: a list of inverse changes, with merging of typing and a mark on what was saved."""

from __future__ import annotations

from collections import deque

from msgspec.structs import replace

from app.model.change import Applied, Change
from app.model.journey import Journey

LIMIT = 5_000


class History:
    """The steps back and forward from the journey as it is now.

    Every method that changes the journey does all of it or nothing: where it raises JourneyError, journey and history
    are as before.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._undo: deque[Change] = deque()
        self._redo: list[Change] = []
        self._limit = limit
        self._clean: int | None = 0  # the number of undo steps at which the journey was saved
        self._saving: int | None = None  # the number of undo steps when the saving that goes on began
        self._is_saving = False
        self._may_merge = False

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step forward."""
        return bool(self._redo)

    @property
    def undo_label(self) -> str:
        """What the step back would take back, or ""."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What the step forward would do again, or ""."""
        return self._redo[-1].label if self._redo else ""

    @property
    def undo_change(self) -> Change | None:
        """The change that the step back would be, or none."""
        return self._undo[-1] if self._undo else None

    @property
    def redo_change(self) -> Change | None:
        """The change that the step forward would be, or none."""
        return self._redo[-1] if self._redo else None

    @property
    def is_clean(self) -> bool:
        """Tell whether the journey is as it was when `mark_clean` was called last."""
        return self._clean == len(self._undo)

    @property
    def unsaved_count(self) -> int | None:
        """The number of steps between the journey as it is now and the saved one; none where no step leads there."""
        return None if self._clean is None else abs(len(self._undo) - self._clean)

    @property
    def clean_place(self) -> int | None:
        """The number of steps at which the journey was saved; none where no step leads there."""
        return self._clean

    @property
    def place(self) -> int:
        """The number of steps that can be undone."""
        return len(self._undo)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all steps, the oldest first; those from `place` on are undone."""
        return (*(step.label for step in self._undo), *(step.label for step in reversed(self._redo)))

    def do(self, journey: Journey, change: Change) -> Applied:
        """Apply the change and remember how to undo it; one that changes nothing is no step."""
        applied = journey.apply(change)
        if not applied.touched:
            return applied
        if self._redo:
            self._clean, self._saving = (_kept(mark, len(self._undo)) for mark in (self._clean, self._saving))
        self._redo.clear()
        if self._merges(change):
            self._may_merge = self._merge(journey, applied.inverse)
        else:
            self._undo.append(applied.inverse)
            self._forget_oldest()
            self._may_merge = True
        return applied

    def undo(self, journey: Journey) -> Applied:
        """Take the last step back; without one nothing happens."""
        if not self._undo:
            return Applied(Change(), frozenset())
        applied = journey.apply(self._undo[-1])
        self._undo.pop()
        self._redo.append(applied.inverse)
        self._may_merge = False
        return applied

    def redo(self, journey: Journey) -> Applied:
        """Do the step again that was undone last; without one nothing happens."""
        if not self._redo:
            return Applied(Change(), frozenset())
        applied = journey.apply(self._redo[-1])
        self._redo.pop()
        self._undo.append(applied.inverse)
        self._may_merge = False
        return applied

    def go_to(self, journey: Journey, place: int) -> frozenset[str]:
        """Undo or redo until `place` steps can be undone; return the ids of all records touched on the way."""
        touched: set[str] = set()
        while self.place > max(place, 0):
            touched |= self.undo(journey).touched
        while self.place < place and self._redo:
            touched |= self.redo(journey).touched
        return frozenset(touched)

    def end_merging(self) -> None:
        """Let the next change be a step of its own, as when the focus moves on."""
        self._may_merge = False

    @property
    def can_resume(self) -> bool:
        """Tell whether the next change may join the last step: there is one, and no saving came after it."""
        return bool(self._undo) and len(self._undo) not in (self._clean, self._saving)

    def resume_merging(self) -> None:
        """Let the next change with the last step's merge key join it, whatever came between but a saving."""
        self._may_merge = self.can_resume

    def mark_clean(self) -> None:
        """Remember the journey as it is now as the saved one."""
        self._clean = len(self._undo)
        self._may_merge = False

    def mark_unsaved(self) -> None:
        """Remember that no step leads to a saved journey."""
        self._clean = None

    @property
    def is_saving(self) -> bool:
        """Tell whether saving has begun and not ended."""
        return self._is_saving

    def begin_saving(self) -> None:
        """Remember the journey as it is now as the one that is being saved; steps that follow are not in it."""
        self._saving, self._is_saving = len(self._undo), True
        self._may_merge = False

    def end_saving(self) -> None:
        """Remember the journey as it was when saving began as the saved one."""
        self._clean, self._saving = self._saving, None
        self._is_saving = False

    def give_up_saving(self) -> None:
        """Remember that saving has failed."""
        self._saving, self._is_saving = None, False

    def clear(self) -> None:
        """Forget all steps; the journey as it is now counts as saved."""
        self._undo.clear()
        self._redo.clear()
        self.mark_clean()

    def _merges(self, change: Change) -> bool:
        return bool(
            self._may_merge
            and change.merge_key
            and self._undo
            and self._undo[-1].merge_key == change.merge_key
        )

    def _merge(self, journey: Journey, inverse: Change) -> bool:
        """Make the last two steps one; where they cancel out, none is left and False is returned."""
        both = inverse.then(self._undo.pop(), lambda record_id: journey.get(record_id) is not None)
        if both.remove or any(journey.get(record.id) != record for record in both.put):
            self._undo.append(replace(both, label=inverse.label))
            return True
        return False

    def _forget_oldest(self) -> None:
        if len(self._undo) > self._limit:
            self._undo.popleft()
            self._clean, self._saving = (mark - 1 if mark else None for mark in (self._clean, self._saving))


def _kept(mark: int | None, place: int) -> int | None:
    """Return the mark, none where it stands on a step that can no more be redone."""
    return mark if mark is not None and mark <= place else None
