"""By what a file is known to be still the one that was read or written: its size, its time, and a digest of what is in it."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from app.files import reading
from app.model.errors import JourneyError


class Stamp(NamedTuple):
    """A file as it was at one moment."""

    size: int
    mtime_ns: int
    digest: str


def digest_of(data: bytes) -> str:
    """Return what two files have in common only when they hold the same."""
    return blake2b(data, digest_size=16).hexdigest()


def read_with_stamp(path: Path) -> tuple[bytes, Stamp]:
    """Return what is in the file, and its stamp; raises JourneyError where it cannot be read."""
    mtime_ns = _mtime_ns(path)  # before reading: what is written meanwhile has a later one
    data = reading.read_bytes(path)
    return data, Stamp(len(data), mtime_ns, digest_of(data))


def stamp_of_written(path: Path, data: bytes) -> Stamp:
    """Return the stamp of a file that was written just now."""
    return Stamp(len(data), _mtime_ns(path), digest_of(data))


def current(path: Path, known: Stamp) -> Stamp | None:
    """Return the file's stamp as it is now, none where the file is gone.

    It is `known` itself where size and time are as they were; only else what is in the file is read.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    if (found.st_size, found.st_mtime_ns) == (known.size, known.mtime_ns):
        return known
    try:
        return read_with_stamp(path)[1]
    except JourneyError:
        return Stamp(found.st_size, found.st_mtime_ns, "")


def _mtime_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
