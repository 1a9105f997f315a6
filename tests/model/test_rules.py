"""Every rule has a test that breaks it."""

from __future__ import annotations

import re

import pytest

from app.model import rules
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record, Ref, replaced
from app.model.records import (
    Channel,
    Guard,
    Insight,
    JourneyInfo,
    Link,
    Participation,
    Person,
    Phase,
    Role,
    SavedView,
    ServiceLevel,
    Tenure,
    Touchpoint,
)
from app.model.view import View
from tests.model.hands import small_world
from tests.world import days, hours, journey, link, person, phase, role, steps, touch, weeks

SIGN = "touch-sign"


def refused(change: Change, says: str) -> JourneyError:
    with pytest.raises(JourneyError, match=re.escape(says)) as caught:
        small_world().apply(change)
    return caught.value


def put(*records: Record) -> Change:
    return Change(put=records)


def sign(**fields: object) -> Record:
    return replaced(small_world().the(Touchpoint, SIGN), **fields)


def test_a_complaint_names_the_record_by_title_and_id() -> None:
    error = refused(
        put(sign(channel="channel-fax")), "“channel” names what is not in the journey: channel channel-fax."
    )
    assert error.where == "touchpoint “Sign” (touch-sign)"
    assert error.record == SIGN


def test_a_journey_says_once_what_it_is_about() -> None:
    refused(put(JourneyInfo(id="second")), "there can be only one")
    refused(Change(remove=("journey",)), "is missing")
    with pytest.raises(JourneyError, match="is missing"):
        Journey.of(())


def test_an_id_stands_for_one_record_only() -> None:
    with pytest.raises(JourneyError, match="The id x stands twice"):
        Journey.of((JourneyInfo(id="j"), Role(id="x", name="IT"), Channel(id="x", name="Fax")))
    refused(put(Role(id="x", name="IT"), Role(id="x", name="Legal")), "The id x stands twice")


def test_what_is_removed_must_be_there_and_stay_removed() -> None:
    refused(Change(remove=("nobody",)), "nobody cannot be removed")
    refused(Change(remove=("view-1", "view-1")), "view-1 cannot be removed")
    refused(Change(put=(SavedView(id="view-1", name="x"),), remove=("view-1",)), "view-1 cannot be removed")


@pytest.mark.parametrize(
    ("record_id", "path"),
    [
        ("touch-kick-off", "channel"), ("touch-kick-off", "thread"), ("touch-kick-off", "attachments"),
        ("touch-kick-off", "participations.role"), ("touch-kick-off", "participations.person"),
        ("touch-kick-off", "readings.metric"), ("touch-kick-off", "readings.role"),
        ("touch-kick-off", "readings.evidence"), ("link-pilot-information-sign", "source"),
        ("link-pilot-information-sign", "target"), ("link-pilot-information-sign", "source_role"),
        ("link-pilot-information-sign", "target_role"), ("role-it", "party"), ("role-it", "avatar"),
        ("role-it", "relations.role"), ("person-ada", "party"), ("person-ada", "tenures.role"),
        ("person-ada", "guards.person"), ("insight-idea-ask-earlier", "refs.id"),
        ("insight-pain-nobody-asked", "refs.role"), ("evidence-survey", "refs.id"),
        ("evidence-survey", "contact_owner"), ("sla-renew", "ref.id"), ("thread-7", "refs.id"),
    ],
)  # fmt: skip
def test_every_reference_must_name_something_of_the_right_kind(record_id: str, path: str) -> None:
    record = small_world().get(record_id)
    assert record is not None
    for wrong in ("nowhere", "view-1"):
        with pytest.raises(JourneyError, match=wrong) as caught:
            small_world().apply(put(pointing(record, path, wrong)))
        assert caught.value.record == record_id


def pointing(record: Record, path: str, to: str) -> Record:
    """Return the record with the id at the path replaced."""
    outer, _, inner = path.partition(".")
    old = getattr(record, outer)
    if not inner:
        return replaced(record, **{outer: (to,) if isinstance(old, tuple) else to})
    if isinstance(old, tuple):
        return replaced(record, **{outer: (replaced(old[0], **{inner: to}), *old[1:])})
    return replaced(record, **{outer: replaced(old, **{inner: to})})


@pytest.mark.parametrize(
    "record_id", ["party-acme", "role-it", "channel-email", "metric-csat", "file-1", "thread-7", "person-bob",
                  "touch-pilot", "evidence-survey"],
)  # fmt: skip
def test_what_others_refer_to_stays(record_id: str) -> None:
    refused(Change(remove=(record_id,)), "It cannot be removed, because something refers to it:")


def test_saved_views_may_name_what_is_gone() -> None:
    gone = View(solo_role="role-gone", hidden_roles=("role-gone",))
    small_world().apply(put(SavedView(id="view-2", name="Old", view=gone)))


def test_a_pin_on_a_kind_of_a_newer_version_is_kept() -> None:
    small_world().apply(put(Insight(id="new", refs=(Ref(kind="hologram", id="elsewhere"),))))


def test_somebody_takes_part_in_every_touchpoint() -> None:
    refused(put(Touchpoint(id="new", start=1)), "No role takes part in it.")


def test_a_role_takes_part_only_once() -> None:
    twice = (Participation(role="role-it"), Participation(role="role-legal"), Participation(role="role-it"))
    refused(
        put(Touchpoint(id="new", start=1, participations=twice)), "The role role-it takes part in it twice."
    )


def test_a_phase_starts_before_it_ends() -> None:
    refused(put(Phase(id="new", name="Backwards", start=30, end=29)), "it runs from 30 to 29")
    refused(put(Phase(id="new", name="Nothing", start=30, end=30)), "must start before it ends")


