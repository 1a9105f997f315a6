"""Edits of phases: the intervals that the timeline is told in."""

from __future__ import annotations

from typing import Literal

from app.i18n import tr
from app.model.change import Change
from app.model.edits.consequences import removal, settled
from app.model.edits.records import unused_name
from app.model.edits.shifting import shifted
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import called, described
from app.model.record import Record, Ref
from app.model.records import Evidence, Insight, IssueThread, Phase, ServiceLevel


def add_phase(journey: Journey, name: str, start: float, end: float) -> Change:
    """Add a phase in a free interval of the timeline; it is cut where another phase stands in its way.

    Raises JourneyError where a phase is at `start` already.
    """
    there = journey.phase_at(start)
    if there is not None:
        raise JourneyError(
            tr("There is a phase already."), described(there), tr("Split it instead."), there.id
        )
    later = [phase.start for phase in journey.all(Phase) if phase.start > start]
    phase = made(Phase, id=new_id(), name=name, start=start, end=min([end, *later]))
    return Change((phase,), (), tr("Add phase {name}", name=called(phase)))


def add_phase_at(journey: Journey, name: str, at: float, length: float) -> Change:
    """Add a phase in the gap around `at`: all of a gap between two phases, else about `length` beside its neighbour."""
    before = max((phase.end for phase in journey.all(Phase) if phase.end <= at), default=None)
    after = min((phase.start for phase in journey.all(Phase) if phase.start > at), default=None)
    start, end = at, at + length
    if before is not None and (after is not None or at - before < length):
        start, end = before, before + length
    if after is not None:
        end = after
        if before is None:
            start = min(at, after - length) if after - at <= length else at
            end = after if after - at <= length else at + length
    return add_phase(journey, name, start, end)


def append_phase(journey: Journey, name: str, length: float) -> Change:
    """Add a phase behind all others."""
    phases = journey.all(Phase)
    start = phases[-1].end if phases else 0.0
    return add_phase(journey, name, start, start + length)


def free_name(journey: Journey) -> str:
    """Return a name for a new phase that none has."""
    return unused_name(
        journey, Phase, tr("New phase"), lambda number: tr("New phase {number}", number=number)
    )


def rename_phase(journey: Journey, phase_id: str, name: str) -> Change:
    """Give the phase a name; typing goes on as one step."""
    phase = revised(journey.the(Phase, phase_id), name=name)
    return Change((phase,), (), tr("Rename phase {name}", name=called(phase)), f"rename {phase_id}")


def move_border(journey: Journey, phase_id: str, side: Literal["start", "end"], time: float) -> Change:
    """Move a phase's start or end; a neighbour that touches it there moves its border along.

    Raises JourneyError where the phase or the neighbour would have no length left or would overlap another.
    """
    phase = journey.the(Phase, phase_id)
    border = phase.start if side == "start" else phase.end
    put: list[Record] = []
    for other in journey.all(Phase):
        _refuse_passing(other, border, time)
        fields = {}
        if other.start == border:
            fields["start"] = time
        if other.end == border:
            fields["end"] = time
        if fields:
            put.append(revised(other, **fields))
    name = called(phase)
    label = tr("Move start of {name}", name=name) if side == "start" else tr("Move end of {name}", name=name)
    return Change(tuple(put), (), label, f"border {phase_id} {side}")


def _refuse_passing(phase: Phase, border: float, time: float) -> None:
    """Raise JourneyError where a border that moves to `time` leaves a phase no length, or runs into one."""
    is_gone = (phase.end == border and time <= phase.start) or (phase.start == border and time >= phase.end)
    if is_gone:
        what = tr("“{phase}” would have no length left.", phase=called(phase))
        raise JourneyError(what, record=phase.id)
    runs_back = phase.end < border and time < phase.end
    runs_on = phase.start > border and time > phase.start
    if runs_back or runs_on:
        raise JourneyError(tr("“{phase}” is in the way.", phase=called(phase)), record=phase.id)


def split_phase(journey: Journey, phase_id: str, at: float, name: str = "") -> Change:
    """Cut a phase in two; the new second half is put first."""
    phase = journey.the(Phase, phase_id)
    if not phase.start < at < phase.end:
        raise JourneyError(tr("It can only be split between its start and its end."), described(phase))
    later = made(Phase, id=new_id(), name=name or phase.name, start=at, end=phase.end, origin=phase.id)
    return Change((later, revised(phase, end=at)), (), tr("Split phase {name}", name=called(phase)))


