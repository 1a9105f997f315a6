"""The worker that appends steps and drafts to recovery logs and has them on the disk within a second.

A log is always either readable or not there: a new beginning is swapped in as any file we write, and steps are only
appended. Where the disk refuses, that is told once, editing goes on, and the worker tries again.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from app.files import lock
from app.files.recovery_file import Begin, Command, Drafted, LogFile
from app.files.recovery_log import MOST_STEPS, NO_STEP, Header, Step, Unsaid
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.record import Record

GATHER_S = 0.2  # what comes within this time goes to the disk together
AGAIN_S = 3.0  # after a refusal
COMPACT_BYTES = 4 * 1024 * 1024
COMPACT_STEPS = MOST_STEPS // 4
MOST_WAITING = 2_000  # steps; more are not kept in memory while the disk refuses
_JOIN_S = 10.0


class Log:
    """The recovery log of one document; all methods are called in one thread and return at once."""

    def __init__(
        self, writer: Writer, describe: Callable[[], Header], held: LogFile, *, is_new: bool
    ) -> None:
        self._writer = writer
        self._describe = describe
        self._held = held
        self._wants_base = is_new
        self._has_steps = not is_new
        self._drafts: tuple[Unsaid, ...] = ()
        self._commands: list[Command] = []
        self.is_over = False  # closed or left; a step begins it anew

    @property
    def path(self) -> Path:
        """Where the log stands while there is something to recover."""
        return self._held.path

    def take(self, step: Step, records: Callable[[], Sequence[Record]]) -> None:
        """Note a step that was just done; `records` gives the journey's records as they are after it."""
        self.is_over = False
        with self._writer.condition:
            self._has_steps = True
            if self._wants_base:
                self._begin(records, step)
            else:
                self._commands.append(step)
        self._writer.wake(self)

    def draft(self, drafts: tuple[Unsaid, ...], records: Callable[[], Sequence[Record]]) -> None:
        """Note all that is being typed now; what was before holds no more."""
        if not self._has_steps and not drafts:
            self.clear()
            return
        self.is_over = False
        with self._writer.condition:
            self._drafts = drafts
            if self._wants_base:
                self._begin(records, NO_STEP if self._has_steps else None)
            else:
                self._commands.append(Drafted(drafts))
        self._writer.wake(self)

    def _begin(self, records: Callable[[], Sequence[Record]], step: Step | None) -> None:
        self._wants_base = False
        self._commands = [Begin(self._describe(), records(), step, self._drafts)]

    def clear(self) -> None:
        """There is nothing to recover: all was saved."""
        self._begin_anew_after("clear")

    def begin_anew(self) -> None:
        """Begin with the journey as it is before the next step: what came before was saved."""
        with self._writer.condition:
            self._wants_base = True

    def close(self) -> None:
        """The document was closed: remove the log."""
        self.is_over = True
        self._begin_anew_after("close")

    def leave(self) -> None:
        """The program ends with the document open: leave the log for the next start."""
        self.is_over = True
        with self._writer.condition:
            self._commands.append("leave")
        self._writer.wake(self)

    def _begin_anew_after(self, command: Literal["clear", "close"]) -> None:
        with self._writer.condition:
            self._wants_base, self._has_steps, self._drafts = True, False, ()
            self._commands = [command]
        self._writer.wake(self)

    def work(self) -> None:
        """Write what there is to write; called by the worker. Raises OSError or JourneyError."""
        with self._writer.condition:
            new, self._commands = self._commands, []
        held = self._held
        try:
            held.work(new)
        finally:
            is_large = held.grown_bytes > max(COMPACT_BYTES, held.base_bytes)
            if is_large or held.number >= COMPACT_STEPS or len(held.waiting) > MOST_WAITING:
                self.begin_anew()

    def let_go(self) -> None:
        """Hold the file no more: the worker has ended."""
        self._held.let_go()
        self.begin_anew()

    def give_up(self) -> None:
        """Write nothing of what waits; the next step begins a new log."""
        self._held.waiting = []
        self.begin_anew()

    def lost_file(self) -> bool:
        """Tell whether somebody removed the log; the next step then begins a new one."""
        is_lost = self._held.is_lost()
        if is_lost:
            self.begin_anew()
        return is_lost


