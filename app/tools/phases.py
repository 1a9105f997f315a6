"""Dragging in the band of phases: borders, whole phases with their touchpoints, and new phases in its gaps."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.i18n import tr, trn
from app.layout.result import Box, PhaseBox, Point
from app.layout.time_words import moment
from app.model.change import Change
from app.model.edits import phases
from app.model.journey import Journey
from app.model.names import called
from app.model.record import TimeUnit
from app.model.records import Phase, Touchpoint
from app.tools.ghost import Ghost, GhostBox, GhostRule
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.snap import snapped
from app.tools.tool import MOST_TRIED, Cursor, Outcome, Typing

BORDER_PX = 6.0  # a border is grasped so near
LEAST_PX = 3.0  # along the band; headers that are stuck make pointers jump upwards

USUAL_LENGTH: dict[TimeUnit, float] = {"step": 3, "hour": 8, "day": 7, "week": 4, "month": 3}

Side = Literal["start", "end"]


def border_at(ground: Ground, pointer: Pointer) -> MoveBorder | None:
    """Begin to drag the border of a phase."""
    if not ground.is_on_band(pointer.y):
        return None
    reach = BORDER_PX / pointer.zoom
    borders = [
        (abs(pointer.x - x), phase.phase, side)
        for phase in ground.layout.phases
        for side, x in _ends(phase)
        if abs(pointer.x - x) <= reach
    ]
    if not borders:
        return None
    _away, phase_id, side = min(borders)
    return MoveBorder(phase_id, side, pointer.x)


def _ends(phase: PhaseBox) -> tuple[tuple[Side, float], tuple[Side, float]]:
    return ("start", phase.x), ("end", phase.x + phase.width)


class MoveBorder(Struct, frozen=True):
    """A drag of a phase's start or end, grasped at `x`; a neighbour that touches it there goes along."""

    phase: str
    side: Side
    x: float
    cursor: Cursor = "across"
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show and plan where the border would be."""
        phase = ground.journey.the(Phase, self.phase)
        if abs(pointer.x - self.x) * pointer.zoom < LEAST_PX:
            return Outcome(cursor="across")
        own = phase.start if self.side == "start" else phase.end
        touching = frozenset(
            other.id for other in ground.journey.all(Phase) if own in (other.start, other.end)
        )
        time = snapped(ground, pointer.x, pointer.zoom, is_free=pointer.modifiers.alt, without=touching).time
        change = phases.move_border(ground.journey, self.phase, self.side, time)
        moved = next(record for record in change.put if isinstance(record, Phase) and record.id == self.phase)
        rule = GhostRule(ground.x_of(time))
        words = tr("{border}: {time}", border=change.label, time=moment(ground.journey.info, time))
        shapes = (_band_box(ground, moved.start, moved.end), rule)
        ghost = Ghost(shapes, words, Point(pointer.x, pointer.y), is_over_headers=True, goes_on=True)
        return Outcome(ghost, change, cursor="across", held=Point(ground.x_of(time), pointer.y))


def phase_at(ground: Ground, pointer: Pointer) -> MovePhase | NewPhase | None:
    """Begin to drag the phase at the pointer, or a new one in a gap of the band."""
    if not ground.is_on_band(pointer.y) or pointer.x < ground.layout.map_box.x:
        return None
    phase = ground.phase_at(pointer.x, pointer.y)
    return NewPhase(pointer.x) if phase is None else MovePhase(phase.phase, pointer.x)


class MovePhase(Struct, frozen=True):
    """A drag of a phase with its touchpoints, grasped at `x`, to a place among the others."""

    phase: str
    x: float
    cursor: Cursor = "hand"
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show between which phases it would go."""
        boxes = list(ground.layout.phases)
        own = next((box for box in boxes if box.phase == self.phase), None)
        if own is None:
            return Outcome()
        middle = own.x + own.width / 2 + pointer.x - self.x
        others = [box for box in boxes if box.phase != self.phase]
        before = [box for box in others if _is_passed(box, own, middle)]
        after = before[-1].phase if before else ""
        dragged = Box(own.x + pointer.x - self.x, ground.layout.phase_y, own.width, ground.layout.sizes.phase)
        name = called(ground.journey.the(Phase, self.phase))
        shapes: list[GhostBox | GhostRule] = [GhostBox(dragged, pinned="band", name=name)]
        if after == _phase_before(ground, self.phase):
            ghost = Ghost(tuple(shapes), name, Point(pointer.x, pointer.y), is_over_headers=True)
            return Outcome(ghost, cursor="grab")
        is_only_shown = pointer.is_down and len(ground.journey.all(Touchpoint)) > MOST_TRIED
        change = None if is_only_shown else phases.move_phase(ground.journey, self.phase, after)
        shapes.insert(0, GhostRule(before[-1].x + before[-1].width if before else others[0].x))
        words = _moving_words(ground, self.phase, before[-1].phase if before else "")
        ghost = Ghost(tuple(shapes), words, Point(pointer.x, pointer.y), is_over_headers=True)
        return Outcome(ghost, change, cursor="grab")


