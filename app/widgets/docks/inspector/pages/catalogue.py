"""The table of pages: from a kind of record to what can be said of it, each field called as it is everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.model import records
from app.model.record import Record
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.pages import journey, role, touchpoint
from app.widgets.docks.inspector.pages.kept import attachment_page, saved_view_page, unknown_page
from app.widgets.docks.inspector.pages.knowledge import evidence_page, insight_page, thread_page
from app.widgets.docks.inspector.pages.measures import channel_page, metric_page, service_level_page
from app.widgets.docks.inspector.pages.organisations import party_page, person_page
from app.widgets.docks.inspector.pages.timeline import link_page, phase_page
from app.widgets.docks.inspector.rows import PageKind, labelled

_PAGES: Mapping[type[Record], Callable[[Desk], PageKind]] = {
    records.JourneyInfo: journey.page,
    records.Party: party_page,
    records.Person: person_page,
    records.Role: role.page,
    records.Phase: phase_page,
    records.Channel: channel_page,
    records.Metric: metric_page,
    records.Attachment: attachment_page,
    records.IssueThread: thread_page,
    records.Touchpoint: touchpoint.page,
    records.Link: link_page,
    records.Insight: insight_page,
    records.Evidence: evidence_page,
    records.ServiceLevel: service_level_page,
    records.SavedView: saved_view_page,
    records.UnknownRecord: unknown_page,
}


def page_of(kind: type[Record], desk: Desk) -> PageKind:
    """Return what can be said of a kind of record."""
    return labelled(kind, _PAGES[kind](desk))
