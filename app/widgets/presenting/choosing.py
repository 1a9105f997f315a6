"""Voting within a presentation: one insight of the step is chosen, and dots are given to it and taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.i18n import tr
from app.model.ballot import Ballot
from app.model.change import Change
from app.model.errors import JourneyError
from app.seeing.captions import Caption, Note
from app.seeing.steps import Step
from app.widgets.document import Document


class Choosing(QObject):
    """Knows the insights of the step that is shown; `said` tells in sentences what came of a vote."""

    said = Signal(tuple)

    def __init__(self, document: Document, ballot: Ballot, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._ballot = ballot
        self._step = Step()
        self._notes: tuple[Note, ...] = ()
        self.chosen = ""

    def follow(self, step: Step, caption: Caption) -> Caption:
        """Take the step's insights; while the step is the same they stay in their order, whatever they were given."""
        notes = caption.notes
        if step.record == self._step.record:
            places = {note.id: place for place, note in enumerate(self._notes)}
            notes = tuple(sorted(notes, key=lambda note: places.get(note.id, len(places))))
        self._step, self._notes = step, notes
        if self.chosen not in {note.id for note in notes}:
            self.chosen = notes[0].id if notes else ""
        return caption._replace(notes=notes)

    def choose(self, insight: str) -> None:
        """Vote on this insight from now on."""
        self.chosen = insight

    def choose_next(self, by: int) -> None:
        """Choose the insight so many places below; after the last comes the first."""
        ids = [note.id for note in self._notes]
        if ids:
            self.chosen = ids[(ids.index(self.chosen) + by) % len(ids)]

    def vote(self, dots: int) -> None:
        """Give the chosen insight dots, or take some back; a refusal is said."""
        if not self.chosen:
            self.said.emit((tr("There is nothing to vote on here: go to a step with an insight."),))
            return
        try:
            self._document.do(self._ballot.cast(self._document.journey, self.chosen, dots))
        except JourneyError as error:
            self.said.emit(tuple(filter(None, (error.what, error.do))))
            return
        if self._ballot.voter.strip():
            self.said.emit((self._ballot.status(self._document.journey),))

    def undo(self) -> None:
        """Take the last step back, whatever it was, and say which."""
        change = self._document.history.undo_change
        if change is not None:
            self._document.undo()
            self._tell(tr("Undone: {step}", step=change.label), change)

    def redo(self) -> None:
        """Do the step again that was taken back last, and say which."""
        change = self._document.history.redo_change
        if change is not None:
            self._document.redo()
            self._tell(tr("Done again: {step}", step=change.label), change)

    def _tell(self, words: str, change: Change) -> None:
        touched = {record.id for record in change.put}
        known = next((note.id for note in self._notes if note.id in touched), "")
        self.chosen = known or self.chosen
        self.said.emit((words,))
