"""Writing a file so that it is at every moment either the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from app.files.reasons import reason_of
from app.i18n import tr
from app.model.errors import JourneyError

_PREFIX, _SUFFIX = ".journeylines-", ".tmp"
_FORGOTTEN_AFTER = 24 * 3600.0  # seconds; nobody writes one file for a day


def write(path: Path, data: bytes, *, is_durable: bool = True) -> None:
    """Put the data in the place of the file: a temporary file beside it, flushed to the disk, then swapped.

    Permissions are kept, and a symbolic link goes on pointing to the file, which is the one that is replaced. What
    need not outlast a loss of power just now is not waited for: a slow disk takes seconds to say that it has it.
    Raises JourneyError where the disk is full or the folder cannot be written; then the old file is as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if _is_device(target):  # /dev/stdout, a pipe: nothing to swap
            _write_through(target, data)
        else:
            _replace(target, data, is_durable)
    except (OSError, ValueError) as error:
        raise _sentence(error, path) from None


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _write_through(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes, is_durable: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    old = target.stat() if target.exists() else None
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    _remove_forgotten(target.parent)
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(6)}{_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)  # the umask decides, as for any new file
    try:
        with os.fdopen(descriptor, "wb") as file:
            if old is not None:
                _take_over_rights(temporary, target, old)
            file.write(data)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if is_durable:
        _fsync_folder(target.parent)


def _remove_forgotten(folder: Path) -> None:
    """Remove what programs that were killed while they wrote have left behind."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            is_ours = entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX)
            if is_ours and entry.stat(follow_symlinks=False).st_mtime < time.time() - _FORGOTTEN_AFTER:
                Path(entry.path).unlink()


def _take_over_rights(temporary: Path, target: Path, old: os.stat_result) -> None:
    """Give the new file the old one's owner, mode and extended attributes (access lists), as far as one may."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))


def _fsync_folder(folder: Path) -> None:
    """Make the swap itself durable; systems without folder handles do it by themselves."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):  # some network file systems refuse; the file itself is safe
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(error: OSError | ValueError, path: Path) -> JourneyError:
    where, number = str(path), getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return JourneyError(tr("The disk is full."), where, tr("Make room, or choose another place."))
    if number in (errno.ENOENT, errno.ENOTDIR):
        return JourneyError(tr("The folder is not there."), where, tr("Choose another place."))
    if number == errno.EROFS:
        return JourneyError(tr("The disk can only be read."), where, tr("Choose another place."))
    if number in (errno.EACCES, errno.EPERM):
        return JourneyError(tr("It may not be written here."), where, tr("Choose another place."))
    if number == errno.EISDIR:
        return JourneyError(tr("This is a folder, not a file."), where)
    if number == errno.ENAMETOOLONG:
        return JourneyError(tr("The name is too long."), where[:200])
    return JourneyError(tr("The file cannot be written: {reason}.", reason=reason_of(error)), where)
