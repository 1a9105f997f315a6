"""What one layout leaves for the next: results of stages by leaf, kept while what they were made of is equal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from app.layout.typeset import Typesetter

Result = TypeVar("Result")


class Memory:
    """Results of one layout. Equal inputs give the same object again, so that later stages compare by identity."""

    def __init__(self, typesetter: Typesetter, former: Memory | None = None) -> None:
        self.typesetter = typesetter
        self._former = former.kept if former else {}
        self.kept: dict[tuple[Any, ...], tuple[tuple[Any, ...], Any]] = {}

    def recall(self, key: tuple[Any, ...], inputs: tuple[Any, ...], compute: Callable[[], Result]) -> Result:
        """Return what `compute` returned for equal inputs the last time, or compute."""
        former = self._former.get(key)
        if former is not None and former[0] == inputs:
            self.kept[key] = former
            result: Result = former[1]
            return result
        result = compute()
        if former is not None and former[1] == result:
            result = former[1]
        self.kept[key] = (inputs, result)
        return result

    def recall_trail(
        self, key: tuple[Any, ...], inputs: tuple[Any, ...], follow: Callable[[Any], Any],
        compute: Callable[[], tuple[Any, Result]],
    ) -> Result:  # fmt: skip
        """Return what `compute` returned the last time if its inputs are equal and all that its trail leads to.

        `compute` returns its trail, the names of what else it looked at, and its result; `follow` returns what these
        names mean now. A trail of none is never followed.
        """
        former = self._former.get(key)
        if former is not None:
            old_inputs, trail, seen = former[0]
            if trail is not None and old_inputs == inputs and follow(trail) == seen:
                self.kept[key] = former
                kept: Result = former[1]
                return kept
        trail, result = compute()
        if former is not None and former[1] == result:
            result = former[1]
        self.kept[key] = ((inputs, trail, follow(trail) if trail is not None else None), result)
        return result

    def close(self) -> None:
        """Forget what was not used."""
        self._former = {}
