"""Which records stay lit while all else fades, as when something is looked for. No Qt, no clock."""

from __future__ import annotations

from itertools import count

from msgspec import Struct

_SERIAL = count(1)


class Light(Struct, frozen=True, eq=False):
    """Records that stay lit; `roles` are those whose headers do."""

    records: frozenset[str]
    roles: frozenset[str]
    name: str  # of its plane

    @classmethod
    def on(cls, records: frozenset[str], roles: frozenset[str]) -> Light:
        """Return a new light, with a plane of its own."""
        return cls(records, roles, f"lit {next(_SERIAL)}")


class Lighting:
    """The light that is shown, and the one that is wanted: they change places when the wanted one is painted."""

    def __init__(self) -> None:
        self.shown: Light | None = None
        self.wanted: Light | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether another light is wanted than is shown."""
        return self.shown is not self.wanted

    def want(self, records: frozenset[str] | None, roles: frozenset[str]) -> bool:
        """Let these stay lit (none: all); tell whether that is something new."""
        known = self.wanted
        if records is None:
            self.wanted = self.shown = None
            return known is not None
        if known is not None and (known.records, known.roles) == (records, roles):
            return False
        self.wanted = Light.on(records, roles)
        return True

    def switch(self) -> None:
        """Show what is wanted."""
        self.shown = self.wanted
