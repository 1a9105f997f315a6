from __future__ import annotations

import pytest

from app.analysis import absence
from app.analysis.absence import absences
from app.model.journey import Journey
from app.model.record import Record, replaced
from tests.world import days, journey, link, phase, touch

PHASES = (phase("Need", 0, 4), phase("Evaluate", 4, 8), phase("Buy", 8, 12))


def found(*records: Record) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(a.role, a.phase, a.links) for a in absences(journey(*PHASES, *records))]


def test_a_role_that_is_absent_while_its_work_is_waited_for_is_named() -> None:
    assert found(touch("Ask", "IT", at=1), touch("Review", "Legal", at=9), link("Ask", "Review")) == [
        ("role-legal", "phase-need", ("link-ask-handoff-review",)),
        ("role-legal", "phase-evaluate", ("link-ask-handoff-review",)),
    ]


def test_a_role_that_does_anything_in_the_phase_is_not_absent() -> None:
    busy = (touch("Call", "Legal", at=2), touch("Long work", "Legal", at=3, duration=days(14)))
    assert found(touch("Ask", "IT", at=1), touch("Review", "Legal", at=9), link("Ask", "Review"), *busy) == []


def test_a_handoff_over_a_phase_border_is_no_absence() -> None:
    assert found(touch("Ask", "IT", at=3), touch("Review", "Legal", at=4.5), link("Ask", "Review")) == []


@pytest.mark.parametrize("kind", ["information", "alternative"])
def test_links_that_ask_for_nothing_make_nobody_wait(kind: str) -> None:
    assert found(touch("Ask", "IT", at=1), touch("Review", "Legal", at=9), link("Ask", "Review", kind)) == []


def test_who_waits_for_their_own_work_is_not_waited_for() -> None:
    assert found(touch("Ask", "IT", at=1), touch("Review", "IT", at=9), link("Ask", "Review")) == []


def test_only_the_role_that_the_link_names_is_waited_for() -> None:
    points = (touch("Ask", "IT", at=1), touch("Review", "Legal", "Sales", at=9))
    roles = {role for role, _, _ in found(*points, link("Ask", "Review", target_role="role-sales"))}
    assert roles == {"role-sales"}


def test_those_who_are_only_informed_are_not_waited_for() -> None:
    review = touch("Review", "Legal", "Sales", at=9)
    parts = (review.participations[0], replaced(review.participations[1], involvement="is_informed"))
    points = (touch("Ask", "IT", at=1), replaced(review, participations=parts))
    assert {role for role, _, _ in found(*points, link("Ask", "Review"))} == {"role-legal"}


def test_a_backwards_link_makes_nobody_wait() -> None:
    assert found(touch("Ask", "IT", at=9), touch("Review", "Legal", at=1), link("Ask", "Review")) == []


def test_a_journey_without_phases_has_no_absences() -> None:
    j = journey(touch("Ask", "IT", at=1), touch("Review", "Legal", at=9), link("Ask", "Review"))
    assert absences(j) == ()


def test_time_between_phases_is_nobodys_absence() -> None:
    j = journey(
        phase("Need", 0, 1), phase("Buy", 8, 12), touch("Ask", "IT", at=1), touch("Review", "Legal", at=9),
        link("Ask", "Review"),
    )  # fmt: skip
    assert absences(j) == ()


def waiting() -> Journey:
    return journey(
        *PHASES, touch("Ask", "IT", at=4), touch("Chase", "Sales", at=4), touch("Review", "Legal", at=9),
        link("Ask", "Review"), link("Chase", "Review"),
    )  # fmt: skip


def test_a_finding_says_who_is_absent_and_how_much_waits() -> None:
    (finding,) = absence.findings(waiting())
    assert (
        finding.sentence
        == "Legal is absent from “Evaluate” while 2 touchpoints, such as “Review”, wait for them."
    )
    assert finding.records == (
        "role-legal",
        "phase-evaluate",
        "link-ask-handoff-review",
        "link-chase-handoff-review",
    )
    assert finding.weight == pytest.approx(0.7)


def test_one_wait_is_told_in_the_singular() -> None:
    j = journey(*PHASES, touch("Ask", "IT", at=4), touch("Review", "Legal", at=9), link("Ask", "Review"))
    assert [f.sentence for f in absence.findings(j)] == [
        "Legal is absent from “Evaluate” while “Review” waits for them."
    ]