class Writer:
    """The worker for all logs of the program.

    `tell` is called from it: with what is wrong when the disk begins to refuse, with none when it takes all again.
    """

    def __init__(self, folder: Path, tell: Callable[[JourneyError | None], None]) -> None:
        self.condition = threading.Condition()
        self._folder = folder
        self._tell = tell
        self._logs: list[Log] = []
        self._busy: list[Log] = []  # in the order in which they woke the worker
        self._thread: threading.Thread | None = None
        self._is_ending = False
        self._is_failing = False
        self._is_working = False

    def new_log(self, describe: Callable[[], Header]) -> Log:
        """Return the log for a document; nothing is written before its first step."""
        return self._log(describe, LogFile(self._folder / f"{os.urandom(8).hex()}.log"), is_new=True)

    def continued_log(
        self, path: Path, held_lock: lock.Lock, entries: int, good_bytes: int, describe: Callable[[], Header]
    ) -> Log:
        """Return the log for a document that was recovered from it; it goes on behind what could be read."""
        held = LogFile(path, held_lock, None, entries, good_bytes, good_bytes)
        return self._log(describe, held, is_new=False)

    def _log(self, describe: Callable[[], Header], held: LogFile, *, is_new: bool) -> Log:
        log = Log(self, describe, held, is_new=is_new)
        self._logs = [*(each for each in self._logs if not each.is_over), log]
        return log

    def wake(self, log: Log) -> None:
        """Have the worker look at the log soon."""
        with self.condition:
            if log not in self._busy:
                self._busy.append(log)
            if self._thread is None:
                self._is_ending = False
                self._thread = threading.Thread(target=self._work, name="recovery", daemon=True)
                self._thread.start()
            self.condition.notify_all()

    def flush(self, timeout_s: float = _JOIN_S) -> bool:
        """Wait until all is on the disk; tell whether it is."""
        with self.condition:
            self.condition.wait_for(lambda: self._is_idle or self._is_failing, timeout_s)
            return self._is_idle

    def close(self) -> None:
        """Write what is left and end the worker; logs that are open stay for the next start."""
        with self.condition:
            thread, self._is_ending = self._thread, True
            self.condition.notify_all()
        if thread is not None:
            thread.join(_JOIN_S)
            self._thread = None
        for log in self._logs:
            log.let_go()

    @property
    def _is_idle(self) -> bool:
        return not self._busy and not self._is_working

    def _work(self) -> None:
        while True:
            with self.condition:
                self.condition.wait_for(lambda: self._busy or self._is_ending)
                if self._is_ending and not self._busy:
                    return
                self.condition.wait_for(lambda: self._is_ending, AGAIN_S if self._is_failing else GATHER_S)
                logs, self._busy = self._busy, []
                self._is_working = True
            left = self._try(logs)
            with self.condition:
                self._is_working = False
                new = [log for log in self._busy if log not in left]
                self._busy = [*left, *new]
                self.condition.notify_all()
                if self._is_ending and not new:  # what the disk refuses is not tried again
                    return

    def _try(self, logs: list[Log]) -> list[Log]:
        """Have the logs written; return those that must be tried again."""
        left: list[Log] = []
        refusal: JourneyError | None = None
        for log in logs:
            try:
                log.work()
            except OSError as error:
                refusal = _refusal(error.strerror or str(error), log.path)
            except JourneyError as error:
                refusal = _refusal(error.what.rstrip("."), log.path)
            except Exception:
                log.give_up()  # what cannot be written must not keep the rest from the disk
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
            else:
                continue
            if not log.lost_file():
                left.append(log)
        is_failing = refusal is not None
        if is_failing != self._is_failing:
            self._is_failing = is_failing
            self._tell(refusal)
        return left


def _refusal(reason: str, path: Path) -> JourneyError:
    return JourneyError(
        tr("The recovery log cannot be written ({reason}).", reason=reason), str(path.parent),
        tr("You can go on; save your work now and then."),
    )  # fmt: skip
