"""Names in a list between commas, where a name may have commas itself and several things may have one name."""

from __future__ import annotations

from collections.abc import Iterable

from app.i18n import quoted, tr
from app.model.same_names import ByName, spelt

_MOST = 30  # names in a sentence


def listed(words: str, called: Iterable[tuple[str, str]]) -> tuple[frozenset[str], str]:
    """Return the things that the words name, and the first name that nothing is `called`, "" where there is none.

    >>> listed("it, Legal, risk", [("IT", "a"), ("Legal, risk", "b"), ("Sales", "c")]) == (frozenset("ab"), "")
    True
    >>> listed("IT, CFO", [("IT", "a")])[1]
    'CFO'
    """
    things: dict[str, set[str]] = {}
    for name, thing in called:
        things.setdefault(spelt(", ".join(_pieces(name))), set()).add(thing)
    with_name = ByName(things.items())
    pieces, found = _pieces(words), set[str]()
    while pieces:
        counts = (n for n in range(len(pieces), 0, -1) if ", ".join(pieces[:n]) in with_name)
        count = next(counts, 0)
        if not count:
            return frozenset(found), pieces[0]
        found |= with_name.get(", ".join(pieces[:count])) or set()
        del pieces[:count]
    return frozenset(found), ""


def in_quotes(names: Iterable[str]) -> str:
    """Write what could have been named: “IT”, “Legal” and 12 more."""
    every = [quoted(name) for name in dict.fromkeys(names) if name]
    words = ", ".join(every[:_MOST])
    more = len(every) - _MOST
    return tr("{words} and {count} more", words=words, count=more) if more > 0 else words


def _pieces(names: str) -> list[str]:
    """Return the names between commas."""
    return [piece.strip() for piece in names.split(",") if piece.strip()]
