"""What each card says and the ways to write it, leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.layout.cards import CardWords, Form, PinMark, card_words, forms
from app.layout.cut import Cut
from app.layout.memory import Memory, Notes, Row
from app.layout.shown import Shown
from app.layout.sizes import Sizes
from app.model.journey import Journey
from app.model.records import Evidence
from app.model.view import View

Said = tuple[tuple[CardWords, tuple[Form, ...]], ...]  # words and forms by stop
_Extras = tuple[tuple[Any, ...], ...]


def asking(
    journey: Journey, view: View, shown: Shown, sizes: Sizes, cut: Cut, pins: Mapping[str, tuple[PinMark, ...]],
    alerts: Mapping[str, str], memory: Memory,
) -> Row[Said]:  # fmt: skip
    """Return what each card says and the ways to write it."""
    has_quotes = view.detail == "full"

    def extras(place: int) -> _Extras:
        ids = [stop.id for stop in cut.groups[place]]
        marks = tuple(pins.get(name, ()) for name in ids)
        alarms = tuple(alerts.get(name, "") for name in ids)
        quotes = tuple(_quotes(journey, name) for name in ids) if has_quotes else ((),) * len(ids)
        return marks, alarms, quotes

    def said(place: int, notes: Notes) -> Said:
        found = []
        stops = zip(cut.touchpoints[place], cut.groups[place], *extras(place), strict=True)
        for touchpoint, stop, marks, alarm, quotes in stops:
            words = card_words(touchpoint, stop, shown, view.detail, marks, alarm, quotes)
            ways = notes.recall(stop.id, (words,), lambda words=words: forms(words, sizes, view.detail, memory.typesetter))  # type: ignore[misc]  # fmt: skip
            found.append((words, ways))
        return tuple(found)

    changed = {*_differing("pins", pins, memory), *_differing("alerts", alerts, memory)}
    dirty: set[int] | None = cut.touchpoints.fresh | cut.groups.fresh | cut.places_of(changed)
    evidence = journey.all(Evidence) if has_quotes else ()
    if memory.before("evidence") is not evidence:
        dirty = None
    memory.keep("evidence", evidence)
    common = (tuple(shown.channels.values()), tuple(shown.lane), sizes)
    return memory.row(
        "forms", common, dirty, lambda place: (cut.touchpoints[place], cut.groups[place], extras(place)), said
    )


def _differing(name: str, entries: Mapping[str, Any], memory: Memory) -> Iterable[str]:
    """Return the keys under which something else stands than in the last layout."""
    former: Mapping[str, Any] = memory.before(name) or {}
    memory.keep(name, entries)
    if former is entries:
        return ()
    return [key for key in {*former, *entries} if former.get(key) != entries.get(key)]


def _quotes(journey: Journey, touchpoint: str) -> tuple[str, ...]:
    pinned = journey.pinned_to(touchpoint)
    return tuple(record.quote for record in pinned if isinstance(record, Evidence) and record.quote)[:1]
