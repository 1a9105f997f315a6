from __future__ import annotations

import pytest

from app.model.edits import records
from app.model.errors import JourneyError
from app.model.history import History
from app.model.records import Channel, Metric, Party, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world


def test_a_record_is_added_behind_the_others_of_its_kind() -> None:
    j = small_world()
    change = records.add_record(j, Channel, name="Fax")
    j.apply(change)
    assert j.all(Channel)[-1].id == change.put[0].id
    assert change.label == "Add channel"
    with pytest.raises(JourneyError, match="“Name” is missing"):
        records.add_record(j, Metric)


def test_the_same_fields_of_several_records_are_set() -> None:
    j = small_world()
    points = [point.id for point in j.all(Touchpoint)]
    change = records.set_fields(j, points, tags=("urgent",), moment_of_truth=True)
    assert change.label == "Change 4 touchpoints"
    j.apply(change)
    assert {(point.tags, point.moment_of_truth) for point in j.all(Touchpoint)} == {(("urgent",), True)}


def test_typing_in_one_field_is_one_step_and_in_another_a_second() -> None:
    j, history = small_world(), History()
    for text in ("T", "Te"):
        history.do(j, records.set_fields(j, ["journey"], goal=text))
    history.do(j, records.set_fields(j, ["journey"], subject="Acme"))
    assert len(history.labels) == 2


@pytest.mark.parametrize("fields", [{"glow": 1}, {"id": "other"}, {"origin": "x"}, {"unknown": "{}"}])
def test_fields_that_a_record_has_not_or_that_are_its_identity_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(JourneyError, match="has no field"):
        records.set_fields(small_world(), ["party-acme"], **fields)


def test_records_of_different_kinds_are_set_together_where_all_have_the_field() -> None:
    j = small_world()
    change = records.set_fields(j, ["party-acme", "role-it"], name="Same")
    assert change.label == "Change 2 records"
    with pytest.raises(JourneyError, match="A link has no field “name”"):
        records.set_fields(j, ["party-acme", "link-pilot-information-sign"], name="Same")


@pytest.mark.parametrize("kept", ["journey"])
def test_what_the_journey_is_about_stays(kept: str) -> None:
    with pytest.raises(JourneyError, match="cannot be removed"):
        records.remove_records(small_world(), ["party-acme", kept])


def test_every_other_record_can_be_removed() -> None:
    for record in small_world().records()[1:]:
        j = small_world()
        before = j.records()
        applied = j.apply(records.remove_records(j, [record.id]))
        assert j.get(record.id) is None
        assert_consistent(j)
        j.apply(applied.inverse)
        assert j.records() == before


def test_all_can_be_removed_at_once() -> None:
    j = small_world()
    j.apply(records.remove_records(j, [record.id for record in j.records()[1:]]))
    assert j.records() == (j.info,)


def test_records_are_reordered() -> None:
    j = small_world()
    j.apply(records.move_record(j, Party, "party-seller", ""))
    assert [found.name for found in j.all(Party)] == ["Seller", "Acme"]
    with pytest.raises(JourneyError, match="no record with the id nobody"):
        records.found(j, "nobody")
