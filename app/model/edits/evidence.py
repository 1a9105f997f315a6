"""Edits of evidence: where knowledge comes from and what it supports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import tr
from app.model.change import Change
from app.model.edits.pins import ref_to, without_pin
from app.model.edits.records import last_rank
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import described
from app.model.records import Evidence


def add_evidence(journey: Journey, kind: str, title: str, about: Iterable[str] = (), **fields: Any) -> Change:
    """Add evidence for these records; n of `of` cannot be more than all."""
    refs = tuple(ref_to(journey, record_id) for record_id in dict.fromkeys(about))
    values = {"id": new_id(), "kind": kind, "title": title, "rank": last_rank(journey, Evidence), **fields}
    return Change((_plausible(made(Evidence, **values, refs=refs)),), (), tr("Add evidence"))


def set_evidence(journey: Journey, evidence_id: str, **fields: Any) -> Change:
    """Set fields of evidence; typing goes on as one step."""
    evidence = _plausible(revised(journey.the(Evidence, evidence_id), **fields))
    merge_key = " ".join(("evidence", evidence_id, *sorted(fields)))
    return Change((evidence,), (), tr("Change evidence"), merge_key)


def no_longer_support(journey: Journey, evidence_id: str, about: str, role: str = "") -> Change:
    """Say that the evidence does not support the record."""
    evidence = journey.the(Evidence, evidence_id)
    rest = without_pin(evidence, about, role, tr("It does not support that."))
    return Change((rest,), (), tr("Detach evidence"))


def _plausible(evidence: Evidence) -> Evidence:
    if evidence.n is not None and evidence.of is not None and evidence.n > evidence.of:
        what = tr("{n} of {of} cannot have said so.", n=evidence.n, of=evidence.of)
        raise JourneyError(what, described(evidence), record=evidence.id)
    return evidence
