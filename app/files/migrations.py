"""From the file format of every older version to the present one, a step a version.

A step takes the raw document of version n and returns that of n + 1. Steps are never edited after a release; a file of
every version stands in `tests/old_files`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from app.files.reading import Json
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.rules import MOST_PARTS

VERSION = 1


def current(document: Json, name: str) -> Json:
    """Return the document as the present version writes it; raises JourneyError where a step cannot be done."""
    for version in range(document["version"], VERSION):
        try:
            document = STEPS[version](document)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise JourneyError(
                tr("It is of the old format {version} and cannot be brought up to date: {reason}.",
                   version=version, reason=_reason(error)),
                name, tr("Please send us the file."),
            ) from None  # fmt: skip
    return document


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return tr("“{field}” is missing", field=str(error.args[0])[:80])
    return tr("a field has an unexpected form")


def from_0(old: Json) -> Json:
    """Version 0, before the first release: one flat object, feelings from 1 to 5, waits in days on handoffs."""
    records: list[Json] = [
        {"record": "journey", "id": old.get("id", "journey"), "title": old["title"], "goal": old.get("goal", ""),
         "unit": old.get("unit", "week")}
    ]  # fmt: skip
    for number, role in enumerate(old.get("roles", [])):
        records.append({
            "record": "role", "id": role["id"], "name": role["title"], "colour": role.get("colour", ""),
            "rank": f"a{number:03d}",
        })  # fmt: skip
    for stage in old.get("stages", []):
        records.append({"record": "phase", **{key: stage[key] for key in ("id", "name", "start", "end")}})
    steps = old.get("steps", [])
    channels = sorted({step["channel"] for step in steps if step.get("channel")})
    records += [{"record": "channel", "id": _slug(word), "name": word} for word in channels]
    records += [_touchpoint_of_step(step) for step in steps]
    for number, handoff in enumerate(old.get("handoffs", [])):
        records.append(_link_of_handoff(handoff, number))
    return {"format": old["format"], "version": 1, "minor": 0, "records": records}


def _touchpoint_of_step(step: Json) -> Json:
    feeling = {} if step.get("emotion") is None else {"feeling": step["emotion"] - 3}
    if len(step["roles"]) > MOST_PARTS:
        raise ValueError
    touchpoint: Json = {
        "record": "touchpoint", "id": step["id"], "title": step["title"], "start": step["at"],
        "participations": [{"role": role, **feeling} for role in step["roles"]],
    }  # fmt: skip
    return touchpoint | ({"channel": _slug(step["channel"])} if step.get("channel") else {})


def _link_of_handoff(handoff: Json, number: int) -> Json:
    link: Json = {
        "record": "link",
        "id": f"handoff-{number + 1}",
        "source": handoff["from"],
        "target": handoff["to"],
    }
    days: Any = handoff.get("wait_days")
    return link if days is None else link | {"wait": {"value": days, "unit": "day"}}


def _slug(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    ending = sha256(word.encode()).hexdigest()[:8]
    return f"channel-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:40]}-{ending}"


STEPS: dict[int, Callable[[Json], Json]] = {0: from_0}
