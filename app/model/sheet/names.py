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
from app.model.same_names import ByName, name_key, spelt

_BETWEEN_NAMES = re.compile(r"\s*[,;\n]\s*")


class UnknownRole(JourneyError):
    """A name that is no role's; a person may want to add it."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("There is no role “{name}”.", name=name))
        self.name = name


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
        count = next((n for n in counts if name_key(", ".join(pieces[:n])) in with_commas), 1)
        name = ", ".join(pieces[:count])
        found.setdefault(spelt(name), name)
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
        self._roles = ByName((role.name, role.id) for role in journey.all(Role))
        self._chosen = ByName((roles or {}).items())
        self._channels = ByName((channel.name, channel.id) for channel in journey.all(Channel))
        self._phases = ByName((phase.name, phase) for phase in journey.all(Phase))
        self._all_phases = list(journey.all(Phase))
        self._ranks: dict[type[Record], str] = {}

    def knows_role(self, name: str) -> bool:
        """Tell whether the name is a role's, or a person said what it means."""
        return name in self._roles or name in self._chosen

    def role(self, name: str) -> str:
        """Return the id of the role that is meant; raises UnknownRole."""
        found = self._roles.get(name)
        if found is None:
            chosen = self._chosen.get(name)
            if chosen is None:
                raise UnknownRole(name)
            found = chosen or self._added(Role, name=name)
            self._roles.add(name, found)
        return found

    def some_role(self) -> str:
        """Return the role of a touchpoint that names none: the journey's first, or a new one."""
        for role in (*self.journey.all(Role), *self.new):
            if isinstance(role, Role):
                return role.id
        found = self._added(Role, name=tr("Unassigned"))
        self._roles.add(tr("Unassigned"), found)
        return found

    def role_names(self, text: str) -> tuple[str, ...]:
        """Return the names of roles in a cell."""
        return split_names(text, (*self._roles.keys(), *self._chosen.keys()))

    def channel(self, name: str) -> str:
        """Return the id of the channel of this name; it is added where there is none."""
        name = " ".join(name.split())
        if not name:
            return ""
        found = self._channels.get(name)
        if found is None:
            found = self._added(Channel, name=name, **channel_looks(name))
            self._channels.add(name, found)
        return found

    def phase(self, name: str) -> Phase:
        """Return the phase of this name; raises JourneyError where there is none."""
        phase = self._phases.get(name)
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
            key = name_key(name)
            if key and name not in self._phases:
                lengths[key] = lengths.get(key, 0) + 1
                called.setdefault(key, " ".join(name.split()))
        start = max((phase.end for phase in self._all_phases), default=0.0)
        for key, length in lengths.items():
            phase = made(Phase, id=new_id(), name=called[key], start=start, end=start + length)
            self._phases.add(phase.name, phase)
            self._all_phases.append(phase)
            self.new.append(phase)
            start = phase.end

    def phase_at(self, time: float) -> Phase | None:
        """Return the phase at this time, new ones included."""
        return next((phase for phase in self._all_phases if phase.start <= time < phase.end), None)

    def _added(self, kind: type[Record], **fields: object) -> str:
        rank = self._ranks.get(kind)
        self._ranks[kind] = between(rank, "") if rank else last_rank(self.journey, kind)
        record = made(kind, id=new_id(), rank=self._ranks[kind], **fields)
        self.new.append(record)
        return record.id
