from __future__ import annotations

import pytest

from app.model.likeness import alike, likely_role
from tests.world import journey, role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CFO", "C.F.O."), ("CFO", "Chief Financial Officer"), ("Finance Director", "finance directors"),
        ("Head of Operations", "Operations head"), ("IT-Manager", "it manager"), ("Procurment", "Procurement"),
        ("Käufer", "Kaeufer"), ("Achats", "achats "),
    ],
)  # fmt: skip
def test_names_that_mean_the_same_are_alike(one: str, other: str) -> None:
    assert alike(one, other) > 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IT manager", "HR manager"),
        ("CFO", "CEO"),
        ("User", "Buyer"),
        ("", "IT"),
        ("!?", "!?"),
        ("Legal", "Logistics"),
    ],
)
def test_names_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert alike(one, other) <= 0.6


def test_the_likeliest_role_is_found_or_none() -> None:
    j = journey(role("Account manager"), role("Sales manager"), role("Legal"))
    assert likely_role(j, "Accounts manager") == "role-account-manager"
    assert likely_role(j, "Auditor") == ""
    assert likely_role(journey(), "Auditor") == ""
