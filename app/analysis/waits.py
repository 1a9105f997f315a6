"""How long work waits at each link, and where it waits too long."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from app.analysis.finding import Finding
from app.i18n import tr
from app.model.duration_text import duration_text, span_text
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Duration
from app.model.records import Link, Touchpoint
from app.model.time_units import in_unit

_ROUNDING = 1e-9  # times are sums of fractions: a wait that equals its limit is not over it


class Wait(Struct, frozen=True):
    """The time between the end of a link's source and the start of its target."""

    link: str
    span: float  # in the timeline's unit
    limit: float | None  # likewise; none: nobody set one
    is_over: bool
    text: str  # "18 days"


def wait_of(journey: Journey, link: Link) -> Wait | None:
    """Return how long the target waits: as the link states it, else from the times of its ends.

    A link that states nothing has no wait where it runs backwards in time or the target starts at once.
    """
    info = journey.info
    stated = in_unit(link.wait, info.unit) if link.wait is not None else None
    span = between_ends(journey, link) if stated is None else stated
    if span <= 0:
        return None
    stated_limit = limit_of(journey, link)
    limit = in_unit(stated_limit, info.unit) if stated_limit is not None else None
    is_over = limit is not None and span > limit * (1 + _ROUNDING) + _ROUNDING
    text = duration_text(link.wait) if link.wait is not None else span_text(span, info.unit)
    return Wait(link.id, span, limit, is_over, text)


def waits(journey: Journey) -> tuple[Wait, ...]:
    """Return the waits of all links that have one, in the links' order."""
    found = (wait_of(journey, link) for link in journey.all(Link))
    return tuple(wait for wait in found if wait is not None)


def limit_of(journey: Journey, link: Link) -> Duration | None:
    """Return the longest wait that is fine: the link's own, else the journey's."""
    return link.wait_limit if link.wait_limit is not None else journey.info.wait_limit


def between_ends(journey: Journey, link: Link) -> float:
    """Return the time from the end of the source to the start of the target, in the timeline's unit; never below 0."""
    source, target = journey.the(Touchpoint, link.source), journey.the(Touchpoint, link.target)
    return max(0.0, target.start - end_of(journey, source))


def end_of(journey: Journey, touchpoint: Touchpoint) -> float:
    """Return when the touchpoint ends, in the timeline's unit."""
    if touchpoint.duration is None:
        return touchpoint.start
    return touchpoint.start + (in_unit(touchpoint.duration, journey.info.unit) or 0.0)


def findings(journey: Journey) -> Iterator[Finding]:
    """Say where work waits longer than its limit."""
    for link in journey.all(Link):
        wait = wait_of(journey, link)
        limit = limit_of(journey, link)
        if wait is None or not wait.is_over or wait.limit is None or limit is None:
            continue
        source, target = journey.the(Touchpoint, link.source), journey.the(Touchpoint, link.target)
        sentence = tr(
            "“{target}” waits {wait} after “{source}”; the limit is {limit}.",
            target=title_of(target),
            source=title_of(source),
            wait=wait.text,
            limit=duration_text(limit),
        )
        yield Finding("waits", sentence, (link.id, source.id, target.id), 1 - wait.limit / wait.span, link.id)
