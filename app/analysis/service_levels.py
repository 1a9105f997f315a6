"""Where a promised response or resolution time was not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from app.analysis.finding import Finding
from app.i18n import tr
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Duration
from app.model.records import ServiceLevel, ServiceReading, Touchpoint
from app.model.time_units import in_unit


class Breach(Struct, frozen=True):
    """A service level whose latest reading is longer than promised."""

    service_level: str
    measured: Duration
    promised: Duration
    ratio: float  # measured / promised, above 1
    text: str  # "31 h · SLA 4 h"


def breaches(journey: Journey) -> Mapping[str, Breach]:
    """Return by touchpoint's id the service level that is broken worst there."""
    worst: dict[str, Breach] = {}
    for service_level in journey.all(ServiceLevel):
        if service_level.ref.kind != Touchpoint.record_kind:
            continue
        breach = breach_of(service_level)
        place = service_level.ref.id
        if breach is not None and (place not in worst or breach.ratio > worst[place].ratio):
            worst[place] = breach
    return worst


def breach_of(service_level: ServiceLevel) -> Breach | None:
    """Return how the latest reading breaks the promise, or none; readings in other kinds of unit say nothing."""
    latest = latest_reading(service_level)
    if latest is None:
        return None
    promised = service_level.promised
    measured = in_unit(latest.measured, promised.unit)
    if measured is None or measured <= promised.value:
        return None
    ratio = measured / promised.value if promised.value else float("inf")
    text = tr(
        "{measured} · SLA {promised}",
        measured=duration_text(latest.measured),
        promised=duration_text(promised),
    )
    return Breach(service_level.id, latest.measured, promised, ratio, text)


def latest_reading(service_level: ServiceLevel) -> ServiceReading | None:
    """Return the reading with the latest date; of several, or without dates, the one that stands last."""
    if not service_level.readings:
        return None
    return sorted(service_level.readings, key=lambda reading: reading.date)[-1]


def findings(journey: Journey) -> Iterator[Finding]:
    """Say which service levels are broken, those that are not about a touchpoint included."""
    for service_level in journey.all(ServiceLevel):
        breach = breach_of(service_level)
        if breach is None:
            continue
        about = journey.get(service_level.ref.id)
        words = {
            "title": title_of(about) if about is not None else service_level.ref.id,
            "measured": duration_text(breach.measured),
            "promised": duration_text(breach.promised),
        }
        if service_level.kind == "response":
            sentence = tr("“{title}” was answered after {measured}; promised was {promised}.", **words)
        else:
            sentence = tr("“{title}” was solved after {measured}; promised was {promised}.", **words)
        records = (service_level.id, service_level.ref.id)
        yield Finding("service_levels", sentence, records, 1 - 1 / breach.ratio, service_level.id)
