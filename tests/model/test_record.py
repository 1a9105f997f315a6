from __future__ import annotations

import pytest
from pydantic import ValidationError

from app.model.record import Duration, replaced
from app.model.records import RECORD_TYPE_BY_KIND, RECORD_TYPES, Participation, Phase, Role, Touchpoint
from tests.world import touch


def test_a_record_cannot_be_changed_in_place() -> None:
    record = Role(id="it", name="IT")
    with pytest.raises(ValidationError):
        record.name = "Other"  # type: ignore[misc]
    assert hash(record) == hash(Role(id="it", name="IT"))


def test_replacing_validates_again() -> None:
    part = Participation(role="it", feeling=2)
    assert replaced(part, feeling=-2).feeling == -2
    with pytest.raises(ValidationError):
        replaced(part, feeling=3)


def test_replacing_keeps_which_fields_were_set() -> None:
    record = replaced(Role(id="it", name="IT"), goals="Sleep")
    assert record.model_fields_set == {"id", "name", "goals"}


def test_equality_does_not_depend_on_which_fields_were_set() -> None:
    assert Role(id="it", name="IT", goals="") == Role(id="it", name="IT")
    assert touch("A", "IT", at=1) == replaced(touch("A", "IT", at=1), description="", tags=())


@pytest.mark.parametrize("start", [float("nan"), float("inf"), -float("inf"), 1e8])
def test_times_are_finite_and_bounded(start: float) -> None:
    with pytest.raises(ValidationError):
        Touchpoint(id="t", start=start)


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_durations_are_not_negative(value: float) -> None:
    with pytest.raises(ValidationError):
        Duration(value=value, unit="day")


@pytest.mark.parametrize("title", ["x" * 301, "x" * 1_000_000, "two\nlines", "bell\x07"])
def test_titles_are_one_line_of_bounded_length(title: str) -> None:
    with pytest.raises(ValidationError):
        Touchpoint(id="t", start=0, title=title)


@pytest.mark.parametrize("record_id", ["", "with space", "ä", "-dash-first", "x" * 65, 'q"uote'])
def test_ids_are_safe_everywhere(record_id: str) -> None:
    with pytest.raises(ValidationError):
        Phase(id=record_id, name="Need", start=0, end=1)


def test_fields_are_never_lists_or_dicts() -> None:
    record = Touchpoint.model_validate({"id": "t", "start": 0, "tags": ["a", "b"]})
    assert record.tags == ("a", "b")
    assert hash(record)


def test_every_kind_has_its_own_word() -> None:
    assert len(RECORD_TYPE_BY_KIND) == len(RECORD_TYPES)
