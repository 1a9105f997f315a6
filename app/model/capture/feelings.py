"""Feelings in a captured line: `+2` to `-2`, or a smiley."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+\-\u2212\u00b1]([012])")
_SMILEYS = {
    ":D": 2, ":-D": 2, ":))": 2, ":)": 1, ":-)": 1, ":|": 0, ":-|": 0, ":(": -1, ":-(": -1, ":((": -2,
    "😀": 2, "😄": 2, "🙂": 1, "😊": 1, "😐": 0, "🙁": -1, "😕": -1, "☹": -1, "☹️": -1, "😞": -2, "😡": -2, "😢": -2,
}  # fmt: skip


def read_feeling(word: str) -> int | None:
    """Return the feeling that a word says, or none.

    >>> read_feeling("+1"), read_feeling("-2"), read_feeling(":("), read_feeling("+3")
    (1, -2, -1, None)
    """
    found = _NUMBER.fullmatch(word)
    if found is None:
        return _SMILEYS.get(word)
    return -int(found[1]) if word[0] in "-\u2212" else int(found[1])


def feeling_word(feeling: int) -> str:
    """Write a feeling so that it is read as the same again."""
    return f"{feeling:+d}"
