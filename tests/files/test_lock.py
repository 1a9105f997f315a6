from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.files import lock

HOLDS = """
import sys
from pathlib import Path
from app.files import lock
held = lock.acquire(Path(sys.argv[1]))
print("held" if held else "refused", flush=True)
sys.stdin.read()
"""


def another_program(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_only_one_holds_a_lock_within_a_program(tmp_path: Path) -> None:
    held = lock.acquire(tmp_path / "a.lock")
    assert held is not None
    assert lock.acquire(tmp_path / "a.lock") is None
    held.release()
    again = lock.acquire(tmp_path / "a.lock")
    assert again is not None
    again.release()


def test_a_released_lock_leaves_no_file_and_is_released_once(tmp_path: Path) -> None:
    held = lock.acquire(tmp_path / "folder" / "a.lock")
    assert held is not None
    held.release()
    assert not held.path.exists()
    other = lock.acquire(held.path)
    held.release()
    assert lock.acquire(held.path) is None
    assert other is not None
    other.release()


def test_another_program_s_lock_is_seen_and_ends_with_that_program_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with another_program(path) as other:
        assert first_line(other) == "held"
        assert lock.acquire(path) is None
        other.kill()
    held = lock.acquire(path)
    assert held is not None
    held.release()


def test_another_program_is_refused_what_is_held_here(tmp_path: Path) -> None:
    held = lock.acquire(tmp_path / "a.lock")
    assert held is not None
    with another_program(held.path) as other:
        assert first_line(other) == "refused"
        other.kill()
    held.release()


def test_a_lock_on_a_file_that_its_holder_removed_meanwhile_is_not_taken_for_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, take = tmp_path / "a.lock", lock._take
    removed: list[bool] = []

    def removed_by_its_holder(descriptor: int) -> bool:
        if not removed:
            removed.append(True)
            path.unlink()
        return take(descriptor)

    monkeypatch.setattr(lock, "_take", removed_by_its_holder)
    held = lock.acquire(path)
    assert held is not None
    assert path.exists()
    assert lock.acquire(path) is None
    held.release()


def test_a_folder_that_refuses_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError):  # noqa: PT011
        lock.acquire(tmp_path / "file" / "a.lock")
