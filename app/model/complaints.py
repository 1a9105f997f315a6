"""What a validator says about a record, as a sentence for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from app.i18n import number_text, quoted, tr

_LONGEST = 60


def complaint(error: ValidationError, names: Mapping[str, str] | None = None) -> str:
    """Return one sentence about the first thing that is wrong, naming the field as `names` does, else as files do."""
    first = error.errors(include_url=False)[0]
    field = _field(first["loc"], names or {})
    say = _SENTENCES.get(first["type"])
    if say is not None:
        return say(field, first.get("ctx", {}), first.get("input"))
    if not field:
        return tr("It is not valid: {reason}.", reason=first["msg"])
    return tr("“{field}” is not valid: {reason}.", field=field, reason=first["msg"])


def _field(place: tuple[int | str, ...], names: Mapping[str, str]) -> str:
    """Write a place as people write it: participations 2, feeling."""
    words: list[str] = []
    for step in place:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        elif isinstance(step, str):
            words.append(names.get(step, step))
    return ", ".join(words)


def _shown(value: Any) -> str:
    if isinstance(value, list | dict) or value is None:
        return {"list": tr("a list"), "dict": tr("an object")}.get(type(value).__name__, tr("nothing"))
    text = quoted(value) if isinstance(value, str) else _written(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return tr("true") if value else tr("false")
    return number_text(value) if isinstance(value, int | float) else str(value)


_Sentence = Callable[[str, dict[str, Any], Any], str]


def _must_be(what: Callable[[], str]) -> _Sentence:
    return _limit(lambda _: what())


def _limit(what: Callable[[dict[str, Any]], str]) -> _Sentence:
    return lambda field, limits, value: tr(
        "“{field}” must be {what}, not {value}.", field=field, what=what(limits), value=_shown(value)
    )


def _too_long(field: str, limits: dict[str, Any], value: Any) -> str:
    return tr(
        "“{field}” is too long: {length} characters, where {most} are allowed.",
        field=field, length=len(value), most=limits["max_length"],
    )  # fmt: skip


def _day(field: str, _limits: dict[str, Any], value: Any) -> str:
    return tr("“{field}” cannot be {value}: there is no such day.", field=field, value=_shown(value))


def _pattern(field: str, _limits: dict[str, Any], value: Any) -> str:
    return tr("“{field}” cannot be {value}: it has a form or a character that is not allowed.",
              field=field, value=_shown(value.encode("unicode_escape").decode()))  # fmt: skip


_SENTENCES: dict[str, _Sentence] = {
    "missing": lambda field, _, __: tr("“{field}” is missing.", field=field),
    "extra_forbidden": lambda field, _, __: tr("“{field}” is not a field that is known.", field=field),
    "string_type": _must_be(lambda: tr("text")),
    "float_type": _must_be(lambda: tr("a number")),
    "float_parsing": _must_be(lambda: tr("a number")),
    "int_parsing": _must_be(lambda: tr("a whole number")),
    "bool_parsing": _must_be(lambda: tr("true or false")),
    "finite_number": _must_be(lambda: tr("a finite number")),
    "int_type": _must_be(lambda: tr("a whole number")),
    "int_from_float": _must_be(lambda: tr("a whole number")),
    "bool_type": _must_be(lambda: tr("true or false")),
    "tuple_type": _must_be(lambda: tr("a list")),
    "model_type": _must_be(lambda: tr("an object")),
    "model_attributes_type": _must_be(lambda: tr("an object")),
    "literal_error": _limit(lambda limits: tr("one of {words}", words=limits["expected"].replace("'", ""))),
    "greater_than_equal": _limit(lambda limits: tr("at least {limit}", limit=limits["ge"])),
    "greater_than": _limit(lambda limits: tr("more than {limit}", limit=limits["gt"])),
    "less_than_equal": _limit(lambda limits: tr("at most {limit}", limit=limits["le"])),
    "no_such_day": _day,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
}
