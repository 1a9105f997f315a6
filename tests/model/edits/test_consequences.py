from __future__ import annotations

from app.model.edits.consequences import removal, settled
from app.model.parts import Fact, Reading
from app.model.record import Ref, replaced
from app.model.records import (
    Evidence,
    Insight,
    IssueThread,
    Link,
    Party,
    Person,
    Role,
    ServiceLevel,
    ServiceReading,
    Touchpoint,
)
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import hours


def test_fields_that_named_what_is_gone_are_emptied() -> None:
    j = small_world()
    j.apply(
        removal(
            j, ["channel-email", "thread-7", "file-1", "metric-csat", "party-acme", "person-bob"], "Remove"
        )
    )
    kick_off = j.the(Touchpoint, "touch-kick-off")
    assert (kick_off.channel, kick_off.thread, kick_off.attachments, kick_off.readings) == ("", "", (), ())
    assert (j.the(Role, "role-it").avatar, j.the(Role, "role-it").party) == ("", "")
    assert (j.the(Person, "person-ada").party, j.the(Person, "person-ada").guards) == ("", ())
    assert j.the(Evidence, "evidence-survey").contact_owner == ""
    assert_consistent(j)


def test_readings_lose_their_evidence_and_stay() -> None:
    j = small_world()
    reading = ServiceReading(measured=hours(31), evidence="evidence-survey")
    fact = Fact(name="Share", readings=(Reading(value=1, evidence="evidence-survey"),))
    level = replaced(j.the(ServiceLevel, "sla-renew"), readings=(reading,))
    j.apply(settled(j, {}, "Set up", [level, replaced(j.the(Party, "party-acme"), facts=(fact,))]))
    j.apply(removal(j, ["evidence-survey"], "Remove"))
    assert [r.evidence for r in j.the(ServiceLevel, "sla-renew").readings] == [""]
    assert [r.evidence for r in j.the(Party, "party-acme").facts[0].readings] == [""]
    assert [r.evidence for r in j.the(Touchpoint, "touch-kick-off").readings] == [""]


def test_a_touchpoint_takes_links_service_levels_and_insights_about_nothing_else_along() -> None:
    j = small_world()
    change = removal(j, ["touch-renew", "touch-kick-off"], "Remove")
    assert set(change.remove) == {
        "touch-renew", "touch-kick-off", "sla-renew", "insight-pain-nobody-asked", "link-kick-off-handoff-sign",
        "link-sign-dependency-renew", "link-renew-alternative-pilot",
    }  # fmt: skip


def test_an_insight_about_something_else_too_stays() -> None:
    j = small_world()
    pain = j.the(Insight, "insight-pain-nobody-asked")
    j.apply(settled(j, {pain.id: replaced(pain, refs=(*pain.refs, Ref(kind="role", id="role-it")))}, "Pin"))
    j.apply(removal(j, ["touch-kick-off"], "Remove"))
    assert [ref.id for ref in j.the(Insight, pain.id).refs] == ["role-it"]


def test_threads_and_evidence_stay_when_nothing_they_are_about_does() -> None:
    j = small_world()
    j.apply(removal(j, ["touch-pilot"], "Remove"))
    assert j.the(IssueThread, "thread-7").refs == j.the(Evidence, "evidence-survey").refs == ()


def test_pins_of_newer_versions_are_left_alone() -> None:
    j = small_world()
    strange = Insight(id="strange", refs=(Ref(kind="hologram", id="h1"), Ref(kind="phase", id="phase-buy")))
    j.apply(settled(j, {}, "Add", [strange]))
    j.apply(removal(j, ["phase-buy"], "Remove"))
    assert [ref.id for ref in j.the(Insight, "strange").refs] == ["h1"]


def test_wanted_records_win_over_what_would_follow() -> None:
    j = small_world()
    link = j.the(Link, "link-kick-off-handoff-sign")
    wanted = replaced(link, target="touch-pilot", target_role="")
    change = settled(j, {link.id: wanted, "touch-sign": None}, "Move")
    assert link.id not in change.remove
    j.apply(change)
    assert j.the(Link, link.id) == wanted
