from __future__ import annotations

from app.model.change import Change
from app.model.record import replaced
from app.model.records import Role


def test_two_changes_become_one() -> None:
    it, legal = Role(id="it", name="IT"), Role(id="legal", name="Legal")
    first = Change(put=(it, legal), remove=("old",), label="One")
    second = Change(put=(replaced(it, name="IT 2"),), remove=("legal",), label="Two", merge_key="k")
    both = first.then(second, {"old", "it"}.__contains__)
    assert both == Change((replaced(it, name="IT 2"),), ("old",), "Two", "k")


def test_a_record_that_was_removed_and_comes_back_stays() -> None:
    it = Role(id="it", name="IT")
    both = Change(remove=("it",)).then(Change(put=(it,)), lambda _: True)
    assert both == Change(put=(it,))


def test_an_empty_change_says_so() -> None:
    assert Change(label="Nothing").is_empty
    assert not Change(remove=("it",)).is_empty
