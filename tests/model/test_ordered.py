from __future__ import annotations

import random

import pytest

from app.model.ordered import Ordered, sort_key
from app.model.record import replaced
from app.model.records import Phase, Touchpoint
from tests.world import phase, touch


@pytest.mark.parametrize("size", [1, 3, 200])
def test_records_stay_in_order_however_many_change_at_once(size: int) -> None:
    dice = random.Random(size)
    known = {f"t{i}": touch(f"T{i}", "IT", at=dice.randrange(50), id=f"t{i}") for i in range(300)}
    ordered: Ordered[Touchpoint] = Ordered(known.values())
    for _ in range(20):
        gone = [known.pop(i) for i in dice.sample(sorted(known), min(size, len(known)))]
        come = [replaced(record, start=dice.randrange(50)) for record in gone[: dice.randint(0, size)]]
        known.update((record.id, record) for record in come)
        ordered.change(gone, come)
        assert ordered.all() == tuple(sorted(known.values(), key=sort_key))
        assert len(ordered) == len(known)


def test_the_tuple_is_made_once() -> None:
    ordered = Ordered([touch("B", "IT", at=2), touch("A", "IT", at=1)])
    assert ordered.all() is ordered.all()


def test_the_latest_at_a_time_is_found_among_equal_starts() -> None:
    ordered: Ordered[Phase] = Ordered([phase("Need", 0, 1), phase("Buy", 4, 6)])
    names = [found.name if (found := ordered.latest_at(time)) else "" for time in (-1, 0, 3, 4, 99)]
    assert names == ["", "Need", "Need", "Buy", "Buy"]
    assert Ordered[Phase]().latest_at(1) is None
