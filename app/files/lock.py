"""A lock on a file that the system takes away when the program ends, however it ends; for Windows, macOS and Linux."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 10  # somebody may remove the file between our opening it and our locking it
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK)


class Lock:
    """A held lock. It ends with `release`, or with the program."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others have it, and remove the file; a second call does nothing."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if sys.platform != "win32":  # there a file that is open cannot be removed
            with suppress(OSError):
                self.path.unlink()
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()


def acquire(path: Path) -> Lock | None:
    """Return the lock on the file, which is made where it is not there; none where somebody holds it.

    Within one program too only one can hold it. Raises OSError where the folder refuses files or locks.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(_TRIES):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _take(descriptor):
                os.close(descriptor)
                return None
            if _is_the_same(descriptor, path):
                return Lock(path, descriptor)
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # a file that its former holder removed meanwhile
    return None


def _take(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def _is_the_same(descriptor: int, path: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    held = os.fstat(descriptor)
    return (held.st_dev, held.st_ino) == (there.st_dev, there.st_ino)
