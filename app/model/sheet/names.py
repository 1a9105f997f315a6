"""Roles, channels and phases by the names that stand in cells: the journey's own, and new ones that cells bring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from app.i18n import tr
from app.model.edits.records import last_rank
from app.model.edits.validated import made
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.library import channel_looks
from app.model.ranks import between
from app.model.record import Record
from app.model.records import Channel, Phase, Role

_BETWEEN_NAMES = re.compile(r"\s*[,;\n]\s*")


class UnknownRole(JourneyError):
    """A name that is no role's; a person may want to add it."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("There is no role “{name}”.", name=name))
        self.name = name


def plain(name: str) -> str:
    """Return a name as names are compared: without case and needless blanks."""
    return " ".join(name.split()).casefold()


def split_names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names in a list with commas, semicolons or line breaks; known names may have commas themselves.

    >>> split_names("IT, Legal, Risk and Audit", ["legal, risk and audit"])
    ('IT', 'Legal, Risk and Audit')
    """
    pieces = [piece for piece in _BETWEEN_NAMES.split(text.strip()) if piece]
    with_commas = {name for name in known if "," in name or ";" in name}
    longest = max((len(_BETWEEN_NAMES.split(name)) for name in with_commas), default=1)
    found: dict[str, str] = {}
    while pieces:
        counts = range(min(longest, len(pieces)), 1, -1)
        count = next((n for n in counts if plain(", ".join(pieces[:n])) in with_commas), 1)
        name = ", ".join(pieces[:count])
        found.setdefault(plain(name), name)
        del pieces[:count]
    return tuple(found.values())


class Names:
    """Finds what a name in a cell means. What is not there is added (`new`), roles only where a person chose so."""

    def __init__(
        self, journey: Journey, roles: Mapping[str, str] | None = None, *, is_month_first: bool = False
    ) -> None:
        """`roles`: unknown name -> id of the role that is meant, or "" to add one."""
        self.journey = journey
        self.is_month_first = is_month_first  # 5/12 is the 12th of May
        self.new: list[Record] = []
        self.roles = {plain(role.name): role.id for role in reversed(journey.all(Role))}
        self._chosen = {plain(name): role for name, role in (roles or {}).items()}
        self._channels = {plain(channel.name): channel.id for channel in reversed(journey.all(Channel))}
        self._phases = {plain(phase.name): phase for phase in reversed(journey.all(Phase))}
        self._ranks: dict[type[Record], str] = {}

    def knows_role(self, name: str) -> bool:
        """Tell whether the name is a role's, or a person said what it means."""
        return plain(name) in self.roles or plain(name) in self._chosen

    def role(self, name: str) -> str:
        """Return the id of the role that is meant; raises UnknownRole."""
        key = plain(name)
        if key in self.roles:
            return self.roles[key]
        if key not in self._chosen:
            raise UnknownRole(name)
        self.roles[key] = self._chosen[key] or self._added(Role, name=name)
        return self.roles[key]

    def some_role(self) -> str:
        """Return the role of a touchpoint that names none: the journey's first, or a new one."""
        if self.roles:
            return next((role.id for role in self.journey.all(Role)), next(iter(self.roles.values())))
        name = tr("Unassigned")
        self.roles[plain(name)] = self._added(Role, name=name)
        return self.roles[plain(name)]

    def role_names(self, text: str) -> tuple[str, ...]:
        """Return the names of roles in a cell."""
        return split_names(text, (*self.roles, *self._chosen))

    def channel(self, name: str) -> str:
        """Return the id of the channel of this name; it is added where there is none."""
        key = plain(name)
        if not key:
            return ""
        if key not in self._channels:
            self._channels[key] = self._added(Channel, name=" ".join(name.split()), **channel_looks(name))
        return self._channels[key]

    def phase(self, name: str) -> Phase:
        """Return the phase of this name; raises JourneyError where there is none."""
        phase = self._phases.get(plain(name))
        if phase is None:
            known = ", ".join(phase.name for phase in self.journey.all(Phase)) or tr("none yet")
            raise JourneyError(
                tr("There is no phase “{name}”.", name=name), do=tr("The phases are: {names}.", names=known)
            )
        return phase

    def phases_to_add(self, names: Sequence[str]) -> None:
        """Add the phases among these names that are not there, behind the others, a unit long for each mention."""
        lengths: dict[str, int] = {}
        called: dict[str, str] = {}
        for name in names:
            key = plain(name)
            if key and key not in self._phases:
                lengths[key] = lengths.get(key, 0) + 1
                called.setdefault(key, " ".join(name.split()))
        start = max((phase.end for phase in self._phases.values()), default=0.0)
        for key, length in lengths.items():
            phase = made(Phase, id=new_id(), name=called[key], start=start, end=start + length)
            self._phases[key] = phase
            self.new.append(phase)
            start = phase.end

    def phase_at(self, time: float) -> Phase | None:
        """Return the phase at this time, new ones included."""
        return next((p for p in self._phases.values() if p.start <= time < p.end), None)

    def _added(self, kind: type[Record], **fields: object) -> str:
        rank = self._ranks.get(kind)
        self._ranks[kind] = between(rank, "") if rank else last_rank(self.journey, kind)
        record = made(kind, id=new_id(), rank=self._ranks[kind], **fields)
        self.new.append(record)
        return record.id
