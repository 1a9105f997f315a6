"""Values that are sets of words: what all selected records have, what only some, and what is wanted of them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Shared(NamedTuple):
    """The words of the selected records: which all have, and which only some."""

    all: tuple[str, ...] = ()
    some: tuple[str, ...] = ()


class SharedEdit(NamedTuple):
    """Words to add to all records, and words to take from all; or all of them in the order that they shall have."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def applied(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the words of one record afterwards."""
        kept = tuple(word for word in words if word not in self.remove)
        named = tuple(word for word in self.order if word in kept)
        return tuple(dict.fromkeys((*named, *kept, *self.add)))


def shared(records: Sequence[Any], words_of: Callable[[Any], Sequence[str]]) -> Shared:
    """Return the words of records, in the order of the first one."""
    every = [words_of(record) for record in records]
    everywhere = set(every[0]).intersection(*every[1:])
    anywhere = dict.fromkeys(word for words in every for word in words)
    return Shared(
        tuple(word for word in every[0] if word in everywhere),
        tuple(word for word in anywhere if word not in everywhere),
    )
