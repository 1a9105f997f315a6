"""What stays lit on the map: what the filter asks for, and of it what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.analysis.filtering import NO_FILTER, Matches, lit_roles
from app.analysis.searching import lit_by
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas


class Searchlight(QObject):
    """Lights the map for the filter of the view and for what is looked for; `counted` tells that counts are others."""

    counted = Signal()

    def __init__(self, document: Document, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._document = document
        self._canvas = canvas
        self._matches: Matches | None = None
        self._found: tuple[str, ...] | None = None
        self._shone: tuple[object, object] = (None, None)
        document.changed.connect(self._update)
        document.view_state.changed.connect(self.follow)
        self.follow()

    @property
    def is_filtering(self) -> bool:
        """Tell whether a filter is on."""
        return self._matches is not None

    @property
    def lit_count(self) -> int:
        """How many touchpoints the filter lets stay lit."""
        return len(self._matches.ids) if self._matches is not None else self.count

    @property
    def count(self) -> int:
        """How many touchpoints there are."""
        return len(self._document.journey.all(Touchpoint))

    def find(self, hits: tuple[str, ...] | None) -> None:
        """Light what was found; none: nothing is looked for."""
        self._found = hits
        self._shine()

    def left_of(self, hits: tuple[str, ...]) -> tuple[str, ...]:
        """Return the hits without the touchpoints that the filter leaves out."""
        if self._matches is None:
            return hits
        lit = self._matches.ids
        return tuple(hit for hit in hits if hit in lit or not self._is_touchpoint(hit))

    def follow(self) -> None:
        """Take over the filter of the view."""
        wanted = self._document.view_state.view.filter
        if self._matches is not None and self._matches.wanted is wanted:
            return
        if wanted == NO_FILTER:
            if self._matches is None:
                return
            self._matches = None
        else:
            self._matches = Matches(self._document.journey, wanted)
        self._shine()
        self.counted.emit()

    def _update(self, ids: frozenset[str]) -> None:
        if self._matches is not None:
            self._matches.update(ids)
            self.counted.emit()
        self._shine()

    def _shine(self) -> None:
        lit = self._matches.ids if self._matches is not None else None
        asked = (lit, self._found)
        if asked[0] is self._shone[0] and asked[1] is self._shone[1] and self._found is None:
            return
        self._shone = asked
        journey = self._document.journey
        if self._found is not None:
            found = lit_by(journey, self._found)
            lit = found if lit is None else _both(found, lit, self._is_touchpoint)
        self._canvas.light(lit, frozenset() if lit is None else lit_roles(journey, lit))

    def _is_touchpoint(self, record: str) -> bool:
        return isinstance(self._document.journey.get(record), Touchpoint)


def _both(found: frozenset[str], lit: frozenset[str], is_touchpoint: Callable[[str], bool]) -> frozenset[str]:
    """Return what was found without the touchpoints that the filter leaves out."""
    return frozenset(record for record in found if record in lit or not is_touchpoint(record))
