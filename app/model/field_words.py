"""How the fields of records and their parts are called on the screen."""

from __future__ import annotations

from app.i18n import tr


def field_words() -> dict[str, str]:
    """Return the label of each field that a person can fill in; what stands beside it in the inspector."""
    return {
        "action": tr("Action"), "avatar": tr("Picture"), "buying_roles": tr("Buying roles"),
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
        "planned_start": tr("Planned start"), "priority": tr("Priority"), "promised": tr("Promise"),
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
