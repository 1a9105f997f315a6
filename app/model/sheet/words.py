"""Words in cells: feelings, yes and no, involvements, choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from app.i18n import tr
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
    names = {name_key(name): feeling for feeling, name in feelings().items()}
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


def read_choice(text: str, names: Mapping[str, str]) -> str:
    """Return the word whose name is in the cell; the beginning of one name alone is enough."""
    asked = name_key(text)
    by_name = {
        **{name_key(word): word for word in names},
        **{name_key(name): word for word, name in names.items()},
    }
    if asked in by_name:
        return by_name[asked]
    begun = {word for name, word in by_name.items() if asked and name.startswith(asked)}
    if len(begun) == 1:
        return begun.pop()
    known = ", ".join(names.values())
    raise JourneyError(
        tr("“{words}” is not known here.", words=text[:40]),
        do=tr("Write one of these: {names}.", names=known),
    )


def read_involvement(text: str) -> Involvement:
    """Return the involvement that is meant; the letters of a RACI table are known too."""
    raci = _RACI.get(name_key(text))
    if raci is not None:
        return raci
    return cast("Involvement", read_choice(text, involvements()))
