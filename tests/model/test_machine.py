"""Any sequence of edits can be undone to the same journey and the same bytes; what is refused changes nothing."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import native
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import Record, Ref, replaced
from app.model.records import Insight, JourneyInfo, Link, Participation, Phase, Role, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import DrawnHand, RandomHand, counted_ids, small_world
from tests.model.verbs import VERBS

NAMES = sorted(VERBS)


def state(journey: Journey) -> tuple[tuple[Record, ...], bytes]:
    return journey.records(), native.dump(journey)


def different(before: tuple[Record, ...], after: tuple[Record, ...]) -> set[str]:
    old, new = {record.id: record for record in before}, {record.id: record for record in after}
    return {i for i in old.keys() | new.keys() if old.get(i) != new.get(i)}


@given(st.data())
def test_edits_followed_by_their_inverses_give_the_identical_journey(data: st.DataObject) -> None:
    journey, hand, inverses = small_world(), DrawnHand(data), []
    first = state(journey)
    with counted_ids():
        for name in data.draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12)):
            before = journey.records()
            try:
                applied = journey.apply(VERBS[name](journey, hand))
            except JourneyError:
                assert journey.records() == before, name
                continue
            assert applied.touched == different(before, journey.records()), name
            inverses.append((applied.inverse, before))
            assert_consistent(journey)
    for inverse, before in reversed(inverses):
        journey.apply(inverse)
        assert journey.records() == before
    assert_consistent(journey)
    assert state(journey) == first


@given(st.data())
def test_history_goes_back_and_forth_exactly(data: st.DataObject) -> None:
    journey, hand, history = small_world(), DrawnHand(data), History()
    saved = first = state(journey)
    with counted_ids():
        for _ in range(data.draw(st.integers(1, 12))):
            step = data.draw(st.sampled_from(["edit", "edit", "edit", "undo", "redo", "save", "pause"]))
            if step == "undo":
                history.undo(journey)
            elif step == "redo":
                history.redo(journey)
            elif step == "save":
                history.mark_clean()
                saved = state(journey)
            elif step == "pause":
                history.end_merging()
            else:
                _try(history, journey, data.draw(st.sampled_from(NAMES)), hand)
            if history.is_clean:
                assert state(journey) == saved
    here, place = state(journey), history.place
    history.go_to(journey, 0)
    assert state(journey) == first
    history.go_to(journey, place)
    assert state(journey) == here
    assert_consistent(journey)


def _try(history: History, journey: Journey, name: str, hand: DrawnHand) -> None:
    before, labels = state(journey), history.labels
    try:
        history.do(journey, VERBS[name](journey, hand))
    except JourneyError:
        assert (state(journey), history.labels) == (before, labels)


def broken_changes(journey: Journey) -> list[Change]:
    """Changes that break a rule only in their last record."""
    good = replaced(journey.the(Role, "role-it"), name="Changed")
    sign = journey.the(Touchpoint, "touch-sign")
    part = Participation(role="role-it")
    bad: list[Record] = [
        replaced(sign, participations=()),
        replaced(sign, participations=(part, part)),
        replaced(sign, channel="channel-nowhere"),
        replaced(sign, channel="role-it"),
        replaced(sign, participations=(part,)),  # the handoff names Legal at this end
        Phase(id="new", name="Overlap", start=3, end=5),
        Link(id="new", source="touch-sign", target="touch-sign"),
        Insight(id="new", refs=(Ref(kind="touchpoint", id="touch-sign", role="role-it"),)),
        JourneyInfo(id="another"),
    ]
    puts = [Change(put=(good, record)) for record in bad]
    removes = [
        Change(put=(good,), remove=(i,))
        for i in ("role-legal", "touch-sign", "channel-email", "nobody", "journey")
    ]
    return [*puts, *removes, Change(put=(good, good)), Change(put=(good,), remove=("role-it",))]


def ids_in(change: Change) -> str:
    return "-".join((*(record.id for record in change.put[1:]), *change.remove))


@pytest.mark.parametrize("change", broken_changes(small_world()), ids=ids_in)
def test_a_refused_change_leaves_the_journey_identical(change: Change) -> None:
    journey = small_world()
    before = state(journey)
    with pytest.raises(JourneyError):
        journey.apply(change)
    assert state(journey) == before
    assert_consistent(journey)


def test_the_verbs_work_on_the_small_world() -> None:
    """A verb that is always refused would prove nothing above."""
    dice = random.Random(1)
    done: set[str] = set()
    for _ in range(40):
        for name in VERBS:
            with suppress(JourneyError):
                journey = small_world()
                if journey.apply(VERBS[name](journey, RandomHand(dice))).touched:
                    done.add(name)
    assert done == set(VERBS)
