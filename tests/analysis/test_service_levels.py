from __future__ import annotations

from app.analysis import service_levels
from app.analysis.service_levels import breaches
from app.model.journey import Journey
from app.model.record import Duration, Ref
from app.model.records import ServiceLevel, ServiceReading
from tests.world import days, hours, journey, role, service_level, steps, touch


def world(*levels: ServiceLevel) -> Journey:
    return journey(touch("Ticket", "IT", at=1), *levels)


def level(promised: Duration, *readings: tuple[Duration, str], level_id: str = "sla") -> ServiceLevel:
    measured = tuple(ServiceReading(measured=duration, date=date) for duration, date in readings)
    return ServiceLevel(
        id=level_id, ref=Ref(kind="touchpoint", id="touch-ticket"), promised=promised, readings=measured
    )


def test_a_promise_that_was_not_kept_is_told_at_its_touchpoint() -> None:
    found = breaches(world(service_level("Ticket", hours(4), hours(31))))
    assert list(found) == ["touch-ticket"]
    breach = found["touch-ticket"]
    assert (breach.service_level, breach.measured, breach.promised) == ("sla-ticket", hours(31), hours(4))
    assert breach.text == "31 h · SLA 4 h"


def test_a_kept_or_unmeasured_promise_is_fine() -> None:
    assert breaches(world(service_level("Ticket", hours(4), hours(4)))) == {}
    assert breaches(world(service_level("Ticket", hours(4)))) == {}


def test_units_are_converted() -> None:
    assert breaches(world(service_level("Ticket", days(1), hours(24)))) == {}
    assert (
        breaches(world(service_level("Ticket", days(1), hours(25))))["touch-ticket"].text
        == "25 h · SLA 1 day"
    )
    assert breaches(world(service_level("Ticket", steps(1), hours(25)))) == {}


def test_the_latest_reading_counts() -> None:
    dated = level(hours(4), (hours(2), "2026-03-01"), (hours(9), "2026-01-01"))
    assert breaches(world(dated)) == {}
    undated = level(hours(4), (hours(2), ""), (hours(9), ""))
    assert list(breaches(world(undated))) == ["touch-ticket"]


def test_the_worst_of_several_is_told_on_the_map_and_all_in_the_findings() -> None:
    j = world(level(hours(4), (hours(6), "")), level(hours(1), (hours(9), ""), level_id="worse"))
    assert breaches(j)["touch-ticket"].service_level == "worse"
    assert len(list(service_levels.findings(j))) == 2


def test_a_promise_of_no_time_at_all_is_broken_infinitely() -> None:
    (finding,) = service_levels.findings(world(service_level("Ticket", hours(0), hours(1))))
    assert finding.weight == 1


def test_a_breach_that_is_not_about_a_touchpoint_is_only_a_finding() -> None:
    about_role = ServiceLevel(
        id="sla", ref=Ref(kind="role", id="role-support"), promised=hours(4), kind="resolution",
        readings=(ServiceReading(measured=hours(8)),),
    )  # fmt: skip
    j = journey(role("Support"), about_role)
    assert breaches(j) == {}
    (finding,) = service_levels.findings(j)
    assert finding.sentence == "“Support” was solved after 8 h; promised was 4 h."
    assert finding.records == ("sla", "role-support")


def test_a_response_is_told_as_an_answer() -> None:
    (finding,) = service_levels.findings(world(service_level("Ticket", hours(4), hours(31))))
    assert finding.sentence == "“Ticket” was answered after 31 h; promised was 4 h."
    assert 0.8 < finding.weight < 0.9
