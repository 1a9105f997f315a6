from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from app.files import lock, native, recovery
from app.files.recovery_log import Header, head_lines, step_line, step_of
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import replaced
from tests.world import journey, role


def left_behind(name: str, *titles: str, path: str = "") -> Path:
    """A log as a killed program leaves it."""
    recovery.folder().mkdir(parents=True, exist_ok=True)
    made, history = journey(role("CFO")), History()
    data = head_lines(Header(title="Start", path=path), made.records())
    for number, title in enumerate(titles, 1):
        applied = history.do(made, Change(put=(replaced(made.info, title=title),)))
        data += step_line(number, step_of("do", applied, made, is_joined=False))
    log = recovery.folder() / f"{name}.log"
    log.write_bytes(data)
    return log


def test_nothing_was_left_behind() -> None:
    assert recovery.orphans() == []


def test_what_was_left_behind_is_found_the_latest_first() -> None:
    for number, name in enumerate(("a", "b")):
        os.utime(left_behind(name, name.upper()), (1_000_000 + number, 1_000_000 + number))
    found = recovery.orphans()
    assert [each.replay().journey.info.title for each in found] == ["B", "A"]
    assert found[0].when.timestamp() == 1_000_001
    for each in found:
        each.leave()


def test_what_one_program_looks_at_another_does_not_get() -> None:
    left_behind("a", "A")
    (held,) = recovery.orphans()
    assert recovery.orphans() == []
    held.leave()
    (again,) = recovery.orphans()
    again.leave()


def test_a_living_program_s_log_is_no_orphan() -> None:
    log = left_behind("a", "A")
    held = lock.acquire(log.with_suffix(".lock"))
    assert held is not None
    assert recovery.orphans() == []
    held.release()


def test_what_is_discarded_is_set_aside_and_not_offered_again() -> None:
    log = left_behind("a", "A")
    content = log.read_bytes()
    moved = recovery.orphans()[0].set_aside()
    assert moved is not None
    assert moved.read_bytes() == content
    assert recovery.orphans() == []
    left_behind("a", "B")
    again = recovery.orphans()[0].set_aside()
    assert again is not None
    assert again != moved
    assert moved.read_bytes() == content


def test_a_log_that_cannot_be_read_stays_where_it_is_until_it_is_set_aside() -> None:
    log = left_behind("a", "A")
    log.write_bytes(b"rubbish")
    (orphan,) = recovery.orphans()
    with pytest.raises(JourneyError):
        orphan.replay()
    assert log.read_bytes() == b"rubbish"
    orphan.set_aside()
    assert [each.read_bytes() for each in recovery.aside().iterdir()] == [b"rubbish"]


def test_of_a_log_that_can_be_read_in_part_a_copy_is_kept() -> None:
    log = left_behind("a", "One", "Two", "Three")
    content = log.read_bytes().replace(b"Two", b"Twi")
    log.write_bytes(content)
    (orphan,) = recovery.orphans()
    assert orphan.replay().journey.info.title == "One"
    assert not recovery.aside().exists()
    orphan.keep_copy()
    assert [each.read_bytes() for each in recovery.aside().iterdir()] == [content]
    orphan.leave()


def test_what_was_set_aside_long_ago_is_removed_some_day() -> None:
    for name in ("old", "new"):
        left_behind(name, "A")
    for orphan in recovery.orphans():
        moved = orphan.set_aside()
        assert moved is not None
        if moved.stem == "old":
            os.utime(moved, (time.time() - 90 * 24 * 3600,) * 2)
    recovery.forget_old()
    assert [each.stem for each in recovery.aside().iterdir()] == ["new"]


def test_what_was_left_for_months_is_kept_as_long_when_it_is_discarded() -> None:
    log = left_behind("a", "A")
    os.utime(log, (time.time() - 90 * 24 * 3600,) * 2)
    recovery.orphans()[0].set_aside()
    recovery.forget_old()
    assert [each.stem for each in recovery.aside().iterdir()] == ["a"]


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    left_behind("a", "A").replace(tmp_path / "elsewhere")
    (recovery.folder() / "b.log").symlink_to(tmp_path / "elsewhere")
    assert recovery.orphans() == []


def test_it_is_known_whether_the_file_holds_what_was_recovered(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    left_behind("a", "Saved", path=str(path))
    (orphan,) = recovery.orphans()
    found = orphan.replay()
    assert not orphan.is_in_file(found)
    path.write_bytes(native.dump(found.journey))
    assert orphan.is_in_file(found)
    other = Journey.of(
        replaced(each, title="Other") if each.id == "journey" else each for each in found.journey.records()
    )
    path.write_bytes(native.dump(other))
    assert not orphan.is_in_file(found)
    path.write_bytes(b"rubbish")
    assert not orphan.is_in_file(found)
    orphan.remove()
    assert list(recovery.folder().iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_log_cannot_make_us_wait_at_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.journey"
    os.mkfifo(pipe)
    left_behind("a", "A", path=str(pipe))
    (orphan,) = recovery.orphans()
    assert not orphan.is_in_file(orphan.replay())
    orphan.leave()
