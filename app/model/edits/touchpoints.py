"""Edits of touchpoints as a whole: they come, move in time, are stretched, renamed and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import removal
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import called
from app.model.parts import Participation
from app.model.record import Duration
from app.model.records import Phase, Touchpoint
from app.model.time_units import in_unit


def add_touchpoint(
    journey: Journey,
    roles: Sequence[str],
    start: float,
    title: str = "",
    feeling: int | None = None,
    **fields: Any,
) -> Change:
    """Add a touchpoint of these roles; the first leads. The new touchpoint is put first."""
    parts = tuple(
        made(Participation, role=role, feeling=feeling, involvement="takes_part" if place else "leads")
        for place, role in enumerate(roles)
    )
    values = {"id": new_id(), "start": start, "title": title, "participations": parts, **fields}
    new = made(Touchpoint, **values)
    label = tr("Add touchpoint {title}", title=called(new)) if new.title else tr("Add touchpoint")
    return Change((new,), (), label)


def retitle(journey: Journey, touchpoint_id: str, title: str) -> Change:
    """Give the touchpoint a title; typing goes on as one step."""
    touchpoint = revised(journey.the(Touchpoint, touchpoint_id), title=title)
    label = tr("Rename touchpoint {title}", title=called(touchpoint)) if title else tr("Rename touchpoint")
    return Change((touchpoint,), (), label, f"retitle {touchpoint_id}")


def move_touchpoints(journey: Journey, touchpoint_ids: Iterable[str], delta: float) -> Change:
    """Move touchpoints in time together, `delta` in the timeline's unit; nudging goes on as one step."""
    touchpoints = _the(journey, touchpoint_ids)
    label = trn("Move {title}", "Move {count} touchpoints", len(touchpoints), title=called(touchpoints[0]))
    merge_key = " ".join(("move", *(touchpoint.id for touchpoint in touchpoints)))
    moved = tuple(revised(touchpoint, start=touchpoint.start + delta) for touchpoint in touchpoints)
    return Change(moved, (), label, merge_key)


def move_into_phase(journey: Journey, touchpoint_ids: Iterable[str], phase_id: str) -> Change:
    """Move touchpoints into the phase, as far into it as they were into their old one; those in it stay."""
    phase = journey.the(Phase, phase_id)
    touchpoints = _the(journey, touchpoint_ids)
    label = trn(
        "Move {title} into {phase}",
        "Move {count} touchpoints into {phase}",
        len(touchpoints),
        title=called(touchpoints[0]),
        phase=called(phase),
    )
    moved = []
    for touchpoint in touchpoints:
        before = journey.phase_at(touchpoint.start)
        if before is not None and before.id == phase_id:
            continue
        share = 0.0 if before is None else (touchpoint.start - before.start) / (before.end - before.start)
        start = phase.start + share * (phase.end - phase.start)
        moved.append(revised(touchpoint, start=start if start < phase.end else phase.start))
    return Change(tuple(moved), (), label)


def stretch(journey: Journey, touchpoint_id: str, end: float) -> Change:
    """Let the touchpoint last until `end` on the timeline; it has no duration where that is not after its start.

    A stated duration keeps its unit.
    """
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    length = end - touchpoint.start
    duration = None
    if length > 0:
        unit = journey.info.unit
        stated = touchpoint.duration.unit if touchpoint.duration is not None else unit
        whole = in_unit(made(Duration, value=length, unit=unit), stated)
        duration = made(Duration, value=round(length if whole is None else whole, 6), unit=stated)
    put = (revised(touchpoint, duration=duration),)
    label = tr("Change duration of {title}", title=called(touchpoint))
    return Change(put, (), label, f"stretch {touchpoint_id}")


def toggle_moment_of_truth(journey: Journey, touchpoint_ids: Iterable[str]) -> Change:
    """Make all of them moments of truth, or none where all are already."""
    touchpoints = _the(journey, touchpoint_ids)
    wanted = not all(touchpoint.moment_of_truth for touchpoint in touchpoints)
    count, title = len(touchpoints), called(touchpoints[0])
    label = trn(
        "Mark {title} as moment of truth", "Mark {count} touchpoints as moments of truth", count, title=title
    )
    if not wanted:
        label = trn(
            "{title} is no moment of truth", "{count} touchpoints are no moments of truth", count, title=title
        )
    return Change(tuple(revised(touchpoint, moment_of_truth=wanted) for touchpoint in touchpoints), (), label)


def remove_touchpoints(journey: Journey, touchpoint_ids: Iterable[str]) -> Change:
    """Remove touchpoints with their links and with the insights that are about nothing else."""
    touchpoints = _the(journey, touchpoint_ids)
    label = trn(
        "Remove {title}", "Remove {count} touchpoints", len(touchpoints), title=called(touchpoints[0])
    )
    return removal(journey, [touchpoint.id for touchpoint in touchpoints], label)


def _the(journey: Journey, touchpoint_ids: Iterable[str]) -> list[Touchpoint]:
    found = [journey.the(Touchpoint, touchpoint_id) for touchpoint_id in dict.fromkeys(touchpoint_ids)]
    if not found:
        raise JourneyError(tr("No touchpoint is selected."))
    return found
