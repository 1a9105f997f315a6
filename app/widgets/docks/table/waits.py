"""The column of waits: how long had been waited before a touchpoint."""

from __future__ import annotations

from app.analysis.waits import Wait, wait_of
from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.sheet.column import Column


def longest_wait(journey: Journey, touchpoint: Touchpoint) -> Wait | None:
    """Return the longest wait before this touchpoint, one over its limit before all others."""
    found = (
        wait_of(journey, link) for link in journey.links_of(touchpoint.id) if link.target == touchpoint.id
    )
    waits = [wait for wait in found if wait is not None]
    return max(waits, key=lambda wait: (wait.is_over, wait.span), default=None)


def waits_column() -> Column:
    """Return the column."""

    def text(journey: Journey, touchpoint: Touchpoint) -> str:
        wait = longest_wait(journey, touchpoint)
        return "" if wait is None else wait.text

    def span(journey: Journey, touchpoint: Touchpoint) -> float | None:
        wait = longest_wait(journey, touchpoint)
        return None if wait is None else wait.span

    return Column("waits", tr("Waited"), "fixed", text, None, span)
