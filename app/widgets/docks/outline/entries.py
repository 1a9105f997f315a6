"""What the outline lists: a section for each kind of thing, groups in it, and one entry a record. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from app.i18n import number_text, tr, trn
from app.layout.time_words import stretch
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record
from app.model.records import (
    Channel,
    Evidence,
    Insight,
    IssueThread,
    Metric,
    Party,
    Person,
    Phase,
    Role,
    SavedView,
    ServiceLevel,
)
from app.model.vocabulary import evidence_kinds, insight_kinds, name_in, service_level_kinds, sides

EntryKind = Literal["section", "group", "record"]


class Entry(Struct, frozen=True):
    """One line of the outline. `key` tells it from all others; `about` names the records whose words it uses."""

    key: str
    kind: EntryKind
    section: str
    text: str
    aside: str = ""
    record: str = ""
    group: str = ""  # the key of the group it stands in
    party: str | None = None  # of a role and of a group of roles; none: there are no organisations
    sign: tuple[str, str] = ("", "")  # what is drawn before it, and of what kind
    about: tuple[str, ...] = ()
    is_named: bool = True  # by the person; others have words that stand for a name
    can_fold: bool = False


Listed = Iterable[Entry]


class Section(Struct, frozen=True):
    """A kind of thing in the outline; `watched` are the kinds of record whose coming and going it shows."""

    id: str
    title: Callable[[], str]
    watched: tuple[type[Record], ...]
    list: Callable[[Journey], Listed]
    adding: Callable[[], str]  # the words for adding one
    is_folded: bool = True

    @property
    def key(self) -> str:
        """The key of its heading."""
        return f"section {self.id}"

    @property
    def kind(self) -> type[Record]:
        """The kind of its records."""
        return self.watched[0]


def _roles(journey: Journey) -> Iterator[Entry]:
    has_parties = bool(journey.all(Party))
    runs = groupby(journey.all(Role), key=lambda role: role.party)
    for number, (party_id, roles) in enumerate(runs):
        group = ""
        if has_parties:
            group = f"group roles {number}"
            yield Entry(
                group, "group", "roles", party_words(journey.get(party_id)), "", party_id, "", party_id,
                about=(party_id,),
            )  # fmt: skip
        for role in roles:
            words = role.name or tr("Role without a name")
            yield Entry(
                role.id, "record", "roles", words, "", role.id, group, party_id if has_parties else None,
                ("role", role.id), is_named=bool(role.name),
            )  # fmt: skip

    if has_parties:
        taken = {role.party for role in journey.all(Role)}
        for party in journey.all(Party):
            if party.id not in taken:  # so that roles can be put there
                yield Entry(
                    f"group roles {party.id}", "group", "roles", party_words(party), "", party.id, "", party.id,
                    about=(party.id,),
                )  # fmt: skip


def party_words(party: Record | None) -> str:
    """Return the words for an organisation: its name, and its side where that is not the customer's."""
    if not isinstance(party, Party):
        return tr("Without organisation")
    if party.side == "customer":
        return party.name
    side = {"supplier": tr("supplier"), "partner": tr("partner")}[party.side]
    return tr("{name}, {side}", name=party.name, side=side)


def _phases(journey: Journey) -> Iterator[Entry]:
    for number, phase in enumerate(journey.all(Phase), start=1):
        time = stretch(journey.info, phase.start, phase.end, is_short=True)
        yield _entry("phases", phase, phase.name, time, ("number", str(number)))


def _insights(journey: Journey) -> Iterator[Entry]:
    known = list(insight_kinds())
    by_kind: dict[str, list[Insight]] = {}
    for insight in journey.all(Insight):
        by_kind.setdefault(insight.kind, []).append(insight)
    for kind in sorted(by_kind, key=lambda kind: known.index(kind) if kind in known else len(known)):
        group = f"kind {kind}"
        words = insights_counted(kind, len(by_kind[kind]))
        yield Entry(group, "group", "insights", words, sign=("pin", kind), can_fold=True)
        for insight in by_kind[kind]:
            text = " ".join(insight.text.split())
            words = text or tr("Without words")
            yield Entry(
                insight.id, "record", "insights", words, "", insight.id, group, is_named=bool(text),
            )  # fmt: skip


