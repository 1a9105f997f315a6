"""Putting every time of a journey elsewhere by one rule, as when weeks are inserted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from app.model.edits.validated import revised
from app.model.journey import Journey
from app.model.parts import Guard, Tenure
from app.model.record import Record
from app.model.records import Person, Phase, SavedView, Touchpoint

Place = Callable[[float], float]
Span = TypeVar("Span", Tenure, Guard)


def shifted(journey: Journey, start: Place, end: Place, persons: bool = True) -> Iterator[Record]:
    """Yield every record that has a time, with it moved; `end` is for the ends of intervals, `start` for the rest.

    A phase that has no length left is not among them. Without `persons`, only phases and
    touchpoints move: where the order of things changes, a tenure has no new place.
    """
    for phase in journey.all(Phase):
        borders = start(phase.start), end(phase.end)
        if borders[0] < borders[1]:
            yield revised(phase, start=borders[0], end=borders[1])
    for touchpoint in journey.all(Touchpoint):
        planned = touchpoint.planned_start
        planned = None if planned is None else start(planned)
        if (start(touchpoint.start), planned) != (touchpoint.start, touchpoint.planned_start):
            yield revised(touchpoint, start=start(touchpoint.start), planned_start=planned)
    if persons:
        yield from _persons_and_views(journey, start, end)


def _persons_and_views(journey: Journey, start: Place, end: Place) -> Iterator[Record]:
    for person in journey.all(Person):
        tenures = tuple(_span(tenure, start, end) for tenure in person.tenures)
        guards = tuple(_span(guard, start, end) for guard in person.guards)
        yield revised(person, tenures=tenures, guards=guards)
    for saved in journey.all(SavedView):
        first, last = saved.view.first, saved.view.last
        first = None if first is None else start(first)
        last = None if last is None else end(last)
        yield revised(saved, view=revised(saved.view, first=first, last=last))


def _span(span: Span, start: Place, end: Place) -> Span:
    return revised(
        span,
        start=None if span.start is None else start(span.start),
        end=None if span.end is None else end(span.end),
    )
