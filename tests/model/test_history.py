from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.edits.touchpoints import add_touchpoint, remove_touchpoints, retitle
from app.model.errors import JourneyError
from app.model.history import LIMIT, History
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import replaced
from app.model.records import Touchpoint
from tests.world import journey, touch

A = "touch-a"


@pytest.fixture
def j() -> Journey:
    return journey(touch("A", "IT", at=1), touch("B", "IT", at=2))


def title(j: Journey) -> str:
    return j.the(Touchpoint, A).title


def renamed(j: Journey, to: str, merge_key: str = "") -> Change:
    return Change((replaced(j.the(Touchpoint, A), title=to),), (), f"Rename to {to}", merge_key)


def type_text(history: History, j: Journey, text: str) -> None:
    for end in range(1, len(text) + 1):
        history.do(j, retitle(j, A, text[:end]))


def test_merging_can_go_on_after_an_end_but_not_after_a_saving(j: Journey) -> None:
    history = History()
    type_text(history, j, "Call")
    history.end_merging()
    history.resume_merging()
    type_text(history, j, "Called")
    assert history.place == 1
    history.mark_clean()
    history.resume_merging()
    type_text(history, j, "Called back")
    assert history.place == 2
    assert not history.is_clean


def test_undo_and_redo_go_back_and_forth(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    history.do(j, renamed(j, "A3"))
    assert history.undo_label == "Rename to A3"
    assert history.undo(j).touched == {A}
    assert title(j) == "A2"
    assert (history.undo_label, history.redo_label) == ("Rename to A2", "Rename to A3")
    history.redo(j)
    assert title(j) == "A3"
    assert not history.can_redo


def test_a_new_step_forgets_what_was_undone(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    history.undo(j)
    history.do(j, renamed(j, "A4"))
    assert history.labels == ("Rename to A4",)
    assert not history.can_redo


def test_without_steps_undo_and_redo_do_nothing(j: Journey) -> None:
    history = History()
    before = j.records()
    assert history.undo(j).touched == history.redo(j).touched == frozenset()
    assert j.records() == before


def test_a_change_that_changes_nothing_is_no_step(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A"))
    assert not history.can_undo
    assert history.is_clean


def test_typing_is_one_step(j: Journey) -> None:
    history = History()
    type_text(history, j, "Kick-off")
    assert title(j) == "Kick-off"
    assert history.labels == ("Rename touchpoint Kick-off",)
    history.undo(j)
    assert title(j) == "A"
    history.redo(j)
    assert title(j) == "Kick-off"


def test_typing_again_after_a_pause_or_an_undo_is_another_step(j: Journey) -> None:
    history = History()
    type_text(history, j, "Kick")
    history.end_merging()
    type_text(history, j, "Kick-off")
    assert len(history.labels) == 2
    history.undo(j)
    type_text(history, j, "Kill")
    assert len(history.labels) == 2
    history.undo(j)
    assert title(j) == "Kick"


def test_typing_something_and_taking_it_back_leaves_no_step(j: Journey) -> None:
    history = History()
    for text in ("Ax", "Axy", "Ax", "A"):
        history.do(j, renamed(j, text, "typing"))
    assert not history.can_undo
    assert history.is_clean


def test_typing_that_cancels_out_never_merges_into_what_was_saved(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2", "typing"))
    history.mark_clean()
    for text in ("A2x", "A2", "A2y"):
        history.do(j, renamed(j, text, "typing"))
    assert not history.is_clean
    history.undo(j)
    assert (title(j), history.is_clean) == ("A2", True)


def test_merging_follows_records_that_come_and_go(j: Journey) -> None:
    history = History()
    before = j.records()
    added = add_touchpoint(j, ["role-it"], 5, "New")
    history.do(j, Change(added.put, (), "Add", "together"))
    history.do(j, Change((), (added.put[0].id, A), "Remove", "together"))
    history.undo(j)
    assert j.records() == before
    assert history.labels == ("Remove",)  # what was done last


def test_it_is_clean_where_it_was_saved(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    assert not history.is_clean
    history.mark_clean()
    assert history.is_clean
    history.do(j, renamed(j, "A3"))
    history.undo(j)
    assert history.is_clean
    history.undo(j)
    assert not history.is_clean
    history.redo(j)
    assert history.is_clean


def test_it_is_never_clean_again_when_the_saved_state_is_forgotten(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    history.mark_clean()
    history.undo(j)
    history.do(j, renamed(j, "A3"))
    assert not history.is_clean
    history.undo(j)
    assert not history.is_clean


def test_at_least_a_thousand_steps_are_remembered(j: Journey) -> None:
    assert LIMIT >= 1000
    history, before = History(limit=1000), j.records()
    for number in range(1000):
        history.do(j, renamed(j, f"A{number}"))
    assert len(history.labels) == 1000
    history.go_to(j, 0)
    assert j.records() == before


def test_the_oldest_step_is_forgotten_and_the_saved_state_with_it(j: Journey) -> None:
    history = History(limit=3)
    for number in range(3):
        history.do(j, renamed(j, f"A{number}"))
    history.mark_clean()
    for number in range(3, 6):
        history.do(j, renamed(j, f"A{number}"))
    history.go_to(j, 0)
    assert (title(j), history.is_clean) == ("A2", True)
    history.go_to(j, 3)
    history.do(j, renamed(j, "last"))
    history.go_to(j, 0)
    assert (title(j), history.is_clean) == ("A3", False)


def test_going_to_a_place_in_history_tells_all_that_was_touched(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    history.do(j, remove_touchpoints(j, ["touch-b"]))
    assert history.go_to(j, 0) == {A, "touch-b"}
    assert history.go_to(j, 99) == {A, "touch-b"}
    assert history.place == 2


def test_a_refused_change_is_no_step(j: Journey) -> None:
    history = History()
    with pytest.raises(JourneyError):
        history.do(j, Change(remove=("role-it",)))
    assert not history.can_undo


def test_an_undo_that_is_refused_stays_possible(j: Journey) -> None:
    history = History()
    history.do(j, remove_touchpoints(j, [A]))
    behind = j.apply(Change(remove=("touch-b", "role-it")))  # not through the history: IT is gone
    with pytest.raises(JourneyError):
        history.undo(j)
    assert history.can_undo
    j.apply(behind.inverse)
    history.undo(j)
    assert title(j) == "A"


def test_clearing_forgets_all_and_is_clean(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "A2"))
    history.clear()
    assert (history.labels, history.is_clean) == ((), True)


def test_what_is_done_while_it_is_being_saved_is_not_saved(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "B"))
    history.begin_saving()
    history.do(j, renamed(j, "C"))
    history.end_saving()
    assert not history.is_clean
    history.undo(j)
    assert history.is_clean


def test_typing_goes_on_as_a_step_of_its_own_while_it_is_being_saved(j: Journey) -> None:
    history = History()
    type_text(history, j, "Kick")
    history.begin_saving()
    type_text(history, j, "Kick-off")
    history.end_saving()
    assert len(history.labels) == 2
    history.undo(j)
    assert history.is_clean
    assert title(j) == "Kick"


def test_what_was_saved_while_it_was_undone_and_replaced_is_never_clean(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "B"))
    history.begin_saving()
    history.undo(j)
    history.do(j, renamed(j, "C"))
    history.end_saving()
    assert not history.is_clean
    history.undo(j)
    assert not history.is_clean


def test_what_was_recovered_is_never_clean_until_it_is_saved(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "B"))
    history.mark_unsaved()
    history.undo(j)
    assert not history.is_clean
    history.mark_clean()
    assert history.is_clean


def test_the_next_steps_back_and_forward_can_be_looked_at(j: Journey) -> None:
    history = History()
    assert (history.undo_change, history.redo_change) == (None, None)
    history.do(j, renamed(j, "B"))
    assert history.undo_change is not None
    assert [title_of(record) for record in history.undo_change.put] == ["A"]
    history.undo(j)
    assert history.redo_change is not None
    assert [title_of(record) for record in history.redo_change.put] == ["B"]


def test_saving_that_fails_leaves_the_saved_journey_where_it_was(j: Journey) -> None:
    history = History()
    history.do(j, renamed(j, "B"))
    history.begin_saving()
    assert history.is_saving
    history.give_up_saving()
    assert not history.is_saving
    assert not history.is_clean
    history.undo(j)
    assert history.is_clean
