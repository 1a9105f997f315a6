"""The worker that appends steps to recovery logs and has them on the disk within a second.

A log is always either readable or not there: a new beginning is swapped in as any file we write, and steps are only
appended. Where the disk refuses, that is told once, editing goes on, and the worker tries again.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from app.files import atomic, lock
from app.files.recovery_log import MOST_STEPS, Header, Step, before, head_lines, step_line
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.record import Record

GATHER_S = 0.2  # what comes within this time goes to the disk together
AGAIN_S = 3.0  # after a refusal
COMPACT_BYTES = 4 * 1024 * 1024
COMPACT_STEPS = MOST_STEPS // 4
MOST_WAITING = 2_000  # steps; more are not kept in memory while the disk refuses
_JOIN_S = 10.0
_AT_A_TIME = 40  # records, about a tenth of a millisecond


class _Begin(NamedTuple):
    header: Header
    records: Sequence[Record]  # as they are after the step
    step: Step


_Command = _Begin | Step | Literal["clear", "close", "leave"]


@dataclass
class _Open:
    """The file of a log, as the worker has it."""

    path: Path
    lock: lock.Lock | None = None
    file: BinaryIO | None = None
    number: int = 0  # of the last step in it
    base_bytes: int = 0
    good_bytes: int = 0  # what is known to be on the disk
    waiting: list[_Command] = field(default_factory=list)

    def close_file(self) -> None:
        """Have the file open no more."""
        if self.file is not None:
            self.file.close()
            self.file = None

    def let_go(self) -> None:
        """Leave the log to others."""
        self.close_file()
        if self.lock is not None:
            self.lock.release()
            self.lock = None


class Log:
    """The recovery log of one document; all methods are called in one thread and return at once."""

    def __init__(self, writer: Writer, describe: Callable[[], Header], held: _Open, wants_base: bool) -> None:
        self._writer = writer
        self._describe = describe
        self._held = held
        self._wants_base = wants_base
        self._commands: list[_Command] = []
        self.is_over = False  # closed or left; a step begins it anew

    @property
    def path(self) -> Path:
        """Where the log stands while there is something to recover."""
        return self._held.path

    def take(self, step: Step, records: Callable[[], Sequence[Record]]) -> None:
        """Note a step that was just done; `records` gives the journey's records as they are after it."""
        self.is_over = False
        with self._writer.condition:
            if self._wants_base:
                self._wants_base = False
                self._commands = [_Begin(self._describe(), records(), step)]
            else:
                self._commands.append(step)
        self._writer.wake(self)

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
            self._wants_base = True
            self._commands = [command]
        self._writer.wake(self)

    def work(self) -> None:
        """Write what there is to write; called by the worker. Raises OSError or JourneyError."""
        with self._writer.condition:
            new, self._commands = self._commands, []
        held = self._held
        held.waiting = _without_superseded([*held.waiting, *new])
        try:
            _Work(held).do()
        finally:
            is_large = held.good_bytes - held.base_bytes > max(COMPACT_BYTES, held.base_bytes)
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
        held = self._held
        is_lost = held.good_bytes > 0 and (not _is_there(held) if held.file else not held.path.exists())
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
        return self._log(describe, _Open(self._folder / f"{os.urandom(8).hex()}.log"), wants_base=True)

    def continued_log(
        self, path: Path, held_lock: lock.Lock, entries: int, good_bytes: int, describe: Callable[[], Header]
    ) -> Log:
        """Return the log for a document that was recovered from it; it goes on behind what could be read."""
        held = _Open(path, held_lock, None, entries, good_bytes, good_bytes)
        return self._log(describe, held, wants_base=False)

    def _log(self, describe: Callable[[], Header], held: _Open, wants_base: bool) -> Log:
        log = Log(self, describe, held, wants_base)
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


class _Work:
    """Writes what waits for one log; what is done waits no more, whatever happens then."""

    def __init__(self, held: _Open) -> None:
        self._held = held

    def do(self) -> None:
        held = self._held
        while held.waiting:
            first = held.waiting[0]
            if isinstance(first, Step):
                self._append()
            elif isinstance(first, _Begin):
                self._begin(first)
            else:
                self._end(first)

    def _begin(self, begin: _Begin) -> None:
        held = self._held
        held.close_file()
        held.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if held.lock is None:
            held.lock = lock.acquire(held.path.with_suffix(".lock"))
        data = head_lines(begin.header, _gently(before(begin.records, begin.step)))
        steps = [begin.step, *_steps(held.waiting[1:])]
        lines = b"".join(step_line(number, step) for number, step in enumerate(steps, 1))
        atomic.write(held.path, data + lines)
        held.base_bytes, held.good_bytes, held.number = len(data), len(data) + len(lines), len(steps)
        del held.waiting[: len(steps)]

    def _append(self) -> None:
        held = self._held
        steps = _steps(held.waiting)
        if held.file is None:
            if held.path.is_symlink():
                raise OSError("a symbolic link")
            held.file = held.path.open("r+b", buffering=0)
        if not _is_there(held):
            raise FileNotFoundError(2, os.strerror(2))
        held.file.truncate(held.good_bytes)  # what a refusal or a kill left behind
        held.file.seek(held.good_bytes)
        lines = b"".join(step_line(number, step) for number, step in enumerate(steps, held.number + 1))
        _write_all(held.file, lines)
        os.fsync(held.file.fileno())
        held.good_bytes += len(lines)
        held.number += len(steps)
        del held.waiting[: len(steps)]

    def _end(self, command: _Command) -> None:
        held = self._held
        held.close_file()
        if command != "leave":
            held.path.unlink(missing_ok=True)
        if command != "clear":
            held.let_go()
        held.number = held.base_bytes = held.good_bytes = 0
        del held.waiting[0]


def _without_superseded(commands: list[_Command]) -> list[_Command]:
    """Return the commands from the last one on that makes those before it pointless."""
    last = max(
        (i for i, each in enumerate(commands) if not isinstance(each, Step) and each != "leave"), default=0
    )
    return commands[last:]


def _steps(commands: Sequence[_Command]) -> list[Step]:
    """Return the steps that the commands begin with."""
    steps: list[Step] = []
    for command in commands:
        if not isinstance(command, Step):
            break
        steps.append(command)
    return steps


def _gently(records: Iterable[Record]) -> Iterator[Record]:
    """Give the records with pauses in which the window's thread goes on: it would wait for this one otherwise."""
    for number, record in enumerate(records):
        if number % _AT_A_TIME == 0:
            time.sleep(0)
        yield record


def _is_there(held: _Open) -> bool:
    if held.file is None:
        return False
    with suppress(OSError):
        there, ours = held.path.stat(), os.fstat(held.file.fileno())
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
    return False


def _write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _refusal(reason: str, path: Path) -> JourneyError:
    return JourneyError(
        tr("The recovery log cannot be written ({reason}).", reason=reason), str(path.parent),
        tr("You can go on; save your work now and then."),
    )  # fmt: skip
