"""The whole of a touchpoint in words: for screen readers, tooltips, and `<title>` in SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.i18n import headed, quoted, speaking_again, spoken, tr
from app.layout.ruler import moment_ticks, number_word
from app.model.journey import Journey
from app.model.records import Channel, Insight, Participation, Party, Role, Touchpoint
from app.model.vocabulary import buying_roles, name_in


def _feeling_words() -> dict[int | None, str]:
    return {-2: tr("very unhappy"), -1: tr("unhappy"), 0: tr("neutral"), 1: tr("happy"), 2: tr("very happy")}


def _insight_words() -> dict[str, str]:
    return {
        "pain": tr("Pain point: {text}"),
        "gain": tr("Gain: {text}"),
        "opportunity": tr("Opportunity: {text}"),
        "idea": tr("Idea: {text}"),
        "question": tr("Question: {text}"),
    }


def role_titles(journey: Journey) -> dict[str, str]:
    """Return each role in words by its id: name, organisation, what it may decide, a line each."""
    parties = {party.id: party.name for party in journey.all(Party)}
    known = buying_roles()
    titles: dict[str, str] = {}
    for role in journey.all(Role):
        buying = ", ".join(name_in(known, word) for word in role.buying_roles)
        lines = (
            role.name,
            parties.get(role.party, ""),
            " · ".join(part for part in (buying, role.remit) if part),
        )
        titles[role.id] = "\n".join(line for line in lines if line)
    return titles


class Words:
    """Writes touchpoints of a journey in words, in the language spoken when it is made; phrases are looked up once."""

    def __init__(self, journey: Journey) -> None:
        self._roles = {role.id: role.name for role in journey.all(Role)}
        self._channels = {channel.id: channel.name for channel in journey.all(Channel)}
        self._spoken = spoken()
        self._feelings = _feeling_words()
        self._kinds = _insight_words()
        self._moment_of_truth = tr("moment of truth")
        self._time = _time_writer(journey)
        info = journey.info
        counted = (info.unit, info.start_date, info.time_zone)  # how times are told
        self._knowledge = (self._spoken, self._roles, self._channels, counted)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._knowledge == other._knowledge

    __hash__ = None  # type: ignore[assignment]

    def title(self, touchpoint: Touchpoint, insights: Iterable[Insight]) -> str:
        """Return title, time, channel, what each role does, thinks and feels, and the insights, a line each."""
        with speaking_again(self._spoken):
            return self._title(touchpoint, insights)

    def _title(self, touchpoint: Touchpoint, insights: Iterable[Insight]) -> str:
        facts = [self._time(touchpoint.start)]
        if touchpoint.channel in self._channels:
            facts.append(self._channels[touchpoint.channel])
        if touchpoint.moment_of_truth:
            facts.append(self._moment_of_truth)
        lines = [touchpoint.title, " · ".join(facts)]
        lines.extend(self._part(part) for part in touchpoint.participations)
        for insight in insights:
            lines.append(self._kinds.get(insight.kind, "{text}").replace("{text}", insight.text))
        return "\n".join(line for line in lines if line)

    def _part(self, part: Participation) -> str:
        said = [part.action] if part.action else []
        if part.thought:
            said.append(quoted(part.thought))
        if part.feeling is not None:
            said.append(self._feelings[part.feeling])
        name = self._roles.get(part.role, "")
        return headed(name, "; ".join(said)) if said else name


def _time_writer(journey: Journey) -> Callable[[float], str]:
    info = journey.info
    if info.start_date:
        return lambda time: moment_ticks(info, [time])[0].label
    zero = moment_ticks(info, [0.0])[0].label
    return lambda time: zero.replace("0", number_word(time), 1)
