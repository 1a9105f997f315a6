"""Commands that look for something: find, filter, the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n import tr
from app.model.view import Filter
from app.widgets.finding import catalogue
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.docks.outline.panel import Outline
    from app.widgets.finding.filter_bar import FilterBar
    from app.widgets.finding.find_bar import FindBar
    from app.widgets.finding.searchlight import Searchlight

NO_FILTER = Filter()


class Finding:
    """Finds and filters in one window; what it needs is made when it is first needed."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self._light: Searchlight | None = None

    @property
    def light(self) -> Searchlight:
        """What lights the map."""
        if self._light is None:
            self._light = catalogue.searchlight(self._window)
        return self._light

    @property
    def is_filtering(self) -> bool:
        """Tell whether a filter is on."""
        document = self._window.document
        return document is not None and document.view_state.view.filter != NO_FILTER

    def words(self) -> str:
        """Say of a filter that is on how much it leaves lit; "" where none is on."""
        if self._light is None or not self._light.is_filtering:
            return ""
        return tr("Filter: {lit} of {count} lit", lit=self._light.lit_count, count=self._light.count)

    def follow(self) -> None:
        """Show the bar of a filter that has come on, as with a saved view, and take it away with the filter."""
        if self.is_filtering:
            self.light.follow()
            if not self._window.panels["filter_bar"]:
                self._show("filter_bar", True)

    def find(self) -> None:
        """Let words be typed that are looked for."""
        bar = self._find_bar(is_shown=True)
        if bar is not None:
            bar.begin()

    def find_next(self, step: int) -> None:
        """Go to the next hit, or the one before; where nothing is looked for, let words be typed."""
        bar = self._find_bar(is_shown=False)
        if bar is not None and bar.isVisible() and bar.finder.query.strip():
            bar.step(step)
        else:
            self.find()

    def filter(self) -> None:
        """Let something be chosen to filter by."""
        bar: FilterBar | None = self._show("filter_bar", True)  # type: ignore[assignment]
        if bar is not None:
            bar.begin()

    def clear_filter(self) -> None:
        """Filter by nothing."""
        if self._window.document is not None:
            self._window.document.view_state.set_filter(NO_FILTER)
            self._show("filter_bar", False)

    def end(self, panel: str) -> None:
        """Close a bar; the keyboard goes back to where it was."""
        self._show(panel, False)

    def save_view(self) -> None:
        """Save how the journey is looked at now; its name is typed in the outline."""
        outline: Outline | None = self._show("outline", True)  # type: ignore[assignment]
        if outline is not None:
            outline.save_view()

    def open_palette(self) -> None:
        """Offer every action by its words, and everything in the journey to go to."""
        catalogue.palette(self._window).open()

    def find_bar(self) -> FindBar:
        """Make the bar in which one looks for words."""
        return catalogue.find_bar(self._window, lambda: self.end("find_bar"))

    def filter_bar(self) -> FilterBar:
        """Make the bar that says what is filtered by."""
        return catalogue.filter_bar(self._window, lambda: self.end("filter_bar"))

    def _find_bar(self, *, is_shown: bool) -> FindBar | None:
        if is_shown:
            return self._show("find_bar", True)  # type: ignore[return-value]
        return self._window.panels.widget("find_bar")  # type: ignore[return-value]

    def _show(self, panel: str, is_shown: bool) -> object:
        shown = self._window.panels.show_panel(panel, is_shown)
        self._window.refresh()
        return shown
