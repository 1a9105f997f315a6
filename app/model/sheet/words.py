"""Words in cells: feelings, yes and no, involvements, choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from app.i18n import LANGUAGES, speaking, tr
from app.model.errors import JourneyError
from app.model.parts import Involvement
from app.model.same_names import name_key
from app.model.vocabulary import feelings, involvements

_YES = frozenset(
    ("yes", "y", "true", "1", "x", "✓", "✔", "★", "ja", "j", "wahr", "oui", "o", "vrai", "sí", "si")
)
_NO = frozenset(("", "no", "n", "false", "0", "-", "–", "nein", "falsch", "non", "faux"))
_RACI: Mapping[str, Involvement] = {
    "r": "leads", "a": "approves", "c": "is_consulted", "i": "is_informed", "x": "takes_part",
}  # fmt: skip
_FACES = {
    "😀": 2,
    "😃": 2,
    "😄": 2,
    "🙂": 1,
    "😊": 1,
    "😐": 0,
    "🙁": -1,
    "☹": -1,
    "😟": -1,
    "😢": -2,
    "😡": -2,
    "😠": -2,
}


def read_feeling(text: str) -> int | None:
    """Return the feeling that is meant, none for "".

    >>> read_feeling("+2"), read_feeling("very bad"), read_feeling("🙂"), read_feeling("")
    (2, -2, 1, None)
    """
    word = name_key(text).replace("\u2212", "-").replace("\ufe0f", "")
    if not word:
        return None
    names: dict[str, int] = _in_every_language(feelings)
    if word in names or word in _FACES:
        return names.get(word, _FACES.get(word, 0))
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        number = 99.0
    if number not in (-2, -1, 0, 1, 2):
        raise JourneyError(
            tr("“{words}” is no feeling.", words=text[:40]), do=tr("Write a number from -2 to 2.")
        )
    return int(number)


def feeling_text(feeling: int | None) -> str:
    """Write a feeling as a number."""
    return "" if feeling is None else str(feeling)


def read_flag(text: str) -> bool:
    """Tell whether the cell says yes."""
    word = name_key(text)
    if word in _YES or word == name_key(tr("yes")):
        return True
    if word in _NO or word == name_key(tr("no")):
        return False
    raise JourneyError(tr("“{words}” is neither yes nor no.", words=text[:40]), do=tr("Write yes or no."))


def read_choice(text: str, names: Callable[[], Mapping[str, str]]) -> str:
    """Return the word whose name is in the cell, in whatever language; the beginning of one name alone is enough."""
    asked, known = name_key(text), names()
    by_name = {
        **{name_key(word): word for word in known},
        **{name_key(name): word for word, name in known.items()},
    }
    if asked in by_name:
        return by_name[asked]
    elsewhere = _in_every_language(names)
    if asked in elsewhere:
        return cast("str", elsewhere[asked])
    begun = {word for name, word in by_name.items() if asked and name.startswith(asked)}
    if len(begun) == 1:
        return begun.pop()
    raise JourneyError(
        tr("“{words}” is not known here.", words=text[:40]),
        do=tr("Write one of these: {names}.", names=", ".join(known.values())),
    )


def read_involvement(text: str) -> Involvement:
    """Return the involvement that is meant; the letters of a RACI table are known too."""
    raci = _RACI.get(name_key(text))
    if raci is not None:
        return raci
    return cast("Involvement", read_choice(text, involvements))


@cache
def _in_every_language(names: Callable[[], Mapping[Any, str]]) -> dict[str, Any]:
    """Return what the names of all languages mean: a team may copy cells from windows of several."""
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        with speaking(language):
            for word, name in names().items():
                found.setdefault(name_key(name), word)
    return found
