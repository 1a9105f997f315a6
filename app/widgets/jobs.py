"""Work that takes time: one worker thread, progress, cancel; what comes of it is delivered in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
Report = Callable[
    [float], None
]  # is told the part done (0..1); raises Cancelled where the person wants no more of it

_SECONDS_BETWEEN_REPORTS = 0.03


class Cancelled(Exception):
    """The person stopped the job."""


class Job(QObject):
    """One piece of work. Exactly one of `done` and `failed` is called at its end, in the window's thread; `over` follows.

    A cancelled job calls neither.
    """

    progressed = Signal(float)
    over = Signal(QObject)  # the job
    _worked = Signal()

    def __init__(self, title: str, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.title = title
        self.part = 0.0
        self.is_over = False
        self.is_cancelled = False
        self._done = done
        self._failed = failed
        self._reported_at = 0.0
        self._is_worked = Event()
        self._outcome: tuple[Any, Exception | None] = (None, None)
        self.progressed.connect(self._keep_part)
        self._worked.connect(self._end)

    def cancel(self) -> None:
        """Ask the work to stop; what it made is thrown away."""
        self.is_cancelled = True

    def report(self, part: float) -> None:
        """Tell how much is done; called by the work, in its thread. Raises Cancelled."""
        if self.is_cancelled:
            raise Cancelled
        now = monotonic()
        if now - self._reported_at >= _SECONDS_BETWEEN_REPORTS:
            self._reported_at = now
            self.progressed.emit(part)

    def work(self, task: Callable[[Report], Any]) -> None:
        """Do the task; called by the worker."""
        try:
            self.report(0.0)
            result = task(self.report)
        except Exception as error:
            self._outcome = None, error
        else:
            self._outcome = result, None
        self._worked.emit()
        self._is_worked.set()

    def wait(self, patience_s: float) -> bool:
        """Wait for the end of the work, in the window's thread and for no longer than this; tell whether it came."""
        if self._is_worked.wait(patience_s):
            self._end()
        return self.is_over

    def _keep_part(self, part: float) -> None:
        self.part = part

    def _end(self) -> None:
        if self.is_over:
            return
        self.is_over = True
        (result, error), self._outcome = self._outcome, (None, None)
        done, self._done = self._done, _nothing
        failed, self._failed = self._failed, _nothing
        try:
            if self.is_cancelled or isinstance(error, Cancelled):
                self.is_cancelled = True
            elif error is not None:
                failed(error)
            else:
                done(result)
        finally:
            self.over.emit(self)


def _nothing(_what: object) -> None:
    """Hold on to nobody."""


def _work(box: list[Job], task: Callable[[Report], Any]) -> None:
    """Do the job in the box; the worker has let go of it before its future is done."""
    job = box.pop()
    job.work(task)


class Jobs(QObject):
    """The worker; jobs are done one after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._open: set[Job] = set()
        self._futures: dict[
            Future[None], Job
        ] = {}  # a job ends in this thread, when the worker knows it no more

    def start(
        self,
        title: str,
        task: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Begin a job; `task` runs in the worker and must touch no widget."""
        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        job = Job(title, done, failed)
        self._open.add(job)
        job.over.connect(self._open.discard)
        self._futures = {future: each for future, each in self._futures.items() if not future.done()}
        self._futures[self._worker.submit(_work, [job], task)] = job
        return job

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is open."""
        return bool(self._open)

    def close(self, patience_s: float | None = None) -> bool:
        """Cancel what is open and end the worker; tell whether it has ended. Without patience it is waited for."""
        for job in self._open:
            job.cancel()
        self._open.clear()
        if self._worker is None:
            return True
        self._worker.shutdown(wait=False, cancel_futures=True)
        if wait([each for each in self._futures if not each.cancelled()], patience_s).not_done:
            return False
        self._worker.shutdown(wait=True)
        self._worker = None
        self._futures.clear()
        return True
