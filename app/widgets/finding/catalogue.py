"""What finding and filtering need in a window, imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from app.widgets.window import JourneyWindow

MOST_LOOKED_AT = 500  # hits; a letter must not take long

if TYPE_CHECKING:
    from app.widgets.dialogs.palette import PaletteDialog
    from app.widgets.finding.filter_bar import FilterBar
    from app.widgets.finding.find_bar import FindBar
    from app.widgets.finding.searchlight import Searchlight


def searchlight(window: JourneyWindow) -> Searchlight:
    """Return what lights the map for filters and finds; a map has one."""
    from app.widgets.finding.searchlight import Searchlight

    assert window.document is not None
    assert window.canvas is not None
    known = window.canvas.findChild(Searchlight)
    if known is not None:
        return known
    made = Searchlight(window.document, window.canvas)
    made.counted.connect(window.refresh)
    return made


def find_bar(window: JourneyWindow, end: Callable[[], None]) -> FindBar:
    """Make the bar in which one looks for words."""
    from app.widgets.finding.find_bar import FindBar

    assert window.document is not None
    theme = window.session.looks.theme
    made = FindBar(
        window.document, searchlight(window), theme, window.go_to, lambda hits: reveal_some(window, hits)
    )
    made.ended.connect(end)
    return made


def filter_bar(window: JourneyWindow, end: Callable[[], None]) -> FilterBar:
    """Make the bar that says what is filtered by."""
    from app.widgets.finding.filter_bar import FilterBar

    assert window.document is not None
    made = FilterBar(window.document, searchlight(window), window.session.looks.theme)
    made.ended.connect(end)
    return made


def palette(window: JourneyWindow) -> PaletteDialog:
    """Make the dialog that offers every action and everything in the journey."""
    from app.widgets.dialogs.palette import PaletteDialog
    from app.widgets.dialogs.palette_offers import Offers
    from app.widgets.finding import offering

    session, document = window.session, window.document
    icons = {action_id: action.icon() for action_id, action in window.offered.items()}
    journey = document.journey if document is not None else None
    offers = Offers(offering.action_offers(window.offered), session.settings.recent_actions, journey)
    return PaletteDialog(
        offers, icons, session.looks.theme, lambda offer: offering.run(window, offer), window
    )


def reveal_some(window: JourneyWindow, records: tuple[str, ...]) -> None:
    """Bring the first touchpoint of these into sight, else the first of all; nothing moves where one is in sight."""
    if window.canvas is None:
        return
    places, seen = window.canvas.stage.places, window.canvas.eye.seen()
    first = ""
    for record in records[:MOST_LOOKED_AT]:
        spots = places.spots(record)
        if any(seen.x <= spot.x <= seen.right and seen.y <= spot.y <= seen.bottom for spot in spots):
            return
        first = first or (record if spots else "")
    reveal(window, first or records[0])


def reveal(window: JourneyWindow, record: str) -> None:
    """Bring into sight a record, or what it is about where it has no place on the map itself."""
    if window.canvas is None:
        return
    placed = (each for each in (record, *_about(window, record)) if window.canvas.shows(each))
    found = next(placed, "")
    if found:
        window.canvas.reveal(found)


def _about(window: JourneyWindow, record: str) -> Iterable[str]:
    from app.analysis.searching import lit_by

    return sorted(lit_by(window.document.journey, [record])) if window.document is not None else ()
