"""How the fields of records and their parts are called on the screen: in the inspector, in Undo, where one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.i18n import spoken, tr
from app.model.parts import Fact, Guard, Relation, Tenure
from app.model.record import Part
from app.model.records import Attachment, JourneyInfo, Metric, Person, Phase, Role, ServiceLevel, Touchpoint


def field_word(kind: type[Part], field: str) -> str:
    """Return how a field of a kind of record or part is called."""
    return field_words(kind).get(field, field)


def field_words(kind: type[Part]) -> Mapping[str, str]:
    """Return how each field is called that a person can fill in; those of the parts of such a record too."""
    return _words(kind, spoken())


@lru_cache(maxsize=128)
def _words(kind: type[Part], _language: object) -> Mapping[str, str]:
    return {**_usual(), **_own().get(kind, {})}


def _own() -> Mapping[type[Part], Mapping[str, str]]:
    """Return the words that a field has in one kind alone."""
    span = {"start": tr("From"), "end": tr("To")}
    return {
        JourneyInfo: {"unit": tr("Timeline counts"), "wait_limit": tr("Longest wait allowed")},
        Person: {"guards": tr("Contact goes through")},
        Role: {"buying_roles": tr("In the buying centre")},
        Phase: span,
        Tenure: span,
        Guard: span,
        Relation: {"kind": tr("Relation"), "name": tr("Or somebody who is not on the map")},
        Fact: {"name": tr("Fact")},
        Metric: {"better": tr("Better is")},
        Touchpoint: {"readings": tr("Readings of metrics")},
        ServiceLevel: {"kind": tr("Promise"), "readings": tr("Measured")},
        Attachment: {"link": tr("Where the file is, as seen from the journey")},
    }


def _usual() -> Mapping[str, str]:
    return {
        "action": tr("Action"), "address": tr("Address"), "avatar": tr("Picture"), "buying_roles": tr("Buying roles"),
        "channel": tr("Channel"), "colour": tr("Colour"), "confidence": tr("Confidence"),
        "contact_owner": tr("Contact"), "contract_end": tr("Contract ends on"), "count": tr("Dots"),
        "custom": tr("Fields of your own"), "date": tr("Date"), "description": tr("Description"),
        "detail": tr("Detail"), "deviation": tr("Deviation"), "duration": tr("Duration"),
        "effort": tr("Effort"), "end": tr("To"), "evidence": tr("Backed by"), "facts": tr("Facts"),
        "feeling": tr("Feeling"), "filter": tr("Filter"), "glyph": tr("Sign"), "goal": tr("Goal"),
        "goals": tr("Goals"), "hours": tr("Counted in"), "impact": tr("Impact"), "initials": tr("Initials"),
        "involvement": tr("Involvement"), "kind": tr("Kind"), "label": tr("Label"),
        "language": tr("Language"), "measured": tr("Measured"), "metric": tr("Metric"), "mode": tr("Mode"),
        "moment_of_truth": tr("Moment of truth"), "n": tr("Said so"), "name": tr("Name"),
        "needs": tr("Needs"), "note": tr("Note"), "notes": tr("Notes"), "of": tr("Of all asked"),
        "owner": tr("Owner"), "participations": tr("Who takes part"), "party": tr("Organisation"),
        "path": tr("Path"), "person": tr("Person"), "planned_duration": tr("Planned duration"),
        "planned_start": tr("Planned start"), "priority": tr("Priority"), "promised": tr("Promised"),
        "quote": tr("Quote"), "readings": tr("Readings"), "reference": tr("Reference"), "refs": tr("About"),
        "relations": tr("Relations"), "remit": tr("Remit"), "review_date": tr("Review on"),
        "role": tr("Role"), "segment": tr("Segment"), "session": tr("Session"), "severity": tr("Severity"),
        "side": tr("Side"), "source": tr("Source"), "source_role": tr("From role"),
        "spacing": tr("Spacing"), "stage": tr("Stage side"), "start": tr("Start"),
        "start_date": tr("Begins on"), "state": tr("State"), "subject": tr("Whose journey"),
        "tags": tr("Tags"), "target": tr("Target"), "target_role": tr("To role"), "tenures": tr("Roles"),
        "text": tr("Text"), "thought": tr("Thought"), "thread": tr("Issue thread"),
        "time_zone": tr("Time zone"), "title": tr("Title"), "unit": tr("Unit"), "url": tr("Address"),
        "value": tr("Value"), "voter": tr("Voter"), "votes": tr("Votes"), "wait": tr("Wait"),
        "wait_limit": tr("Wait limit"), "web_links": tr("Web pages"),
    }  # fmt: skip
