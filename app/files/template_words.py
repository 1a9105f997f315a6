"""The words of our own templates in other languages: `resources/locale/<language>/templates.json`, English -> theirs."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from app.i18n import language
from app.places import resource

SAID = frozenset(
    [
        "title",
        "name",
        "description",
        "subject",
        "goal",
        "goals",
        "needs",
        "segment",
        "remit",
        "action",
        "text",
        "unit",
    ]
)


def in_own_words(data: bytes) -> bytes:
    """Return a template's file in the language spoken now; as it is where that is English or not known."""
    words = _words(language())
    if not words:
        return data
    raw = json.loads(data)
    for record in raw["records"]:
        if record["record"] == "journey":
            record["language"] = language()
    return json.dumps(_said(raw, "", words), ensure_ascii=False).encode()


def _said(raw: Any, field: str, words: dict[str, str]) -> Any:
    if isinstance(raw, dict):
        return {name: _said(value, name, words) for name, value in raw.items()}
    if isinstance(raw, list):
        return [_said(each, field, words) for each in raw]
    return words.get(raw, raw) if field in SAID and isinstance(raw, str) else raw


@cache
def _words(spoken: str) -> dict[str, str]:
    path = resource("locale") / spoken / "templates.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}
