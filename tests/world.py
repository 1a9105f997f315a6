"""Journeys in the domain's words: `journey(role("IT"), touch("Kick-off", "IT", "Legal", at=3))`.

Ids come from names, so that tests can name records; roles and channels that are only mentioned are added.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Any

from app.model.journey import Journey
from app.model.ranks import spread
from app.model.record import Duration, Record, Ref, replaced
from app.model.records import (
    Channel,
    Evidence,
    Insight,
    JourneyInfo,
    Link,
    Participation,
    Party,
    Person,
    Phase,
    Role,
    ServiceLevel,
    ServiceReading,
    Tenure,
    Touchpoint,
)
from app.model.references import references
from tests.large_world import large_journey as large_journey


def id_of(kind: str, name: str) -> str:
    """Return the id that builders give to the record of this name: `id_of("role", "IT") == "role-it"`."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48]
    if not slug or not name.isascii():
        slug = f"{zlib.crc32(name.encode()):08x}"
    return f"{kind}-{slug}"


def journey(*records: Record, **info: Any) -> Journey:
    """Return a journey of these records; what they only mention by name is added, ranks follow the order given."""
    given = list(records)
    if not any(isinstance(record, JourneyInfo) for record in given):
        given.insert(0, JourneyInfo(**{"id": "journey", "title": "Test journey", **info}))
    known = {record.id for record in given}
    for kind, name in _mentioned(given):
        if id_of(kind.record_kind, name) not in known:
            known.add(id_of(kind.record_kind, name))
            given.append(kind(id=id_of(kind.record_kind, name), name=name))  # type: ignore[call-arg]
    return Journey.of(_ranked(given))


def buying(
    *more: Record, landing: int = -1, kick_off: float = 18, wait: Mapping[str, Duration], **info: Any
) -> Journey:
    """Return a small B2B journey: two customers and their supplier buy a platform, a request waits on its way."""
    return journey(
        party("Northwind"),
        party("Servio", "supplier"),
        role("CFO", "Northwind"),
        role("IT manager", "Northwind"),
        role("Account manager", "Servio"),
        phase("Need", 0, 8),
        phase("Purchase", 8, 16),
        touch("Tickets get lost", "IT manager", at=1, feeling=-1),
        touch("Intro call", "IT manager", "Account manager", at=5, feeling=1),
        touch("Budget request", "IT manager", at=10, feeling=0),
        touch("Request lands", "CFO", at=13, feeling=landing),
        touch("Kick-off", "CFO", "IT manager", "Account manager", at=kick_off, feeling=2),
        link("Budget request", "Request lands", **wait),
        *more,
        title="Buying a platform",
        goal="Fewer lost tickets",
        **info,
    )


def role(name: str, party: str = "", **fields: Any) -> Role:
    """Return a role; `party` is a party's name."""
    return Role(id=id_of("role", name), name=name, party=_name("party", party), **fields)


def party(name: str, side: str = "customer", **fields: Any) -> Party:
    """Return an organisation."""
    return Party.model_validate({"id": id_of("party", name), "name": name, "side": side, **fields})


def person(name: str, *roles: str, **fields: Any) -> Person:
    """Return a person who fills these roles all the time."""
    tenures = tuple(Tenure(role=_name("role", filled)) for filled in roles)
    return Person(**{"id": id_of("person", name), "name": name, "tenures": tenures, **fields})


def phase(name: str, start: float, end: float, **fields: Any) -> Phase:
    """Return a phase."""
    return Phase(id=id_of("phase", name), name=name, start=start, end=end, **fields)


def channel(name: str, glyph: str = "", **fields: Any) -> Channel:
    """Return a channel; its glyph has its name unless said otherwise."""
    return Channel(id=id_of("channel", name), name=name, glyph=glyph or name.lower(), **fields)


def touch(
    title: str,
    *roles: str,
    at: float,
    feeling: int | None = None,
    feelings: Mapping[str, int | None] | None = None,
    channel: str = "",
    **fields: Any,
) -> Touchpoint:
    """Return a touchpoint of these roles; the first leads. `feelings` by role's name wins over `feeling`."""
    felt = feelings or {}
    parts = tuple(
        Participation(
            role=_name("role", name),
            involvement="takes_part" if place else "leads",
            feeling=felt.get(name, feeling),
        )
        for place, name in enumerate(roles)
    )
    values = {"id": id_of("touch", title), "title": title, "start": at, "participations": parts, **fields}
    return Touchpoint(**values, channel=_name("channel", channel))


def link(source: str, target: str, kind: str = "handoff", **fields: Any) -> Link:
    """Return a link between two touchpoints, named by their titles."""
    ends = {"source": id_of("touch", source), "target": id_of("touch", target)}
    return Link(**{"id": id_of("link", f"{source} {kind} {target}"), "kind": kind, **ends, **fields})


def insight(kind: str, text: str, at: str = "", of: str = "", **fields: Any) -> Insight:
    """Return an insight pinned to the touchpoint `at`, to the role `of`, or to the role's part in it."""
    refs = (_ref(at, of),) if at or of else ()
    return Insight(
        **{"id": id_of("insight", f"{kind} {text}"), "kind": kind, "text": text, "refs": refs, **fields}
    )


def evidence(title: str, at: str = "", of: str = "", **fields: Any) -> Evidence:
    """Return evidence for a touchpoint or a role."""
    refs = (_ref(at, of),) if at or of else ()
    return Evidence(**{"id": id_of("evidence", title), "title": title, "refs": refs, **fields})


def service_level(at: str, promised: Duration, *measured: Duration, **fields: Any) -> ServiceLevel:
    """Return a service level promised at a touchpoint and what was measured, the latest last."""
    readings = tuple(ServiceReading(measured=duration) for duration in measured)
    values = {
        "id": id_of("sla", at),
        "ref": _ref(at, ""),
        "promised": promised,
        "readings": readings,
        **fields,
    }
    return ServiceLevel(**values)


def hours(value: float) -> Duration:
    """Return hours."""
    return Duration(value=value, unit="hour")


def days(value: float) -> Duration:
    """Return days."""
    return Duration(value=value, unit="day")


def weeks(value: float) -> Duration:
    """Return weeks."""
    return Duration(value=value, unit="week")


def steps(value: float) -> Duration:
    """Return steps."""
    return Duration(value=value, unit="step")


_MENTIONED: dict[str, tuple[str, str]] = {}  # id -> (kind, name), to add what is only mentioned


def _name(kind: str, name: str) -> str:
    if not name:
        return ""
    found = id_of(kind, name)
    _MENTIONED[found] = (kind, name)
    return found


def _ref(touchpoint: str, role_name: str) -> Ref:
    if touchpoint:
        return Ref(kind="touchpoint", id=id_of("touch", touchpoint), role=_name("role", role_name))
    return Ref(kind="role", id=_name("role", role_name))


def _mentioned(records: list[Record]) -> list[tuple[type[Record], str]]:
    named = [named for record in records for named, _kind, _field in references(record)]
    kinds: dict[str, type[Record]] = {"role": Role, "channel": Channel, "party": Party}
    found = [_MENTIONED[record_id] for record_id in named if record_id in _MENTIONED]
    return [(kinds[kind], name) for kind, name in found if kind in kinds]


def _ranked(records: list[Record]) -> list[Record]:
    ranks = iter(spread(len(records)))
    return [
        replaced(record, rank=rank) if getattr(record, "rank", None) == "" else record
        for record, rank in zip(records, ranks, strict=True)
    ]
