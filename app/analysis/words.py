"""Words of open lists that this version does not know: kept, drawn neutrally, and named here."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.analysis.finding import Finding
from app.i18n import tr, trn
from app.model.glyph_words import ALIKE, glyph_names
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Channel, Evidence, Insight, Link, Role
from app.model.vocabulary import buying_roles, evidence_kinds, insight_kinds, link_kinds

_MOST_POINTED_AT = 20


def findings(journey: Journey) -> Iterator[Finding]:
    """Say which unknown words are used."""
    said = {
        "link.kind": tr("the kind of a link"),
        "insight.kind": tr("the kind of an insight"),
        "evidence.kind": tr("the kind of evidence"),
        "role.buying_roles": tr("a buying role"),
        "channel.glyph": tr("the sign of a channel"),
    }
    users: dict[tuple[str, str], list[str]] = {}
    for record, field, words, known in _words(journey):
        for word in words:
            if word and word not in known:
                users.setdefault((f"{record.record_kind}.{field}", word), []).append(record.id)
    for (place, word), ids in sorted(users.items()):
        sentence = trn(
            "“{word}” is not a word that this version knows for {place}; it is drawn neutrally.",
            "“{word}” is not a word that this version knows for {place}; it is drawn neutrally, {count} times.",
            len(ids),
            word=word,
            place=said[place],
        )
        yield Finding("words", sentence, tuple(ids[:_MOST_POINTED_AT]), 0.05, f"{place} {word}")


def _words(journey: Journey) -> Iterator[tuple[Record, str, tuple[str, ...], Collection[str]]]:
    glyphs = {*glyph_names(), *ALIKE}
    links, insights, evidence, buying = link_kinds(), insight_kinds(), evidence_kinds(), buying_roles()
    yield from ((link, "kind", (link.kind,), links) for link in journey.all(Link))
    yield from ((insight, "kind", (insight.kind,), insights) for insight in journey.all(Insight))
    yield from ((record, "kind", (record.kind,), evidence) for record in journey.all(Evidence))
    yield from ((role, "buying_roles", role.buying_roles, buying) for role in journey.all(Role))
    yield from ((channel, "glyph", (channel.glyph,), glyphs) for channel in journey.all(Channel))
