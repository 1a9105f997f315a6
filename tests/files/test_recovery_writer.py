from __future__ import annotations

import errno
import os
import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.files import atomic, native, recovery, recovery_file, recovery_writer
from app.files.recovery_log import Header, Op, replay, step_of
from app.files.recovery_writer import Log, Writer
from app.model.change import Applied, Change
from app.model.edits.roles import add_role
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import replaced
from tests.model.hands import RandomHand, small_world
from tests.model.verbs import VERBS
from tests.world import journey, role


class Desk:
    """A document that is edited while the writer keeps its log."""

    def __init__(self, writer: Writer, start: Journey | None = None) -> None:
        self.journey = start or journey(role("CFO"))
        self.history = History()
        self.log: Log = writer.new_log(lambda: Header(title=self.journey.info.title))

    def do(self, change: Change) -> None:
        place = self.history.place
        applied = self.history.do(self.journey, change)
        self.told("do", applied, self.history.place == place)

    def told(self, op: Op, applied: Applied, is_joined: bool = False) -> None:
        if applied.touched:
            self.log.take(step_of(op, applied, self.journey, is_joined), self.journey.snapshot)

    def title(self, text: str) -> None:
        self.do(Change(put=(replaced(self.journey.info, title=text),), label="Title"))

    def saved_title(self) -> str:
        return replay(self.log.path).journey.info.title


