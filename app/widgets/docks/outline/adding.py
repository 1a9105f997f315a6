"""What the plus of each section of the outline adds, and where: beside a line, about what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from app.i18n import tr
from app.model.change import Change
from app.model.edits import insights, phases
from app.model.edits.pins import ref_to
from app.model.edits.records import add_record
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Duration, Record
from app.model.records import (
    Channel,
    Evidence,
    Insight,
    IssueThread,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    SavedView,
    ServiceLevel,
    Touchpoint,
)
from app.model.references import PINNABLE_TYPES
from app.model.view import View
from app.model.vocabulary import insight_kinds
from app.tools import role_plans
from app.widgets.docks.outline.entries import SECTION_BY_ID

Near = TypeVar("Near", Insight, ServiceLevel)
USUAL_LENGTH = 4.0  # of a phase, where there is none to go by


class Beside(NamedTuple):
    """What a person had in mind when adding: a line's record, what is selected, and perhaps a kind of insight."""

    record: str
    selection: frozenset[str]
    kind: str = ""

    def selected(self, journey: Journey, kinds: tuple[type[Record], ...]) -> list[Record]:
        """Return the selected records of these kinds."""
        return [each for each in map(journey.get, sorted(self.selection)) if isinstance(each, kinds)]

    def near(self, journey: Journey, kind: type[Near]) -> Near | None:
        """Return the line's record if it is of this kind, else a selected one, or none."""
        found = map(journey.get, (self.record, *sorted(self.selection)))
        return next((record for record in found if isinstance(record, kind)), None)


def added_to(journey: Journey, section: str, beside: Beside, view: Callable[[], View]) -> Change:
    """Return the change that adds a record to a section; raises JourneyError where it would be about nothing."""
    kind = SECTION_BY_ID[section].kind
    if kind is Insight:
        return _insight(journey, beside)
    if kind is ServiceLevel:
        return _service_level(journey, beside)
    if kind is Role:
        near = journey.get(beside.record)
        return role_plans.add_role(journey, after=near.id if isinstance(near, Role) else None)
    if kind is Phase:
        last_phase = journey.all(Phase)[-1:]
        length = last_phase[0].end - last_phase[0].start if last_phase else USUAL_LENGTH
        return phases.append_phase(journey, tr("New phase"), length)
    if kind is SavedView:
        name = tr("View {number}", number=len(journey.all(SavedView)) + 1)
        return replace(add_record(journey, SavedView, name=name, view=view()), label=tr("Save view"))
    fields: dict[str, Any] = {"title" if kind in (Evidence, IssueThread) else "name": _NEW[kind]()}
    return add_record(journey, kind, **fields)


_NEW: dict[type[Record], Callable[[], str]] = {
    Party: lambda: tr("New organisation"),
    Person: lambda: tr("New person"),
    Channel: lambda: tr("New channel"),
    Metric: lambda: tr("New metric"),
    Evidence: lambda: tr("New evidence"),
    IssueThread: lambda: tr("New issue thread"),
}


def _insight(journey: Journey, beside: Beside) -> Change:
    near = beside.near(journey, Insight)
    abouts = [(record.id, "") for record in beside.selected(journey, PINNABLE_TYPES)]
    if not abouts and near is not None:
        abouts = [(ref.id, ref.role) for ref in near.refs]
    kind = beside.kind or (near.kind if near is not None else next(iter(insight_kinds())))
    return insights.pin_insight_on(journey, kind, abouts)


def _service_level(journey: Journey, beside: Beside) -> Change:
    near = beside.near(journey, ServiceLevel)
    about = [ref_to(journey, each.id) for each in beside.selected(journey, (Touchpoint, Role))]
    if not about and near is not None:
        about = [near.ref]
    if not about:
        what = tr("A service level is promised at a touchpoint or to a role.")
        raise JourneyError(what, do=tr("Select one first."))
    usual = Duration(value=1, unit="step" if journey.info.unit == "step" else "day")
    return add_record(
        journey, ServiceLevel, ref=about[0], promised=near.promised if near is not None else usual
    )
