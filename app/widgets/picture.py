"""The picture of a document as it is looked at: layout and drawing, kept up to date by what changed.

It signals nothing: who shows it pulls, and what is pulled is made when it is stale. An edit is shown at once, with lanes and
labels that stay where they may; who shows it lets it settle as soon as the hand rests.
"""

from __future__ import annotations

from collections import deque
from typing import Any, NamedTuple

from app.collector import pass_over_what_is_there, quiet_collector
from app.drawing.build import build
from app.drawing.hit import Index
from app.drawing.shapes import Drawing
from app.drawing.tokens import THEMES
from app.i18n import spoken
from app.layout.font import measure
from app.layout.layout import layout
from app.layout.measure import Measure
from app.layout.memory import Progress
from app.layout.places import Places
from app.layout.result import Layout
from app.model.journey import Journey
from app.model.records import RECORD_TYPES
from app.model.view import View
from app.widgets.document import Document, ThemeName, ViewState

_STEPS = 6  # pictures that are kept: to undo and redo these takes no layout

Facts = tuple[Any, ...]  # all that a picture depends on


class Made(NamedTuple):
    """A picture made ahead, by whatever thread."""

    view: View
    theme: ThemeName
    layout: Layout
    drawing: Drawing
    hits: Index | None = None  # what is where in the drawing, where it was made ahead too
    places: Places | None = None  # likewise


def make(
    journey: Journey, view: View, theme: ThemeName, former: Made | None = None, report: Progress | None = None
) -> Made:
    """Make a picture ahead; the journey must not change meanwhile. A layout of the same view is taken over.

    `report` is told what part (0 to 1) is done; what it raises ends the work.
    """
    wanted = view.unfiltered
    is_placed = former is not None and former.view.unfiltered == wanted
    if former is not None and is_placed:
        placed = former.layout
    else:
        placed = layout(journey, wanted, measure, progress=_part(report, 0.0, 0.65))
    drawing = build(journey, placed, THEMES[theme], progress=_part(report, 0.65, 0.85))
    hits = Index(drawing)
    if report is not None:
        report(0.97)
    made = Made(view, theme, placed, drawing, hits, Places(placed))
    pass_over_what_is_there()
    return made


def _part(report: Progress | None, low: float, high: float) -> Progress | None:
    """Return what reports a part of the work as a part of the whole."""
    return None if report is None else lambda done: report(low + (high - low) * done)


class Picture:
    """The drawing of a document under a view state; what did not change is the same object as before."""

    def __init__(self, document: Document, view_state: ViewState, measure: Measure = measure) -> None:
        self.document = document
        self.view_state = view_state
        self._measure = measure
        self._layout: Layout | None = None
        self._drawing: Drawing | None = None
        self._shown: tuple[View, ThemeName] | None = None
        self._theme: ThemeName = view_state.theme
        self._index: Index | None = None
        self._places: Places | None = None
        self._is_stale = True
        self._past: deque[tuple[Facts, Made]] = deque(maxlen=_STEPS)
        self.edits = 0  # times that the journey changed
        document.changed.connect(self._spoil)

    @property
    def layout(self) -> Layout:
        """Where everything stands now."""
        self._refresh()
        assert self._layout is not None
        return self._layout

    @property
    def drawing(self) -> Drawing:
        """The picture now."""
        self._refresh()
        assert self._drawing is not None
        return self._drawing

    @property
    def index(self) -> Index:
        """What is where in the picture now."""
        drawing = self.drawing
        if self._index is None or self._index.drawing is not drawing:
            self._index = Index(drawing, self._index)
        return self._index

    @property
    def places(self) -> Places:
        """Where each record stands in the picture now."""
        placed = self.layout
        if self._places is None or self._places.layout is not placed:
            self._places = Places(placed, self._places)
        return self._places

    @property
    def made(self) -> Made | None:
        """The picture as it was made last, none where that is not how the journey is now."""
        if self._is_stale or self._layout is None or self._drawing is None:
            return None
        return Made(self._layout.view, self._theme, self._layout, self._drawing)

    @property
    def is_settled(self) -> bool:
        """Tell whether all stands where it stands best, in the picture as it was made last."""
        return self._layout is None or self._layout.is_settled

    def settle(self) -> None:
        """Put everything where it stands best."""
        self._refresh()
        if self.is_settled or self._shown is None:
            return
        facts = self._facts(*self._shown)
        self._past = deque((entry for entry in self._past if entry[0] != facts), _STEPS)
        self._make(self._shown[0], at_once=False)
        self._remember(facts)

    def adopt(self, made: Made, edits: int | None = None) -> None:
        """Show this picture once the view state asks for its view and theme.

        It is one of the journey as it was after so many edits, or as it is now: later ones are worked into it.
        """
        self._layout, self._drawing, self._theme = made.layout, made.drawing, made.theme
        self._shown, self._index, self._places = (made.view.unfiltered, made.theme), made.hits, made.places
        self._is_stale = edits is not None and edits != self.edits
        if not self._is_stale:
            self._past.append((self._facts(*self._shown), made))

    def _spoil(self) -> None:
        self._is_stale = True
        self.edits += 1

    def _refresh(self) -> None:
        view = self.view_state.view.unfiltered
        shown = (view, self.view_state.theme)
        if not self._is_stale and shown == self._shown:
            return
        facts = self._facts(*shown)
        if not self._is_recalled(facts):
            self._make(view, at_once=shown == self._shown)
        self._remember(facts)
        self._theme = self.view_state.theme
        self._shown = shown
        self._is_stale = False

    def _remember(self, facts: Facts) -> None:
        assert self._layout is not None
        assert self._drawing is not None
        made = Made(facts[0], facts[1], self._layout, self._drawing, self._index, self._places)
        self._past.append((facts, made))

    def _facts(self, view: View, theme: ThemeName) -> Facts:
        """Return what the picture depends on; records and their order are the same objects again after an undo."""
        records = tuple(self.document.journey.all(kind) for kind in RECORD_TYPES)
        return view, theme, spoken(), records

    def _is_recalled(self, facts: Facts) -> bool:
        """Take a picture of the last steps that shows the same; tell whether there is one."""
        found = next((entry for entry in self._past if entry[0] == facts), None)
        if found is None:
            return False
        self._past.remove(found)
        made = found[1]
        self._layout, self._drawing = made.layout, made.drawing
        self._index = made.hits if made.hits is not None else self._index
        self._places = made.places if made.places is not None else self._places
        return True

    def _make(self, view: View, at_once: bool) -> None:
        journey = self.document.journey
        theme = THEMES[self.view_state.theme]
        with quiet_collector():  # one round over what an edit makes is enough
            self._layout = layout(journey, view, self._measure, self._layout, at_once=at_once)
            self._drawing = build(journey, self._layout, theme, previous=self._drawing)
            if self._index is not None:
                self._index = Index(self._drawing, self._index)
            if self._places is not None:
                self._places = Places(self._layout, self._places)
