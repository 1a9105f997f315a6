from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.files import stamp
from app.model.errors import JourneyError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.journey"
    path.write_bytes(b"one")
    return path


def test_a_file_that_nobody_touched_has_the_same_stamp(file: Path) -> None:
    data, known = stamp.read_with_stamp(file)
    assert data == b"one"
    assert stamp.current(file, known) is known


def test_other_content_of_the_same_length_is_another_stamp(file: Path) -> None:
    _, known = stamp.read_with_stamp(file)
    file.write_bytes(b"two")
    os.utime(file, ns=(0, known.mtime_ns + 1))
    now = stamp.current(file, known)
    assert now is not None
    assert now.digest != known.digest


def test_a_file_that_was_only_touched_has_the_same_digest(file: Path) -> None:
    _, known = stamp.read_with_stamp(file)
    os.utime(file, ns=(0, known.mtime_ns + 10**9))
    now = stamp.current(file, known)
    assert now is not None
    assert now is not known
    assert now.digest == known.digest


def test_a_file_that_is_gone_has_no_stamp(file: Path) -> None:
    _, known = stamp.read_with_stamp(file)
    file.unlink()
    assert stamp.current(file, known) is None
    with pytest.raises(JourneyError):
        stamp.read_with_stamp(file)


def test_what_was_written_is_stamped_without_reading_it_again(file: Path) -> None:
    file.write_bytes(b"three")
    assert stamp.stamp_of_written(file, b"three") == stamp.read_with_stamp(file)[1]
