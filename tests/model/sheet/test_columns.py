from __future__ import annotations

import pytest

from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.parts import CustomField
from app.model.records import Channel, Insight, Role, Touchpoint
from app.model.sheet.column import Column
from app.model.sheet.columns import columns, sort_value
from app.model.sheet.filling import set_cell
from app.model.sheet.names import UnknownRole
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import days, insight, journey, link, phase, role, touch

KICK_OFF = "touch-kick-off"


def column(j: Journey, key: str) -> Column:
    return next(each for each in columns(j) if each.key == key)


def shown(j: Journey, key: str, touchpoint: str = KICK_OFF) -> str:
    return column(j, key).text(j, j.the(Touchpoint, touchpoint))


def write(j: Journey, key: str, text: str, touchpoint: str = KICK_OFF) -> Touchpoint:
    j.apply(set_cell(j, touchpoint, column(j, key), text))
    assert_consistent(j)
    return j.the(Touchpoint, touchpoint)


def test_the_columns_are_the_fields_those_of_each_role_and_the_teams_own() -> None:
    j = journey(touch("A", "IT", at=0, custom=(CustomField(name="Cost", value="3"),)), role("Legal"))
    keys = [each.key for each in columns(j)]
    assert keys[:7] == ["title", "phase", "start", "duration", "channel", "roles", "involvements"]
    assert "feeling role-it" in keys
    assert keys[-1] == "custom Cost"
    assert len(keys) == len(set(keys))


def test_cells_show_what_a_touchpoint_has() -> None:
    j = small_world()
    assert [shown(j, key) for key in ("title", "phase", "start", "duration", "channel", "roles", "involvements")] == [
        "Kick-off", "Need", "3", "2 days", "Email", "IT, Legal", "Leads, Takes part",
    ]  # fmt: skip
    assert shown(j, "feeling role-it") == "1"
    assert shown(j, "feeling role-sales") == ""
    assert shown(j, "planned_start") == "2.5"
    assert shown(j, "insights") == "1"


def test_who_leads_stands_first() -> None:
    j = small_world()
    write(j, "roles", "Legal, IT")
    assert shown(j, "roles") == "Legal, IT"
    assert shown(j, "involvements") == "Leads, Takes part"


def test_a_longer_list_of_roles_keeps_what_the_others_feel() -> None:
    j = small_world()
    kick_off = write(j, "roles", "IT, legal, SALES")
    assert kick_off.roles == ("role-it", "role-legal", "role-sales")
    assert kick_off.participations[0].feeling == 1


def test_a_shorter_list_of_roles_settles_links_and_pins() -> None:
    j = small_world()
    write(j, "roles", "IT")
    assert [ref.role for ref in j.all(Insight)[1].refs if ref.id == KICK_OFF] in ([""], [])
    assert not any(
        each.target_role == "role-legal" for each in j.links_of(KICK_OFF) if each.target == KICK_OFF
    )


def test_nobody_is_no_list_of_roles_and_a_stranger_is_told() -> None:
    j = small_world()
    with pytest.raises(JourneyError, match="At least one role"):
        set_cell(j, KICK_OFF, column(j, "roles"), " ")
    with pytest.raises(UnknownRole) as caught:
        set_cell(j, KICK_OFF, column(j, "roles"), "IT, Fiona")
    assert caught.value.name == "Fiona"


def test_a_feeling_lets_a_role_take_part_and_no_feeling_does_not() -> None:
    j = small_world()
    assert write(j, "feeling role-sales", "").roles == ("role-it", "role-legal")
    assert write(j, "feeling role-sales", "-2").participations[2].feeling == -2
    assert write(j, "feeling role-sales", "").participations[2].feeling is None


def test_the_involvement_of_a_role_makes_and_ends_its_part() -> None:
    j = small_world()
    assert write(j, "involvement role-sales", "C").participations[2].involvement == "is_consulted"
    assert shown(j, "involvement role-sales") == "Is consulted"
    assert write(j, "involvement role-sales", "").roles == ("role-it", "role-legal")
    write(j, "involvement role-it", "")
    with pytest.raises(JourneyError, match="At least one role"):
        set_cell(j, KICK_OFF, column(j, "involvement role-legal"), "")


