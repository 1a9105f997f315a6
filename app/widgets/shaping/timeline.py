"""Commands on the timeline: phases, and time inserted and removed."""

from __future__ import annotations

from typing import Literal

from app.i18n import tr
from app.model.edits import phases, sets
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.library import PhaseSet
from app.model.records import Phase
from app.tools.phases import new_phase, phase_behind, phase_here
from app.tools.tool import Outcome
from app.widgets import catalogue
from app.widgets.shaping.doing import carry_out, do_once, here, inspect, selected
from app.widgets.window import JourneyWindow


class Timing:
    """Shapes the timeline of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def add_phase(self) -> None:
        """Add a phase where "here" is, in the gap there, or behind all others; its name is typed at once."""
        at = _tidy(here(self._window)[0])
        carry_out(self._window, lambda journey: phase_here(journey, at))

    def append_phase(self) -> None:
        """Add a phase behind all others; its name is typed at once."""
        carry_out(self._window, phase_behind)

    def add_set(self, phase_set: PhaseSet) -> None:
        """Add the usual phases of a kind of journey behind all others."""

        def plan(journey: Journey) -> Outcome:
            change = sets.add_phase_set(journey, phase_set)
            new = [record.id for record in change.put]
            return Outcome(change=change, selection=frozenset(new), shown=new[0])

        carry_out(self._window, plan)

    def split_phase(self) -> None:
        """Cut a phase in two where "here" is in it, else in its middle; the name of the second half is typed at once."""
        at = here(self._window)[0]

        def plan(journey: Journey) -> Outcome:
            phase = self._meant(journey)
            inside = _tidy(at) if phase.start < _tidy(at) < phase.end else (phase.start + phase.end) / 2
            return new_phase(phases.split_phase(journey, phase.id, inside))

        carry_out(self._window, plan)

    def merge_phase(self) -> None:
        """Make one phase of the one that is meant and the next."""
        do_once(self._window, lambda journey: phases.merge_with_next(journey, self._meant(journey).id))

    def move_phase(self, step: Literal[-1, 1]) -> None:
        """Let the phase that is meant change places with its neighbour."""
        do_once(self._window, lambda journey: phases.move_phase_by(journey, self._meant(journey).id, step))

    def insert_time(self) -> None:
        """Ask how much time comes where "here" is."""
        self._ask(is_inserted=True)

    def remove_time(self) -> None:
        """Ask how much time goes where "here" is."""
        self._ask(is_inserted=False)

    def edit_journey(self) -> None:
        """Show what the whole journey is about, to be edited."""
        document = self._window.document
        if document is not None:
            document.select(())
            inspect(self._window)

    def _ask(self, *, is_inserted: bool) -> None:
        document = self._window.document
        if document is not None:
            at = _tidy(here(self._window)[0])
            catalogue.time_dialog(document, self._window, at, is_inserted=is_inserted).open()

    def _meant(self, journey: Journey) -> Phase:
        """Return the selected phase, else the one at "here"."""
        chosen = selected(self._window, Phase)
        phase = chosen[0] if chosen else journey.phase_at(here(self._window)[0])
        if phase is None:
            raise JourneyError(tr("There is no phase here."), do=tr("Select one first."))
        return phase


def _tidy(time: float) -> float:
    """Return a time on the half of a unit that is nearest."""
    return round(time * 2) / 2 + 0.0
