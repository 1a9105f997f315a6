from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.files import atomic
from app.model.errors import JourneyError

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")

# What a person's disk does when it is full, for a single process: no file grows beyond the limit.
ON_A_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from app.files import atomic
from app.model.errors import JourneyError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    atomic.write(Path(sys.argv[1]), b"x" * 100_000)
except JourneyError as error:
    print(error)
"""


def refusal(path: Path, data: bytes = b"new") -> str:
    with pytest.raises(JourneyError) as caught:
        atomic.write(path, data)
    return str(caught.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    atomic.write(tmp_path / "a.journey", b"new")
    assert (tmp_path / "a.journey").read_bytes() == b"new"
    assert names(tmp_path) == ["a.journey"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    path.write_bytes(b"old and longer")
    before = path.stat().st_ino
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_ino != before  # swapped, not overwritten
    assert names(tmp_path) == ["a.journey"]


@posix
def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_rights_of_an_old_file_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    atomic.write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_of_an_old_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 1234, 1234)
    atomic.write(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1234)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.origin", b"workshop")
    except OSError:
        pytest.skip("this file system has none")
    atomic.write(path, b"new")
    assert os.getxattr(path, "user.origin") == b"workshop"


@posix
def test_a_symbolic_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.journey"
    target.write_bytes(b"old")
    link = tmp_path / "link.journey"
    link.symlink_to("real/a.journey")
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert not target.is_symlink()
    assert names(tmp_path) == ["link.journey", "real"]
    assert names(tmp_path / "real") == ["a.journey"]


@posix
def test_a_symbolic_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("target")
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


@posix
def test_a_symbolic_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "loop"
    link.symlink_to("loop")
    assert str(link) in refusal(link)


@posix
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    path.write_bytes(b"old")
    run = [sys.executable, "-c", ON_A_SMALL_DISK, str(path)]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.startswith(f"{path}: The disk is full.")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.journey"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_what_a_killed_program_left_is_removed_a_day_later(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name for name in (".journeylines-1.tmp", ".journeylines-2.tmp", "mine.tmp")
    )
    for file in (old, young, other):
        file.write_bytes(b"half")
    for file in (old, other):
        os.utime(file, (0, 0))
    atomic.write(tmp_path / "map.journey", b"new")
    assert sorted(file.name for file in tmp_path.iterdir()) == [young.name, "map.journey", other.name]


def test_a_full_device_is_named() -> None:
    assert "The disk is full" in refusal(Path("/dev/full"))
    assert Path("/dev/full").is_char_device()


@posix
def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic.write(pipe, b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "folder is not there" in refusal(tmp_path / "gone" / "a.journey")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    assert "folder is not there" in refusal(tmp_path / "file" / "a.journey")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    assert "This is a folder" in refusal(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that nobody may write")
def test_a_folder_that_nobody_may_write() -> None:
    assert str(refusal(Path("/proc/self/a.journey"))).startswith("/proc/self/a.journey: ")


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_and_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert "may not be written" in refusal(path)
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        assert "may not be written" in refusal(path)
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"old"


READ_ONLY_AS_NOBODY = """
import os, sys
from pathlib import Path
from app.files import atomic
from app.model.errors import JourneyError
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    atomic.write(Path(sys.argv[1]), b"new")
except JourneyError as error:
    print(error)
"""


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can become somebody else")
def test_somebody_who_may_not_write_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = folder / "a.journey"
    path.write_bytes(b"old")
    path.chmod(0o666)
    folder.chmod(0o555)
    _let_everybody_pass(folder)
    run = [sys.executable, "-c", READ_ONLY_AS_NOBODY, str(path)]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert "may not be written here" in done.stdout
    assert path.read_bytes() == b"old"
    assert names(folder) == ["a.journey"]


def _let_everybody_pass(folder: Path) -> None:
    for parent in folder.parents:
        if parent.owner() == "root" and parent not in (Path("/"), Path("/tmp")):
            parent.chmod(parent.stat().st_mode | 0o011)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / ("a" * 300))


def test_a_name_of_the_greatest_length_is_fine(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"


def test_any_failure_leaves_the_old_file_whole_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    with pytest.raises(TypeError):
        atomic.write(path, "text, not bytes")  # type: ignore[arg-type]  # fails between opening and swapping
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_every_errno_is_a_sentence(tmp_path: Path) -> None:
    for number in (errno.EIO, errno.EROFS, errno.EDQUOT, errno.EBUSY):
        error = atomic._sentence(OSError(number, os.strerror(number)), tmp_path)
        assert str(error).startswith(str(tmp_path))


def test_documents_are_waited_for_on_the_disk_and_what_may_be_lost_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    atomic.write(tmp_path / "settings.json", b"{}", is_durable=False)
    assert not flushed
    atomic.write(tmp_path / "map.journey", b"{}")
    assert len(flushed) == (2 if os.name == "posix" else 1)  # the file, then the folder that names it
