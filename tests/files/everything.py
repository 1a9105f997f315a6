"""One journey in which every field of every record is used, so that nothing is forgotten on the way to a file."""

from __future__ import annotations

from app.model.journey import Journey
from app.model.record import Duration, Ref
from app.model.records import (
    Attachment,
    Channel,
    CustomField,
    Evidence,
    Fact,
    Guard,
    Insight,
    IssueThread,
    JourneyInfo,
    Link,
    Metric,
    MetricReading,
    Participation,
    Party,
    Person,
    Phase,
    Reading,
    Relation,
    Role,
    SavedView,
    ServiceLevel,
    ServiceReading,
    Tenure,
    Touchpoint,
    UnknownRecord,
    Vote,
)
from app.model.view import CardPlace, Filter, View

DAY = Duration(value=1, unit="day")


def everything() -> Journey:
    """Return the journey: IT and Legal are seen, "Secret" is a role that some pictures hide."""
    return Journey.of(
        [
            JourneyInfo(
                id="journey", title="Größe “7” → 8", subject="ACME", goal="Two\nlines", kind="b2b2c", state="future",
                based_on="elsewhere", language="de-CH", description="d", unit="day", start_date="2026-01-31",
                time_zone="Europe/Zurich", wait_limit=DAY, owner="me", review_date="2026-02-01",
            ),
            Party(
                id="acme", name="ACME", side="partner", segment="s", contract_end="2027-01-01", notes="n", rank="1",
                facts=(Fact(name="share", unit="%", readings=(Reading(value=40, date="2026-01-01", evidence="e-it"),
                                                             Reading(value=1, evidence="e-secret"))),),
            ),
            Party(id="hidden-party", name="Hidden Ltd", rank="2"),
            Person(id="ann", name="Ann", party="acme", tenures=(Tenure(role="it", start=0, end=9), Tenure(role="secret")),
                   guards=(Guard(person="bob", start=1), Guard(person="spy")), notes="n", rank="1"),
            Person(id="bob", name="Bob", tenures=(Tenure(role="legal"),), rank="2"),
            Person(id="spy", name="Spy", party="hidden-party", tenures=(Tenure(role="secret"),), rank="3"),
            Role(id="it", name="IT", party="acme", buying_roles=("user", "gatekeeper"), remit="up to 5 k", rank="1",
                 relations=(Relation(kind="asks", role="secret"), Relation(kind="works_with", name="the shop floor")),
                 colour="#0072B2", stage="back_stage", goals="g", needs="n", quote="q", description="d", initials="IT",
                 avatar="picture"),
            Role(id="legal", name="Legal", rank="2"),
            Role(id="secret", name="Secret", party="hidden-party", rank="3"),
            Phase(id="p1", name="Need", start=0, end=4.5, colour="#ffffff", goal="g"),
            Channel(id="mail", name="E-mail", glyph="email", mode="human", rank="1"),
            Channel(id="dead-drop", name="Dead drop", rank="2"),
            Metric(id="nps", name="NPS", unit="points", target=50, better="down", rank="1"),
            Attachment(id="picture", name="p", media_type="image/png", sha256="0" * 64, data="AAAA", rank="1"),
            Attachment(id="paper", name="secret paper", media_type="text/plain", link="paper.txt", rank="2"),
            IssueThread(id="ticket", title="T-1", reference="T-1", priority="high", rank="1",
                        refs=(Ref(kind="touchpoint", id="shared"), Ref(kind="touchpoint", id="plot"))),
            Touchpoint(
                id="shared", title="Meeting", description="d", start=1.25, duration=DAY, channel="mail",
                participations=(
                    Participation(role="it", person="ann", involvement="leads", action="a", thought="t", feeling=-2),
                    Participation(role="legal", feeling=0),
                    Participation(role="secret", person="spy", thought="I must not be seen"),
                ),
                moment_of_truth=True, tags=("x", "y"), web_links=("https://example.org/?a=b",), attachments=("picture",),
                thread="ticket", planned_start=1, planned_duration=DAY, deviation="ad_hoc", path="plan b",
                readings=(MetricReading(metric="nps", value=-5.5, role="it", date="2026-01-01", evidence="e-it"),
                          MetricReading(metric="nps", value=9, role="secret"),
                          MetricReading(metric="nps", value=3, evidence="e-secret")),
                custom=(CustomField(name="cost", value="5"),),
            ),
            Touchpoint(id="later", title="", start=3, participations=(Participation(role="it"),)),
            Touchpoint(id="plot", title="Plot", start=2, participations=(Participation(role="secret"),),
                       channel="dead-drop", attachments=("paper",)),
            Link(id="l1", source="shared", target="later", kind="escalation", label="l", wait=DAY, wait_limit=DAY,
                 source_role="it", target_role="it"),
            Link(id="l2", source="shared", target="plot", label="to the plot"),
            Link(id="l3", source="shared", target="later", label="from the spy", source_role="secret"),
            Insight(id="i1", kind="gain", text="i", severity=1, impact=2, effort=5, owner="o", rank="1",
                    votes=(Vote(session="s", voter="v", count=3),),
                    refs=(Ref(kind="touchpoint", id="shared", role="it"), Ref(kind="role", id="secret"))),
            Insight(id="i2", text="only the spy knows", refs=(Ref(kind="touchpoint", id="shared", role="secret"),)),
            Insight(id="i3", text="about everything", refs=(Ref(kind="journey", id="journey"),)),
            Evidence(id="e-it", kind="survey", title="e", n=3, of=30, date="2026-01-01", source="s", rank="1",
                     contact_owner="spy", quote="q", confidence=0.5, refs=(Ref(kind="insight", id="i1"),)),
            Evidence(id="e-secret", title="secret evidence", refs=(Ref(kind="role", id="secret"),), rank="2"),
            ServiceLevel(id="sla", ref=Ref(kind="touchpoint", id="shared"), kind="resolution", promised=DAY, rank="1",
                         hours="business", readings=(ServiceReading(measured=DAY, date="2026-01-01", evidence="e-it"),
                                                     ServiceReading(measured=DAY, evidence="e-secret"))),
            ServiceLevel(id="sla2", ref=Ref(kind="touchpoint", id="plot"), promised=DAY),
            SavedView(id="v1", name="Without the spy", rank="1",
                      view=View(spacing="even", detail="full", hidden_roles=("secret",), folded_roles=("it",),
                                filter=Filter(text="t", roles=("it",)), story_order=("it",), first=0, last=2.5,
                                card_places=(CardPlace(touchpoint="shared", role="it", dx=1, dy=-2),))),
            UnknownRecord(id="u1", kind="poll", json_text='{"id":"u1","open":true,"voters":["secret"]}'),
        ]
    )  # fmt: skip
