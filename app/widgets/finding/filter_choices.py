"""What one can filter by: each kind of thing with its values, how many touchpoints have them, and how they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from app.analysis.filtering import Facets
from app.i18n import tr
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record, replaced
from app.model.records import Channel, Phase, Role
from app.model.view import Filter
from app.model.vocabulary import insight_kinds, involvements, name_in

Facet = Literal["roles", "involvements", "channels", "phases", "tags", "insight_kinds"]


class Choice(Struct, frozen=True):
    """A value of a facet, or with no value the facet's heading."""

    facet: Facet
    value: str
    words: str
    count: int = 0
    is_on: bool = False


def facet_names() -> dict[Facet, str]:
    """Name what can be filtered by, in the order in which it is offered."""
    return {
        "roles": tr("Role"),
        "involvements": tr("Involvement"),
        "channels": tr("Channel"),
        "phases": tr("Phase"),
        "tags": tr("Tag"),
        "insight_kinds": tr("Insight"),
    }


def choices(journey: Journey, wanted: Filter, counted: Facets) -> Iterator[Choice]:
    """Yield headings and values; values that no touchpoint has are left out unless they are chosen."""
    for facet, name in facet_names().items():
        counts: Mapping[str, int] = getattr(counted, facet)
        chosen: tuple[str, ...] = getattr(wanted, facet)
        values = [each for each in _known(journey, facet, counts) if counts.get(each) or each in chosen]
        values += [each for each in chosen if each not in values]
        if values:
            yield Choice(facet, "", name)
        for value in values:
            words = words_of(journey, facet, value)
            yield Choice(facet, value, words, counts.get(value, 0), value in chosen)


def words_of(journey: Journey, facet: Facet, value: str) -> str:
    """Return how a value is called."""
    if facet == "involvements":
        return name_in(involvements(), value)
    if facet == "insight_kinds":
        return name_in(insight_kinds(), value)
    if facet == "tags":
        return value
    record = journey.get(value)
    return (title_of(record) or tr("Without a name")) if record is not None else tr("Removed")


def toggled(wanted: Filter, facet: Facet, value: str) -> Filter:
    """Return the filter with a value chosen that was not, or the other way round."""
    chosen: tuple[str, ...] = getattr(wanted, facet)
    now = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
    return replaced(wanted, **{facet: now})


def chosen(journey: Journey, wanted: Filter) -> Iterator[tuple[Facet | Literal["text"], str, str]]:
    """Yield what a filter asks for: facet, value, and words such as "Channel: Email"."""
    if wanted.text.strip():
        yield "text", wanted.text, tr("Words: {words}", words=wanted.text.strip())
    for facet, name in facet_names().items():
        for value in getattr(wanted, facet):
            words = words_of(journey, facet, value)
            yield facet, value, tr("{facet}: {value}", facet=name, value=words)


def _known(journey: Journey, facet: Facet, counts: Iterable[str]) -> list[str]:
    """Return a facet's values in the order in which a person knows them."""
    kinds: dict[str, type[Record]] = {"roles": Role, "channels": Channel, "phases": Phase}
    if facet in kinds:
        return [record.id for record in journey.all(kinds[facet])]
    words: dict[str, Callable[[], Mapping[str, str]]] = {
        "involvements": involvements, "insight_kinds": insight_kinds,
    }  # fmt: skip
    known = list(words[facet]()) if facet in words else []
    return known + sorted(set(counts) - set(known), key=str.casefold)
