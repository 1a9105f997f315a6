from __future__ import annotations

import pytest

from app.model.change import Change
from app.model.errors import JourneyError
from app.model.records import Channel, Phase, Role
from app.model.sheet.names import Names, UnknownRole, split_names
from tests.world import channel, journey, phase, role


def test_names_are_split_at_commas_semicolons_and_lines_and_stand_once() -> None:
    assert split_names(" IT,Legal; it\nSales ,, ") == ("IT", "Legal", "Sales")
    assert split_names("") == ()


def test_known_names_may_have_commas() -> None:
    j = journey(role("Legal, Risk and Audit"), role("IT"))
    assert Names(j).role_names("it, Legal,  Risk and Audit, Sales") == (
        "it",
        "Legal, Risk and Audit",
        "Sales",
    )


def test_a_role_is_found_by_its_name_without_case_and_needless_blanks() -> None:
    assert Names(journey(role("IT manager"))).role("  it  Manager") == "role-it-manager"


def test_an_unknown_role_is_told_unless_a_person_said_what_it_means() -> None:
    j = journey(role("IT"))
    with pytest.raises(UnknownRole, match="no role “Fiona”"):
        Names(j).role("Fiona")
    assert Names(j, {"fiona": "role-it"}).role("Fiona") == "role-it"
    names = Names(j, {"Fiona": ""})
    assert names.role("FIONA") == names.role("fiona")
    j.apply(Change(tuple(names.new)))
    assert [each.name for each in j.all(Role)] == ["IT", "FIONA"]


def test_new_channels_are_added_once_with_the_glyph_that_fits() -> None:
    j = journey(channel("Email"))
    names = Names(j)
    assert names.channel("EMAIL") == "channel-email"
    assert names.channel("") == ""
    assert names.channel("Video call") == names.channel("video call ")
    names.channel("Parcel")
    names.channel("Smoke signal")
    j.apply(Change(tuple(names.new)))
    assert [(each.name, each.glyph) for each in j.all(Channel)][1:] == [
        ("Video call", "video"), ("Parcel", "parcel"), ("Smoke signal", ""),
    ]  # fmt: skip


def test_some_role_is_the_first_or_a_new_one() -> None:
    assert Names(journey(role("IT"), role("Legal"))).some_role() == "role-it"
    names = Names(journey())
    assert names.some_role() == names.some_role()
    assert [getattr(record, "name", "") for record in names.new] == ["Unassigned"]


def test_new_phases_stand_behind_the_others_and_have_room() -> None:
    j = journey(phase("Need", 0, 4))
    names = Names(j)
    names.phases_to_add(["Buy", "need", "Use", "buy", ""])
    j.apply(Change(tuple(names.new)))
    assert [(each.name, each.start, each.end) for each in j.all(Phase)] == [
        ("Need", 0, 4),
        ("Buy", 4, 6),
        ("Use", 6, 7),
    ]
    assert names.phase_at(6.5) is names.phase("USE")
    with pytest.raises(JourneyError, match="The phases are: Need, Buy, Use"):
        Names(j).phase("Renew")
