from __future__ import annotations

from collections.abc import Callable

import pytest

from app.analysis.filtering import Matches, facets, matching
from app.model.change import Change
from app.model.edits import insights, phases, records, roles, touchpoints
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Touchpoint
from app.model.view import Filter
from tests.world import channel, id_of, insight, journey, person, phase, role, touch

CFO, IT = id_of("role", "CFO"), id_of("role", "IT")
NEED, EMAIL = id_of("phase", "Need"), id_of("channel", "Email")
FULL = Filter(
    text="e", roles=(CFO,), channels=(EMAIL,), tags=("Money",), insight_kinds=("pain",), involvements=("leads",),
    phases=(NEED,),
)  # fmt: skip


def small() -> Journey:
    return journey(
        role("CFO"),
        role("IT"),
        person("Zoë", "CFO"),
        channel("Email"),
        channel("Phone"),
        phase("Need", 0, 10),
        phase("Purchase", 10, 20),
        touch("Review", "CFO", at=3, channel="Email", tags=("money",)),
        touch("Check", "IT", at=5, channel="Phone"),
        touch("Kick-off", "IT", "CFO", at=10, channel="Email"),
        touch("After all", "IT", at=30),
        insight("pain", "late", "Review"),
        insight("idea", "sooner", "Kick-off", "IT"),
    )


def lit(wanted: Filter, there: Journey | None = None) -> set[str]:
    there = there or small()
    ids = matching(there, wanted)
    return {each.title for each in there.all(Touchpoint) if each.id in ids}


def test_a_filter_that_asks_for_nothing_lets_all_stay_lit() -> None:
    assert lit(Filter()) == {"Review", "Check", "Kick-off", "After all"}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(roles=(CFO,)), {"Review", "Kick-off"}),
        (Filter(channels=(EMAIL,)), {"Review", "Kick-off"}),
        (Filter(tags=("MONEY",)), {"Review"}),
        (Filter(insight_kinds=("pain", "idea")), {"Review", "Kick-off"}),
        (Filter(involvements=("leads",)), {"Review", "Check", "Kick-off", "After all"}),
        (Filter(phases=(NEED,)), {"Review", "Check"}),
        (Filter(text="KICK off"), {"Kick-off"}),
    ],
)
def test_each_kind_of_thing_can_be_asked_for(wanted: Filter, expected: set[str]) -> None:
    assert lit(wanted) == expected


def test_of_one_kind_any_will_do_and_of_several_kinds_all_must_hold() -> None:
    assert lit(Filter(channels=(EMAIL, id_of("channel", "Phone")))) == {"Review", "Check", "Kick-off"}
    assert lit(Filter(channels=(EMAIL,), phases=(NEED,))) == {"Review"}


def test_role_and_involvement_are_asked_of_the_same_participation() -> None:
    assert lit(Filter(roles=(CFO,), involvements=("leads",))) == {"Review"}


def test_an_insight_on_the_part_of_another_role_does_not_count_where_roles_are_asked_for() -> None:
    assert lit(Filter(roles=(IT,), insight_kinds=("idea",))) == {"Kick-off"}
    assert lit(Filter(roles=(CFO,), insight_kinds=("idea",))) == set()


def test_a_phase_holds_its_start_and_not_its_end() -> None:
    assert lit(Filter(phases=(id_of("phase", "Purchase"),))) == {"Kick-off"}


def test_what_is_not_there_any_more_matches_nothing() -> None:
    assert lit(Filter(channels=(id_of("channel", "Fax"),))) == set()


def test_people_who_take_part_are_found_by_text() -> None:
    there = small()
    review = there.the(Touchpoint, id_of("touch", "Review"))
    part = replaced(review.participations[0], person=id_of("person", "Zoë"))
    there.apply(Change((replaced(review, participations=(part,)),)))
    assert lit(Filter(text="zoe"), there) == {"Review"}


STEPS: list[Callable[[Journey], Change]] = [
    lambda there: touchpoints.move_touchpoints(there, [id_of("touch", "Check")], 6.0),
    lambda there: records.set_fields(there, [id_of("touch", "Check")], channel=EMAIL, tags=("money",)),
    lambda there: insights.pin_insight(there, "pain", id_of("touch", "Check")),
    lambda there: records.remove_records(there, [id_of("insight", "pain late")]),
    lambda there: phases.move_border(there, NEED, "end", 4.0),
    lambda there: phases.remove_phase(there, NEED),
    lambda there: roles.remove_roles(there, [CFO]),
    lambda there: records.set_fields(there, [id_of("person", "Zoë")], name="Eve"),
]


@pytest.mark.parametrize(
    "wanted",
    [Filter(), FULL, *(replaced(Filter(), **{name: getattr(FULL, name)}) for name in Filter.model_fields)],
)
def test_matches_kept_up_to_date_are_those_worked_out_anew(wanted: Filter) -> None:
    there = small()
    kept = Matches(there, wanted)
    for step in STEPS:
        applied = there.apply(step(there))
        kept.update(applied.touched)
        assert kept.ids == matching(there, wanted)
        kept.update(there.apply(applied.inverse).touched)
        assert kept.ids == matching(there, wanted)


def test_facets_count_touchpoints() -> None:
    found = facets(small())
    assert found.roles == {CFO: 2, IT: 3}
    assert found.channels == {EMAIL: 2, id_of("channel", "Phone"): 1}
    assert found.tags == {"money": 1}
    assert found.insight_kinds == {"pain": 1, "idea": 1}
    assert found.involvements == {"leads": 4, "takes_part": 1}
    assert found.phases == {NEED: 2, id_of("phase", "Purchase"): 1}