class Told:
    """What the writer said."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def __call__(self, refusal: JourneyError | None) -> None:
        self.sentences.append(str(refusal) if refusal else "fine")


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def writer(told: Told, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(recovery_writer, "GATHER_S", 0.001)
    monkeypatch.setattr(recovery_writer, "AGAIN_S", 0.01)
    made = Writer(recovery.folder(), told)
    yield made
    made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "recovery"]


@pytest.fixture
def desk(writer: Writer) -> Desk:
    return Desk(writer)


def files() -> list[str]:
    return sorted(path.suffix for path in recovery.folder().iterdir()) if recovery.folder().exists() else []


def test_every_step_is_on_the_disk_soon(writer: Writer, desk: Desk) -> None:
    for title in ("One", "Two", "Three"):
        desk.title(title)
        assert writer.flush()
        assert replay(desk.log.path).journey == desk.journey


def test_steps_are_synced_to_the_disk(writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (synced.append(descriptor), fsync(descriptor))[1])
    for title in ("One", "Two", "Three"):
        desk.title(title)
        writer.flush()
    assert len(synced) >= 3


def test_a_document_that_nobody_edits_has_no_log(writer: Writer, desk: Desk) -> None:
    desk.log.clear()
    desk.log.close()
    assert writer.flush()
    assert files() == []


def test_after_saving_nothing_is_left_and_the_next_step_begins_anew(writer: Writer, desk: Desk) -> None:
    desk.title("Saved")
    writer.flush()
    desk.log.clear()
    writer.flush()
    assert files() == [".lock"]
    desk.title("Later")
    writer.flush()
    found = replay(desk.log.path)
    assert found.entries == 1
    assert found.journey.info.title == "Later"
    found.history.undo(found.journey)
    assert found.journey.info.title == "Saved"


def test_closing_leaves_nothing(writer: Writer, desk: Desk) -> None:
    desk.title("One")
    writer.flush()
    assert files() == [".lock", ".log"]
    desk.title("Two")
    desk.log.close()
    writer.flush()
    assert files() == []


def test_the_end_of_the_program_can_leave_the_log_for_the_next_start(writer: Writer, desk: Desk) -> None:
    desk.title("One")
    desk.log.leave()
    writer.close()
    assert files() == [".log"]
    (orphan,) = recovery.orphans()
    assert orphan.replay().journey.info.title == "One"
    orphan.leave()


def test_what_is_still_to_be_written_is_written_when_the_worker_ends(told: Told) -> None:
    slow = Writer(recovery.folder(), told)
    desk = Desk(slow)
    for title in ("One", "Two"):
        desk.title(title)
    slow.close()
    assert desk.saved_title() == "Two"
    desk.title("Three")  # the worker starts again
    slow.close()
    assert desk.saved_title() == "Three"


@pytest.mark.parametrize("is_closed", [True, False], ids=["closed", "a last step"])
def test_what_comes_while_the_worker_writes_for_the_last_time_is_done_too(
    is_closed: bool, writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_begun, may_go_on, write = threading.Event(), threading.Event(), atomic.write

    def slow(path: Path, data: bytes) -> None:
        has_begun.set()
        may_go_on.wait(30)
        write(path, data)

    monkeypatch.setattr(atomic, "write", slow)
    desk.title("First")
    assert has_begun.wait(30)
    if is_closed:
        desk.log.close()
    else:
        desk.title("Last")
    threading.Timer(0.05, may_go_on.set).start()
    writer.close()
    if is_closed:
        assert files() == []
    else:
        assert desk.saved_title() == "Last"


def test_a_journey_that_no_file_holds_any_more_is_kept_though_nothing_was_done(
    writer: Writer, desk: Desk
) -> None:
    desk.log.take(step_of("do", Applied(Change(), frozenset()), desk.journey, False), desk.journey.snapshot)
    assert flushed(writer)
    found = replay(desk.log.path)
    assert (found.journey, found.history.place, found.is_whole) == (desk.journey, 0, True)
    desk.title("Later")
    assert flushed(writer)
    found = replay(desk.log.path)
    assert (found.journey.info.title, found.history.place, found.is_whole) == ("Later", 1, True)


def test_several_documents_have_logs_of_their_own(writer: Writer) -> None:
    desks = [Desk(writer) for _ in range(3)]
    for number, each in enumerate(desks):
        each.title(f"Map {number}")
    writer.flush()
    assert [each.saved_title() for each in desks] == ["Map 0", "Map 1", "Map 2"]


def test_a_full_disk_is_told_once_editing_goes_on_and_nothing_is_lost_when_there_is_room_again(
    writer: Writer, desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.title("Before")
    writer.flush()
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        for number in range(20):
            desk.title(f"Step {number}")
        wait_until(lambda: bool(told.sentences))
        assert not writer.flush(0.05)
        assert replay(desk.log.path).journey.info.title.startswith(("Before", "Step"))
    assert flushed(writer)
    assert desk.saved_title() == "Step 19"
    assert len(told.sentences) == 2
    assert "No space left" in told.sentences[0]
    assert told.sentences[1] == "fine"


def test_a_disk_that_is_full_from_the_beginning_on_is_tried_again(
    writer: Writer, desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(atomic, "write", refuse)
        desk.title("One")
        desk.title("Two")
        wait_until(lambda: bool(told.sentences))
    assert flushed(writer)
    found = replay(desk.log.path)
    assert found.journey == desk.journey
    assert found.history.place == 2


def test_a_disk_that_stays_full_does_not_fill_the_memory(
    writer: Writer, desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "MOST_WAITING", 10)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        for number in range(200):
            desk.title(f"Step {number}")
            if number % 20 == 0:
                wait_until(lambda: not desk.log._commands)
        assert len(desk.log._held.waiting) + len(desk.log._commands) <= 100
    desk.title("Last")
    assert flushed(writer)
    assert replay(desk.log.path).journey == desk.journey


def test_where_the_folder_cannot_be_made_it_is_told_and_editing_goes_on(
    writer: Writer, desk: Desk, told: Told
) -> None:
    recovery.folder().parent.mkdir(parents=True, exist_ok=True)
    recovery.folder().write_bytes(b"in the way")
    desk.title("One")
    wait_until(lambda: bool(told.sentences))
    recovery.folder().unlink()
    assert flushed(writer)
    assert desk.saved_title() == "One"


def test_a_log_that_somebody_removed_is_begun_anew_with_the_next_step(writer: Writer, desk: Desk) -> None:
    desk.title("One")
    writer.flush()
    desk.log.path.unlink()
    desk.title("Two")
    flushed(writer)
    desk.title("Three")
    assert flushed(writer)
    assert replay(desk.log.path).journey == desk.journey


def test_a_log_that_has_grown_large_is_begun_anew_and_readable_at_every_moment(
    writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "COMPACT_BYTES", 3_000)
    for number in range(300):
        desk.title(f"{number} " + "x" * 100)
        writer.flush()
        assert desk.saved_title() == desk.journey.info.title
    assert desk.log.path.stat().st_size < 10_000


def test_a_log_with_many_steps_is_begun_anew(
    writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "COMPACT_STEPS", 20)
    for number in range(100):
        desk.title(str(number))
        writer.flush()
    found = replay(desk.log.path)
    assert found.entries <= 21
    assert found.journey == desk.journey


def test_a_recovered_document_goes_on_in_its_log(writer: Writer, desk: Desk, told: Told) -> None:
    desk.title("One")
    desk.log.leave()
    writer.close()
    with desk.log.path.open("ab") as torn:
        torn.write(b"1234abcd {half a li" + b"x" * 5000)  # longer than what comes in its place
    (orphan,) = recovery.orphans()
    found = orphan.replay()
    again = Desk(writer, found.journey)
    again.log = writer.continued_log(orphan.path, orphan.lock, found.entries, found.good_bytes, Header)
    again.title("Two")
    writer.flush()
    assert recovery.orphans() == []
    assert b"xxx" not in orphan.path.read_bytes()
    both = replay(orphan.path)
    assert both.is_whole
    assert both.journey.info.title == "Two"
    assert both.history.place == 2
    again.log.close()
    writer.flush()
    assert files() == []


def test_a_step_that_cannot_be_put_into_words_does_not_stop_the_worker(
    writer: Writer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: logged.append(str(args.exc_value)))
    with monkeypatch.context() as broken:
        broken.setattr(recovery_file, "step_line", lambda *_: 1 / 0)
        desk.title("One")
        wait_until(lambda: bool(logged))
    desk.title("Two")
    assert flushed(writer)
    assert replay(desk.log.path).journey == desk.journey
    assert "division" in logged[0]


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_undone_and_redone_are_given_back_exactly(
    writer: Writer, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "COMPACT_STEPS", 15 if seed % 2 else 10_000)
    desk, chance = Desk(writer, small_world()), random.Random(seed)
    hand = RandomHand(chance)
    for _ in range(60):
        op = chance.choice(["do"] * 5 + ["undo", "redo", "pause", "save"])
        if op == "undo":
            desk.told("undo", desk.history.undo(desk.journey))
        elif op == "redo":
            desk.told("redo", desk.history.redo(desk.journey))
        elif op == "pause":
            desk.history.end_merging()
        elif op == "save":
            desk.log.clear()
        else:
            with suppress(JourneyError):
                desk.do(VERBS[chance.choice(sorted(VERBS))](desk.journey, hand))
        if chance.random() < 0.2:
            writer.flush()
    desk.do(add_role(desk.journey, "Last"))
    assert writer.flush()
    found = replay(desk.log.path)
    assert found.is_whole
    assert native.dump(found.journey) == native.dump(desk.journey)
    place, last = found.history.place, native.dump(found.journey)
    found.history.go_to(found.journey, 0)
    found.history.go_to(found.journey, place)
    assert native.dump(found.journey) == last


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def flushed(writer: Writer) -> bool:
    wait_until(lambda: writer.flush(0.05))
    return True


def wait_until(condition: object) -> None:
    assert callable(condition)
    for _ in range(1000):
        if condition():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it never came")


def test_the_folder_is_the_person_s_own(writer: Writer, desk: Desk) -> None:
    desk.title("One")
    writer.flush()
    if os.name == "posix":
        assert recovery.folder().stat().st_mode & 0o077 == 0


def test_a_log_is_never_written_through_a_link(writer: Writer, desk: Desk, tmp_path: Path) -> None:
    desk.title("One")
    desk.log.leave()
    writer.close()
    (orphan,) = recovery.orphans()
    found = orphan.replay()
    target = tmp_path / "other"
    orphan.path.replace(target)
    orphan.path.symlink_to(target)
    content = target.read_bytes()
    again = Desk(writer, found.journey)
    again.log = writer.continued_log(orphan.path, orphan.lock, found.entries, found.good_bytes, Header)
    again.title("Two")
    assert not writer.flush(0.1)
    assert target.read_bytes() == content
    again.log.leave()
