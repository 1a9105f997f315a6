"""How alike two names of roles are, so that a person is offered the one that is probably meant."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from app.model.folding import folded
from app.model.journey import Journey
from app.model.records import Role

_WORDS = re.compile(r"[^\W_]+")
_ALIKE = 0.84  # of two words: a letter more, less or else
_ENOUGH = 0.6  # of the words of both names


def likely_role(journey: Journey, name: str) -> str:
    """Return the id of the role whose name is most like this one, or "" where none is like it.

    >>> from tests.world import journey, role
    >>> likely_role(journey(role("IT manager"), role("Legal")), "Manager, I.T.")
    'role-it-manager'
    """
    best, found = _ENOUGH, ""
    for role in journey.all(Role):
        likeness = alike(name, role.name)
        if likeness > best:
            best, found = likeness, role.id
    return found


def alike(one: str, other: str) -> float:
    """Return which part of the words of both names have a counterpart in the other name, 0 to 1.

    >>> alike("Finance director", "finance directors"), alike("IT manager", "HR manager")
    (1.0, 0.5)
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    if "".join(first) == "".join(second) or _initials(one, second) or _initials(other, first):
        return 1.0
    left = list(second)
    for word in first:
        match = next((each for each in left if _same(word, each)), None)
        if match is not None:
            left.remove(match)
    matched = len(second) - len(left)
    return 2 * matched / (len(first) + len(second))


def _words(name: str) -> list[str]:
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", folded(name))  # I.T. is one word
    return [word for word in _WORDS.findall(plain) if word not in ("of", "the", "and", "for")]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > 3 and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _initials(name: str, words: list[str]) -> bool:
    """Tell whether the name is the first letters of these words, as CFO of chief financial officer."""
    letters = "".join(_words(name))
    return len(words) > 1 and len(letters) == len(words) and letters == "".join(word[0] for word in words)
