"""Phases where a role is absent while its work is waited for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from app.analysis.finding import Finding
from app.analysis.waits import between_ends, end_of
from app.i18n import trn
from app.model.journey import Journey
from app.model.names import title_of
from app.model.records import Link, Phase, Role, Touchpoint

NOT_WAITING = frozenset({"information", "alternative"})  # nobody has to act because of these links
LEAST_SHARE = 0.5  # of a phase that a wait must cover: a handoff over a phase border is no absence
_ACTIVE = ("leads", "takes_part", "approves")


class Absence(Struct, frozen=True):
    """A role without any touchpoint in a phase in which others wait for it."""

    role: str
    phase: str
    links: tuple[str, ...]  # whose targets wait
    share: float  # of the phase that the longest of these waits covers


def absences(journey: Journey) -> tuple[Absence, ...]:
    """Return the absences in order of phases and roles."""
    phases = journey.all(Phase)
    starts = [phase.start for phase in phases]
    found: dict[tuple[int, str], list[tuple[str, float]]] = {}
    for link in journey.all(Link):
        if link.kind in NOT_WAITING or between_ends(journey, link) <= 0:
            continue
        target = journey.the(Touchpoint, link.target)
        since = end_of(journey, journey.the(Touchpoint, link.source))
        for place in range(max(0, bisect_left(starts, since) - 1), bisect_left(starts, target.start)):
            share = _share(phases[place], since, target.start)
            if share >= LEAST_SHARE:
                for role in _waited_for(journey, link, target):
                    found.setdefault((place, role), []).append((link.id, share))
    order = {role.id: place for place, role in enumerate(journey.all(Role))}
    return tuple(
        Absence(role, phases[place].id, tuple(i for i, _ in links), max(share for _, share in links))
        for (place, role), links in sorted(found.items(), key=lambda item: (item[0][0], order[item[0][1]]))
        if not is_present(journey, role, phases[place])
    )


def is_present(journey: Journey, role: str, phase: Phase) -> bool:
    """Tell whether the role has a touchpoint that starts in the phase or reaches into it."""
    return any(
        touchpoint.start < phase.end
        and (touchpoint.start >= phase.start or end_of(journey, touchpoint) > phase.start)
        for touchpoint in journey.touchpoints_of(role)
    )


def findings(journey: Journey) -> Iterator[Finding]:
    """Say who is absent from which phase, and how much waits for them."""
    for absence in absences(journey):
        first = journey.the(Touchpoint, journey.the(Link, absence.links[0]).target)
        sentence = trn(
            "{role} is absent from “{phase}” while “{target}” waits for them.",
            "{role} is absent from “{phase}” while {count} touchpoints, such as “{target}”, wait for them.",
            len(absence.links),
            role=title_of(journey.the(Role, absence.role)),
            phase=title_of(journey.the(Phase, absence.phase)),
            target=title_of(first),
        )
        records = (absence.role, absence.phase, *absence.links)
        yield Finding(
            "absence", sentence, records, 0.3 + 0.4 * absence.share, f"{absence.role} {absence.phase}"
        )


def _share(phase: Phase, start: float, end: float) -> float:
    covered = min(phase.end, end) - max(phase.start, start)
    return max(0.0, covered) / (phase.end - phase.start)


def _waited_for(journey: Journey, link: Link, target: Touchpoint) -> list[str]:
    """Return the roles whose work the target is; who did the work before waits for nobody but themselves."""
    before = {link.source_role} if link.source_role else set(journey.the(Touchpoint, link.source).roles)
    if link.target_role:
        wanted = [link.target_role]
    else:
        wanted = [part.role for part in target.participations if part.involvement in _ACTIVE]
    return [role for role in wanted if role not in before]
