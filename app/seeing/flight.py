"""A short smooth way of the camera from one place to another. No Qt, no clock."""

from __future__ import annotations

from msgspec import Struct

from app.seeing.camera import Camera, between, eased

SECONDS = 0.22


class Flight(Struct, frozen=True):
    """From `start` to `end`, begun at a time in seconds; it takes so many `seconds`."""

    start: Camera
    end: Camera
    began: float
    seconds: float = SECONDS

    def at(self, now: float) -> Camera:
        """Return where the camera is now."""
        return (
            self.end
            if self.is_over(now)
            else between(self.start, self.end, eased((now - self.began) / self.seconds))
        )

    def is_over(self, now: float) -> bool:
        """Tell whether the end is reached."""
        return now - self.began >= self.seconds
