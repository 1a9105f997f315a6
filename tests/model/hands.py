"""A hand that Hypothesis moves, and a world for it to work in."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TypeVar

import pytest
from hypothesis import strategies as st

from app.model.journey import Journey
from app.model.record import Ref, replaced
from app.model.records import (
    Attachment,
    Fact,
    Guard,
    IssueThread,
    Metric,
    MetricReading,
    Reading,
    Relation,
    SavedView,
    ServiceReading,
    Tenure,
    UnknownRecord,
)
from app.model.view import View
from tests.world import (
    channel,
    days,
    evidence,
    hours,
    id_of,
    insight,
    journey,
    link,
    party,
    person,
    phase,
    role,
    service_level,
    touch,
    weeks,
)

Thing = TypeVar("Thing")

TITLES = ("", "Kick-off", "IT", "Überprüfung der Verträge 契約 🚀", "x" * 301, "two\nlines")


class DrawnHand:
    """Choices from Hypothesis, so that a failing sequence shrinks."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def pick(self, things: Sequence[Thing]) -> Thing:
        return things[self._data.draw(st.integers(0, len(things) - 1))]

    def number(self, low: int, high: int) -> int:
        return self._data.draw(st.integers(low, high))

    def title(self) -> str:
        return self._data.draw(st.sampled_from(TITLES))


class RandomHand:
    """Choices from a seeded generator."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice

    def pick(self, things: Sequence[Thing]) -> Thing:
        return self._dice.choice(things)

    def number(self, low: int, high: int) -> int:
        return self._dice.randint(low, high)

    def title(self) -> str:
        return self._dice.choice(TITLES)


@contextmanager
def counted_ids() -> Iterator[None]:
    """Let new ids count up, so that a sequence of edits is the same when it is run again."""
    numbers = count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.model.ids.secrets.token_hex", lambda size: f"{next(numbers):0{size * 2}x}")
        yield


def small_world() -> Journey:
    """Return a journey that has a record of every kind and a reference of every sort."""
    kick_off = touch("Kick-off", "IT", "Legal", at=3, channel="Email", duration=days(2), feelings={"IT": 1})
    reading = MetricReading(metric="metric-csat", value=4, role="role-it", evidence="evidence-survey")
    kick_off = replaced(
        kick_off, readings=(reading,), thread="thread-7", attachments=("file-1",), planned_start=2.5
    )
    sign = touch("Sign", "Legal", at=9, feeling=-1)
    parts = (replaced(sign.participations[0], person="person-ada"),)
    return journey(
        role("IT", party="Acme", relations=(Relation(kind="asks", role="role-legal"),), avatar="file-1"),
        role("Legal", party="Acme"),
        role("Sales", party="Seller"),
        party("Acme", facts=(Fact(name="Share", readings=(Reading(value=60, evidence="evidence-survey"),)),)),
        party("Seller", "supplier"),
        replaced(
            person("Ada", party="party-acme"),
            tenures=(Tenure(role="role-legal", start=0, end=8),),
            guards=(Guard(person="person-bob"),),
        ),
        person("Bob", "IT"),
        channel("Email"),
        channel("Phone"),
        phase("Need", 0, 4),
        phase("Buy", 4, 10),
        phase("Use", 12, 20),
        Metric(id="metric-csat", name="CSAT"),
        Attachment(id="file-1", media_type="image/png", link="face.png"),
        IssueThread(id="thread-7", title="Ticket 7", refs=(Ref(kind="touchpoint", id=id_of("touch", "Pilot")),)),
        kick_off,
        replaced(sign, participations=parts),
        touch("Pilot", "IT", "Sales", at=5, channel="Phone"),
        touch("Renew", "Sales", "Legal", "IT", at=15),
        link("Kick-off", "Sign", source_role="role-it", target_role="role-legal", wait=weeks(2)),
        link("Pilot", "Sign", "information"),
        link("Sign", "Renew", "dependency", wait_limit=days(3)),
        link("Renew", "Pilot", "alternative"),
        insight("pain", "Nobody asked", at="Kick-off", of="Legal"),
        insight("idea", "Ask earlier", of="Legal"),
        evidence("Survey", at="Pilot", contact_owner="person-bob"),
        replaced(
            service_level("Renew", hours(4)),
            readings=(ServiceReading(measured=hours(31), evidence="evidence-survey"),),
        ),
        SavedView(id="view-1", name="Legal only", view=View(solo_role="role-legal", first=1, last=9)),
        UnknownRecord(id="future-1", kind="hologram", json_text='{"id": "future-1"}'),
        wait_limit=weeks(3),
    )  # fmt: skip
