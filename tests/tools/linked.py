"""Four touchpoints of three roles to be linked by hand."""

from __future__ import annotations

from app.model.journey import Journey
from app.model.records import Link
from tests.tools.table import Table
from tests.world import journey, phase, touch


def buying() -> Journey:
    return journey(
        phase("Need", 0, 10), phase("Buy", 10, 24),
        touch("Request", "IT", at=4, feeling=0), touch("Approve", "CFO", at=10, feeling=1),
        touch("Sign", "Legal", at=16, feeling=-1), touch("Kick-off", "IT", "CFO", at=20, feeling=2),
    )  # fmt: skip


def ends(table: Table) -> list[tuple[str, str, str, str]]:
    """Source and target of each link, each with its role."""
    return [(k.source, k.source_role, k.target, k.target_role) for k in table.journey.all(Link)]
