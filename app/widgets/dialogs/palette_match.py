"""How well typed letters stand for words: whole words first, then beginnings of words, then letters in order. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from app.model.folding import folded

WHOLE, BEGINNING, INSIDE, LETTERS = 400.0, 300.0, 200.0, 100.0


class Match(NamedTuple):
    """How well it fits (more is better), and which letters of the text were meant."""

    score: float
    places: frozenset[int]


def match(query: str, text: str) -> Match | None:
    """Return how a query stands for a text, none where it does not; every word of the query must.

    >>> match("fit", "Fit Map").score > match("fit", "Outfit").score > match("fit", "Find in text").score
    True
    """
    there = folded(text)
    if len(there) != len(text):  # letters that fold into several: nothing is marked
        found = _match(folded(query), there)
        return Match(found.score, frozenset()) if found is not None else None
    return _match(folded(query), there)


def _match(query: str, text: str) -> Match | None:
    score, places = 0.0, frozenset[int]()
    words = query.split()
    for word in words:
        found = _word(word, text)
        if found is None:
            return None
        score += found.score
        places |= found.places
    if not words:
        return Match(0.0, places)
    shorter = 40 * len("".join(words)) / max(len(text), 1)  # the less else there is, the better
    return Match(score / len(words) + shorter, places)


def _word(word: str, text: str) -> Match | None:
    best: Match | None = None
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        begins = start == 0 or not text[start - 1].isalnum()
        ends = end == len(text) or not text[end].isalnum()
        score = (WHOLE if begins and ends else BEGINNING if begins else INSIDE) - min(start, 50) * 0.5
        if best is None or score > best.score:
            best = Match(score, frozenset(range(start, end)))
        start = text.find(word, start + 1)
    return best or _letters(word, text)


def _letters(word: str, text: str) -> Match | None:
    """Match letters in order: each begins a word or follows the one before; so "fm" stands for Fit Map."""
    if len(word) < 2:
        return None
    beginnings = [
        at for at in range(len(text)) if text[at].isalnum() and (at == 0 or not text[at - 1].isalnum())
    ]
    places = _walk(word, text, beginnings, 0, -1, set())
    if places is None:
        return None
    return Match(LETTERS - len(places) + (10 if places[0] == 0 else 0), frozenset(places))


def _walk(
    word: str, text: str, beginnings: list[int], done: int, last: int, dead: set[tuple[int, int]]
) -> tuple[int, ...] | None:
    """Return the places of the letters from `done` on, the first after `last`; what is `dead` was tried in vain."""
    if done == len(word):
        return ()
    if (done, last) in dead:
        return None
    starts = [start for start in beginnings if start > last]
    for at in starts if last < 0 else [last + 1, *starts]:
        if at < len(text) and text[at] == word[done]:
            rest = _walk(word, text, beginnings, done + 1, at, dead)
            if rest is not None:
                return (at, *rest)
    dead.add((done, last))
    return None
