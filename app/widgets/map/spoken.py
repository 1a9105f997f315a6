"""What a screen reader says of the map's things: whole sentences, the most telling first."""

from __future__ import annotations

from app.i18n import headed, tr, trn
from app.layout.time_words import moment, stretch
from app.model.journey import Journey
from app.model.records import Insight, Link, Party, Phase, Role, Touchpoint
from app.model.vocabulary import feelings, insight_kinds, link_kinds, name_in


def record_words(journey: Journey, record_id: str) -> str:
    """Say what a record is; "" for what has no place on the map."""
    record = journey.get(record_id)
    if isinstance(record, Touchpoint):
        return touchpoint_words(journey, record)
    if isinstance(record, Role):
        return role_words(journey, record)
    if isinstance(record, Phase):
        span = stretch(journey.info, record.start, record.end)
        return tr("Phase {name}. {span}", name=record.name, span=span)
    if isinstance(record, Insight):
        return headed(name_in(insight_kinds(), record.kind), record.text)
    return _link_words(journey, record) if isinstance(record, Link) else ""


def touchpoint_words(journey: Journey, touchpoint: Touchpoint, role: str = "") -> str:
    """Say title, time, who takes part and, for a role, how it feels; then what is pinned to it."""
    words = [touchpoint.title or tr("Untitled touchpoint")]
    phase = journey.phase_at(touchpoint.start)
    words += [moment(journey.info, touchpoint.start)] + ([phase.name] if phase is not None else [])
    part = touchpoint.participation(role)
    if part is not None:
        words.append(feelings()[part.feeling] if part.feeling is not None else tr("No feeling known"))
    others = [each for each in map(journey.get, touchpoint.roles) if isinstance(each, Role)]
    names = ", ".join(each.name for each in others if each.id != role)
    if names:
        words.append(tr("With {names}", names=names) if part is not None else names)
    if touchpoint.moment_of_truth:
        words.append(tr("Moment of truth"))
    pinned = sum(isinstance(each, Insight) for each in journey.pinned_to(touchpoint.id))
    if pinned:
        words.append(trn("{count} insight", "{count} insights", pinned))
    return ". ".join(words)


def role_words(journey: Journey, role: Role) -> str:
    """Say a role's name, its organisation and how much it does."""
    party = journey.get(role.party) if role.party else None
    count = len(journey.touchpoints_of(role.id))
    words = [tr("Role {name}", name=role.name)]
    if isinstance(party, Party):
        words.append(party.name)
    words.append(trn("{count} touchpoint", "{count} touchpoints", count))
    return ". ".join(words)


def _link_words(journey: Journey, link: Link) -> str:
    source, target = journey.the(Touchpoint, link.source), journey.the(Touchpoint, link.target)
    return tr(
        "{kind} from {source} to {target}. {label}",
        kind=name_in(link_kinds(), link.kind), source=source.title, target=target.title, label=link.label,
    ).rstrip(". ")  # fmt: skip