def merge_phases(journey: Journey, first_id: str, second_id: str) -> Change:
    """Make one phase of two neighbours: the earlier one stays, with what is pinned to the later one."""
    pair = sorted(
        (journey.the(Phase, first_id), journey.the(Phase, second_id)), key=lambda phase: phase.start
    )
    first, second = pair
    between = [phase for phase in journey.all(Phase) if first.start < phase.start < second.start]
    if first_id == second_id or between:
        raise JourneyError(tr("Only two neighbouring phases can be merged."), described(first))
    wanted: dict[str, Record | None] = {first.id: revised(first, end=second.end), second.id: None}
    for referrer in journey.referring_to(second.id):
        wanted[referrer.id] = _about_other(referrer, second.id, first.id)
    label = tr("Merge {first} with {second}", first=called(first), second=called(second))
    return settled(journey, wanted, label)


def merge_with_next(journey: Journey, phase_id: str) -> Change:
    """Make one phase of this one and the next."""
    phase = journey.the(Phase, phase_id)
    later = [other for other in journey.all(Phase) if other.start > phase.start]
    if not later:
        raise JourneyError(tr("There is no phase after it."), described(phase), record=phase_id)
    return merge_phases(journey, phase_id, later[0].id)


def remove_phase(journey: Journey, phase_id: str) -> Change:
    """Remove a phase; its touchpoints stay where they are in time."""
    phase = journey.the(Phase, phase_id)
    return removal(journey, [phase.id], tr("Remove phase {name}", name=called(phase)))


def move_phase(journey: Journey, phase_id: str, after: str) -> Change:
    """Move a phase with its touchpoints behind the phase `after`, or to the front where that is "".

    The phases it passes move into its place with their touchpoints and the gaps between them.
    """
    phases = journey.all(Phase)
    place = phases.index(journey.the(Phase, phase_id))
    goal = phases.index(journey.the(Phase, after)) if after else -1
    label = tr("Move phase {name}", name=called(phases[place]))
    if goal in (place, place - 1):
        return Change(label=label)
    if goal > place:
        swap = _Swap(phases[place].start, phases[place].end, phases[place + 1].start, phases[goal].end)
    else:
        swap = _Swap(phases[goal + 1].start, phases[place - 1].end, phases[place].start, phases[place].end)
    moved = (r for r in shifted(journey, swap.start, swap.end, persons=False) if r != journey.get(r.id))
    return Change(tuple(moved), (), label)


def move_phase_by(journey: Journey, phase_id: str, step: Literal[-1, 1]) -> Change:
    """Let a phase with its touchpoints change places with the one before it or after it."""
    phases = journey.all(Phase)
    place = phases.index(journey.the(Phase, phase_id))
    if not 0 <= place + step < len(phases):
        what = tr("It is the last phase already.") if step > 0 else tr("It is the first phase already.")
        raise JourneyError(what, described(phases[place]), record=phase_id)
    before = place + 1 if step > 0 else place - 2
    return move_phase(journey, phase_id, phases[before].id if before >= 0 else "")


class _Swap:
    """Where times go when the interval [a, b) and the later [c, d) change places, the gap staying between them.

    The outer borders stay exactly as they are, so that rounding never makes neighbours overlap.
    """

    def __init__(self, a: float, b: float, c: float, d: float) -> None:
        self._a, self._b, self._c, self._d = a, b, c, d
        self._gap = a + (d - c)  # where the gap goes
        self._late = self._gap if b == c else max(self._gap, d - (b - a))  # where [a, b) goes

    def start(self, time: float) -> float:
        """Return the new place of a start."""
        if not self._a <= time < self._d:
            return time
        if time < self._b:
            return min(self._late + (time - self._a), self._d)
        if time < self._c:
            return min(self._gap + (time - self._b), self._late)
        return self._a + (time - self._c)

    def end(self, time: float) -> float:
        """Return the new place of an end: it belongs to the interval before it."""
        exact = {self._a: self._a, self._b: self._d, self._d: self._gap}
        return exact[time] if time in exact else self.start(time)


def _about_other(record: Record, old: str, new: str) -> Record:
    def ref(about: Ref) -> Ref:
        return revised(about, id=new) if about.id == old else about

    if isinstance(record, Insight | Evidence | IssueThread):
        return revised(record, refs=tuple(dict.fromkeys(map(ref, record.refs))))
    if isinstance(record, ServiceLevel):
        return revised(record, ref=ref(record.ref))
    return record
