"""The journeys that are measured."""

from __future__ import annotations

from functools import cache

from app.files import native
from app.model.journey import Journey
from app.places import resource
from tests import world

B2B_SAMPLE = str(resource("samples/service-platform.journey"))


@cache
def large(touchpoints: int, roles: int = 50) -> Journey:
    """Return a credible dense journey, the same in every run."""
    return world.large_journey(touchpoints, roles, seed=1)


@cache
def large_bytes(touchpoints: int, roles: int = 50) -> bytes:
    """Return the same as a file."""
    return native.dump(large(touchpoints, roles))
