from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.job_strip import PATIENCE_MS, JobStrip
from app.widgets.jobs import Jobs, Report


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


class Ends:
    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []


def test_work_is_done_in_another_thread_and_delivered_in_this_one(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    ends = Ends()

    def task(_report: Report) -> str:
        threads.append(threading.current_thread())
        return "map"

    def done(result: str) -> None:
        threads.append(threading.current_thread())
        ends.done.append(result)

    job = jobs.start("Draw", task, done, ends.failed.append)
    qtbot.waitUntil(lambda: job.is_over)
    assert ends.done == ["map"]
    assert threads[0] is not threading.current_thread()
    assert threads[1] is threading.current_thread()
    assert not jobs.is_busy


def test_what_work_raises_is_delivered_instead_of_a_result(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()

    def task(_report: Report) -> None:
        raise ValueError("no")

    job = jobs.start("Draw", task, ends.done.append, ends.failed.append)
    qtbot.waitUntil(lambda: job.is_over)
    assert ends.done == []
    assert str(ends.failed[0]) == "no"


def test_a_cancelled_job_delivers_neither_result_nor_error(jobs: Jobs, qtbot: QtBot) -> None:
    ends, goes_on = Ends(), threading.Event()

    def task(report: Report) -> str:
        goes_on.wait(10)
        report(0.5)
        return "map"

    job = jobs.start("Draw", task, ends.done.append, ends.failed.append)
    job.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: job.is_over)
    assert (ends.done, ends.failed) == ([], [])


def test_a_cancelled_job_that_waits_is_never_begun(jobs: Jobs, qtbot: QtBot) -> None:
    begun: list[str] = []
    goes_on = threading.Event()
    first = jobs.start("First", lambda _: goes_on.wait(10), lambda _: None, lambda _: None)
    second = jobs.start("Second", lambda _: begun.append("second"), lambda _: None, lambda _: None)
    second.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: first.is_over and second.is_over)
    assert begun == []


def test_progress_is_shown_from_half_a_second_on_and_can_be_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    strip = JobStrip()
    qtbot.addWidget(strip)
    ends, goes_on = Ends(), threading.Event()

    def task(report: Report) -> None:
        report(0.4)
        while not goes_on.wait(0.02):
            report(0.4)

    job = jobs.start("Draw", task, ends.done.append, ends.failed.append)
    strip.follow(job)
    assert strip.isHidden()
    qtbot.waitUntil(lambda: not strip.isHidden(), timeout=PATIENCE_MS * 10)
    strip.cancel_button.click()
    qtbot.waitUntil(lambda: job.is_over)
    assert job.is_cancelled
    assert strip.isHidden()
    assert ends.done == []


def test_a_quick_job_shows_no_progress(jobs: Jobs, qtbot: QtBot) -> None:
    strip = JobStrip()
    qtbot.addWidget(strip)
    job = jobs.start("Draw", lambda _: None, lambda _: None, lambda _: None)
    strip.follow(job)
    qtbot.waitUntil(lambda: job.is_over)
    assert strip.isHidden()
    assert not strip._patience.isActive()


def test_a_job_that_outlives_its_window_is_forgotten(jobs: Jobs, qtbot: QtBot) -> None:
    strip = JobStrip()
    ends, goes_on = Ends(), threading.Event()
    job = jobs.start("Draw", lambda _: goes_on.wait(10), ends.done.append, ends.failed.append)
    strip.follow(job)
    strip.abandon()
    strip.deleteLater()
    QApplication.sendPostedEvents(strip, QEvent.Type.DeferredDelete.value)
    goes_on.set()
    qtbot.waitUntil(lambda: job.is_over)
    assert (ends.done, ends.failed) == ([], [])


def test_work_that_goes_on_after_the_end_is_waited_for_only_as_long_as_one_likes(qtbot: QtBot) -> None:
    jobs, go_on = Jobs(), threading.Event()
    ends = Ends()
    jobs.start("Draw", lambda _report: go_on.wait(10), ends.done.append, ends.failed.append)
    assert not jobs.close(0.01)
    go_on.set()
    assert jobs.close()
    assert jobs.close()
    assert ends.done == []


def test_who_waits_for_a_job_gets_its_result_at_once_and_once(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    job = jobs.start("Save", lambda _report: "map", ends.done.append, ends.failed.append)
    assert job.wait(30)
    assert ends.done == ["map"]
    qtbot.wait(20)
    assert ends.done == ["map"]
    assert not jobs.is_busy


def test_who_is_not_patient_enough_gets_the_result_later(jobs: Jobs, qtbot: QtBot) -> None:
    ends, may_go_on = Ends(), threading.Event()
    job = jobs.start("Save", lambda _report: may_go_on.wait(30), ends.done.append, ends.failed.append)
    assert not job.wait(0.01)
    assert ends.done == []
    may_go_on.set()
    qtbot.waitUntil(lambda: ends.done == [True])


def test_a_failure_is_delivered_to_who_waits(jobs: Jobs) -> None:
    ends = Ends()

    def fail(_report: Report) -> None:
        raise ValueError("no")

    assert jobs.start("Save", fail, ends.done.append, ends.failed.append).wait(30)
    assert [str(error) for error in ends.failed] == ["no"]
