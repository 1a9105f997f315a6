"""A layout that follows another one equals a layout from scratch, whatever was edited in between."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import fields

from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Layout
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.parts import Participation, ServiceReading
from app.model.record import Duration, Record, Ref, replaced
from app.model.records import Channel, Evidence, Insight, Link, Person, Phase, Role, ServiceLevel, Touchpoint
from app.model.view import View
from tests.world import large_journey


def _of_touchpoint(
    point: Touchpoint, other: Touchpoint, role: Role, name: str, dice: random.Random
) -> list[Record]:
    first, rest = point.participations[0], point.participations[1:]
    start = point.start + dice.choice((-30, -3, -0.4, 0.1, 0.4, 2, 9, 60))
    felt = replaced(first, feeling=dice.choice((None, -2, 0, 2)))
    return [
        replaced(point, title=dice.choice(("A", "A longer title of something", "Call " * 9))),
        replaced(point, start=max(0.0, start)),
        replaced(point, start=max(0.0, start)),
        replaced(point, start=other.start),
        replaced(point, participations=(felt, *rest)),
        replaced(point, participations=(*point.participations, Participation(role=role.id, feeling=1))),
        replaced(point, participations=(replaced(first, role=role.id),)),
        replaced(point, moment_of_truth=not point.moment_of_truth),
        replaced(point, duration=Duration(value=dice.choice((1, 2, 5)), unit="day")),
        Touchpoint(id=name, title="New", start=point.start + 0.3, participations=(first,)),
    ]


def _of_others(world: Journey, point: Touchpoint, other: Touchpoint, role: Role, name: str, dice: random.Random) -> list[Record]:  # fmt: skip
    pin = (Ref(kind="touchpoint", id=point.id),)
    reading = ServiceReading(measured=Duration(value=dice.choice((0.5, 9)), unit="hour"))
    promised = Duration(value=1, unit="hour")
    found: list[Record] = [
        replaced(dice.choice(world.all(Link)), wait=Duration(value=dice.choice((1, 40)), unit="week")),
        replaced(dice.choice(world.all(Insight)), text="Other words " * dice.choice((1, 5))),
        Insight(id=name, kind=dice.choice(("pain", "idea")), text="fresh", refs=pin),
        ServiceLevel(id=name, kind="response", ref=pin[0], promised=promised, readings=(reading,)),
        Evidence(id=name, kind="survey", quote="I said so", refs=pin),
        replaced(role, name=dice.choice(("X", "Chief of everything under the sun"))),
        replaced(role, rank=dice.choice(world.all(Role)).rank + "m"),
        Role(id=name, name="Newcomer", rank="zz"),
        replaced(dice.choice(world.all(Phase)), name=dice.choice(("Ph", "A long name of a phase"))),
        replaced(dice.choice(world.all(Channel)), glyph=dice.choice(("web", "phone"))),
        replaced(world.info, title=dice.choice(("T", "Long title " * 9))),
    ]
    if point.id != other.id:
        found.append(Link(id=name, source=point.id, target=other.id, label=dice.choice(("", "words"))))
    return found


def change_of(world: Journey, dice: random.Random) -> Change:
    """Return any edit."""
    point, other = dice.choice(world.all(Touchpoint)), dice.choice(world.all(Touchpoint))
    role, name = dice.choice(world.all(Role)), f"n{dice.randrange(10**9)}"
    if dice.random() < 0.12:
        return Change(remove=(dice.choice(world.all(Link)).id,))
    if dice.random() < 0.08:
        return Change(remove=(point.id, *(record.id for record in world.referring_to(point.id))))
    if dice.random() < 0.08:
        many = (replaced(point, id=f"{name}-{n}", start=point.start + 0.01 * n) for n in range(30))
        return Change(put=tuple(many))
    if world.all(Person) and dice.random() < 0.06:
        people = [replaced(part, person=dice.choice(world.all(Person)).id) for part in point.participations]
        return Change(put=(replaced(point, participations=tuple(people)),))
    choices = _of_touchpoint(point, other, role, name, dice)
    if dice.random() < 0.5:
        choices = _of_others(world, point, other, role, name, dice)
    return Change(put=(dice.choice(choices),))


def _seen_otherwise(view: View, world: Journey, dice: random.Random) -> View:
    if dice.random() < 0.1:
        hidden = dice.sample([role.id for role in world.all(Role)], dice.choice((0, 1, 2)))
        view = replaced(view, hidden_roles=tuple(hidden))
    if dice.random() < 0.06:
        view = replaced(view, first=dice.choice((None, 5.0)), last=dice.choice((None, 30.0)))
    return view


def _differing(one: Layout, other: Layout) -> list[str]:
    """Return the names of what differs, memory left out."""
    names = [field.name for field in fields(one) if field.name != "memory"]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


@pytest.mark.parametrize("seed", range(6))
def test_a_layout_that_follows_edits_equals_one_from_scratch(seed: int) -> None:
    dice = random.Random(seed)
    world = large_journey((40, 120, 260)[seed % 3], dice.choice((3, 8, 50)), seed=seed)
    view = View(
        spacing=("proportional", "even")[seed % 2], detail=("compact", "standard", "full")[seed // 2],
        channel_row=dice.choice(("on", "auto")),
    )  # fmt: skip
    placed, history = layout(world, view, fixed_measure), History()
    for _ in range(7):
        try:
            if history.can_undo and dice.random() < 0.25:
                history.undo(world)
            else:
                history.do(world, change_of(world, dice))
        except JourneyError:
            continue
        view = _seen_otherwise(view, world, dice)
        placed = layout(world, view, fixed_measure, placed)
        assert _differing(placed, layout(world, view, fixed_measure)) == [], history.undo_label
