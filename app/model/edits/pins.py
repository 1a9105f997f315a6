"""Refs of insights and evidence: naming a record, taking a pin away."""

from __future__ import annotations

from typing import TypeVar

from app.model.edits.records import found
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import described
from app.model.record import Ref
from app.model.records import Evidence, Insight

Pinned = TypeVar("Pinned", Insight, Evidence)


def ref_to(journey: Journey, record_id: str, role: str = "") -> Ref:
    """Return the Ref that names a record of the journey, or a role's part in a touchpoint."""
    return made(Ref, kind=found(journey, record_id).record_kind, id=record_id, role=role)


def without_pin(record: Pinned, about: str, role: str, refusal: str) -> Pinned:
    """Return the record without a pin; raises JourneyError with the refusal where there is no such pin."""
    kept = tuple(ref for ref in record.refs if (ref.id, ref.role) != (about, role))
    if kept == record.refs:
        raise JourneyError(refusal, described(record), record=record.id)
    return revised(record, refs=kept)