@pytest.mark.parametrize(("start", "end"), [(3, 5), (9, 11), (1, 2), (-5, 50), (4, 10)])
def test_phases_do_not_overlap(start: float, end: float) -> None:
    refused(put(phase("New", start, end)), "before it only ends at")


def test_phases_may_touch_and_leave_gaps_and_change_places_at_once() -> None:
    j = journey(phase("Need", 0, 4), phase("Buy", 4, 6), phase("Use", 9, 10))
    j.apply(put(phase("Need", 2, 6), phase("Buy", 0, 2)))
    with pytest.raises(JourneyError):
        Journey.of((*j.records(), phase("Third", 5.9, 7)))


def test_a_tenure_does_not_end_before_it_starts() -> None:
    tenure = Tenure(role="role-it", start=5, end=4)
    refused(
        put(Person(id="new", name="Eve", tenures=(tenure,))), "A tenure from 5 to 4 ends before it starts."
    )
    guard = Guard(person="person-ada", start=5, end=4)
    refused(put(Person(id="new", name="Eve", guards=(guard,))), "A guard from 5 to 4 ends before it starts.")
    open_ended = (
        Tenure(role="role-it", start=5),
        Tenure(role="role-it", end=5),
        Tenure(role="role-it", start=5, end=5),
    )
    small_world().apply(put(Person(id="new", name="Eve", tenures=open_ended)))


def test_nobody_guards_themselves() -> None:
    refused(put(Person(id="new", name="Eve", guards=(Guard(person="new"),))), "Nobody can guard")


def test_a_link_joins_two_touchpoints() -> None:
    refused(put(Link(id="new", source=SIGN, target=SIGN)), "starts and ends at the same touchpoint")


def test_roles_that_a_link_names_take_part_in_its_ends() -> None:
    refused(put(link("Pilot", "Sign", source_role="role-legal")), "The role role-legal takes no part")
    refused(put(link("Pilot", "Sign", target_role="role-it")), "The role role-it takes no part")


def test_a_role_cannot_leave_a_touchpoint_while_a_link_or_a_pin_names_its_part() -> None:
    kick_off = small_world().the(Touchpoint, "touch-kick-off")
    error = refused(
        put(replaced(kick_off, participations=kick_off.participations[1:])), "The role role-it takes no part"
    )
    assert error.record == "link-kick-off-handoff-sign"
    error = refused(
        put(replaced(kick_off, participations=kick_off.participations[:1])), "role-legal takes no part"
    )
    assert error.record == "insight-pain-nobody-asked"


def test_a_pin_on_a_part_names_a_role_that_takes_part() -> None:
    refused(put(Insight(id="new", refs=(Ref(kind="touchpoint", id=SIGN, role="role-it"),))), "takes no part")
    refused(put(Insight(id="new", refs=(Ref(kind="role", id="role-it", role="role-it"),))), "takes no part")
    level = ServiceLevel(id="new", ref=Ref(kind="touchpoint", id=SIGN, role="role-it"), promised=hours(1))
    refused(put(level), "takes no part")


def test_durations_on_a_timeline_of_time_are_not_in_steps() -> None:
    refused(put(sign(duration=steps(1))), "duration cannot be in steps")
    refused(put(sign(planned_duration=steps(1))), "planned_duration cannot be in steps")
    refused(put(link("Pilot", "Sign", wait=steps(1))), "wait cannot be in steps")
    refused(put(link("Pilot", "Sign", wait_limit=steps(1))), "wait_limit cannot be in steps")
    refused(put(JourneyInfo(id="journey", wait_limit=steps(1))), "wait_limit cannot be in steps")


def test_durations_on_a_step_timeline_are_in_steps() -> None:
    with pytest.raises(JourneyError, match="duration must be in steps"):
        journey(touch("Sign", "IT", at=1, duration=days(1)), unit="step")
    journey(touch("Sign", "IT", at=1, duration=steps(2)), unit="step", wait_limit=steps(1))


def test_the_unit_cannot_change_under_durations_that_do_not_fit_it() -> None:
    refused(put(JourneyInfo(id="journey", unit="step")), "must be in steps")


def test_there_are_limits_to_the_number_of_records() -> None:
    with pytest.raises(JourneyError, match="500 records of the kind “role” at most, not 501"):
        journey(*(role(f"R{i}") for i in range(501)))
    with pytest.raises(JourneyError, match="1000 records of the kind “phase” at most"):
        journey(*(phase(f"P{i}", i, i + 1) for i in range(1001)))
    with pytest.raises(JourneyError, match="200,000 records at most, not 200,001"):
        rules.check_counts({JourneyInfo: 1, Touchpoint: 200_000})


def test_the_limits_count_what_a_change_would_leave() -> None:
    j = journey(*(role(f"R{i}") for i in range(500)))
    j.apply(Change(put=(role("New"),), remove=("role-r7",)))
    with pytest.raises(JourneyError, match="not 501"):
        j.apply(put(role("One more")))


def test_a_person_may_take_part_without_filling_the_role() -> None:
    journey(person("Ada"), replaced(touch("A", "IT", at=1), participations=(Participation(role="role-it", person="person-ada"),)), role("IT"), wait_limit=weeks(1))  # fmt: skip


def test_a_record_has_a_bounded_number_of_parts() -> None:
    made = journey(touch("Call", "CFO", at=1))
    call = made.the(Touchpoint, "touch-call")
    tags = tuple(f"t{number}" for number in range(rules.MOST_PARTS + 1))
    with pytest.raises(JourneyError, match=r"tags.*5000 entries at most, not 5001"):
        made.apply(Change(put=(replaced(call, tags=tags),)))
    made.apply(Change(put=(replaced(call, tags=tags[:-1]),)))
