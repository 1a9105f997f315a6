"""Which touchpoints a filter lets stay lit. It stands here because it is a question asked of the journey: map, table,
status and command line give the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from app.analysis.searching import text_of, words_of
from app.model.folding import folded
from app.model.journey import Journey
from app.model.record import Ref
from app.model.records import Insight, Person, Phase, Role, Touchpoint
from app.model.view import Filter

NO_FILTER = Filter()
Ask = Callable[[Touchpoint], bool]


def matching(journey: Journey, wanted: Filter) -> frozenset[str]:
    """Return the ids of the touchpoints that a filter lets stay lit; all of them where it asks for nothing.

    Of one kind of thing any will do (this channel or that), of several kinds all must hold. Role and involvement are
    asked of the same participation.
    """
    judge = _judge(journey, wanted)
    return frozenset(touchpoint.id for touchpoint in journey.all(Touchpoint) if judge(touchpoint))


def lit_roles(journey: Journey, lit: Iterable[str]) -> frozenset[str]:
    """Return the roles whose headers stay lit with these records: those among them, and those that take part in one."""
    roles: set[str] = set()
    for record in map(journey.get, lit):
        if isinstance(record, Touchpoint):
            roles.update(record.roles)
        elif isinstance(record, Role):
            roles.add(record.id)
    return frozenset(roles)


class Matches:
    """The touchpoints that a filter lets stay lit, kept up to date at the cost of what is different."""

    def __init__(self, journey: Journey, wanted: Filter) -> None:
        self.wanted = wanted
        self._journey = journey
        self._judged: dict[str, bool] = {}
        self.ids: frozenset[str] = frozenset()
        self._judge_all()

    def update(self, ids: frozenset[str]) -> None:
        """Take note that these records are different now."""
        if any(self._changes_all(record_id) for record_id in ids):
            self._judge_all()
            return
        judge = _judge(self._journey, self.wanted)
        touched = set(ids)
        for record_id in ids:
            if isinstance(self._journey.get(record_id), Person):
                touched.update(each.id for each in self._journey.referring_to(record_id))
        for record_id in touched:
            record = self._journey.get(record_id)
            if isinstance(record, Touchpoint):
                self._judged[record_id] = judge(record)
            else:
                self._judged.pop(record_id, None)
        self._collect()

    def _changes_all(self, record_id: str) -> bool:
        """Tell whether the answer for any touchpoint may hang on the record: a phase or insight, now or formerly."""
        if not (self.wanted.phases or self.wanted.insight_kinds) or record_id in self._judged:
            return False
        return isinstance(self._journey.get(record_id), Phase | Insight | None)

    def _judge_all(self) -> None:
        judge = _judge(self._journey, self.wanted)
        self._judged = {each.id: judge(each) for each in self._journey.all(Touchpoint)}
        self._collect()

    def _collect(self) -> None:
        ids = frozenset(touchpoint for touchpoint, is_lit in self._judged.items() if is_lit)
        if ids != self.ids:
            self.ids = ids


@dataclass(slots=True)
class Facets:
    """For each kind of thing that can be filtered by, how many touchpoints have which."""

    roles: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    insight_kinds: Counter[str] = field(default_factory=Counter)
    involvements: Counter[str] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)


def facets(journey: Journey) -> Facets:
    """Count what the journey's touchpoints can be filtered by."""
    found = Facets()
    for touchpoint in journey.all(Touchpoint):
        found.roles.update(touchpoint.roles)
        found.involvements.update({part.involvement for part in touchpoint.participations})
        found.tags.update(set(touchpoint.tags))
        if touchpoint.channel:
            found.channels[touchpoint.channel] += 1
        phase = journey.phase_at(touchpoint.start)
        if phase is not None:
            found.phases[phase.id] += 1
    for kind in {insight.kind for insight in journey.all(Insight)}:
        pinned = {ref.id for ref in _pins_of_kinds(journey, {kind})}
        found.insight_kinds[kind] = sum(isinstance(journey.get(each), Touchpoint) for each in pinned)
    return found


def _judge(journey: Journey, wanted: Filter) -> Ask:
    """Return the question whether a touchpoint stays lit; what holds for all of them is worked out once."""
    asks: list[Ask] = []
    if wanted.channels:
        channels = frozenset(wanted.channels)
        asks.append(lambda touchpoint: touchpoint.channel in channels)
    if wanted.tags:
        tags = frozenset(map(folded, wanted.tags))
        asks.append(lambda touchpoint: any(folded(tag) in tags for tag in touchpoint.tags))
    if wanted.roles or wanted.involvements:
        asks.append(_takes_part(frozenset(wanted.roles), frozenset(wanted.involvements)))
    if wanted.phases:
        phases = frozenset(wanted.phases)
        asks.append(lambda touchpoint: _phase(journey, touchpoint) in phases)
    if wanted.insight_kinds:
        asks.append(_has_insight(journey, frozenset(wanted.insight_kinds), frozenset(wanted.roles)))
    words = words_of(wanted.text)
    if words:
        asks.append(lambda touchpoint: _says(journey, touchpoint, words))
    return lambda touchpoint: all(ask(touchpoint) for ask in asks)


def _takes_part(roles: frozenset[str], involvements: frozenset[str]) -> Ask:
    return lambda touchpoint: any(
        (not roles or part.role in roles) and (not involvements or part.involvement in involvements)
        for part in touchpoint.participations
    )


def _phase(journey: Journey, touchpoint: Touchpoint) -> str:
    phase = journey.phase_at(touchpoint.start)
    return phase.id if phase is not None else ""


def _has_insight(journey: Journey, kinds: frozenset[str], roles: frozenset[str]) -> Ask:
    """An insight on another role's part does not count where roles are asked for."""
    pinned = {
        ref.id for ref in _pins_of_kinds(journey, kinds) if not roles or not ref.role or ref.role in roles
    }
    return lambda touchpoint: touchpoint.id in pinned


def _pins_of_kinds(journey: Journey, kinds: Set[str]) -> Iterator[Ref]:
    return (ref for insight in journey.all(Insight) if insight.kind in kinds for ref in insight.refs)


def _says(journey: Journey, touchpoint: Touchpoint, words: list[str]) -> bool:
    people = (journey.get(part.person) for part in touchpoint.participations if part.person)
    names = (person.name for person in people if isinstance(person, Person))
    text = folded("\n".join((text_of(touchpoint), *names)))
    return all(word in text for word in words)