def insights_counted(kind: str, count: int) -> str:
    """Return how many insights of a kind there are, in words."""
    forms = {
        "pain": trn("{count} pain point", "{count} pain points", count),
        "gain": trn("{count} gain", "{count} gains", count),
        "opportunity": trn("{count} opportunity", "{count} opportunities", count),
        "idea": trn("{count} idea", "{count} ideas", count),
        "question": trn("{count} question", "{count} questions", count),
    }
    return forms.get(kind) or tr("{count} × {kind}", count=count, kind=name_in(insight_kinds(), kind))


def _people(journey: Journey) -> Iterator[Entry]:
    for person in journey.all(Person):
        filled = list(dict.fromkeys(tenure.role for tenure in person.tenures))
        names = [title_of(role) for role in map(journey.get, filled) if role is not None]
        yield _entry("people", person, person.name, ", ".join(names), ("icon", "person"), tuple(filled))


def _parties(journey: Journey) -> Iterator[Entry]:
    for party in journey.all(Party):
        side = name_in(sides(), party.side)
        yield _entry("parties", party, party.name, side, ("icon", "organisation"))


def _channels(journey: Journey) -> Iterator[Entry]:
    for channel in journey.all(Channel):
        yield _entry("channels", channel, channel.name, "", ("glyph", channel.glyph))


def _evidence(journey: Journey) -> Iterator[Entry]:
    for evidence in journey.all(Evidence):
        kind = name_in(evidence_kinds(), evidence.kind)
        yield _entry("evidence", evidence, evidence.title or evidence.quote, kind, ("icon", "evidence"))


def _metrics(journey: Journey) -> Iterator[Entry]:
    for metric in journey.all(Metric):
        target = "" if metric.target is None else f"{number_text(metric.target)} {metric.unit}".strip()
        yield _entry("metrics", metric, metric.name, target or metric.unit, ("icon", "metric"))


def _service_levels(journey: Journey) -> Iterator[Entry]:
    for level in journey.all(ServiceLevel):
        about = journey.get(level.ref.id)
        where = title_of(about) if about is not None else ""
        kind = name_in(service_level_kinds(), level.kind)
        words = tr("{kind} within {time}", kind=kind, time=duration_text(level.promised))
        yield Entry(
            level.id, "record", "levels", words, where, level.id, sign=("icon", "clock"), about=(level.ref.id,),
        )  # fmt: skip


def _threads(journey: Journey) -> Iterator[Entry]:
    for thread in journey.all(IssueThread):
        yield _entry("threads", thread, thread.title, thread.reference, ("icon", "thread"))


def _views(journey: Journey) -> Iterator[Entry]:
    for saved in journey.all(SavedView):
        yield _entry("views", saved, saved.name, "", ("icon", "view"))


def _entry(
    section: str, record: Record, text: str, aside: str, sign: tuple[str, str], about: tuple[str, ...] = ()
) -> Entry:
    words = " ".join(text.split())
    return Entry(
        record.id, "record", section, words or tr("Without a name"), aside, record.id, sign=sign, about=about,
        is_named=bool(words),
    )  # fmt: skip


SECTIONS: tuple[Section, ...] = (
    Section("roles", lambda: tr("Roles"), (Role, Party), _roles, lambda: tr("Add Role"), False),
    Section("phases", lambda: tr("Phases"), (Phase,), _phases, lambda: tr("Add Phase"), False),
    Section("insights", lambda: tr("Insights"), (Insight,), _insights, lambda: tr("Add Insight"), False),
    Section("people", lambda: tr("People"), (Person,), _people, lambda: tr("Add Person")),
    Section("parties", lambda: tr("Organisations"), (Party,), _parties, lambda: tr("Add Organisation")),
    Section("channels", lambda: tr("Channels"), (Channel,), _channels, lambda: tr("Add Channel")),
    Section("evidence", lambda: tr("Evidence"), (Evidence,), _evidence, lambda: tr("Add Evidence")),
    Section("metrics", lambda: tr("Metrics"), (Metric,), _metrics, lambda: tr("Add Metric")),
    Section(
        "levels",
        lambda: tr("Service levels"),
        (ServiceLevel,),
        _service_levels,
        lambda: tr("Add Service Level"),
    ),
    Section("threads", lambda: tr("Issue threads"), (IssueThread,), _threads, lambda: tr("Add Issue Thread")),
    Section("views", lambda: tr("Saved views"), (SavedView,), _views, lambda: tr("Save This View"), False),
)
SECTION_BY_ID = {section.id: section for section in SECTIONS}
