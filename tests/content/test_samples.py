"""The sample journeys: real stories, with the properties that a workshop needs to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.analysis.catalogue import findings
from app.analysis.service_levels import breaches
from app.analysis.waits import waits
from app.files import native
from app.model.glyph_words import glyph_names
from app.model.journey import Journey
from app.model.records import Evidence, Insight, Link, Person, Phase, Role, Touchpoint
from app.model.time_units import in_unit
from app.places import resource

SAMPLES = sorted(resource("samples").glob("*.journey"))
NAMES = ["major-incident", "onboarding-to-renewal", "running-shoes", "service-platform"]


def sample(name: str) -> Journey:
    path = resource("samples") / f"{name}.journey"
    return native.load(path.read_bytes(), str(path))


def roles_of(journey: Journey, side: str) -> list[str]:
    return [role.name for role in journey.all(Role) if side_of(journey, role) == side]


def side_of(journey: Journey, role: Role) -> str:
    party = journey.get(role.party)
    return getattr(party, "side", "")


def shared(journey: Journey) -> list[Touchpoint]:
    return [touchpoint for touchpoint in journey.all(Touchpoint) if touchpoint.is_shared]


def parts_of(journey: Journey) -> list[tuple[Touchpoint, str, str, str]]:
    return [
        (touchpoint, part.role, part.action, part.thought)
        for touchpoint in journey.all(Touchpoint)
        for part in touchpoint.participations
    ]


def test_there_are_the_four_samples() -> None:
    assert [path.stem for path in SAMPLES] == NAMES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
class TestEverySample:
    def test_its_file_is_as_the_program_would_write_it(self, path: Path) -> None:
        data = path.read_bytes()
        assert native.dump(native.load(data, path.name)) == data

    def test_every_part_has_an_action_a_thought_and_a_feeling_short_enough_for_a_card(
        self, path: Path
    ) -> None:
        for touchpoint, role, action, thought in parts_of(sample(path.stem)):
            part = touchpoint.participation(role)
            assert part is not None
            assert part.feeling is not None, (touchpoint.title, role)
            assert 0 < len(action) <= 60, (touchpoint.title, role)
            assert 0 < len(thought) <= 80, (touchpoint.title, role)

    def test_titles_fit_on_two_lines_of_a_card(self, path: Path) -> None:
        assert [t.title for t in sample(path.stem).all(Touchpoint) if not 0 < len(t.title) <= 26] == []

    def test_every_touchpoint_is_led_or_approved_by_exactly_one_role(self, path: Path) -> None:
        for touchpoint in sample(path.stem).all(Touchpoint):
            leaders = [part for part in touchpoint.participations if part.involvement == "leads"]
            deciders = [part for part in touchpoint.participations if part.involvement == "approves"]
            assert len(leaders) == 1 or (not leaders and len(deciders) == 1), touchpoint.title

    def test_every_touchpoint_falls_into_a_phase_and_every_phase_has_one(self, path: Path) -> None:
        journey = sample(path.stem)
        used = {journey.phase_at(touchpoint.start) for touchpoint in journey.all(Touchpoint)}
        assert used == set(journey.all(Phase))

    def test_channels_are_drawn_with_glyphs_that_exist(self, path: Path) -> None:
        journey = sample(path.stem)
        used = {touchpoint.channel for touchpoint in journey.all(Touchpoint)}
        assert {getattr(journey.get(channel), "glyph", "") for channel in used} <= set(glyph_names())

    def test_it_has_pains_opportunities_evidence_with_counts_and_a_moment_of_truth(self, path: Path) -> None:
        journey = sample(path.stem)
        kinds = [insight.kind for insight in journey.all(Insight)]
        assert kinds.count("pain") >= 3
        assert kinds.count("opportunity") >= 3
        counted = [e for e in journey.all(Evidence) if e.n is not None and e.of is not None]
        assert len(counted) >= 4
        assert all(e.n is not None and e.of is not None and e.n <= e.of for e in counted)
        assert any(touchpoint.moment_of_truth for touchpoint in journey.all(Touchpoint))

    def test_nothing_in_it_is_a_word_that_the_program_does_not_know(self, path: Path) -> None:
        assert [f.sentence for f in findings(sample(path.stem)) if f.analysis == "words"] == []


class TestServicePlatform:
    def test_seven_roles_of_two_organisations_stand_in_the_order_of_the_story(self) -> None:
        journey = sample("service-platform")
        customer = ["CFO", "Head of Operations", "End users", "IT manager", "Legal", "Procurement"]
        assert [role.name for role in journey.all(Role)] == [*customer, "Account manager"]
        assert roles_of(journey, "customer") == customer
        assert roles_of(journey, "supplier") == ["Account manager"]

    def test_ten_phases_follow_each_other_through_forty_weeks(self) -> None:
        journey = sample("service-platform")
        phases = journey.all(Phase)
        assert journey.info.unit == "week"
        assert [phase.start for phase in phases] == [0, 3, 6, 10, 14, 20, 26, 31, 35, 37.5]
        assert [phase.end for phase in phases] == [3, 6, 10, 14, 20, 26, 31, 35, 37.5, 40]

    def test_ten_of_twenty_eight_touchpoints_are_shared(self) -> None:
        journey = sample("service-platform")
        assert len(journey.all(Touchpoint)) == 28
        assert len(shared(journey)) == 10
        assert max(len(touchpoint.participations) for touchpoint in shared(journey)) == 4

    def test_one_wait_is_over_the_limit_and_none_is_longer(self) -> None:
        journey = sample("service-platform")
        over = [wait for wait in waits(journey) if wait.is_over]
        assert [wait.text for wait in over] == ["18 days"]
        assert max(waits(journey), key=lambda wait: wait.span) == over[0]
        link = journey.the(Link, over[0].link)
        assert (link.source_role, link.target_role) == ("role-it", "role-cfo")
        assert len(waits(journey)) >= 5

    def test_one_service_level_is_broken(self) -> None:
        broken = breaches(sample("service-platform"))
        assert {place: breach.text for place, breach in broken.items()} == {
            "tp-tickets-stuck": "31 h · SLA 4 h"
        }

    def test_the_account_manager_changes_after_the_signature(self) -> None:
        journey = sample("service-platform")
        people = [
            t.participations[t.roles.index("role-account")].person
            for t in journey.touchpoints_of("role-account")
        ]
        assert len(set(people)) == 2
        change = people.index("person-whitaker")
        assert journey.touchpoints_of("role-account")[change].title == "New account manager"
        assert "person-dumont" not in people[change:]

    def test_the_cfo_is_not_involved_for_22_weeks(self) -> None:
        assert sample("service-platform").touchpoints_of("role-cfo")[0].start == 22.5


class TestRunningShoes:
    def test_it_is_one_persona_on_a_timeline_with_dates(self) -> None:
        journey = sample("running-shoes")
        assert journey.info.kind == "b2c"
        assert journey.info.unit == "day"
        assert journey.info.start_date
        assert [role.name for role in journey.all(Role)] == ["Maya"]
        assert 14 <= len(journey.all(Touchpoint)) <= 16

    def test_the_feelings_use_the_whole_scale(self) -> None:
        touchpoints = sample("running-shoes").all(Touchpoint)
        assert {touchpoint.participations[0].feeling for touchpoint in touchpoints} == {-2, -1, 0, 1, 2}


class TestMajorIncident:
    def test_it_spans_a_day_in_hours_with_roles_on_both_sides(self) -> None:
        journey = sample("major-incident")
        touchpoints = journey.all(Touchpoint)
        assert journey.info.unit == "hour"
        assert 24 <= touchpoints[-1].start - touchpoints[0].start <= 27
        assert len(roles_of(journey, "customer")) == 3
        assert len(roles_of(journey, "supplier")) == 4
        assert len(touchpoints) >= 22

    def test_response_and_resolution_were_promised_and_not_kept(self) -> None:
        journey = sample("major-incident")
        assert {b.text for b in breaches(journey).values()} == {"1 h 30 min · SLA 30 min", "14 h · SLA 8 h"}

    def test_what_was_measured_agrees_with_the_times_on_the_map(self) -> None:
        journey = sample("major-incident")
        start = {touchpoint.id: touchpoint.start for touchpoint in journey.all(Touchpoint)}
        measured = {place: in_unit(b.measured, "hour") for place, b in breaches(journey).items()}
        assert measured["tp-p1-logged"] == pytest.approx(start["tp-first-answer"] - start["tp-p1-logged"])
        assert measured["tp-lines-stop"] == pytest.approx(start["tp-replaced"] - start["tp-lines-stop"])

    def test_it_is_escalated_from_lane_to_lane_until_the_top_calls_the_top(self) -> None:
        journey = sample("major-incident")
        paths = {
            (link.source_role, link.target_role) for link in journey.all(Link) if link.kind == "escalation"
        }
        assert paths == {("role-desk", "role-engineer"), ("role-duty", "role-incident")}
        assert {"role-cio", "role-duty"} == set(journey.the(Touchpoint, "tp-cio-calls").roles)

    def test_the_longest_wait_is_one_over_the_limit(self) -> None:
        journey = sample("major-incident")
        longest = max(waits(journey), key=lambda wait: wait.span)
        assert (longest.link, longest.is_over) == ("link-restart-engineer-in", True)


class TestOnboardingToRenewal:
    def test_it_takes_more_than_a_year_and_ends_with_a_decision(self) -> None:
        journey = sample("onboarding-to-renewal")
        touchpoints = journey.all(Touchpoint)
        assert journey.info.unit == "week"
        assert journey.info.start_date
        assert touchpoints[-1].start > 52
        assert len(touchpoints) >= 24
        decision = next(t for t in touchpoints if t.title == "Renewal decision")
        assert {part.involvement for part in decision.participations} == {"leads", "approves", "takes_part"}

    def test_four_quarterly_reviews_are_shared_and_their_health_falls_and_rises(self) -> None:
        journey = sample("onboarding-to-renewal")
        reviews = [t for t in journey.all(Touchpoint) if "QBR" in t.tags]
        health = [r.value for t in reviews for r in t.readings if r.metric == "metric-health"]
        assert [len(t.participations) >= 3 for t in reviews] == [True] * 4
        assert health == [71, 79, 48, 82]

    def test_the_account_manager_changes(self) -> None:
        journey = sample("onboarding-to-renewal")
        tenures = [t for person in journey.all(Person) for t in person.tenures if t.role == "role-account"]
        assert len(tenures) == 2
        assert tenures[0].end == tenures[1].start == 28.6

    def test_requests_wait_over_the_limit(self) -> None:
        over = {wait.link: wait.text for wait in waits(sample("onboarding-to-renewal")) if wait.is_over}
        assert over["link-calendar-request-qbr-3"] == "8 weeks"
