from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.ranks import between, spread


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60))
def test_there_is_always_room_between_two_ranks(places: list[int]) -> None:
    ranks = [""]
    for place in places:
        i = place % len(ranks)
        low = ranks[i]
        high = ranks[i + 1] if i + 1 < len(ranks) else ""
        ranks.insert(i + 1, between(low, high))
        assert ranks == sorted(set(ranks))
        assert not ranks[i + 1].endswith("0")


@pytest.mark.parametrize("backwards", [False, True])
def test_ranks_at_an_open_end_stay_short(backwards: bool) -> None:
    rank = ""
    for _ in range(10_000):
        new = between("", rank) if backwards else between(rank, "")
        assert not rank or (new < rank if backwards else new > rank)
        rank = new
    assert len(rank) <= 8


def test_ranks_always_put_in_the_same_place_grow_slowly() -> None:
    low, high = "U", "V"
    for _ in range(200):
        high = between(low, high)
    assert len(high) < 60


def test_ranks_go_on_past_the_last_and_before_the_first() -> None:
    assert between("zzzz", "") > "zzzz"
    assert between("", "0001") < "0001"


@pytest.mark.parametrize(("low", "high"), [("b", "a"), ("a", "a"), ("U", "U0"), ("", "0")])
def test_where_there_is_no_room_it_is_said(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no rank"):
        between(low, high)


@given(st.integers(0, 1000))
def test_spread_ranks_ascend_with_room_everywhere(count: int) -> None:
    ranks = list(spread(count))
    assert ranks == sorted(set(ranks))
    assert len(ranks) == count
    for low, high in zip(["", *ranks], [*ranks, ""], strict=True):
        between(low, high)
