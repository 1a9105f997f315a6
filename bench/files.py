"""Loading and saving against bare JSON and pydantic."""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.files import native
from app.model.records import RECORD_TYPE_BY_KIND
from bench.figure import Figure, medians
from bench.worlds import large, large_bytes


def _bare_load(data: bytes) -> list[object]:
    records = []
    for line in json.loads(data)["records"]:
        kind = line.pop("record")
        records.append(RECORD_TYPE_BY_KIND[kind].model_validate(line))
    return records


def figures() -> Iterator[Figure]:
    """Measure the native format at 10,000 touchpoints."""
    data = large_bytes(10_000)
    journey = large(10_000)
    records = journey.records()
    bare, ours = medians(lambda: _bare_load(data), lambda: native.load(data, "large.journey"))
    yield Figure(
        "load 10,000 touchpoints / json.loads + bare validation", ours / bare, 4, detail=f"{ours:.2f} s"
    )
    bare, ours = medians(
        lambda: json.dumps([record.model_dump(mode="json", exclude_defaults=True) for record in records]),
        lambda: native.dump(journey),
    )
    yield Figure("save 10,000 touchpoints / bare dump + json.dumps", ours / bare, 4, detail=f"{ours:.2f} s")
