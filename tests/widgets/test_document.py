from __future__ import annotations

from pathlib import Path

import pytest

from app.model.change import Change
from app.model.edits.roles import remove_roles
from app.model.errors import JourneyError
from app.model.record import replaced
from app.model.records import Role, Touchpoint
from app.widgets.document import Document
from tests.widgets.conftest import small


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(small(), Path("small.journey"))


def first(document: Document) -> Touchpoint:
    return document.journey.all(Touchpoint)[0]


def test_a_change_is_told_once_with_what_it_touched(document: Document) -> None:
    told: list[frozenset[str]] = []
    document.changed.connect(told.append)
    document.do(Change((replaced(first(document), title="New"),), label="Rename"))
    assert told == [frozenset({first(document).id})]
    assert not document.is_clean
    document.undo()
    assert document.is_clean
    assert len(told) == 2
    document.redo()
    assert first(document).title == "New"


def test_a_refused_change_tells_nothing(document: Document) -> None:
    told: list[object] = []
    document.changed.connect(told.append)
    with pytest.raises(JourneyError):
        document.do(Change(remove=("nobody",)))
    assert told == []


def test_what_is_removed_is_no_longer_selected(document: Document) -> None:
    lonely = next(each for each in document.journey.all(Touchpoint) if each.title == "Tickets get lost")
    document.select((lonely.id, first(document).id))
    document.do(Change(remove=(lonely.id,)))
    assert lonely.id not in document.selection


def test_what_is_not_in_the_journey_cannot_be_selected(document: Document) -> None:
    document.select(("nobody",))
    assert document.selection == frozenset()


def test_a_journey_without_a_file_is_not_saved(qapp: object, tmp_path: Path) -> None:
    document = Document(small())
    assert not document.is_clean
    document.saved_as(tmp_path / "a.journey")
    assert document.is_clean


def test_hiding_a_role_ends_a_solo(document: Document) -> None:
    cfo, other = document.journey.all(Role)[:2]
    state = document.view_state
    state.solo(cfo.id)
    assert document.shown_roles() == (cfo,)
    state.show_role(cfo.id, is_shown=False)
    assert state.view.solo_role == ""
    assert cfo not in document.shown_roles()
    state.solo(other.id)
    state.solo(other.id)
    assert state.view.solo_role == ""


def test_the_channel_row_goes_with_the_detail_until_it_is_switched(document: Document) -> None:
    state = document.view_state
    state.show_channel_row(True)
    assert state.view.channel_row == "on"
    state.show_channel_row(False)
    assert (state.view.channel_row, state.view.has_channel_row) == ("auto", False)
    state.set_detail("full")
    assert state.view.has_channel_row
    state.show_channel_row(False)
    assert (state.view.channel_row, state.view.has_channel_row) == ("off", False)


def test_the_view_tells_only_of_what_is_different(document: Document) -> None:
    told: list[None] = []
    document.view_state.changed.connect(lambda: told.append(None))
    document.view_state.set_detail(document.view_state.view.detail)
    document.view_state.use_theme("light")
    assert told == []
    document.view_state.set_detail("full")
    assert len(told) == 1


def test_each_step_is_witnessed_as_it_was_applied(document: Document) -> None:
    seen: list[tuple[str, frozenset[str], bool]] = []
    document.witness = lambda op, applied, is_joined: seen.append((op, applied.touched, is_joined))
    one = frozenset({first(document).id})
    for title in ("N", "Ne"):
        document.do(Change((replaced(first(document), title=title),), label="Rename", merge_key="title"))
    document.end_merging()
    document.do(Change((replaced(first(document), title="New"),), label="Rename", merge_key="title"))
    document.undo()
    document.redo()
    assert seen == [
        ("do", one, False),
        ("do", one, True),
        ("do", one, False),
        ("undo", one, False),
        ("redo", one, False),
    ]
    with pytest.raises(JourneyError):
        document.do(Change(remove=("nobody",)))
    document.redo()
    assert len(seen) == 5


def test_going_to_a_place_in_history_is_told_once_and_witnessed_step_by_step(document: Document) -> None:
    for title in ("A", "B", "C"):
        document.do(Change((replaced(first(document), title=title),), label="Rename"))
    told: list[frozenset[str]] = []
    steps: list[str] = []
    document.changed.connect(told.append)
    document.witness = lambda op, _applied, is_joined: steps.append(op)
    document.go_to(1)
    assert first(document).title == "A"
    document.go_to(99)
    assert first(document).title == "C"
    document.go_to(-5)
    assert document.is_clean
    assert len(told) == 3
    assert steps == ["undo"] * 2 + ["redo"] * 2 + ["undo"] * 3


def test_a_new_journey_that_nobody_touched_loses_nothing_by_closing(qapp: object) -> None:
    document = Document(small())
    assert not document.is_clean
    assert not document.is_modified
    document.do(Change((replaced(first(document), title="New"),)))
    assert document.is_modified


def test_what_was_recovered_has_no_file_until_it_is_saved(qapp: object, tmp_path: Path) -> None:
    lost, document = Document(small()), Document(small())
    lost.do(Change((replaced(first(lost), title="New"),)))
    document.recover(lost.history, tmp_path / "a.journey")
    assert (document.path, document.origin) == (None, tmp_path / "a.journey")
    assert document.is_modified
    document.undo()
    assert document.is_modified
    document.saved_as(tmp_path / "b.journey")
    assert document.is_clean
    assert not document.is_recovered


def test_a_copy_goes_on_without_the_file(document: Document) -> None:
    document.detach()
    assert document.path is None
    assert document.origin == Path("small.journey")
    assert document.is_modified


def test_when_the_only_role_shown_goes_the_others_are_shown(document: Document) -> None:
    document.view_state.solo("role-cfo")
    assert [role.name for role in document.shown_roles()] == ["CFO"]
    document.do(remove_roles(document.journey, ["role-cfo"]))
    assert [role.name for role in document.shown_roles()] == ["IT manager", "Account manager"]
