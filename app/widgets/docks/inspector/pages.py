"""The page of each kind of record, and of the whole journey where nothing is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.analysis.catalogue import findings
from app.analysis.service_levels import breach_of
from app.analysis.waits import wait_of
from app.i18n import tr, trn
from app.model import vocabulary
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.names import kind_name, title_of
from app.model.record import Record, Ref
from app.model.records import (
    Channel,
    Evidence,
    Insight,
    JourneyInfo,
    Link,
    Party,
    Person,
    Phase,
    Role,
    ServiceLevel,
    Touchpoint,
)
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.story import (
    Chips,
    Fact,
    Facts,
    Head,
    Jump,
    Jumps,
    Page,
    Part,
    Participant,
    Participants,
    Title,
    Tone,
    Words,
)
from app.widgets.time_words import moment, stretch

MOST_LISTED = 60


def page_of(journey: Journey, selection: Iterable[str]) -> Page:
    """Return what there is to say about what is selected; about the journey where nothing is."""
    records = [record for record in (journey.get(one) for one in selection) if record is not None]
    if not records:
        return _journey(journey, journey.info)
    if len(records) > 1:
        return _several(journey, records)
    make = _PAGES.get(type(records[0]), _any)
    return tuple(part for part in make(journey, records[0]) if _says_something(part))


def _says_something(part: Part) -> bool:
    if isinstance(part, Words):
        return bool(part.text)
    if isinstance(part, Facts):
        return bool(part.facts)
    if isinstance(part, Jumps):
        return bool(part.jumps)
    if isinstance(part, Chips):
        return bool(part.words)
    return not isinstance(part, Participants) or bool(part.parts)


def _facts(*facts: Fact) -> Facts:
    return Facts(tuple(fact for fact in facts if fact.value))


def _journey(journey: Journey, info: JourneyInfo) -> Page:
    found = findings(journey)
    page: tuple[Part, ...] = (
        Head(tr("Journey"), name_in(vocabulary.journey_states(), info.state)),
        Title(info.title),
        Words(tr("Whose journey"), info.subject),
        Words(tr("Goal"), info.goal),
        _facts(
            Fact(tr("Kind"), name_in(vocabulary.journey_kinds(), info.kind)),
            Fact(tr("Timeline"), name_in(vocabulary.time_units(), info.unit)),
            Fact(tr("Begins on"), info.start_date),
            Fact(tr("Longest wait allowed"), duration_text(info.wait_limit) if info.wait_limit else ""),
            Fact(tr("Owner"), info.owner),
            Fact(tr("Review on"), info.review_date),
        ),
        Jumps(
            trn("{count} finding", "{count} findings", len(found)),
            tuple(Jump(each.records[0], each.sentence, sign="finding") for each in found[:MOST_LISTED]),
            is_boxed=True,
        ),
        Words(tr("Description"), info.description),
    )
    return tuple(part for part in page if _says_something(part))


def _several(journey: Journey, records: list[Record]) -> Page:
    ordered = sorted(
        records, key=lambda record: (record.record_kind, getattr(record, "start", 0.0), record.id)
    )
    jumps = tuple(_jump(journey, record) for record in ordered[:MOST_LISTED])
    return (
        Head(tr("Selection")),
        Title(trn("{count} thing", "{count} things", len(records))),
        Jumps("", jumps),
    )


def _touchpoint(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Touchpoint)
    info = journey.info
    phase = journey.phase_at(record.start)
    channel = journey.get(record.channel) if record.channel else None
    shared = trn("{count} role", "shared by {count} roles", len(record.participations))
    return (
        Head(tr("Touchpoint"), shared),
        Title(record.title, record.moment_of_truth),
        _facts(
            Fact(tr("Phase"), phase.name if phase else tr("outside every phase")),
            Fact(
                tr("Channel"), channel.name if isinstance(channel, Channel) else "",
                glyph=channel.glyph if isinstance(channel, Channel) else "",
            ),
            Fact(tr("Start"), moment(info, record.start)),
            Fact(tr("Duration"), duration_text(record.duration) if record.duration else ""),
            Fact(
                tr("Planned"),
                moment(info, record.planned_start) if record.planned_start is not None else "",
            ),
            Fact(
                tr("Deviation"),
                "" if record.deviation == "as_planned" else name_in(vocabulary.deviations(), record.deviation),
                "pain" if record.deviation in ("failed", "missing") else "",
            ),
        ),
        Participants(tuple(_participants(journey, record))),
        Words(tr("Description"), record.description),
        *_pinned(journey, record),
        _links(journey, record),
        Chips(tr("Tags"), record.tags),
        *(Words(custom.name, custom.value) for custom in record.custom),
    )  # fmt: skip


def _participants(journey: Journey, touchpoint: Touchpoint) -> Iterable[Participant]:
    names = vocabulary.involvements()
    for part in touchpoint.participations:
        role, person = journey.get(part.role), journey.get(part.person) if part.person else None
        yield Participant(
            part.role,
            role.name if isinstance(role, Role) else "",
            name_in(names, part.involvement),
            person.name if isinstance(person, Person) else "",
            part.feeling,
            part.action,
            part.thought,
        )


def _pinned(journey: Journey, record: Record) -> tuple[Part, ...]:
    pinned = journey.pinned_to(record.id)
    insights = tuple(_jump(journey, each) for each in pinned if isinstance(each, Insight))
    levels = tuple(_jump(journey, each) for each in pinned if isinstance(each, ServiceLevel))
    evidence = tuple(_jump(journey, each) for each in pinned if isinstance(each, Evidence))
    return (
        Jumps(tr("Service levels"), levels, is_boxed=True),
        Jumps(tr("Insights"), insights, is_boxed=True),
        Jumps(tr("Evidence"), evidence, is_boxed=True),
    )


def _links(journey: Journey, touchpoint: Touchpoint) -> Jumps:
    jumps = []
    for link in journey.links_of(touchpoint.id):
        is_out = link.source == touchpoint.id
        other = journey.get(link.target if is_out else link.source)
        name = title_of(other) if other is not None else ""
        words = tr("{kind} to {name}") if is_out else tr("{kind} from {name}")
        kind = name_in(vocabulary.link_kinds(), link.kind)
        wait = wait_of(journey, link)
        tone: Tone = "pain" if wait is not None and wait.is_over else ""
        text = words.replace("{kind}", kind).replace("{name}", name)
        jumps.append(Jump(link.id, text, wait.text if wait else "", tone, "link"))
    return Jumps(tr("Links"), tuple(jumps))


def _role(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Role)
    party = journey.get(record.party) if record.party else None
    touchpoints = journey.touchpoints_of(record.id)
    names = vocabulary.buying_roles()
    people = [
        person.name
        for person in journey.all(Person)
        if any(tenure.role == record.id for tenure in person.tenures)
    ]
    relations = vocabulary.relations()
    return (
        Head(tr("Role"), name_in(vocabulary.sides(), party.side) if isinstance(party, Party) else ""),
        Title(record.name),
        _facts(
            Fact(tr("Organisation"), party.name if isinstance(party, Party) else ""),
            Fact(tr("Remit"), record.remit),
            Fact(tr("Touchpoints"), str(len(touchpoints))),
            Fact(tr("Average feeling"), _average(record, touchpoints)),
        ),
        Chips(tr("In the buying centre"), tuple(name_in(names, word) for word in record.buying_roles)),
        Chips(tr("People"), tuple(people)),
        Words("", record.quote, is_quote=True),
        Words(tr("Goals"), record.goals),
        Words(tr("Needs"), record.needs),
        Words(tr("Description"), record.description),
        Jumps(
            tr("Relations"),
            tuple(
                Jump(relation.role, f"{name_in(relations, relation.kind)}: {_named(journey, relation.role, relation.name)}")
                for relation in record.relations
            ),
        ),
        *_pinned(journey, record),
        Jumps(tr("Journey line"), tuple(_jump(journey, each) for each in touchpoints[:MOST_LISTED])),
    )  # fmt: skip


def _average(role: Role, touchpoints: tuple[Touchpoint, ...]) -> str:
    felt = [
        part.feeling
        for each in touchpoints
        for part in each.participations
        if part.role == role.id and part.feeling is not None
    ]
    return f"{sum(felt) / len(felt):+.1f}".replace("-", "−") if felt else ""


def _named(journey: Journey, record_id: str, name: str) -> str:
    record = journey.get(record_id) if record_id else None
    return title_of(record) if record is not None else name


def _phase(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Phase)
    inside = [each for each in journey.all(Touchpoint) if record.start <= each.start < record.end]
    inside.sort(key=lambda each: (each.start, each.id))
    number = journey.all(Phase).index(record) + 1
    return (
        Head(
            tr("Phase {number}", number=number), trn("{count} touchpoint", "{count} touchpoints", len(inside))
        ),
        Title(record.name),
        _facts(Fact(tr("Time"), stretch(journey.info, record.start, record.end))),
        Words(tr("Goal"), record.goal),
        *_pinned(journey, record),
        Jumps(tr("Touchpoints"), tuple(_jump(journey, each) for each in inside[:MOST_LISTED])),
    )


def _link(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Link)
    wait = wait_of(journey, record)
    limit = record.wait_limit or journey.info.wait_limit
    source, target = journey.the(Touchpoint, record.source), journey.the(Touchpoint, record.target)
    over = wait is not None and wait.is_over
    return (
        Head(name_in(vocabulary.link_kinds(), record.kind), tr("over its limit") if over else ""),
        Title(record.label or tr("{source} → {target}", source=source.title, target=target.title)),
        _facts(
            Fact(tr("Wait"), wait.text if wait else tr("none"), "pain" if over else ""),
            Fact(tr("Limit"), duration_text(limit) if limit else ""),
            Fact(tr("From role"), _named(journey, record.source_role, "")),
            Fact(tr("To role"), _named(journey, record.target_role, "")),
        ),
        Jumps(tr("From"), (_jump(journey, source),)),
        Jumps(tr("To"), (_jump(journey, target),)),
    )


def _insight(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Insight)
    votes = sum(vote.count for vote in record.votes)
    return (
        Head(name_in(vocabulary.insight_kinds(), record.kind)),
        Title(record.text),
        _facts(
            Fact(tr("Severity"), _score(record.severity)),
            Fact(tr("Impact"), _score(record.impact)),
            Fact(tr("Effort"), _score(record.effort)),
            Fact(tr("Votes"), str(votes) if votes else ""),
            Fact(tr("Owner"), record.owner),
        ),
        _about(journey, record.refs),
        *_pinned(journey, record),
    )


def _score(score: int | None) -> str:
    return tr("{score} of 5", score=score) if score is not None else ""


def _evidence(journey: Journey, record: Record) -> Page:
    assert isinstance(record, Evidence)
    asked = tr("{n} of {of}", n=record.n, of=record.of) if record.n is not None and record.of else ""
    return (
        Head(name_in(vocabulary.evidence_kinds(), record.kind), record.date),
        Title(record.title),
        _facts(
            Fact(tr("Said so"), asked or (str(record.n) if record.n is not None else "")),
            Fact(tr("Confidence"), f"{record.confidence:.0%}" if record.confidence is not None else ""),
            Fact(tr("Contact"), _named(journey, record.contact_owner, "")),
        ),
        Words("", record.quote, is_quote=True),
        Words(tr("Source"), record.source),
        _about(journey, record.refs),
    )


def _service_level(journey: Journey, record: Record) -> Page:
    assert isinstance(record, ServiceLevel)
    breach = breach_of(record)
    return (
        Head(tr("Service level"), tr("broken") if breach else ""),
        Title(name_in(vocabulary.service_level_kinds(), record.kind)),
        _facts(
            Fact(tr("Promised"), duration_text(record.promised)),
            Fact(tr("Measured"), duration_text(breach.measured) if breach else "", "pain"),
        ),
        _about(journey, (record.ref,)),
    )


def _about(journey: Journey, refs: tuple[Ref, ...]) -> Jumps:
    records = {ref.id: journey.get(ref.id) for ref in refs}
    return Jumps(tr("About"), tuple(_jump(journey, each) for each in records.values() if each is not None))


def _any(_journey: Journey, record: Record) -> Page:
    return Head(kind_name(record.record_kind)), Title(title_of(record))


def _jump(journey: Journey, record: Record) -> Jump:
    if isinstance(record, Touchpoint):
        return Jump(record.id, record.title, moment(journey.info, record.start), sign="touchpoint")
    if isinstance(record, Insight):
        tone: Tone = (
            "pain" if record.kind == "pain" else "opp" if record.kind in ("opportunity", "gain") else ""
        )
        return Jump(record.id, record.text, tone=tone, sign=record.kind)
    if isinstance(record, Evidence):
        words = record.title or name_in(vocabulary.evidence_kinds(), record.kind)
        return Jump(record.id, words, record.date, sign="evidence")
    if isinstance(record, ServiceLevel):
        breach = breach_of(record)
        kind = name_in(vocabulary.service_level_kinds(), record.kind)
        words = tr("{kind}: {promised}", kind=kind, promised=duration_text(record.promised))
        return Jump(record.id, words, breach.text if breach else "", "pain" if breach else "", "sla")
    if isinstance(record, Link):
        wait = wait_of(journey, record)
        ends = (journey.get(record.source), journey.get(record.target))
        source, target = (title_of(end) if end is not None else "" for end in ends)
        words = record.label or tr("{source} → {target}", source=source, target=target)
        is_over = wait is not None and wait.is_over
        return Jump(record.id, words, wait.text if wait else "", "pain" if is_over else "", "link")
    if isinstance(record, Role):
        return Jump(record.id, record.name, sign="role")
    return Jump(record.id, title_of(record) or kind_name(record.record_kind))


_PAGES: dict[type[Record], Callable[[Journey, Record], Page]] = {
    JourneyInfo: lambda journey, _record: _journey(journey, journey.info),
    Touchpoint: _touchpoint,
    Role: _role,
    Phase: _phase,
    Link: _link,
    Insight: _insight,
    Evidence: _evidence,
    ServiceLevel: _service_level,
}
