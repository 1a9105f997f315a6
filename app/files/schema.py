"""The JSON Schema of .journey files, made from the models; `scripts/make_schema.py` writes it to `resources`."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from app.files import native
from app.model.records import RECORD_TYPES, UnknownRecord

_URL = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the schema of exactly this version; what later minor versions add is not in it."""
    kinds = [kind for kind in RECORD_TYPES if kind is not UnknownRecord]
    names, found = models_json_schema([(kind, "validation") for kind in kinds])
    parts = found["$defs"]
    for part in parts.values():
        part["properties"].pop("unknown", None)
    refs = []
    for kind in kinds:
        ref = names[(kind, "validation")]
        record = parts[ref["$ref"].rsplit("/", 1)[1]]
        record["properties"] = {"record": {"const": kind.record_kind}, **record["properties"]}
        record["required"] = ["record", *record.get("required", [])]
        refs.append(ref)
    return {
        "$schema": _URL,
        "title": "Journeylines: a multi-role customer journey map",
        "description": f"Files with the ending .journey, version {native.VERSION}.{native.MINOR}",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": native.FORMAT},
            "version": {"const": native.VERSION},
            "minor": {"type": "integer", "minimum": 0},
            "records": {"type": "array", "items": {"oneOf": refs}},
        },
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }
