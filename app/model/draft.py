"""Words that somebody is typing and that are not in the journey yet."""

from __future__ import annotations

from msgspec import Struct

from app.model.change import Change
from app.model.names import in_one_line


class Draft(Struct, frozen=True):
    """What is being typed, and the change that taking it over would make now; none where it is no change yet.

    `where` is what a person calls the place. `is_joined`: taken over, it is one undo step with the step before;
    `is_line`: it stands in the line, or the lines, of quick capture.
    """

    words: str
    where: str = ""
    change: Change | None = None
    is_joined: bool = False
    is_line: bool = False

    def shown(self, most: int) -> str:
        """Return the words in one line, shortened at its end."""
        return in_one_line(self.words, most)
