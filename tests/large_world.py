"""A large journey as a busy company could have it: dense, uneven, the same in every run."""

from __future__ import annotations

import random

from app.model.journey import Journey
from app.model.ranks import spread
from app.model.record import Duration, Record, Ref
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

_OFFICES = (
    "Finance director", "IT manager", "Head of procurement", "Legal counsel", "End user", "Account manager",
    "Solution architect", "Data protection officer", "Plant manager", "Head of customer service", "Field engineer",
    "Chief operating officer", "Works council", "Quality lead", "Trainer", "Support agent", "Product owner",
    "Controller", "Regional sales lead", "Security officer",
)  # fmt: skip
_REGIONS = ("", "North", "South", "Benelux", "Nordics", "Iberia", "Asia-Pacific", "Americas")
_VERBS = (
    "Review", "Call about", "Workshop on", "Sign", "Question about", "Demo of", "Approve", "Draft", "Renegotiate",
    "Escalate", "Test", "Roll out", "Report on", "Complain about", "Survey on", "Training for",
)  # fmt: skip
_THINGS = (
    "budget", "the contract", "data migration", "security questionnaire", "integration with the ERP", "pilot results",
    "renewal", "licence count", "release 4.2", "the support portal", "service levels for the night shift",
    "onboarding of new colleagues", "invoice", "single sign-on", "stuck tickets in the regional offices", "RFP answers",
)  # fmt: skip
_TAILS = (
    "",
    "",
    "",
    "",
    " (2nd round)",
    " with all regions",
    " – postponed twice because nobody could decide",
    " Q3",
)
_CHANNELS = (
    ("Email", "email", "digital"), ("Phone", "phone", "human"), ("Video call", "video", "human"),
    ("On site", "site", "human"), ("Web portal", "web", "self_service"), ("Live chat", "chat", "digital"),
    ("Community", "comm", "self_service"),
)  # fmt: skip
_PHASES = (
    "Need",
    "Search",
    "Shortlist",
    "Evaluate",
    "Negotiate",
    "Buy",
    "Onboard",
    "Use",
    "Get support",
    "Renew",
)
_LINKS = ("handoff",) * 6 + ("information",) * 3 + ("escalation", "dependency", "dependency", "alternative")
_INSIGHTS = ("pain",) * 4 + ("opportunity",) * 3 + ("idea", "question", "gain")
_TOUCHPOINTS_PER_ROLE_AND_WEEK = 0.25


def large_journey(touchpoints: int = 10_000, roles: int = 50, seed: int = 1) -> Journey:
    """Return a dense journey in weeks with about one link a touchpoint and an insight every six."""
    dice = random.Random(f"{seed} {touchpoints} {roles}")
    weeks = max(12, round(1.6 * touchpoints / roles / _TOUCHPOINTS_PER_ROLE_AND_WEEK))
    limit = Duration(value=3, unit="week")
    info = JourneyInfo(
        id="journey", title="Platform, all regions", subject="Very Large Company", goal="One platform for everybody",
        unit="week", start_date="2026-01-05", wait_limit=limit,
    )  # fmt: skip
    records: list[Record] = [info]
    records += _people(roles)
    records += _phases(weeks, dice)
    points = _touchpoints(touchpoints, roles, weeks, dice)
    records += points
    records += _links(points, dice)
    records += _pinned(points, dice)
    return Journey.of(records)


