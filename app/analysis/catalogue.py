"""The table of analyses: a new question is one row and one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from app.analysis import absence, service_levels, waits, words
from app.analysis.finding import Finding
from app.i18n import tr
from app.model.journey import Journey


class Analysis(Struct, frozen=True):
    """A question asked of a journey."""

    name: str  # as in Finding.analysis
    title: Callable[[], str]
    find: Callable[[Journey], Iterable[Finding]]


ANALYSES: tuple[Analysis, ...] = (
    Analysis("waits", lambda: tr("Waits over their limit"), waits.findings),
    Analysis("service_levels", lambda: tr("Broken service levels"), service_levels.findings),
    Analysis("absence", lambda: tr("Absent while waited for"), absence.findings),
    Analysis("words", lambda: tr("Unknown words"), words.findings),
)


def findings(journey: Journey) -> tuple[Finding, ...]:
    """Ask all questions; the answers that matter most come first."""
    found = [finding for analysis in ANALYSES for finding in analysis.find(journey)]
    return tuple(sorted(found, key=lambda finding: (-finding.weight, finding.identity)))
