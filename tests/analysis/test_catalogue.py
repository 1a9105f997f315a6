from __future__ import annotations

from app.analysis.catalogue import ANALYSES, findings
from app.model.journey import Journey
from tests.model.hands import small_world
from tests.world import days, hours, journey, large_journey, link, service_level, touch


def test_findings_name_their_analysis_and_records_that_exist() -> None:
    names = {analysis.name for analysis in ANALYSES}
    for j in (small_world(), large_journey(300, 9, seed=2)):
        found = findings(j)
        assert found
        for finding in found:
            assert finding.analysis in names
            assert 0 <= finding.weight <= 1
            assert all(j.get(record) is not None for record in finding.records)
            assert finding.sentence.endswith(".")


def test_identities_are_unique_and_do_not_depend_on_the_order_of_records() -> None:
    j = large_journey(300, 9, seed=2)
    found = findings(j)
    assert len({finding.identity for finding in found}) == len(found)
    assert findings(Journey.of(reversed(j.records()))) == found


def test_what_matters_most_comes_first() -> None:
    j = journey(
        touch("A", "IT", at=1), touch("B", "IT", at=5), link("A", "B", wait_limit=days(27)),
        service_level("A", hours(1), hours(99)),
    )  # fmt: skip
    assert [finding.analysis for finding in findings(j)] == ["service_levels", "waits"]


def test_every_analysis_has_a_title() -> None:
    assert all(analysis.title() for analysis in ANALYSES)


def test_a_journey_without_problems_has_no_findings() -> None:
    assert findings(journey(touch("A", "IT", at=1))) == ()
