"""The file of one recovery log, as the worker has it: begun by swapping, appended to, removed.

What comes is written in its order; what a later command makes pointless is not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from app.files import atomic, lock
from app.files.recovery_log import Header, Step, Unsaid, before, drafts_line, head_lines, step_line
from app.model.record import Record

_AT_A_TIME = 40  # records, about a tenth of a millisecond


class Drafted(NamedTuple):
    """All that is being typed now, in the place of what was typed before."""

    drafts: tuple[Unsaid, ...]


class Begin(NamedTuple):
    """A log begins anew, with the first step, where there was one, and what is being typed."""

    header: Header
    records: Sequence[Record]  # as they are after the step
    step: Step | None
    drafts: tuple[Unsaid, ...] = ()


Line = Step | Drafted
Command = Begin | Line | Literal["clear", "close", "leave"]


@dataclass
class LogFile:
    """A log on the disk, and what waits to be written; what is done waits no more, whatever happens then."""

    path: Path
    lock: lock.Lock | None = None
    file: BinaryIO | None = None
    number: int = 0  # of the last step in it
    base_bytes: int = 0
    good_bytes: int = 0  # what is known to be on the disk
    waiting: list[Command] = field(default_factory=list)

    @property
    def grown_bytes(self) -> int:
        """How much longer it is than what it began with."""
        return self.good_bytes - self.base_bytes

    def work(self, commands: Sequence[Command]) -> None:
        """Do what waits and then these; raises OSError or JourneyError where the disk refuses, and the rest waits."""
        self.waiting = _needed([*self.waiting, *commands])
        while self.waiting:
            first = self.waiting[0]
            if isinstance(first, Line):
                self._append()
            elif isinstance(first, Begin):
                self._begin(first)
            else:
                self._end(first)

    def is_lost(self) -> bool:
        """Tell whether somebody removed it."""
        if self.good_bytes == 0:
            return False
        return not self._is_there(self.file) if self.file is not None else not self.path.exists()

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

    def _begin(self, begin: Begin) -> None:
        self.close_file()
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.lock is None:
            self.lock = lock.acquire(self.path.with_suffix(".lock"))
        records = begin.records if begin.step is None else before(begin.records, begin.step)
        data = head_lines(begin.header, _gently(records))
        following = _lines(self.waiting[1:])
        first: list[Line] = [] if begin.step is None else [begin.step]
        first += [Drafted(begin.drafts)] if begin.drafts else []
        lines, number = _written([*first, *following], 0)
        atomic.write(self.path, data + lines)
        self.base_bytes, self.good_bytes, self.number = len(data), len(data) + len(lines), number
        del self.waiting[: 1 + len(following)]

    def _append(self) -> None:
        if self.file is None:
            if self.path.is_symlink():
                raise OSError("a symbolic link")
            self.file = self.path.open("r+b", buffering=0)
        if not self._is_there(self.file):
            raise FileNotFoundError(2, os.strerror(2))
        self.file.truncate(self.good_bytes)  # what a refusal or a kill left behind
        self.file.seek(self.good_bytes)
        new = _lines(self.waiting)
        lines, number = _written(new, self.number)
        _write_all(self.file, lines)
        os.fsync(self.file.fileno())
        self.good_bytes += len(lines)
        self.number = number
        del self.waiting[: len(new)]

    def _end(self, command: Command) -> None:
        self.close_file()
        if command != "leave":
            self.path.unlink(missing_ok=True)
        if command != "clear":
            self.let_go()
        self.number = self.base_bytes = self.good_bytes = 0
        del self.waiting[0]

    def _is_there(self, file: BinaryIO) -> bool:
        with suppress(OSError):
            there, ours = self.path.stat(), os.fstat(file.fileno())
            return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
        return False


def _needed(commands: Sequence[Command]) -> list[Command]:
    """Return the commands from the last one on that makes those before it pointless; of drafts the last ones."""
    last = max(
        (i for i, each in enumerate(commands) if not isinstance(each, Line) and each != "leave"), default=0
    )
    drafted = max((i for i, each in enumerate(commands) if isinstance(each, Drafted)), default=0)
    return [
        each
        for i, each in enumerate(commands)
        if i >= last and (i >= drafted or not isinstance(each, Drafted))
    ]


def _lines(commands: Sequence[Command]) -> list[Line]:
    """Return the steps and drafts that the commands begin with."""
    lines: list[Line] = []
    for command in commands:
        if not isinstance(command, Line):
            break
        lines.append(command)
    return lines


def _written(lines: Iterable[Line], number: int) -> tuple[bytes, int]:
    """Return lines behind the `number`-th step as they are written, and the number of the last step then."""
    parts = []
    for line in lines:
        if isinstance(line, Step):
            number += 1
            parts.append(step_line(number, line))
        else:
            parts.append(drafts_line(number, line.drafts))
    return b"".join(parts), number


def _gently(records: Iterable[Record]) -> Iterator[Record]:
    """Give the records with pauses in which the window's thread goes on: it would wait for this one otherwise."""
    for number, record in enumerate(records):
        if number % _AT_A_TIME == 0:
            time.sleep(0)
        yield record


def _write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]
