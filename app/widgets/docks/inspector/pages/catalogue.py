"""The table of pages: from a kind of record to what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.model.record import Record
from app.model.records import (
    Attachment,
    Channel,
    Evidence,
    Insight,
    IssueThread,
    JourneyInfo,
    Link,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    SavedView,
    ServiceLevel,
    Touchpoint,
    UnknownRecord,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.pages import journey, role, touchpoint
from app.widgets.docks.inspector.pages.kept import attachment_page, saved_view_page, unknown_page
from app.widgets.docks.inspector.pages.knowledge import evidence_page, insight_page, thread_page
from app.widgets.docks.inspector.pages.measures import channel_page, metric_page, service_level_page
from app.widgets.docks.inspector.pages.organisations import party_page, person_page
from app.widgets.docks.inspector.pages.timeline import link_page, phase_page
from app.widgets.docks.inspector.rows import PageKind

PAGES: Mapping[type[Record], Callable[[Desk], PageKind]] = {
    JourneyInfo: journey.page,
    Party: party_page,
    Person: person_page,
    Role: role.page,
    Phase: phase_page,
    Channel: channel_page,
    Metric: metric_page,
    Attachment: attachment_page,
    IssueThread: thread_page,
    Touchpoint: touchpoint.page,
    Link: link_page,
    Insight: insight_page,
    Evidence: evidence_page,
    ServiceLevel: service_level_page,
    SavedView: saved_view_page,
    UnknownRecord: unknown_page,
}