def test_involvements_stand_in_the_order_of_the_roles() -> None:
    j = small_world()
    parts = write(j, "involvements", "Leads, is informed").participations
    assert [part.involvement for part in parts] == ["leads", "is_informed"]
    with pytest.raises(JourneyError, match="one involvement for each role"):
        set_cell(j, KICK_OFF, column(j, "involvements"), "Leads, Leads, Leads")


def test_the_phase_moves_the_touchpoint_as_far_into_it() -> None:
    j = journey(phase("Need", 0, 4), phase("Buy", 4, 12), touch("A", "IT", at=1))
    assert write(j, "phase", "buy", "touch-a").start == 6
    with pytest.raises(JourneyError, match="The phases are: Need, Buy"):
        set_cell(j, "touch-a", column(j, "phase"), "Sell")


def test_times_are_dates_where_the_journey_has_a_start_date() -> None:
    j = journey(touch("A", "IT", at=1.5), unit="day", start_date="2026-01-05")
    assert shown(j, "start", "touch-a") == "2026-01-06 12:00"
    assert write(j, "start", "12.1.2026", "touch-a").start == 7


def test_what_stands_in_a_cell_already_changes_nothing() -> None:
    j = journey(touch("A", "IT", at=1 / 3))
    assert set_cell(j, "touch-a", column(j, "start"), "0.3333").is_empty


def test_a_new_channel_comes_with_the_cell() -> None:
    j = small_world()
    kick_off = write(j, "channel", "Fax")
    assert j.the(Channel, kick_off.channel).name == "Fax"
    assert write(j, "channel", "").channel == ""


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("title", "Two\nlines", "title", "Two lines"), ("duration", "3 days", "duration", days(3)),
        ("duration", "", "duration", None), ("moment_of_truth", "x", "moment_of_truth", True),
        ("tags", "risk, legal; Risk", "tags", ("risk", "legal")), ("deviation", "ad hoc", "deviation", "ad_hoc"),
        ("deviation", "", "deviation", "as_planned"), ("planned_start", "4,5", "planned_start", 4.5),
        ("planned_start", "", "planned_start", None), ("description", "Long\nstory", "description", "Long\nstory"),
        ("path", "B", "path", "B"),
    ],
)  # fmt: skip
def test_a_cell_writes_its_field(key: str, text: str, field: str, value: object) -> None:
    assert getattr(write(small_world(), key, text), field) == value


def test_action_and_thought_are_those_of_who_leads() -> None:
    j = small_world()
    write(j, "roles", "Legal, IT")
    kick_off = write(j, "thought", "Why me?")
    legal = kick_off.participation("role-legal")
    assert legal is not None
    assert legal.thought == "Why me?"


def test_own_fields_come_change_and_go() -> None:
    j = journey(
        touch(
            "A",
            "IT",
            at=0,
            custom=(CustomField(name="Cost", value="3"), CustomField(name="Owner", value="Ada")),
        )
    )
    assert write(j, "custom Cost", "4", "touch-a").custom[0] == CustomField(name="Cost", value="4")
    assert [field.name for field in write(j, "custom Cost", "", "touch-a").custom] == ["Owner"]


def test_a_cell_that_follows_from_the_journey_cannot_be_written() -> None:
    j = journey(touch("A", "IT", at=0), insight("pain", "Slow", at="A"))
    with pytest.raises(JourneyError, match="cannot be written here"):
        set_cell(j, "touch-a", column(j, "insights"), "7")


def test_empty_cells_have_no_value_to_sort_by() -> None:
    j = journey(
        touch("A", "IT", at=0),
        touch("b", "IT", at=1, duration=days(9)),
        touch("", "IT", at=2),
        link("A", "b"),
    )
    values = [sort_value(column(j, "title"), j, point) for point in j.all(Touchpoint)]
    assert values == ["a", "b", None]
    assert sort_value(column(j, "duration"), j, j.the(Touchpoint, "touch-b")) == pytest.approx(9 / 7)
    assert len(j.all(Role)) == 1
