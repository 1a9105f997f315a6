from __future__ import annotations

import pytest

from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.record import Duration
from app.model.records import Role
from tests.world import touch


def test_an_invalid_field_is_refused_with_a_sentence_that_names_the_record() -> None:
    with pytest.raises(JourneyError, match="“Title” is too long") as caught:
        revised(touch("Kick-off", "IT", at=1), title="x" * 1_000_000)
    assert caught.value.where == "touchpoint “Kick-off” (touch-kick-off)"
    assert caught.value.record == "touch-kick-off"
    with pytest.raises(JourneyError, match="“Name” is missing") as caught:
        made(Role, id="it")
    assert caught.value.where == "role"
    with pytest.raises(JourneyError, match="at least 0"):
        made(Duration, value=-1, unit="day")


def test_fields_named_like_parameters_can_be_set() -> None:
    assert made(Role, id="it", name="IT").name == "IT"
