from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from app.model.complaints import complaint
from app.model.record import Record
from app.model.records import Insight, JourneyInfo, Phase, Role, Touchpoint


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        (Touchpoint, {}, "“start” is missing."),
        (Touchpoint, {"start": "soon"}, "“start” must be a number"),
        (Touchpoint, {"start": float("nan")}, "“start” must be"),
        (Touchpoint, {"start": 1, "title": "x" * 301}, "“title” is too long: 301 characters, where 300 are allowed."),
        (Touchpoint, {"start": 1, "colour": "red"}, "“colour” is not a field that is known."),
        (Touchpoint, {"start": 1, "participations": [{"role": "it", "feeling": 3}]}, "“participations 1, feeling” must be at most 2, not 3."),
        (Touchpoint, {"start": 1, "deviation": "late"}, "“deviation” must be one of as_planned"),
        (Role, {"name": "IT", "colour": "red"}, "“colour” cannot be “red”"),
        (Phase, {"name": None, "start": 0, "end": 1}, "“name” must be text, not nothing."),
        (JourneyInfo, {"start_date": "2023-02-29"}, "“start_date” cannot be “2023-02-29”: there is no such day."),
        (Insight, {"severity": 6}, "“severity” must be at most 5, not 6."),
    ],
)  # fmt: skip
def test_what_the_validator_says_becomes_a_sentence(
    kind: type[Record], fields: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind(id="x", **fields)
    sentence = complaint(caught.value)
    assert sentence.startswith(says)
    assert sentence.endswith(".")
    assert len(sentence) < 300
