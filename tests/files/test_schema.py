from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app.files import native
from app.files.schema import schema, schema_text
from app.places import resource
from tests.files.everything import everything

PAGES = sorted([*resource("samples").glob("*.journey"), *resource("templates").glob("*.journey")])


def validator() -> Any:
    stored = json.loads(resource("journey.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(stored)
    return jsonschema.Draft202012Validator(stored)


def test_the_schema_in_the_resources_is_current() -> None:
    stored = resource("journey.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run scripts/make_schema.py"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_samples_and_templates_are_valid(path: Path) -> None:
    validator().validate(json.loads(path.read_bytes()))


def test_every_field_of_every_record_is_in_it() -> None:
    document = json.loads(native.dump(everything()))
    document["records"] = [record for record in document["records"] if record["record"] != "poll"]
    validator().validate(document)


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "typing error"},
        {"start": "3"},
        {"record": "poll"},
        {"participations": [{"role": "it", "feeling": 3}]},
    ],
)
def test_what_is_wrong_is_not_valid(change: dict[str, Any]) -> None:
    record = {"record": "touchpoint", "id": "t", "start": 1} | change
    document = {"format": "journeylines", "version": 1, "records": [record]}
    assert not validator().is_valid(document)
    assert validator().is_valid(document | {"records": []})


def test_the_fields_for_what_is_unknown_are_not_part_of_the_format() -> None:
    assert all("unknown" not in part["properties"] for part in schema()["$defs"].values())
