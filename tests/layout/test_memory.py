"""What layouts remember."""

from __future__ import annotations

from app.layout.memory import Recent


def test_lately_computed_results_are_found_again_by_equal_inputs() -> None:
    recent, computed = Recent(), []

    def made(number: int) -> list[int]:
        computed.append(number)
        return [number]

    first = recent.recall("card", (1, (2.0,)), lambda: made(1))
    recent.recall("card", (2, (2.0,)), lambda: made(2))
    assert recent.recall("card", (1, (2.0,)), lambda: made(3)) is first
    assert recent.recall("other", (1, (2.0,)), lambda: made(4)) == [4]
    assert computed == [1, 2, 4]


def test_what_was_not_asked_for_long_is_forgotten() -> None:
    recent = Recent()
    for number in range(40):
        recent.recall("card", (number,), lambda number=number: [number])  # type: ignore[misc]
    assert recent.recall("card", (39,), lambda: [-1]) == [39]
    assert recent.recall("card", (0,), lambda: [-1]) == [-1]
