"""What the palette offers for what is typed: actions by their words, and things of the journey to go to. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from app.i18n import tr
from app.model.folding import folded
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record
from app.model.records import Insight, Person, Phase, Role, SavedView, Touchpoint
from app.widgets.dialogs.palette_match import match

MOST = 60  # lines that are worth reading
MOST_SCORED = 300  # records; those of very many that stand first
GONE_TO: tuple[type[Record], ...] = (Role, Phase, Touchpoint, Person, Insight, SavedView)


class Offer(Struct, frozen=True):
    """One line: an action, or a record to go to."""

    id: str
    words: str
    aside: str = ""  # the menu it stands in, the kind of record
    keys: str = ""
    why_not: str = ""  # why it cannot be done now
    is_on: bool = True
    is_record: bool = False
    is_checked: bool = False
    marked: frozenset[int] = frozenset()  # letters of the words that were typed


class Offers:
    """All that can be offered; what was used lately stands first while nothing is typed."""

    def __init__(self, actions: Sequence[Offer], recent: Iterable[str], journey: Journey | None) -> None:
        self._actions = actions
        self._recent = list(recent)
        self._journey = journey

    def found(self, query: str) -> list[Offer]:
        """Return the lines for what is typed, the best first."""
        if not query.strip():
            return self._by_use()
        scored: list[tuple[float, int, Offer]] = []
        for place, offer in enumerate(chain(self._actions, self._records(query))):
            fits = match(query, offer.words)
            bonus = 0.0
            if fits is None and not offer.is_record:  # "view compact": the menu's name may be typed too
                fits, bonus = match(query, f"{offer.words} {offer.aside}"), -90.0
            if fits is None:
                continue
            if offer.id in self._recent:
                bonus += 20.0
            if not offer.is_on:
                bonus -= 60.0
            marked = frozenset(at for at in fits.places if at < len(offer.words))
            scored.append((-(fits.score + bonus), place, _marked(offer, marked)))
        return [offer for _score, _place, offer in sorted(scored, key=lambda each: each[:2])[:MOST]]

    def _by_use(self) -> list[Offer]:
        known = {offer.id: offer for offer in self._actions}
        used = [known[action] for action in self._recent if action in known]
        return [*used, *(offer for offer in self._actions if offer not in used)]

    @cached_property
    def _titles(self) -> list[tuple[str, Record]]:
        """All records that one can go to, with their titles as they are compared."""
        if self._journey is None:
            return []
        found: list[tuple[str, Record]] = []
        for kind in GONE_TO:
            field = next(name for name in ("title", "name", "text") if name in kind.model_fields)
            found += ((folded(getattr(record, field)), record) for record in self._journey.all(kind))
        return found

    def _records(self, query: str) -> list[Offer]:
        words = folded(query).split()
        found = [record for title, record in self._titles if all(word in title for word in words)]
        names: dict[type[Record], Callable[[], str]] = {
            Role: lambda: tr("Go to role"), Phase: lambda: tr("Go to phase"), Touchpoint: lambda: tr("Go to touchpoint"),
            Person: lambda: tr("Go to person"), Insight: lambda: tr("Go to insight"), SavedView: lambda: tr("Apply saved view"),
        }  # fmt: skip
        return [
            Offer(record.id, title_of(record), names[type(record)](), is_record=True)
            for record in found[:MOST_SCORED]
        ]


def _marked(offer: Offer, marked: frozenset[int]) -> Offer:
    return Offer(
        offer.id, offer.words, offer.aside, offer.keys, offer.why_not, offer.is_on, offer.is_record, offer.is_checked,
        marked,
    )  # fmt: skip
