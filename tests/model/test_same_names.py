from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export import hidden_roles
from app.model.capture.known import Known
from app.model.edits.clipboard import copied, paste
from app.model.edits.roles import rename_role
from app.model.journey import Journey
from app.model.library import channel_looks
from app.model.records import Role
from app.model.same_names import ByName, name_key, named
from app.model.sheet.names import Names
from tests.world import journey, role, touch

ALIKE = (
    "Crème brûlée",
    " crème  BRÛLÉE ",
    "creme brulee",
    "Cre\u0300me bru\u0302le\u0301e",
    "CREME\u00a0BRULEE",
)


@pytest.mark.parametrize("name", ALIKE)
def test_names_are_the_same_whatever_their_capitals_accents_and_blanks(name: str) -> None:
    assert name_key(name) == "creme brulee"


def test_letters_that_are_no_accented_ones_stay_apart() -> None:
    assert name_key("ガス") != name_key("カス")
    assert name_key("Bank") != name_key("Bänke")


@given(st.text(max_size=20))
def test_a_name_is_its_own_and_so_is_its_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
    assert (name in ByName([(name, 1)])) == bool(name_key(name))


def test_who_is_spelt_just_so_goes_before_who_is_spelt_alike() -> None:
    people = ["Muller", "Müller"]
    assert [named(people, name, str) for name in ("müller", "MULLER", "Mu\u0308ller", "Weber", "")] == [
        "Müller", "Muller", "Müller", None, None,
    ]  # fmt: skip
    assert named(["Müller"], "muller", str) == "Müller"


def both() -> Journey:
    return journey(
        Role(id="plain", name="Muller"), Role(id="dots", name="Müller"), Role(id="cafe", name="Café")
    )


WAYS = {
    "a cell": lambda j, name: Names(j).role(name),
    "a captured line": lambda j, name: Known(j).exact_role(name).id,
    "the command line": lambda j, name: (
        {each.id for each in j.all(Role)} - set(hidden_roles(j, name))
    ).pop(),
    "a paste": lambda j, name: _pasted_to(j, name),
}


def _pasted_to(j: Journey, name: str) -> str:
    other = journey(role("elsewhere"), touch("There", "elsewhere", at=1))
    other.apply(rename_role(other, "role-elsewhere", name))
    put = paste(j, copied(other, ["touch-there"])).put
    return put[0].participations[0].role  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_name_a_role_finds_the_same_one(way: str) -> None:
    find = WAYS[way]
    for name, meant in (("MÜLLER", "dots"), ("muller", "plain"), ("cafe", "cafe"), ("CAFÉ", "cafe")):
        assert find(both(), name) == meant, name


def test_two_roles_that_differ_by_an_accent_can_stand_in_one_cell() -> None:
    names = Names(both())
    assert names.role_names("Müller, Muller, müller") == ("Müller", "Muller")


def test_usual_channels_are_known_by_the_same_rule() -> None:
    assert channel_looks(" vidéo  CALL") == channel_looks("Video call")
