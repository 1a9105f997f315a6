from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.widgets.presenting.countdown import Countdown, clock_words


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def counted(qtbot: QtBot, seconds: int = 60) -> tuple[Countdown, Clock]:
    clock = Clock()
    countdown = Countdown(None, clock)
    countdown.set_length(seconds)
    return countdown, clock


def test_time_runs_while_it_is_started_and_stands_while_it_is_paused(qtbot: QtBot) -> None:
    countdown, clock = counted(qtbot)
    clock.now += 10
    assert countdown.seconds == 60
    countdown.start()
    clock.now += 10
    assert countdown.seconds == 50
    countdown.pause()
    clock.now += 10
    assert countdown.seconds == 50
    countdown.start()
    clock.now += 5.5
    assert countdown.seconds == 45
    countdown.pause()


def test_the_end_is_told_once(qtbot: QtBot) -> None:
    countdown, clock = counted(qtbot)
    ends: list[int] = []
    countdown.ended.connect(lambda: ends.append(countdown.seconds))
    countdown.start()
    clock.now += 59
    countdown.tick()
    assert not ends
    clock.now += 100
    countdown.tick()
    countdown.tick()
    assert ends == [0]
    assert countdown.is_over
    assert not countdown.is_running


def test_what_is_over_begins_anew_when_it_is_started(qtbot: QtBot) -> None:
    countdown, clock = counted(qtbot)
    countdown.start()
    clock.now += 61
    countdown.tick()
    countdown.switch()
    assert (countdown.seconds, countdown.is_running) == (60, True)
    countdown.pause()


def test_more_time_can_be_given_while_it_runs(qtbot: QtBot) -> None:
    countdown, clock = counted(qtbot)
    countdown.start()
    clock.now += 50
    countdown.add(60)
    assert countdown.seconds == 70
    countdown.reset()


def test_each_second_is_told_once(qtbot: QtBot) -> None:
    countdown, clock = counted(qtbot)
    countdown.start()
    told: list[int] = []
    countdown.changed.connect(lambda: told.append(countdown.seconds))
    for _ in range(15):
        clock.now += 0.2
        countdown.tick()
    assert told == [59, 58, 57]
    countdown.reset()


def test_lengths_are_kept_within_a_day() -> None:
    countdown = Countdown()
    countdown.set_length(1e9)
    assert countdown.seconds == 24 * 3600
    countdown.set_length(-5)
    assert countdown.seconds == 1


def test_time_is_written_as_on_a_clock() -> None:
    assert [clock_words(each) for each in (0, 5, 65, 3599, 3661, -3)] == [
        "0:00",
        "0:05",
        "1:05",
        "59:59",
        "1:01:01",
        "0:00",
    ]