def _phase_before(ground: Ground, phase_id: str) -> str:
    ids = [phase.id for phase in ground.journey.all(Phase)]
    place = ids.index(phase_id)
    return ids[place - 1] if place else ""


def _is_passed(box: PhaseBox, own: PhaseBox, middle: float) -> bool:
    """Tell whether the dragged phase has gone behind another: past its middle on the way there."""
    return box.x + box.width / 2 < middle + (own.width / 2 if box.x > own.x else -own.width / 2)


def _moving_words(ground: Ground, phase_id: str, before: str) -> str:
    phase = ground.journey.the(Phase, phase_id)
    touchpoints = ground.journey.all(Touchpoint)
    first, last = (
        bisect_left(touchpoints, time, key=attrgetter("start")) for time in (phase.start, phase.end)
    )
    words = {"phase": called(phase)}
    what = trn("{phase} with {count} touchpoint", "{phase} with {count} touchpoints", last - first, **words)
    if not before:
        return tr("{what} to the front", what=what)
    return tr("{what} behind {other}", what=what, other=called(ground.journey.the(Phase, before)))


class NewPhase(Struct, frozen=True):
    """A drag over a gap of the band, begun at `x`: a new phase."""

    x: float
    cursor: Cursor = "cross"
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show how long it would be; its name is typed afterwards."""
        times = [
            snapped(ground, x, pointer.zoom, is_free=pointer.modifiers.alt).time for x in (self.x, pointer.x)
        ]
        start, end = min(times), max(times)
        if end <= start:
            return Outcome(cursor="cross")
        outcome = new_phase(phases.add_phase(ground.journey, phases.free_name(ground.journey), start, end))
        new = outcome.change.put[0] if outcome.change is not None else None
        assert isinstance(new, Phase)
        words = tr(
            "New phase: {start} to {end}",
            start=moment(ground.journey.info, new.start),
            end=moment(ground.journey.info, new.end),
        )
        box = _band_box(ground, new.start, new.end)
        ghost = Ghost((box,), words, Point(pointer.x, pointer.y), is_over_headers=True, goes_on=True)
        return replace(outcome, ghost=ghost, cursor="cross")


def phase_in_gap(ground: Ground, pointer: Pointer) -> Outcome:
    """Add a phase where the band is empty, and type its name."""
    at = snapped(ground, pointer.x, pointer.zoom).time
    at = at if ground.journey.phase_at(at) is None else ground.time_at(pointer.x)
    length = USUAL_LENGTH[ground.journey.info.unit]
    return new_phase(phases.add_phase_at(ground.journey, phases.free_name(ground.journey), at, length))


def phase_here(journey: Journey, at: float) -> Outcome:
    """Add a phase in the gap around a time, or behind all others where one is there, and type its name.

    The first one begins where the timeline does.
    """
    name, length = phases.free_name(journey), USUAL_LENGTH[journey.info.unit]
    if at >= 0 and not journey.all(Phase):
        return new_phase(phases.add_phase(journey, name, 0.0, length))
    if journey.phase_at(at) is not None:
        return phase_behind(journey)
    return new_phase(phases.add_phase_at(journey, name, at, length))


def phase_behind(journey: Journey) -> Outcome:
    """Add a phase behind all others, and type its name."""
    length = USUAL_LENGTH[journey.info.unit]
    return new_phase(phases.append_phase(journey, phases.free_name(journey), length))


def new_phase(change: Change) -> Outcome:
    """Make the phase that is put first, and type its name: one step."""
    new = change.put[0].id
    return Outcome(
        change=replace(change, merge_key=f"rename {new}"),
        selection=frozenset({new}),
        typing=Typing(new, "name", is_new=True),
    )


def _band_box(ground: Ground, start: float, end: float) -> GhostBox:
    x = ground.x_of(start)
    box = Box(x, ground.layout.phase_y, ground.x_of(end) - x, ground.layout.sizes.phase)
    return GhostBox(box, pinned="band")
