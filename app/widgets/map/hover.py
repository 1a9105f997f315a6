"""Which role's line is lifted while the pointer rests on its header, and how far the rest has faded. No Qt, no clock."""

from __future__ import annotations

REST_SECONDS = 0.3  # the pointer rests so long before a line lifts
LEAVE_SECONDS = 0.1  # and is away so long before it falls back
FADE_SECONDS = 0.12


class Hover:
    """The lifted roles and the strength of the veil over everything else, driven by the pointer and the time."""

    def __init__(self, is_animated: bool = True) -> None:
        self.roles: frozenset[str] = frozenset()
        self.strength = 0.0  # of the veil, 0..1
        self.is_animated = is_animated
        self._asked: frozenset[str] = frozenset()
        self._asked_at = 0.0
        self._ticked_at = 0.0

    @property
    def is_busy(self) -> bool:
        """Tell whether ticks are needed."""
        return self._asked != self.roles or self.strength != (1.0 if self.roles and self._asked else 0.0)

    def point(self, roles: frozenset[str], now: float) -> None:
        """Say which roles' things are under the pointer, none where it is on empty ground or away."""
        if roles != self._asked:
            self._asked = roles
            self._asked_at = self._ticked_at = now

    def end(self) -> None:
        """Fall back at once."""
        self.roles = self._asked = frozenset()
        self.strength = 0.0

    def tick(self, now: float) -> bool:
        """Go on to this time (seconds); tell whether something looks different."""
        before = (self.roles, self.strength)
        passed, self._ticked_at = now - self._ticked_at, now
        waited = now - self._asked_at
        if self._asked and self._asked != self.roles and waited >= REST_SECONDS:
            self.roles = self._asked
        fades_out = not self._asked and waited >= LEAVE_SECONDS
        step = passed / FADE_SECONDS if self.is_animated else 1.0
        if fades_out:
            self.strength = max(0.0, self.strength - step)
            if self.strength == 0.0:
                self.roles = frozenset()
        elif self.roles and self._asked:
            self.strength = min(1.0, self.strength + step)
        return (self.roles, self.strength) != before
