from __future__ import annotations

import pytest

from app.model.edits import clipboard
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Channel, Insight, Link, Person, Phase, Role, ServiceLevel, Touchpoint
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import days, insight, journey, link, role, steps, touch, weeks


def titles(j: Journey) -> list[str]:
    return [point.title for point in j.all(Touchpoint)]


def pasted(j: Journey, copy: tuple[object, ...], **how: object) -> list[Touchpoint]:
    before = {record.id for record in j.records()}
    j.apply(clipboard.paste(j, copy, **how))  # type: ignore[arg-type]
    assert_consistent(j)
    return [point for point in j.all(Touchpoint) if point.id not in before]


def test_a_copy_is_a_journey_of_its_own() -> None:
    j = small_world()
    copy = Journey.of(clipboard.copied(j, ["touch-sign", "touch-renew"]))
    assert titles(copy) == ["Sign", "Renew"]
    assert [found.kind for found in copy.all(Link)] == ["dependency"]
    assert {found.name for found in copy.all(Role)} == {"IT", "Legal", "Sales"}
    assert [found.name for found in copy.all(Person)] == ["Ada", "Bob"]
    assert len(copy.all(ServiceLevel)) == 1
    assert [found.name for found in copy.all(Phase)] == ["Buy", "Use"]
    assert_consistent(copy)


def test_phases_are_not_pasted() -> None:
    j = journey()
    pasted(j, clipboard.copied(small_world(), ["touch-sign"]))
    assert j.all(Phase) == ()


def test_an_insight_is_copied_when_it_is_about_nothing_else() -> None:
    j = small_world()
    assert [r.id for r in clipboard.copied(j, ["touch-kick-off"]) if isinstance(r, Insight)] == [
        "insight-pain-nobody-asked"
    ]


def test_a_duplicate_has_new_ids_and_remembers_its_origin() -> None:
    j = small_world()
    change = clipboard.duplicate(j, ["touch-sign", "touch-renew"], 2)
    assert change.label == "Duplicate 2 touchpoints"
    j.apply(change)
    new = [point for point in j.all(Touchpoint) if point.origin]
    assert [(point.origin, point.start) for point in new] == [("touch-sign", 11), ("touch-renew", 17)]
    assert new[0].participations == j.the(Touchpoint, "touch-sign").participations
    assert [(found.source, found.target) for found in j.links_of(new[0].id)] == [(new[0].id, new[1].id)]
    assert len(j.all(Role)) == 3
    assert len(j.all(ServiceLevel)) == 2
    assert_consistent(j)


def test_pasting_elsewhere_finds_roles_and_channels_by_name() -> None:
    j = journey(role(" it "), touch("Other", "Sales", at=0, channel="EMAIL"))
    (kick_off,) = pasted(j, clipboard.copied(small_world(), ["touch-kick-off"]), at=7)
    assert kick_off.start == 7
    assert j.the(Role, kick_off.roles[0]).name == " it "
    assert j.the(Channel, kick_off.channel).name == "EMAIL"
    assert sorted(found.name for found in j.all(Role)) == [" it ", "Legal", "Sales"]


def test_roles_that_are_nowhere_can_be_mapped_by_a_person() -> None:
    j = journey(role("Finance"), role("Sales"))
    copy = clipboard.copied(small_world(), ["touch-pilot"])
    assert [found.name for found in clipboard.roles_to_map(j, copy)] == ["IT"]
    (pilot,) = pasted(j, copy, roles={"role-it": "role-finance"})
    assert pilot.roles == ("role-finance", "role-sales")
    assert len(j.all(Role)) == 2


def test_two_roles_mapped_to_one_take_part_once() -> None:
    j = journey(role("Everybody"))
    copy = clipboard.copied(small_world(), ["touch-kick-off"])
    (kick_off,) = pasted(j, copy, roles={"role-it": "role-everybody", "role-legal": "role-everybody"})
    assert kick_off.roles == ("role-everybody",)
    assert kick_off.participations[0].feeling == 1


def test_a_role_mapped_to_nothing_is_added_even_where_the_name_is_known() -> None:
    j = journey(role("IT"), role("Sales"))
    pasted(j, clipboard.copied(small_world(), ["touch-pilot"]), roles={"role-it": ""})
    assert sorted(found.name for found in j.all(Role)) == ["IT", "IT", "Sales"]


def test_pasting_twice_gives_two_sets() -> None:
    j = journey()
    copy = clipboard.copied(small_world(), ["touch-pilot", "touch-sign"])
    first, second = pasted(j, copy), pasted(j, copy)
    assert not {point.id for point in first} & {point.id for point in second}
    assert len(j.all(Role)) == 3


def test_what_was_cut_can_be_pasted_back_later() -> None:
    j = small_world()
    copy = clipboard.copied(j, ["touch-sign"])
    j.apply(clipboard.cut(j, ["touch-sign"]))
    assert j.get("touch-sign") is None
    (sign,) = pasted(j, copy, at=30)
    assert (sign.title, sign.start, sign.origin) == ("Sign", 30, "touch-sign")


def test_times_are_converted_to_the_other_timeline() -> None:
    weekly = journey(
        touch("A", "IT", at=1, duration=weeks(1)),
        touch("B", "IT", at=3, planned_start=2),
        link("A", "B", wait=days(7)),
    )
    copy = clipboard.copied(weekly, ["touch-a", "touch-b"])
    daily, stepped = journey(unit="day"), journey(unit="step")
    a, b = pasted(daily, copy)
    assert (a.start, b.start, b.planned_start, a.duration) == (7, 21, 14, weeks(1))
    a, b = pasted(stepped, copy, at=0)
    assert (a.start, b.start, a.duration) == (0, 2, steps(1))
    assert stepped.all(Link)[0].wait == steps(1)


def test_pins_on_parts_follow_mapped_roles() -> None:
    j = journey(role("Finance"))
    source = journey(touch("A", "IT", at=1), insight("pain", "Slow", at="A", of="IT"))
    pasted(j, clipboard.copied(source, ["touch-a"]), roles={"role-it": "role-finance"})
    assert [ref.role for ref in j.all(Insight)[0].refs] == ["role-finance"]


def test_nothing_to_paste_or_duplicate_is_told() -> None:
    j = small_world()
    with pytest.raises(JourneyError, match="no touchpoint to paste"):
        clipboard.paste(j, [j.info])
    with pytest.raises(JourneyError, match="no touchpoint to duplicate"):
        clipboard.duplicate(j, [])
    with pytest.raises(JourneyError, match="no role with the id nobody"):
        clipboard.paste(j, clipboard.copied(j, ["touch-sign"]), roles={"role-legal": "nobody"})
