"""Making much without the collector of cycles walking through it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_is_put_off = False


@contextmanager
def quiet_collector() -> Iterator[None]:
    """Pause the collector: what is made stays and has no cycles, and walking it takes up to three quarters of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def put_off_rounds() -> None:
    """Let no round of the collector come between a deed and the frame that shows it; it may be at rest for good."""
    global _is_put_off  # noqa: PLW0603  (the process has one collector)
    _is_put_off = _is_put_off or gc.isenabled()
    gc.disable()


def catch_up() -> None:
    """Have the round that was put off, while nobody waits; from now on they come by themselves again."""
    global _is_put_off  # noqa: PLW0603
    if not _is_put_off:
        return
    _is_put_off = False
    gc.enable()
    young, middle, _ = gc.get_count()
    most_young, most_middle, _ = gc.get_threshold()
    if young > most_young:
        gc.collect(1 if middle > most_middle else 0)


def pass_over_what_is_there() -> None:
    """Let the collector look only at what is made from now on: a round over a large picture takes seconds."""
    gc.freeze()


def look_at_all_again() -> None:
    """Let the collector find what was left behind, once a picture has gone."""
    catch_up()
    gc.unfreeze()
