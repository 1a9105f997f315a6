"""When two names are the same: without regard to capitals, accents and needless blanks; spelt just so goes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from unicodedata import normalize

from app.model.folding import folded

Thing = TypeVar("Thing")


def name_key(name: str) -> str:
    """Return a name as names are compared everywhere.

    >>> name_key("  Crème   BRÛLÉE ") == name_key("creme brulee")
    True
    """
    return " ".join(folded(name).split())


def spelt(name: str) -> str:
    """Return a name with its accents, but without capitals and needless blanks, as those are compared that are alike."""
    return " ".join(normalize("NFC", name).casefold().split())


def named(things: Iterable[Thing], name: str, called: Callable[[Thing], str]) -> Thing | None:
    """Return the first of the things with this name, or none; nothing is called "".

    >>> named(["Muller", "Müller"], "MÜLLER", str), named(["Muller", "Weber"], "Müller", str)
    ('Müller', 'Muller')
    """
    return ByName((called(thing), thing) for thing in things).get(name)


class ByName(Generic[Thing]):
    """Things by their names; of several with the same name the first is found."""

    def __init__(self, named_things: Iterable[tuple[str, Thing]] = ()) -> None:
        self._just_so: dict[str, Thing] = {}
        self._alike: dict[str, Thing] = {}
        for name, thing in named_things:
            self.add(name, thing)

    def add(self, name: str, thing: Thing) -> None:
        """Add a thing, which is not found by a name that another one has."""
        if key := name_key(name):
            self._just_so.setdefault(spelt(name), thing)
            self._alike.setdefault(key, thing)

    def get(self, name: str) -> Thing | None:
        """Return the thing of this name, or none."""
        found = self._just_so.get(spelt(name))
        return found if found is not None else self._alike.get(name_key(name))

    def __contains__(self, name: str) -> bool:
        return name_key(name) in self._alike

    def keys(self) -> tuple[str, ...]:
        """Return the names as they are compared."""
        return tuple(self._alike)
