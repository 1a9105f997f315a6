"""What ends the program at once, outside Python: written down by the interpreter, taken into the log by the next start."""

from __future__ import annotations

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.files import preferences
from app.widgets import crash

_MOST_READ = 64 * 1024


def path() -> Path:
    """Return where a fault is written; it need not exist."""
    return preferences.folder() / "journeylines.fault.log"


class Faults:
    """Has the interpreter write down where each thread was when the program falls."""

    def __init__(self) -> None:
        self._file: IO[str] | None = None

    def install(self) -> None:
        """Take the fault of an earlier run into the log and write down the next; a read-only folder is no hindrance."""
        with suppress(OSError):
            path().parent.mkdir(parents=True, exist_ok=True)
            self._file = path().open("a+", encoding="utf-8", errors="backslashreplace")
            self._file.seek(0)
            earlier = self._file.read(_MOST_READ)
            if earlier.strip():
                crash.record(f"An earlier run ended here:\n{earlier}")
                self._file.truncate(0)
            faulthandler.enable(self._file)

    def remove(self) -> None:
        """Leave faults to the system again."""
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
            self._file = None
