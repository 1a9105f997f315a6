"""Words of an open list as chips."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from app.drawing.tokens import Theme
from app.model.vocabulary import name_in
from app.widgets.fields.chip import ChipFace
from app.widgets.fields.chips import Chips


class WordChips(Chips):
    """Some words of a list, by their names; words that the list does not have are shown as they are."""

    def __init__(self, names: Callable[[], Mapping[str, str]], add_words: str, theme: Theme) -> None:
        def face(word: Hashable) -> ChipFace:
            return ChipFace(name_in(names(), str(word)))

        super().__init__(
            face, theme, lambda: [(word, face(word)) for word in names()], add_words, can_move=True
        )
