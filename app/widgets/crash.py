"""The unexpected: written to a log file that the Help menu shows, told in a message; the program goes on."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from app import __version__
from app.files import preferences

MOST_BYTES = 512 * 1024
_REPEATS = 20  # the same place failing in every frame fills no disk


def log_path() -> Path:
    """Return where the log stands; it need not exist."""
    return preferences.folder() / "journeylines.log"


def record(text: str) -> None:
    """Add to the log; a log that has grown large is kept once under another name and begun anew."""
    path = log_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{now} Journeylines {__version__}\n{text.rstrip()}\n\n")


class Crash:
    """Takes every exception that nothing else took, from slots, events and threads."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._counts: dict[str, int] = {}
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take exceptions from now on."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Leave exceptions to whom they went before."""
        sys.excepthook, threading.excepthook = self._before

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception and tell of it; Ctrl+C ends the program as anywhere."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        place = "".join(traceback.format_tb(trace)[-1:]) + kind.__name__
        self._counts[place] = self._counts.get(place, 0) + 1
        if self._counts[place] <= _REPEATS:
            record("".join(traceback.format_exception(kind, error, trace)))
        if threading.current_thread() is threading.main_thread():
            self._tell(f"{kind.__name__}: {error}" if str(error) else kind.__name__)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)
