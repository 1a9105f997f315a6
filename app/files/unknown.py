"""What a newer version wrote and this one does not know: kept as canonical JSON text, and written back.

A field can be unknown in a record and in every part inside it; `Part.unknown` holds it there.
"""

from __future__ import annotations

import json
import typing
from functools import cache
from typing import Any

from app.files import limits
from app.files.reading import Json
from app.i18n import quoted, tr
from app.model.names import described
from app.model.record import Part, Record
from app.model.records import UnknownRecord

_MOST_NAMES = 5  # so many fields are named in a sentence
_LONGEST_NAME = 60


def canonical(value: Any) -> str:
    """Return the one JSON text of a value: keys sorted, no blanks. Raises ValueError where it cannot be kept."""
    if _is_deeper(value, limits.UNKNOWN_DEPTH):
        raise ValueError(tr("What a newer version wrote in it is nested too deeply."))
    try:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except ValueError:  # 1e999 is JSON, and more than a number holds
        raise ValueError(tr("A number in it is too large.")) from None
    text.encode()  # half a surrogate pair cannot be written
    return text


def lift(raw: Any, kind: type[Part]) -> Any:
    """Return the raw fields of a part with those that are not known put into `unknown`, here and in its parts."""
    if not isinstance(raw, dict):
        return raw
    fields = _parts_of(kind)
    known = {name: _lifted(value, fields[name]) for name, value in raw.items() if name in fields}
    strange = {name: value for name, value in raw.items() if name not in fields}
    if strange:
        known["unknown"] = canonical(strange)
    return known


def lower(raw: Json) -> Json:
    """Return the raw fields of a part with what stands in `unknown` put back behind them, here and in its parts."""
    known = {name: _lowered(value) for name, value in raw.items() if name != "unknown"}
    strange = json.loads(raw["unknown"]) if "unknown" in raw else {}
    return known | {name: value for name, value in strange.items() if name not in known}


def sentence_about(record: Record) -> str:
    """Say what of the record this version does not know; "" where it knows all."""
    if isinstance(record, UnknownRecord):
        return tr("{where}: the kind “{kind}” is not known to this version; it is kept.",
                  where=record.id, kind=record.kind)  # fmt: skip
    fields = sorted(_names(record))
    if not fields:
        return ""
    words = ", ".join(quoted(field[:_LONGEST_NAME]) for field in fields[:_MOST_NAMES])
    if len(fields) > _MOST_NAMES:
        words = tr("{words} and {count} more", words=words, count=len(fields) - _MOST_NAMES)
    return tr(
        "{where}: {fields} is not known to this version; it is kept.", where=described(record), fields=words
    )


def _names(value: Any) -> set[str]:
    if isinstance(value, tuple):
        return {name for inner in value for name in _names(inner)}
    if not isinstance(value, Part):
        return set()
    own = set(json.loads(value.unknown)) if value.unknown else set()
    return own | {name for field in value.model_fields_set for name in _names(getattr(value, field))}


def _lifted(value: Any, inner: type[Part] | None) -> Any:
    if inner is None:
        return value
    return [lift(item, inner) for item in value] if isinstance(value, list) else lift(value, inner)


def _lowered(value: Any) -> Any:
    if isinstance(value, list):
        return [_lowered(item) for item in value]
    return lower(value) if isinstance(value, dict) else value


@cache
def _parts_of(kind: type[Part]) -> dict[str, type[Part] | None]:
    """Return the kind's fields, each with the kind of part that it holds."""
    return {
        name: _part_in(field.annotation) for name, field in kind.model_fields.items() if name != "unknown"
    }


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    found = (_part_in(inner) for inner in typing.get_args(annotation) if not isinstance(inner, str))
    return next((part for part in found if part is not None), None)


def _is_deeper(value: Any, depth: int) -> bool:
    level = [value]
    for _ in range(depth):
        level = [
            inner
            for outer in level
            for inner in (
                outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ()
            )
        ]
    return any(isinstance(value, dict | list) for value in level)
