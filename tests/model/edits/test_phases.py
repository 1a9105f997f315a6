from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.edits import phases
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Ref
from app.model.records import Insight, Phase, Touchpoint
from tests.model.consistency import assert_consistent
from tests.world import journey, phase, touch


@pytest.fixture
def j() -> Journey:
    return journey(
        phase("Need", 0, 4), phase("Buy", 4, 6), phase("Use", 8, 12),
        touch("Ask", "IT", at=1), touch("Sign", "IT", at=5), touch("Pause", "IT", at=7), touch("Work", "IT", at=10),
        Insight(id="idea", kind="idea", refs=(Ref(kind="phase", id="phase-buy"),)),
    )  # fmt: skip


def intervals(j: Journey) -> dict[str, tuple[float, float]]:
    return {found.name: (found.start, found.end) for found in j.all(Phase)}


def starts(j: Journey) -> dict[str, float]:
    return {found.title: found.start for found in j.all(Touchpoint)}


def test_a_phase_is_added_where_there_is_room_and_cut_at_the_next(j: Journey) -> None:
    j.apply(phases.add_phase(j, "Wait", 6, 20))
    assert intervals(j)["Wait"] == (6, 8)
    with pytest.raises(JourneyError, match="There is a phase already"):
        phases.add_phase(j, "More", 5, 7)
    with pytest.raises(JourneyError, match="start before it ends"):
        j.apply(phases.add_phase(j, "Backwards", 20, 19))


def test_phases_are_appended_from_the_start_of_time(j: Journey) -> None:
    j.apply(phases.append_phase(j, "Renew", 3))
    assert intervals(j)["Renew"] == (12, 15)
    empty = journey()
    empty.apply(phases.append_phase(empty, "First", 2))
    assert intervals(empty) == {"First": (0, 2)}


def test_renaming(j: Journey) -> None:
    j.apply(phases.rename_phase(j, "phase-buy", "Decide"))
    assert list(intervals(j)) == ["Need", "Decide", "Use"]


def test_a_border_moves_for_both_neighbours_that_touch_there(j: Journey) -> None:
    j.apply(phases.move_border(j, "phase-need", "end", 3))
    assert intervals(j) == {"Need": (0, 3), "Buy": (3, 6), "Use": (8, 12)}
    j.apply(phases.move_border(j, "phase-buy", "end", 7))
    assert intervals(j)["Use"] == (8, 12)
    assert starts(j)["Sign"] == 5


@pytest.mark.parametrize(
    ("name", "side", "time"), [("need", "end", 6), ("buy", "end", 9), ("use", "start", 13)]
)
def test_a_border_cannot_pass_another(j: Journey, name: str, side: str, time: float) -> None:
    before = j.records()
    with pytest.raises(JourneyError):
        j.apply(phases.move_border(j, f"phase-{name}", "end" if side == "end" else "start", time))
    assert j.records() == before


def test_a_phase_is_split(j: Journey) -> None:
    change = phases.split_phase(j, "phase-need", 3, "Search")
    j.apply(change)
    assert intervals(j) == {"Need": (0, 3), "Search": (3, 4), "Buy": (4, 6), "Use": (8, 12)}
    assert change.put[0].origin == "phase-need"
    for at in (0, 3, 99):
        with pytest.raises(JourneyError, match="only be split between"):
            phases.split_phase(j, "phase-need", at)


def test_neighbours_are_merged_with_what_is_pinned_to_them(j: Journey) -> None:
    j.apply(phases.merge_phases(j, "phase-buy", "phase-need"))
    assert intervals(j) == {"Need": (0, 6), "Use": (8, 12)}
    assert [ref.id for ref in j.the(Insight, "idea").refs] == ["phase-need"]
    j.apply(phases.merge_phases(j, "phase-need", "phase-use"))
    assert intervals(j) == {"Need": (0, 12)}


@pytest.mark.parametrize("second", ["phase-use", "phase-need"])
def test_only_neighbours_are_merged(j: Journey, second: str) -> None:
    with pytest.raises(JourneyError, match="neighbouring"):
        phases.merge_phases(j, "phase-need", second)


def test_a_removed_phase_leaves_its_touchpoints(j: Journey) -> None:
    before = starts(j)
    j.apply(phases.remove_phase(j, "phase-buy"))
    assert starts(j) == before
    assert j.get("idea") is None


