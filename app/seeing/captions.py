"""What is said about a step of a presentation, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.i18n import tr, trn
from app.layout.time_words import moment, stretch
from app.model.ballot import dots_of
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Channel, Insight, Party, Phase, Role, Touchpoint
from app.model.time_units import in_unit
from app.model.vocabulary import buying_roles, name_in
from app.seeing.steps import Step


class Somebody(NamedTuple):
    """A role that takes part, and how it feels."""

    role: str
    name: str
    feeling: int | None = None


class Note(NamedTuple):
    """An insight, with the dots it was given, and how many of them before the round of votes that goes on now."""

    kind: str
    text: str
    dots: int = 0
    id: str = ""
    earlier: int = 0


class Caption(NamedTuple):
    """Words about a step: a line above the title, the title, a text, who takes part, insights."""

    above: str = ""
    title: str = ""
    text: str = ""
    glyph: str = ""  # of the channel
    is_moment_of_truth: bool = False
    people: tuple[Somebody, ...] = ()
    notes: tuple[Note, ...] = ()


def caption_of(journey: Journey, step: Step, shown: Sequence[Role], session: str = "") -> Caption:
    """Return the words about a step; `session` is the round of votes that goes on."""
    record = journey.get(step.record) if step.record else None
    if isinstance(record, Touchpoint):
        caption = _touchpoint(journey, record, shown)
    elif isinstance(record, Phase):
        caption = _phase(journey, record, step, shown)
    elif isinstance(record, Role):
        caption = _role(journey, record, step)
    else:
        return _whole(journey, shown)
    if not session or not any(dots_of(insight, session) for insight in journey.all(Insight)):
        return caption  # no round has begun
    notes = (
        note._replace(earlier=note.dots - dots_of(journey.the(Insight, note.id), session))
        for note in caption.notes
    )
    return caption._replace(notes=tuple(notes))


def _whole(journey: Journey, shown: Sequence[Role]) -> Caption:
    info = journey.info
    ids = {role.id for role in shown}
    count = sum(bool(ids.intersection(point.roles)) for point in journey.all(Touchpoint))
    figures = (
        trn("{count} touchpoint", "{count} touchpoints", count),
        trn("{count} role", "{count} roles", len(shown)),
    )
    above = _joined((info.subject, *figures))
    people = tuple(Somebody(role.id, role.name) for role in shown)
    return Caption(above, info.title or tr("Journey map"), info.goal, people=people)


def _touchpoint(journey: Journey, point: Touchpoint, shown: Sequence[Role]) -> Caption:
    ids = {role.id for role in shown}
    parts = [part for part in point.participations if part.role in ids]
    channel, phase = journey.get(point.channel), journey.phase_at(point.start)
    is_channel = isinstance(channel, Channel)
    above = _joined(
        (
            _when(journey, point),
            phase.name if phase is not None else "",
            channel.name if isinstance(channel, Channel) else "",
        )
    )
    names = {role.id: role.name for role in shown}
    spoken = [
        tr("{role}: “{words}”", role=names[part.role], words=part.thought) for part in parts if part.thought
    ]
    text = "\n".join(spoken) or point.description or "\n".join(part.action for part in parts if part.action)
    return Caption(
        above,
        point.title or tr("Untitled touchpoint"),
        text,
        channel.glyph if is_channel and isinstance(channel, Channel) else "",
        point.moment_of_truth,
        tuple(Somebody(part.role, names[part.role], part.feeling) for part in parts),
        _notes(journey, (point,)),
    )


def _phase(journey: Journey, phase: Phase, step: Step, shown: Sequence[Role]) -> Caption:
    phases = journey.all(Phase)
    points = [point for each in step.lit or () if isinstance(point := journey.get(each), Touchpoint)]
    number = tr("Phase {number} of {count}", number=phases.index(phase) + 1, count=len(phases))
    above = _joined(
        (
            number,
            stretch(journey.info, phase.start, phase.end),
            trn("{count} touchpoint", "{count} touchpoints", len(points)),
        )
    )
    people = tuple(
        Somebody(role.id, role.name, _mean(point.participation(role.id) for point in points))
        for role in shown
        if role.id in step.roles
    )
    return Caption(above, phase.name, phase.goal, people=people, notes=_notes(journey, (phase, *points)))


def _role(journey: Journey, role: Role, step: Step) -> Caption:
    party = journey.get(role.party) if role.party else None
    points = journey.touchpoints_of(role.id)
    names = buying_roles()
    above = _joined(
        (
            party.name if isinstance(party, Party) else "",
            ", ".join(name_in(names, word) for word in role.buying_roles) or role.remit,
            trn("{count} touchpoint", "{count} touchpoints", len(points)),
        )
    )
    quote = tr("“{words}”", words=role.quote) if role.quote else ""
    text = "\n".join(filter(None, (quote, role.goals or role.needs or role.description)))
    return Caption(above, role.name, text, notes=_notes(journey, (role, *points), role.id))


def _when(journey: Journey, point: Touchpoint) -> str:
    length = in_unit(point.duration, journey.info.unit) if point.duration is not None else None
    if length and point.duration is not None and point.duration.unit == journey.info.unit:
        return stretch(journey.info, point.start, point.start + length)
    return moment(journey.info, point.start)


def _notes(journey: Journey, about: Iterable[Record], role: str = "") -> tuple[Note, ...]:
    """Return the insights about these records, the most voted first; of another role's part in them none."""
    found: dict[str, Insight] = {}
    for record in about:
        for pinned in journey.pinned_to(record.id):
            if isinstance(pinned, Insight) and (
                not role or any(ref.id == record.id and ref.role in ("", role) for ref in pinned.refs)
            ):
                found[pinned.id] = pinned
    notes = [
        Note(each.kind, each.text, sum(vote.count for vote in each.votes), each.id) for each in found.values()
    ]
    return tuple(sorted(notes, key=lambda note: -note.dots))


def _mean(parts: Iterable[object]) -> int | None:
    felt = [feeling for part in parts if (feeling := getattr(part, "feeling", None)) is not None]
    return round(sum(felt) / len(felt)) if felt else None


def _joined(words: Iterable[str]) -> str:
    return "  ·  ".join(filter(None, words))