def _people(roles: int) -> list[Record]:
    parties = (
        ("Very Large Company", "customer"),
        ("Journeysoft", "supplier"),
        ("Integrators & Sons", "partner"),
    )
    records: list[Record] = [
        Party.model_validate({"id": f"party{i}", "name": name, "side": side, "rank": rank})
        for i, ((name, side), rank) in enumerate(zip(parties, spread(3), strict=True))
    ]
    for i, rank in enumerate(spread(roles)):
        region = _REGIONS[i // len(_OFFICES) % len(_REGIONS)]
        name = f"{_OFFICES[i % len(_OFFICES)]} {region}".strip()
        party = "party0" if i < roles * 0.6 else "party1" if i < roles * 0.9 else "party2"
        buying = ("decider", "user", "influencer", "gatekeeper")[i % 4]
        records.append(Role(id=f"role{i}", name=name, party=party, buying_roles=(buying,), rank=rank))
        if i % 3 == 0:
            tenures = (Tenure(role=f"role{i}"),)
            records.append(
                Person(id=f"person{i}", name=f"Person {i}", party=party, tenures=tenures, rank=rank)
            )
    for i, ((name, glyph, mode), rank) in enumerate(zip(_CHANNELS, spread(len(_CHANNELS)), strict=True)):
        fields = {"id": f"channel{i}", "name": name, "glyph": glyph, "mode": mode, "rank": rank}
        records.append(Channel.model_validate(fields))
    return records


def _phases(weeks: int, dice: random.Random) -> list[Record]:
    least, most = max(2, min(20, weeks // 12)), max(4, min(60, weeks // 5))
    phases: list[Record] = []
    start = 0.0
    while start < weeks:
        end = start + dice.randint(least, most)
        turn, place = divmod(len(phases), len(_PHASES))
        name = _PHASES[place] if not turn else f"{_PHASES[place]} {turn + 1}"
        phases.append(Phase(id=f"phase{len(phases)}", name=name, start=start, end=end))
        start = end + (2 if dice.random() < 0.05 else 0)
    return phases


def _touchpoints(count: int, roles: int, weeks: int, dice: random.Random) -> list[Touchpoint]:
    mood = [0] * roles
    starts = sorted(round(dice.random() * weeks * 5) / 5 for _ in range(count))
    found = []
    for i, start in enumerate(starts):
        members = _members(roles, dice)
        for member in members:
            mood[member] = max(-2, min(2, mood[member] + dice.choice((-1, 0, 0, 1))))
        long = dice.random() < 0.2
        found.append(
            Touchpoint(
                id=f"t{i:05}",
                title=f"{dice.choice(_VERBS)} {dice.choice(_THINGS)}{dice.choice(_TAILS)} {i + 1}",  # no two alike
                start=start,
                duration=Duration(value=dice.randint(1, 10), unit="day") if long else None,
                channel=f"channel{dice.randrange(len(_CHANNELS))}" if dice.random() < 0.9 else "",
                moment_of_truth=dice.random() < 0.04,
                participations=tuple(
                    Participation(
                        role=f"role{member}",
                        involvement="takes_part" if place else "leads",
                        feeling=mood[member] if dice.random() < 0.9 else None,
                        thought="Will this be ready in time?" if dice.random() < 0.1 else "",
                    )
                    for place, member in enumerate(members)
                ),
            )
        )
    return found


def _members(roles: int, dice: random.Random) -> list[int]:
    wanted = min(roles, dice.choices((1, 2, 3, 4, 6), (60, 25, 10, 4, 1))[0])
    first = dice.randrange(roles)
    members = {first}
    while len(members) < wanted:
        near = round(dice.gauss(first, 4))
        members.add(near if 0 <= near < roles else dice.randrange(roles))
    return [first, *sorted(members - {first})]


def _links(points: list[Touchpoint], dice: random.Random) -> list[Link]:
    links = []
    for i, source in enumerate(points):
        ahead = i + dice.randint(1, 12) if dice.random() < 0.97 else i - dice.randint(1, 12)
        if not 0 <= ahead < len(points):
            continue
        target = points[ahead]
        wait = Duration(value=dice.randint(1, 35), unit="day") if dice.random() < 0.2 else None
        link = Link(
            id=f"link{i:05}", source=source.id, target=target.id, kind=dice.choice(_LINKS), wait=wait,
            source_role=source.roles[0], target_role=target.roles[0] if dice.random() < 0.7 else "",
        )  # fmt: skip
        links.append(link)
    return links


def _pinned(points: list[Touchpoint], dice: random.Random) -> list[Record]:
    records: list[Record] = []
    for i, point in enumerate(points):
        about = Ref(kind="touchpoint", id=point.id)
        if dice.random() < 1 / 6:
            text = f"{dice.choice(_THINGS).capitalize()} takes too long{dice.choice(_TAILS)}"
            severity = dice.randint(1, 5)
            kind = dice.choice(_INSIGHTS)
            pin = about if dice.random() < 0.7 else Ref(kind="touchpoint", id=point.id, role=point.roles[0])
            records.append(Insight(id=f"insight{i:05}", kind=kind, text=text, refs=(pin,), severity=severity))
        if dice.random() < 1 / 40:
            measured = ServiceReading(measured=Duration(value=dice.randint(1, 40), unit="hour"))
            promised = Duration(value=dice.choice((4, 8, 24)), unit="hour")
            level = ServiceLevel(id=f"sla{i:05}", ref=about, promised=promised, readings=(measured,))
            records.append(level)
        if dice.random() < 1 / 50:
            records.append(
                Evidence(id=f"evidence{i:05}", title="Interview", n=dice.randint(1, 9), of=9, refs=(about,))
            )
    return records