def test_a_phase_moves_forward_with_its_touchpoints(j: Journey) -> None:
    j.apply(phases.move_phase(j, "phase-need", "phase-use"))
    assert intervals(j) == {"Buy": (0, 2), "Use": (4, 8), "Need": (8, 12)}
    assert starts(j) == {"Sign": 1, "Pause": 3, "Work": 6, "Ask": 9}


def test_a_phase_moves_backward_with_its_touchpoints(j: Journey) -> None:
    j.apply(phases.move_phase(j, "phase-use", ""))
    assert intervals(j) == {"Use": (0, 4), "Need": (6, 10), "Buy": (10, 12)}
    assert starts(j) == {"Work": 2, "Pause": 5, "Ask": 7, "Sign": 11}


def test_a_phase_that_stays_in_place_changes_nothing(j: Journey) -> None:
    assert phases.move_phase(j, "phase-buy", "phase-need").is_empty
    assert phases.move_phase(j, "phase-buy", "phase-buy").is_empty
    assert phases.move_phase(j, "phase-need", "").is_empty


@given(
    st.lists(st.tuples(st.floats(0.01, 9), st.floats(0, 1)), min_size=2, max_size=7),
    st.integers(0, 6),
    st.integers(-1, 6),
)
def test_reordering_never_overlaps_and_keeps_touchpoints_in_their_phases(
    lengths: list[tuple[float, float]], moved: int, after: int
) -> None:
    end, found, points = 0.1, [], []
    for i, (length, gap) in enumerate(lengths):
        start = end + (gap if gap > 0.5 else 0)
        end = start + length
        found.append(phase(f"P{i}", start, end))
        points += [touch(f"First {i}", "IT", at=start), touch(f"Mid {i}", "IT", at=(start + end) / 2)]
    j = journey(*found, *points)
    order = [record.id for record in found]
    goal = order[after] if 0 <= after < len(order) else ""
    name = order[moved % len(order)]
    j.apply(phases.move_phase(j, name, goal))
    order.remove(name) if goal != name else None
    if goal != name:
        order.insert(order.index(goal) + 1 if goal else 0, name)
    assert [record.id for record in j.all(Phase)] == order
    assert (j.all(Phase)[0].start, j.all(Phase)[-1].end) == (found[0].start, found[-1].end)
    if all(one.end == other.start for one, other in pairwise(found)):
        assert all(one.end == other.start for one, other in pairwise(j.all(Phase)))
    for record in j.all(Touchpoint):
        at = j.phase_at(record.start)
        assert at is not None
        assert at.name[1:] == record.title.split()[1]
    assert_consistent(j)


@pytest.mark.parametrize(
    ("at", "start", "end"), [(4.5, 4, 6), (8, 8, 10), (9, 8, 10), (20, 20, 22), (-1, -2, 0), (-9, -9, -7)]
)
def test_a_phase_fills_the_gap_it_is_added_in(at: float, start: float, end: float) -> None:
    journey_ = journey(phase("Need", 0, 4), phase("Buy", 6, 8))
    new = phases.add_phase_at(journey_, "New", at, 2).put[0]
    assert isinstance(new, Phase)
    assert (new.start, new.end) == (start, end)


def test_the_first_phase_begins_where_it_is_wanted() -> None:
    new = phases.add_phase_at(journey(), "New", 3, 4).put[0]
    assert isinstance(new, Phase)
    assert (new.start, new.end) == (3, 7)


def test_a_phase_is_merged_with_the_next_and_the_last_with_none(j: Journey) -> None:
    first, *_, last = j.all(Phase)
    second = j.all(Phase)[1]
    change = phases.merge_with_next(j, first.id)
    assert change.label == f"Merge {first.name} with {second.name}"
    j.apply(change)
    assert j.get(second.id) is None
    assert j.the(Phase, first.id).end == second.end
    with pytest.raises(JourneyError, match="no phase after it"):
        phases.merge_with_next(j, last.id)


def test_a_phase_changes_places_with_its_neighbour(j: Journey) -> None:
    names = [found.name for found in j.all(Phase)]
    j.apply(phases.move_phase_by(j, j.all(Phase)[1].id, -1))
    assert [found.name for found in j.all(Phase)] == [names[1], names[0], *names[2:]]
    j.apply(phases.move_phase_by(j, j.all(Phase)[0].id, 1))
    assert [found.name for found in j.all(Phase)] == names
    with pytest.raises(JourneyError, match="first phase already"):
        phases.move_phase_by(j, j.all(Phase)[0].id, -1)
    with pytest.raises(JourneyError, match="last phase already"):
        phases.move_phase_by(j, j.all(Phase)[-1].id, 1)
