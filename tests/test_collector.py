"""The collector of cycles is paused and comes back, whatever happens."""

from __future__ import annotations

import gc
import weakref

import pytest

from app.collector import (
    catch_up,
    look_at_all_again,
    pass_over_what_is_there,
    put_off_rounds,
    quiet_collector,
)


def test_it_is_paused_and_comes_back() -> None:
    with quiet_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="stop"), quiet_collector():
        raise ValueError("stop")
    assert gc.isenabled()


def test_who_had_paused_it_keeps_it_paused() -> None:
    gc.disable()
    try:
        with quiet_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_rounds_that_were_put_off_come_when_there_is_time() -> None:
    put_off_rounds()
    put_off_rounds()
    made = [[number] for number in range(5_000)]
    assert gc.get_count()[0] >= len(made)
    catch_up()
    assert gc.isenabled()
    assert gc.get_count()[0] < len(made)


def test_a_collector_at_rest_for_good_stays_so() -> None:
    gc.disable()
    try:
        put_off_rounds()
        catch_up()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_passed_over_is_found_again_once_all_is_looked_at() -> None:
    class Ring:
        def __init__(self) -> None:
            self.me = self

    gone: list[bool] = []
    weakref.finalize(ring := Ring(), gone.append, True)
    pass_over_what_is_there()
    try:
        del ring
        gc.collect()
        assert not gone
    finally:
        look_at_all_again()
    gc.collect()
    assert gone
