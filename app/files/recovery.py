"""What a program that was killed left behind: found at the next start, given back, or set aside; never just deleted."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.files import lock, preferences, recovery_log
from app.files.catalogue import open_journey
from app.files.recovery_log import Header, Replayed
from app.model.errors import JourneyError

_SUFFIX = ".log"
_KEPT_S = 60 * 24 * 3600.0  # what was set aside stays this long


def folder() -> Path:
    """Return where recovery logs stand; it need not exist."""
    return preferences.folder() / "recovery"


def aside() -> Path:
    """Return where logs stand that were discarded or cannot be read; it need not exist."""
    return folder() / "aside"


@dataclass
class Orphan:
    """A log whose program has ended; nobody else can take it while we hold its lock."""

    path: Path
    lock: lock.Lock
    when: datetime  # of the last step

    def header(self) -> Header:
        """Return whose log it is; raises JourneyError where that cannot be read."""
        return recovery_log.read_header(self.path)

    def replay(self) -> Replayed:
        """Return what it gives back; raises JourneyError where that is nothing."""
        return recovery_log.replay(self.path)

    def keep_copy(self) -> None:
        """Set a copy aside: going on with the log cuts off what cannot be read."""
        target = _free_place(self.path)
        with suppress(OSError):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(self.path, target)

    def is_in_file(self, found: Replayed) -> bool:
        """Tell whether the document's file holds the journey: then the end came right after opening or saving."""
        path = Path(found.header.path)
        try:
            return bool(found.header.path) and path.is_file() and open_journey(path) == found.journey
        except (JourneyError, OSError, ValueError):
            return False

    def set_aside(self) -> Path | None:
        """Move it out of the way; return where to."""
        target = _free_place(self.path)
        moved = None
        with suppress(OSError):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.replace(target)
            moved = target
            os.utime(target)  # it is kept from now on, however old its last step is
        self.lock.release()
        return moved

    def remove(self) -> None:
        """Remove it: its document is saved."""
        with suppress(OSError):
            self.path.unlink()
        self.lock.release()

    def leave(self) -> None:
        """Leave it for another time."""
        self.lock.release()


def orphans() -> list[Orphan]:
    """Return the logs of programs that have ended, the latest first, each with its lock held."""
    found: list[Orphan] = []
    with suppress(OSError):
        for entry in os.scandir(folder()):
            if entry.name.endswith(_SUFFIX) and entry.is_file(follow_symlinks=False):
                orphan = _orphan(Path(entry.path))
                if orphan is not None:
                    found.append(orphan)
    return sorted(found, key=lambda orphan: orphan.when, reverse=True)


def put_back(aside: Path, path: Path) -> None:
    """Let a log that was set aside be found again, where nothing has taken its place."""
    with suppress(OSError):
        if not path.exists():
            aside.replace(path)


def forget_old() -> None:
    """Remove what was set aside long ago."""
    with suppress(OSError):
        for entry in os.scandir(aside()):
            if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < time.time() - _KEPT_S:
                Path(entry.path).unlink()


def _orphan(path: Path) -> Orphan | None:
    try:
        held = lock.acquire(path.with_suffix(".lock"))
    except OSError:
        return None
    if held is None:
        return None
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:  # its program ended just now and removed it
        held.release()
        return None
    return Orphan(path, held, when)


def _free_place(path: Path) -> Path:
    target = aside() / path.name
    return target if not target.exists() else aside() / f"{path.stem}-{os.urandom(4).hex()}{path.suffix}"
