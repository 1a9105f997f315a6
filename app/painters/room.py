"""Whether there is memory left for Qt, which hangs or ends the program where it finds none."""

from __future__ import annotations

import mmap

_NEEDED = 176 * 1024 * 1024  # for the libraries, their threads, and the strips of a picture


def ensure_room() -> None:
    """Raise MemoryError where so much could not be had; nothing is taken."""
    try:
        mmap.mmap(-1, _NEEDED).close()
    except OSError:
        raise MemoryError from None
